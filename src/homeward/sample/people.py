"""The people of a block: when they were born, and when their first case begins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.sample.days import at_edges
from homeward.sample.dice import Dice, Truths
from homeward.sample.distributions import Distributions, days_since_1970
from homeward.sample.shares import Ints

_YEAR = 365.2425


@dataclass(frozen=True)
class People:
    """Columns of a block's people; truths are 0, 1, or -1 where they are not known."""

    birth: Ints
    first_case: Ints
    home: Ints
    cases: Ints
    cdl_holder: Ints
    deceased: Truths
    complete: Truths
    felonies_expunged: Ints
    misdemeanors_expunged: Ints


class PeopleMaker:
    """Draws people."""

    def __init__(self, book: Distributions) -> None:
        """Take what the draws need from the distributions."""
        self.year = book.bands("people.first_case_year")
        self.age = book.bands("people.age_at_first_case")
        self.home = book.shares("cases.county")
        self.cases = book.bands("cases.per_person")
        self.heavy = book.bands("cases.heavy")
        self.cdl = book.shares("people.cdl_holder")
        self.cdl_truth = truth_codes(self.cdl.words)
        self.deceased = book.rate("people.deceased")
        self.incomplete = book.rate("people.record_incomplete")
        self.felonies = book.shares("people.felonies_expunged")
        self.misdemeanors = book.shares("people.misdemeanors_expunged")
        self.leap_days = book.rate("edges.leap_day")
        self.last = days_since_1970(book.drawn_through)

    def make(self, dice: Dice, count: int, heavy: int) -> People:
        """Draw a block of people; the first ``heavy`` of them have very many cases."""
        year = dice.number(self.year, count)
        first_case = ((year - 1970 + dice.even(count)) * _YEAR).astype(np.int64)
        age = dice.number(self.age, count) + dice.even(count)
        birth = first_case - (age * _YEAR).astype(np.int64)
        cases = dice.number(self.cases, count)
        cases[:heavy] = dice.number(self.heavy, count)[:heavy]
        return People(
            birth=at_edges(birth, dice.even(count), 0.0, self.leap_days, self.last),
            first_case=first_case,
            home=dice.word(self.home, count),
            cases=cases,
            cdl_holder=self.cdl_truth[dice.word(self.cdl, count)],
            deceased=dice.chance(self.deceased, count),
            complete=~dice.chance(self.incomplete, count),
            felonies_expunged=dice.word(self.felonies, count),
            misdemeanors_expunged=dice.word(self.misdemeanors, count),
        )


def truth_codes(words: tuple[str, ...]) -> Ints:
    """The truth that each of the words yes, no and unknown stands for."""
    return np.array([{"yes": 1, "no": 0, "unknown": -1}[word] for word in words], np.int64)
