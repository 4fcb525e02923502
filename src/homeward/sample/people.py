"""The people of a block: when they were born, where they live, how many cases they have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.sample.days import at_edges
from homeward.sample.dice import Dice
from homeward.sample.shares import Ints

_YEAR = 365.2425


@dataclass(frozen=True)
class People:
    """Columns of a block's people; ``number`` counts the people of the sample from 0."""

    number: Ints
    birth: Ints
    first_case: Ints
    home: Ints
    cases: Ints


def draw_people(dice: Dice, number: Ints, heavy: int) -> People:
    """Draw people; the first ``heavy`` of the sample have very many cases."""
    book = dice.book
    year = dice.number("people.first_case_year")
    first_case = ((year - 1970 + dice.even("day of the first case")) * _YEAR).astype(np.int64)
    age = dice.number("people.age_at_first_case") + dice.even("day of birth")
    birth = first_case - (age * _YEAR).astype(np.int64)
    cases = np.where(number < heavy, dice.number("cases.heavy"), dice.number("cases.per_person"))
    return People(
        number=number,
        birth=at_edges(
            birth, dice.even("edges of birth"), 0.0, book.rate("edges.leap_day"), dice.last
        ),
        first_case=first_case,
        home=dice.word("cases.county"),
        cases=cases,
    )
