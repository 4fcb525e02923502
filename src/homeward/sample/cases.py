"""The cases of a block: whose, where, of what kind, and the days of their life."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from homeward.sample.days import NO_DAY, at_edges
from homeward.sample.dice import Dice, Truths
from homeward.sample.distributions import Distributions, days_since_1970
from homeward.sample.people import People
from homeward.sample.shares import Ints, Shares

_YOUNGEST = 17 * 366


@dataclass(frozen=True)
class Cases:
    """Columns of a block's cases, a person's own in the order of their days."""

    person: Ints
    number: Ints
    kind: Ints
    county: Ints
    offense: Ints
    arrest: Ints
    filed: Ints
    charges: Ints

    @cached_property
    def first(self) -> Ints:
        """Where each case's charges begin."""
        return np.cumsum(self.charges) - self.charges


class CaseMaker:
    """Draws the cases of people."""

    def __init__(self, book: Distributions) -> None:
        """Take what the draws need from the distributions."""
        self.kinds = book.rows("cases.kinds")
        self.kind = Shares.of({row["kind"]: row["weight"] for row in self.kinds})
        self.arrest_only = self.kind.words.index("arrest")
        self.in_state = np.array([row["jurisdiction"] == book.id for row in self.kinds])
        self.county = book.shares("cases.county")
        self.away = book.rate("cases.away_from_home")
        self.gap = book.spread("cases.gap_days")
        self.same_day = book.rate("cases.same_day")
        self.charges = book.bands("cases.charges")
        self.arrest_lag = book.spread("cases.arrest_lag_days")
        self.at_once = book.rate("cases.arrested_at_once")
        self.filing_lag = book.spread("cases.filing_lag_days")
        self.month_ends, self.leap_days = book.rate("edges.month_end"), book.rate("edges.leap_day")
        self.last = days_since_1970(book.drawn_through)

    def make(self, dice: Dice, people: People) -> Cases:
        """Draw every case of a block."""
        count = int(people.cases.sum())
        person = np.repeat(np.arange(len(people.cases)), people.cases)
        first = np.cumsum(people.cases) - people.cases
        offense = self._offense_days(dice, people, person, first)
        lag = dice.whole(self.arrest_lag, count) * ~dice.chance(self.at_once, count)
        arrest = np.minimum(offense + lag, self.last)
        kind = dice.word(self.kind, count)
        filed = np.minimum(arrest + dice.whole(self.filing_lag, count), self.last)
        away = dice.chance(self.away, count)
        county = np.where(away, dice.word(self.county, count), people.home[person])
        return Cases(
            person=person,
            number=np.arange(count) - first[person],
            kind=kind,
            county=np.where(self.in_state[kind], county, -1),
            offense=offense,
            arrest=arrest,
            filed=np.where(kind == self.arrest_only, NO_DAY, filed),
            charges=dice.number(self.charges, count),
        )

    def _offense_days(self, dice: Dice, people: People, person: Ints, first: Ints) -> Ints:
        """Gaps added up from the first case on, and squeezed where the years do not suffice.

        A squeezed life of cases ends somewhere in the last half of its years, not on the last day.
        """
        count = len(person)
        gap = dice.whole(self.gap, count) * ~dice.chance(self.same_day, count)
        passed = np.cumsum(gap)
        passed -= passed[first][person]
        span = passed[first + people.cases - 1]
        room = (self.last - people.first_case) * (1 - dice.even(len(span)) / 2)
        squeeze = np.where(span > self.last - people.first_case, room / np.maximum(span, 1), 1.0)
        day = people.first_case[person] + (passed * squeeze[person]).astype(np.int64)
        moved = at_edges(day, dice.even(count), self.month_ends, self.leap_days, self.last)
        day = np.where(moved < people.birth[person] + _YOUNGEST, day, moved)
        return day[np.lexsort((day, person))]


def order_day(cases: Cases) -> Ints:
    """The day a case takes its place in an extract: filed, or the arrest where none was filed."""
    return np.where(cases.filed == NO_DAY, cases.arrest, cases.filed)


def open_cases(decided: Ints, last: int, stale: Truths) -> Truths:
    """Cases whose end lies ahead, and old ones that never ended."""
    return (decided > last) | stale
