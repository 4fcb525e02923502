"""A screening instrument as data: its items, lines, bands and rules, from one TOML file each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from homeward.therapy.condition import Condition, read_condition

FOLDER = Path(__file__).parent / "instruments"
SEXES = ("female", "male")


@dataclass(frozen=True)
class Item:
    """One question: the answers it takes, and its wording where that may be shipped."""

    id: str
    allowed: tuple[int, ...]
    loinc: str = ""
    text: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Skip:
    """Questions that the form itself leaves out, and what they then score."""

    says: str
    sum_of: tuple[str, ...]
    is_sum: int
    items: tuple[str, ...]
    value: int


@dataclass(frozen=True)
class Rule:
    """A line that an instrument draws, with its source; ``lines`` differ only where sex matters."""

    name: str
    says: str
    cite: str
    certainty: str
    lines: Mapping[str, Condition]
    flag: str = ""
    alone: Mapping[str, str] = field(default_factory=dict)

    @property
    def depends_on_sex(self) -> bool:
        """Whether women and men have their own line."""
        return self.lines[SEXES[0]] != self.lines[SEXES[1]]

    def for_sex(self, sex: str | None) -> tuple[Condition, ...]:
        """The lines that may be the person's own: both where the sex is not known."""
        return (self.lines[sex],) if sex else tuple(self.lines.values())


@dataclass(frozen=True)
class Levels:
    """Levels in rising order, each with the condition that reaches it."""

    name: str
    lowest: str
    above: Mapping[str, Condition]


@dataclass(frozen=True)
class Instrument:
    """All that is needed to score one form, and to say where its lines come from.

    Attributes:
        points: groups of items; the highest score in a group counts once.
        versions: the items that score the other way round, by the version of the form.
        gate: the question that, answered no, makes every score 0.
        table: the whole file, for what is only shown.
    """

    id: str
    title: str
    asks: str
    items: Mapping[str, Item]
    points: tuple[tuple[str, ...], ...]
    skips: tuple[Skip, ...]
    sums: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, tuple[tuple[frozenset[str], int], ...]]
    bands: Mapping[str, int]
    rules: tuple[Rule, ...]
    levels: Levels | None
    versions: Mapping[str, frozenset[str]]
    gate: str | None
    table: Mapping[str, Any]

    @property
    def has_total(self) -> bool:
        """Whether the answers add up to something."""
        return bool(self.points)

    def needs_sex(self) -> bool:
        """Whether a line depends on the person's sex."""
        return any(rule.depends_on_sex for rule in self.rules)


def names() -> tuple[str, ...]:
    """The ids of all instruments."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def instruments() -> tuple[Instrument, ...]:
    """Every instrument that is shipped."""
    return tuple(map(instrument, names()))


@cache
def instrument(name: str) -> Instrument:
    """One instrument by its id.

    Raises:
        KeyError: when there is none of that id.

    >>> instrument("phq-9").title
    'PHQ-9'
    """
    if name not in names():
        raise KeyError(name)
    return from_table(tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")))


def from_table(table: Mapping[str, Any]) -> Instrument:
    """An instrument as its file says."""
    items = {key: _item(key, own, table) for key, own in table["items"].items()}
    counts = {
        name: tuple((frozenset(part["items"]), part["least"]) for part in count["parts"])
        for name, count in table.get("counts", {}).items()
    }
    counted = {
        name: frozenset().union(*(own for own, _ in parts)) for name, parts in counts.items()
    }
    return Instrument(
        id=table["id"],
        title=table["title"],
        asks=table["asks"],
        items=items,
        points=_points(table, items),
        skips=tuple(_skip(skip) for skip in table.get("skips", ())),
        sums={name: tuple(own) for name, own in table.get("sums", {}).items()},
        counts=counts,
        bands=table.get("bands", {}).get("from", {}),
        rules=tuple(_rule(name, own, counted) for name, own in table.get("rules", {}).items()),
        levels=_levels(table.get("levels"), counted),
        versions={
            name: frozenset(version["reversed"])
            for name, version in table.get("versions", {}).items()
        },
        gate=table.get("gate"),
        table=table,
    )


def _item(key: str, own: Mapping[str, Any], table: Mapping[str, Any]) -> Item:
    return Item(
        key, tuple(own.get("allowed", table["allowed"])), own.get("loinc", ""),
        own.get("text", ""), tuple(own.get("answers", table.get("answers", ()))),
    )  # fmt: skip


def _points(table: Mapping[str, Any], items: Mapping[str, Item]) -> tuple[tuple[str, ...], ...]:
    """Each scored item by itself, but for those that the file puts together."""
    groups = [tuple(group) for group in table.get("points", ())]
    grouped = {name for group in groups for name in group}
    alone = [(name,) for name in table.get("scored", items) if name not in grouped]
    return (*alone, *groups)


def _skip(own: Mapping[str, Any]) -> Skip:
    return Skip(own["says"], tuple(own["sum_of"]), own["is"], tuple(own["items"]), own["value"])


def _rule(name: str, own: Mapping[str, Any], counted: Mapping[str, frozenset[str]]) -> Rule:
    return Rule(
        name=name,
        says=own["says"],
        cite=own["cite"],
        certainty=own["certainty"],
        lines={sex: read_condition(own["holds"], counted, sex) for sex in SEXES},
        flag=own.get("flag", ""),
        alone=own.get("alone", {}),
    )


def _levels(own: Mapping[str, Any] | None, counted: Mapping[str, frozenset[str]]) -> Levels | None:
    if own is None:
        return None
    above = {name: read_condition(holds, counted) for name, holds in own["above"].items()}
    return Levels(own["name"], own["lowest"], above)
