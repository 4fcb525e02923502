"""How sure a body of law is: how many of its parts are medium, low or open on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from homeward.rules.body import Body
from homeward.rules.choice import Reading
from homeward.rules.node import walk
from homeward.rules.parameter_table import Entry
from homeward.rules.truth import OpenLaw

_LEAST = ("high", "medium", "low").index
"""Puts the least sure last."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """How many things of one sort there are, and how many of them are not certain."""

    what: str
    all: int
    medium: int
    low: int
    open: int

    @classmethod
    def counted(cls, what: str, marks: Iterator[str]) -> Doubt:
        """From the mark of each thing."""
        found = Counter(marks)
        return cls(what, found.total(), found["medium"], found["low"], found["open"])

    def in_words(self) -> str:
        """``conditions: 40, of them 9 medium, 2 open``."""
        marks = (("medium", self.medium), ("low", self.low), ("open", self.open))
        unsure = ", ".join(f"{count} {mark}" for mark, count in marks if count)
        return f"{self.what}: {self.all}, {f'of them {unsure}' if unsure else 'all certain'}"


def doubts(body: Body, day: date) -> Iterator[Doubt]:
    """Conditions, numbers and list rows that are law on a day."""
    yield Doubt.counted("conditions", _conditions(body, day))
    yield Doubt.counted("numbers and dates", _numbers(body, day))
    rows = (row for row in body.offenses.listings if row.since <= day < row.until)
    yield Doubt.counted(
        "rows of offense lists", ("open" if r.reading else r.certainty for r in rows)
    )


def _conditions(body: Body, day: date) -> Iterator[str]:
    for rule in body.rules.values():
        for condition in rule.conditions:
            if condition.in_force(day):
                is_open = any(isinstance(node, OpenLaw | Reading) for node in walk(condition.tree))
                # a condition is no surer than the rule that it stands in
                yield "open" if is_open else max(condition.certainty, rule.certainty, key=_LEAST)


def _numbers(body: Body, day: date) -> Iterator[str]:
    entries = (parameter.on(day) for parameter in body.parameters.values())
    yield from (_mark(entry) for entry in entries if entry is not None)


def _mark(entry: Entry) -> str:
    return "open" if entry.readings else entry.certainty
