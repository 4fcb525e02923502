"""The columns of the answers: how they are named and typed, and what they stand for.

A question Q has ``Q:soonest`` and ``Q:latest``, ``Q:closes`` where its law ends,
``Q:binding`` (the number of the condition that holds it back the longest), and
the bits ``Q:unmet``, ``Q:missing`` and ``Q:waits``. Where several rules answer
one question, each has the same columns under ``Q|rule``. With reasons the days of
a condition are ``Q#condition:soonest`` and ``Q#condition:latest``. Bits beyond the
62nd are in further words: ``Q:missing:2``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from homeward.screen.bit_moves import WORD, BitSet, word, word_count

TOGETHER = "*"
CONDITION = "#"
"""Stands between a question and one of its conditions in the name of a column."""

BITS = ("unmet", "missing", "waits")


class Named(NamedTuple):
    """What a bit or a number stands for: a condition of a rule, or a fact, law or event."""

    name: str
    rule: str = ""
    cite: str = ""
    says: str = ""

    def told(self) -> dict[str, str] | str:
        """As plain data: a condition with its citation, anything else by its name."""
        return self._asdict() if self.rule else self.name


@dataclass(frozen=True)
class Day:
    """A day as a plan gives it."""

    sql: str


@dataclass(frozen=True)
class Number:
    """The number of one of several names, or NULL."""

    sql: str
    names: tuple[Named, ...]


@dataclass(frozen=True)
class Bits:
    """Sets of bits that are one set in the answers."""

    sets: tuple[BitSet[Named], ...]


Source = Day | Number | Bits


@dataclass(frozen=True)
class Output:
    """One column of the answers, the same in every part.

    ``names`` are what its bits, or its numbers, stand for; ``part`` is the number
    of the word, from 0.
    """

    name: str
    type: str
    names: tuple[Named, ...] = ()
    part: int = 0

    @property
    def whole_name(self) -> str:
        """The name of the set of bits, whichever of its words this is."""
        return self.name.removesuffix(f":{self.part + 1}") if self.part else self.name

    @property
    def names_here(self) -> tuple[Named, ...]:
        """What the bits of this word stand for."""
        return self.names[self.part * WORD : (self.part + 1) * WORD]

    def sql(self, source: Source | None) -> str:
        """The column as read from a plan; NULL where the plan does not ask it."""
        if isinstance(source, Day):
            return source.sql
        places = {name: place for place, name in enumerate(self.names)}
        if isinstance(source, Bits):
            return word(self.part, source.sets, places)
        if isinstance(source, Number) and source.names:
            if all(places[name] == number for number, name in enumerate(source.names)):
                return f"{source.sql}::{self.type}"
            whens = " ".join(f"WHEN {n} THEN {places[name]}" for n, name in enumerate(source.names))
            return f"(CASE {source.sql} {whens} END)::{self.type}"
        return f"NULL::{self.type}"


def outputs(of_plans: Iterable[Mapping[str, Source]]) -> list[Output]:
    """The columns of a table over all plans; what is common to several keeps its place."""
    merged: dict[str, list[Source]] = {}
    for sources in of_plans:
        for name, source in sources.items():
            merged.setdefault(name, []).append(source)
    return [output for name, found in merged.items() for output in _outputs(name, found)]


def _outputs(name: str, sources: list[Source]) -> Iterator[Output]:
    names = tuple(dict.fromkeys(one for source in sources for one in _names(source)))
    if isinstance(sources[0], Day):
        yield Output(name, "DATE")
    elif isinstance(sources[0], Number):
        yield Output(name, "SMALLINT", names)
    else:
        for part in range(word_count(names)):
            yield Output(f"{name}:{part + 1}" if part else name, "BIGINT", names, part)


def _names(source: Source) -> tuple[Named, ...]:
    if isinstance(source, Number):
        return source.names
    if isinstance(source, Bits):
        return tuple(name for bits in source.sets for name in bits.names)
    return ()


def dictionary(columns: Mapping[str, Sequence[Output]]) -> dict[str, dict[str, object]]:
    """What the numbers and bits of each table's columns stand for, as plain data."""
    return {
        table: {one.name: _described(one) for one in found if one.type != "DATE"}
        for table, found in columns.items()
        if found
    }


def _described(output: Output) -> dict[str, object]:
    if output.type == "SMALLINT":
        return {"numbers": [name.told() for name in output.names]}
    return {"bits": [name.told() for name in output.names_here]}
