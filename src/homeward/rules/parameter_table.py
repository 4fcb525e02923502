"""The numbers, dates and lists of a body of law, each with its history and citation.

A table is a TOML file; one parameter is one table in it, named by its path.
An entry of the history holds from its day on. Where the law is open an entry
gives named ``readings`` in place of one value, and the answer spans them.

>>> table = ParameterTable(
...     {
...         "wait.years": Parameter.from_toml(
...             "wait.years",
...             {
...                 "says": "years to wait",
...                 "unit": "years",
...                 "cite": "Code 1(2)",
...                 "history": [
...                     {"from": date(2018, 1, 1), "value": 7},
...                     {"from": date(2021, 8, 28), "value": 3},
...                 ],
...             },
...         )
...     }
... )
>>> table["wait.years"].on(date(2021, 8, 27)).span, table["wait.years"].on(date(2021, 8, 28)).span
((7, 7), (3, 3))
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from homeward.rules.problem import LawError
from homeward.when import FIRST, LAST


@dataclass(frozen=True, slots=True)
class Entry:
    """One stretch of a parameter's history: ``[since, until)`` and its value or readings.

    ``enacted`` is the day from which this entry was known as coming law; None
    where no source states it, and then it is known from its own start.
    """

    since: date
    until: date
    value: Any
    readings: Mapping[str, Any]
    enacted: date | None
    cite: str
    act: str
    certainty: str
    note: str

    @property
    def values(self) -> tuple[Any, ...]:
        """Every value that the entry may have."""
        return tuple(self.readings.values()) if self.readings else (self.value,)

    @property
    def span(self) -> tuple[Any, Any]:
        """The least and the greatest value (numbers or dates) that the entry may have."""
        return min(self.values), max(self.values)

    @property
    def known_from(self) -> date:
        """The day from which this entry could be read into an answer."""
        return self.since if self.enacted is None else min(self.enacted, self.since)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of the law: what it says, its unit, its citation, its history."""

    name: str
    says: str
    unit: str
    cite: str
    certainty: str
    history: tuple[Entry, ...]

    @classmethod
    def from_toml(cls, name: str, table: Mapping[str, Any]) -> Parameter:
        """Read one parameter's table.

        Raises:
            LawError: naming the parameter and what its table lacks.
        """
        lacking = {"says", "unit", "cite", "history"} - set(table)
        if lacking or not table["history"]:
            what = ", ".join(sorted(lacking)) or "an entry in history"
            msg = f"parameter {name}: {what} is missing"
            raise LawError(msg)
        certainty = table.get("certainty", "high")
        starts = [*[row["from"] for row in table["history"][1:]], LAST]
        entries = [
            _entry(name, row, next_start, table["cite"], certainty)
            for row, next_start in zip(table["history"], starts, strict=True)
        ]
        return cls(name, table["says"], table["unit"], table["cite"], certainty, tuple(entries))

    def on(self, day: date) -> Entry | None:
        """The entry in force on a day, or None before the first and after a last one that ended."""
        return next((e for e in reversed(self.history) if e.since <= day < e.until), None)

    def between(self, first: date, last: date) -> list[Entry]:
        """Every entry in force on some day of the span."""
        return [e for e in self.history if e.since <= last and first < e.until]

    @property
    def gaps(self) -> list[tuple[date, date]]:
        """The stretches of days without an entry: ``[first, next)``, the last one without end."""
        starts = [FIRST, *(entry.until for entry in self.history)]
        ends = [*(entry.since for entry in self.history), LAST]
        return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]

    def is_told(self, first: date, last: date) -> bool:
        """Whether every day of the span has an entry."""
        return not any(start <= last and first < end for start, end in self.gaps)


def _entry(name: str, row: Mapping[str, Any], next_start: date, cite: str, certainty: str) -> Entry:
    if ("value" in row) == ("readings" in row):
        msg = f"parameter {name}, entry from {row['from']}: give either value or readings"
        raise LawError(msg)
    readings = {key: _plain(value) for key, value in row.get("readings", {}).items()}
    return Entry(
        since=max(row["from"], FIRST),
        until=row.get("until", next_start),
        value=_plain(row.get("value")),
        readings=readings,
        enacted=row.get("enacted"),
        cite=row.get("cite", cite),
        act=row.get("act", ""),
        certainty=row.get("certainty", certainty),
        note=row.get("note", ""),
    )


def _plain(value: object) -> object:
    """A share such as "1/3" as an exact fraction; everything else as it is."""
    if isinstance(value, str) and value.replace("/", "").isdigit():
        return Fraction(value)
    return value


class ParameterTable(Mapping[str, Parameter]):
    """The parameters of one body of law by name."""

    def __init__(self, parameters: Mapping[str, Parameter]) -> None:
        """Hold the parameters."""
        self._parameters = dict(parameters)

    @classmethod
    def read(cls, path: Path) -> ParameterTable:
        """Read a TOML file; a missing file is a body of law without parameters."""
        if not path.exists():
            return cls({})
        with path.open("rb") as file:
            tree = tomllib.load(file)
        return cls({name: Parameter.from_toml(name, table) for name, table in _tables(tree, ())})

    def __getitem__(self, name: str) -> Parameter:
        """The parameter.

        Raises:
            LawError: with the nearest name, when there is none of this name.
        """
        if name not in self._parameters:
            near = difflib.get_close_matches(name, self._parameters, n=1, cutoff=0.5)
            hint = f"; did you mean {near[0]}?" if near else ""
            msg = f"there is no parameter {name}{hint}"
            raise LawError(msg)
        return self._parameters[name]

    def __contains__(self, name: object) -> bool:
        """Whether a parameter of this name exists."""
        return name in self._parameters

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of the file."""
        return iter(self._parameters)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._parameters)


def _tables(tree: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        here = (*path, key)
        if "history" in value:
            yield ".".join(here), value
        elif isinstance(value, dict):
            yield from _tables(value, here)
