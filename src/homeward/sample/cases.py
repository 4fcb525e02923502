"""The cases of a block: whose, where, of what kind, and the days of their life."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from homeward.sample.days import at_edges
from homeward.sample.dice import Dice, rows_of
from homeward.sample.offenses import Offenses
from homeward.sample.people import People
from homeward.sample.shares import NOT_KNOWN, Ints, Truths

_YOUNGEST = 14 * 366


@dataclass(frozen=True)
class Cases:
    """Columns of a block's cases, a person's own in the order of their days.

    ``person`` is the row of the person in the block, ``number`` counts the
    person's cases from 1, ``charges`` says how many charges there are.
    """

    person: Ints
    number: Ints
    kind: Ints
    arrest_only: Truths
    county: Ints
    offense: Ints
    arrest: Ints
    filed: Ints
    charges: Ints

    @cached_property
    def first(self) -> Ints:
        """Where each case's charges begin."""
        return np.cumsum(self.charges) - self.charges


def draw_cases(dice: Dice, people: People, offenses: Offenses) -> Cases:
    """Draw every case of some people."""
    person, number = rows_of(people.cases)
    offense = _offense_days(dice, people, person)
    lag = dice.number("cases.arrest_lag_days") * ~dice.chance("cases.arrested_at_once")
    arrest = np.minimum(offense + lag, dice.last)
    filed = np.minimum(arrest + dice.number("cases.filing_lag_days"), dice.last)
    kind = dice.word("cases.kind")
    arrest_only = kind == dice.book.shares("cases.kind").words.index("arrest")
    in_state = np.array([row["jurisdiction"] == dice.book.id for row in offenses.kinds])[kind]
    away = dice.chance("cases.away_from_home")
    county = np.where(away, dice.word("cases.county"), people.home[person])
    return Cases(
        person=person,
        number=number,
        kind=kind,
        arrest_only=arrest_only,
        county=np.where(in_state, county, NOT_KNOWN),
        offense=offense,
        arrest=arrest,
        filed=np.where(arrest_only, NOT_KNOWN, filed),
        charges=dice.number("cases.charges"),
    )


def _offense_days(dice: Dice, people: People, person: Ints) -> Ints:
    """Gaps added up from the first case on, and squeezed where the years do not suffice.

    A squeezed life of cases ends somewhere in the last half of its years, not on the last day.
    """
    gap = dice.number("cases.gap_days") * ~dice.chance("cases.same_day")
    first = np.cumsum(people.cases) - people.cases
    passed = np.cumsum(gap)
    passed -= passed[first][person]
    span = passed[first + people.cases - 1]
    years = dice.last - people.first_case
    room = years * (1 - dice.even("end of a squeezed life")[first] / 2)
    squeeze = np.where(span > years, room / np.maximum(span, 1), 1.0)
    day = people.first_case[person] + (passed * squeeze[person]).astype(np.int64)
    month_ends, leap_days = dice.book.rate("edges.month_end"), dice.book.rate("edges.leap_day")
    moved = at_edges(day, dice.even("edges of offense"), month_ends, leap_days, dice.last)
    day = np.where(moved < people.birth[person] + _YOUNGEST, day, moved)
    return day[np.lexsort((day, person))]
