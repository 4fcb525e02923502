"""The whole report of a reform, of made-up people or of tables that are sent: ``homeward reform``.

What is counted lies in a temporary folder meanwhile, and is taken away with it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from homeward import law
from homeward.law.overlays import overlay
from homeward.reform.running import Reform, compare
from homeward.rules.patch import Patch
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.sample import Order, covered, make_sample
from homeward.screen.problem import ScreenError
from homeward.screen.running import Terms
from homeward.screen.store import SET_ASIDE
from homeward.screen.wish import Wish
from homeward.sources import LoadError, LoadWish, load
from homeward.web.desk import today
from homeward.web.problems import Refused, Trouble, of_one
from homeward.web.table_files import Tables, without_place

NAME = "reform"
CLEAR = ("clear",)
MOST_PEOPLE = 2_000
_MEMORY = 600
_MOST_ASIDE = 50


@dataclass(frozen=True)
class Counted:
    """A reform as it was counted.

    Attributes:
        report: what ``report.json`` holds.
        notes: how the tables were read.
        aside: the first rows that were set aside, each with what is wrong.
    """

    report: dict[str, Any]
    notes: Sequence[str] = ()
    aside: Sequence[Mapping[str, str]] = ()


def patch_of(given: Mapping[str, Any], *, own_changes: bool) -> Patch:
    """The changes that are asked for: a shipped file by name, or what such a file holds.

    Raises:
        Refused: when they cannot be read, do not fit the law, or there is no sample for it.
    """
    if not own_changes and "program" not in given:
        fix = 'Name changes that are shipped: {"program": name}'
        raise of_one("body", "", "brings its own changes to the law", fix)
    try:
        patch = overlay(given)
        changed = law.body(patch.law, (patch,))
    except LawError as problem:
        fix = "docs/reform.md tells what a reform may hold"
        raise of_one("body", "", str(problem), fix) from problem
    if changed is None or place_of(patch.law) not in covered():
        fix = f"There are samples for {', '.join(covered())}"
        raise of_one("law", patch.law[:40], "has no sample", fix)
    return patch


def asked_of(body_id: str, patches: Sequence[Patch]) -> Rule | None:
    """The rule whose question a reform is about; None where it is about clearing a record.

    >>> from homeward.law.overlays import overlays_named
    >>> found = asked_of("us-mo", overlays_named(["hb-3527"]))
    >>> found.question if found else None
    'parole.217_692'
    >>> asked_of("us-mo", overlays_named(["clean-slate"]))
    """
    body = law.body(body_id)
    rules = body.rules.values() if body else ()
    named = {name.split("/")[-2] for patch in patches for name in _conditions(patch)}
    found = [rule for rule in rules if rule.name.rpartition("/")[2] in named]
    clears = any(CLEAR[0] in (rule.family, rule.question) for rule in found)
    return found[0] if found and not clears else None


def _conditions(patch: Patch) -> Iterator[str]:
    """The conditions of rules that a reform names."""
    yield from (one.condition for one in patch.drops)
    yield from (f"{one.rule}/{one.name}" for one in patch.adds)
    yield from (one.beside for one in patch.ways)


def questions_of(body_id: str, patches: Sequence[Patch]) -> tuple[str, ...]:
    """What is asked of everybody to see what a reform changes."""
    rule = asked_of(body_id, patches)
    return CLEAR if rule is None else (rule.family or rule.question,)


def place_of(body_id: str) -> str:
    """The place whose people a body of law is about; a reading is about those of its place.

    >>> place_of("us-va@va-lajc")
    'us-va'
    """
    return body_id.partition("@")[0]


def report_on(patch: Patch, people: int, questions: tuple[str, ...]) -> dict[str, Any]:
    """The report of a reform on a sample of its place."""
    return of_sample(patch.law, (patch,), people, today(), questions).report


@lru_cache(maxsize=16)
def of_sample(
    body_id: str,
    patches: tuple[Patch, ...],
    people: int,
    day: date,
    questions: tuple[str, ...] = CLEAR,
) -> Counted:
    """A reform counted on made-up people; kept for a while, since nobody in it exists."""
    with TemporaryDirectory(prefix="homeward-sample-") as work:
        folder = Path(work)
        make_sample(Order(place_of(body_id), people, folder / "sample"))
        asked = Wish(day, laws=(body_id,), questions=questions)
        return _counted([str(folder / "sample")], folder, None, asked, patches)


def of_tables(body_id: str, patches: tuple[Patch, ...], tables: Tables, mapping: str) -> Counted:
    """A reform counted on tables that were sent.

    Raises:
        Refused: when they cannot be read as the mapping says.
    """
    with TemporaryDirectory(prefix="homeward-tables-") as work:
        folder = Path(work)
        names = tables.written(folder / "sent")
        says = folder / "mapping.toml"
        says.write_text(mapping, encoding="utf-8")
        try:
            asked = Wish(today(), laws=(body_id,), questions=questions_of(body_id, patches))
            return _counted(names, folder, says if mapping else None, asked, patches)
        except (LoadError, ScreenError) as problem:
            raise Refused(Trouble(422, without_place(problem, folder))) from None


def _counted(
    data: list[str], folder: Path, mapping: Path | None, wish: Wish, patches: tuple[Patch, ...]
) -> Counted:
    store = folder / "store"
    loaded = load(data, LoadWish(store, mapping, memory_mb=_MEMORY))
    told = compare(store, folder / "out", wish, [Reform(NAME, patches)], Terms(1, _MEMORY))
    for source in told["data"]["sources"]:
        source["file"] = Path(source["file"]).name  # where it lay for a moment is nobody's business
    notes = [without_place(note, folder) for note in loaded.notes]
    return Counted(told, notes, aside_in(store / SET_ASIDE, folder))


def aside_in(file: Path, folder: Path) -> list[Mapping[str, str]]:
    """The first rows that were set aside."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(islice(csv.DictReader(lines), _MOST_ASIDE))
    return [{key: without_place(value, folder) for key, value in row.items()} for row in rows]
