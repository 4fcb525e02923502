"""Facts that need no reckoning: drawn by the distributions alone, where they are told.

An entry ``[facts.charge.fentanyl]`` draws the fact of that name. ``of`` says of
which charges (or of the people with such a charge) it is told, ``told`` for what
share of them. The values come from

- ``shares``: words, where ``unknown`` is one of them;
- ``bands``: numbers; for a day, how many days it lies after the charge was decided (a charge's)
  or before the last day of the record (a person's);
- ``mark``: yes for the offenses with that mark, otherwise no;
- ``rows``: the first row whose ``of`` fits gives the word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from homeward.facts import Fact, Vocabulary
from homeward.sample.charges import Charges
from homeward.sample.column import Column, truths
from homeward.sample.dice import Dice
from homeward.sample.offenses import Offenses
from homeward.sample.problem import DistributionError
from homeward.sample.shares import NOT_KNOWN, Ints, Truths


@dataclass(frozen=True)
class Marks:
    """Which charges are of a kind: by their offense, or by what came of them."""

    offenses: Offenses
    charges: Charges
    decided: Ints
    found: dict[str, Truths]

    def charges_of(self, words: Iterable[str]) -> Truths:
        """Charges with one of these pools, levels, statutes, marks or outcomes."""
        words = set(words)
        rows = self.offenses.of(words - self.found.keys())[self.charges.offense]
        for word in words & self.found.keys():
            rows = rows | self.found[word]
        return rows

    def people_of(self, words: Iterable[str], people: int) -> Truths:
        """People with such a charge, out of so many."""
        person = self.charges.person[self.charges_of(words)]
        return np.bincount(person, minlength=people) > 0


def draw_details(
    dice: Dice, vocabulary: Vocabulary, table: str, marks: Marks
) -> Iterator[tuple[str, Column]]:
    """Each fact of a table that the distributions hold, by its field, with its column."""
    for name, entry in dice.book.entries.items():
        if not name.startswith(f"facts.{table}."):
            continue
        fact = vocabulary[name.removeprefix("facts.")]
        column = _drawn(dice, name, fact, marks)
        if "of" in entry:
            charges = table == "charge"
            of = entry["of"]
            column.forget(~(marks.charges_of(of) if charges else marks.people_of(of, dice.count)))
        if "told" in entry:
            column.forget(dice.even(f"{name}, told") >= entry["told"])
        yield fact.field, column


def _drawn(dice: Dice, name: str, fact: Fact, marks: Marks) -> Column:
    entry = dice.book.entries[name]
    if "mark" in entry:
        return truths(marks.charges_of([entry["mark"]]))
    if "rows" in entry:
        return _by_offense(entry["rows"], marks)
    if "bands" in entry:
        number = dice.number(name)
        return Column(_day(dice, fact, number, marks) if fact.kind == "date" else number)
    words = dice.book.shares(name).words
    column = Column(dice.word(name), words)
    if fact.kind == "truth":
        return Column(_truth(column))
    if set(words) - set(fact.values or words):
        msg = f"{dice.book.file}: [{name}] has other words than the fact, which knows {fact.values}"
        raise DistributionError(msg)
    return column


def _day(dice: Dice, fact: Fact, days: Ints, marks: Marks) -> Ints:
    if fact.table == "person":
        return dice.last - days
    day = marks.decided + days
    return np.where((marks.decided == NOT_KNOWN) | (day > dice.last), NOT_KNOWN, day)


def _truth(column: Column) -> Ints:
    if set(column.words) != {"yes", "no"}:
        raise DistributionError("the shares of a yes-or-no fact are those of yes, no and unknown")
    yes = column.values == column.words.index("yes")
    return np.where(column.values == NOT_KNOWN, NOT_KNOWN, yes)


def _by_offense(rows: list[dict[str, list[str]]], marks: Marks) -> Column:
    words = tuple(dict.fromkeys(str(row["is"]) for row in rows))
    fits = [marks.charges_of(row["of"]) for row in rows]
    numbers = [words.index(str(row["is"])) for row in rows]
    return Column(np.select(fits, numbers, NOT_KNOWN), words)
