"""When each person on a list can expect to start: the soonest and the latest day.

The plan of a list takes each fact as the list has it. The span counts what the list leaves open: a
day to go home that is not given (that person may leave at any time, or stay), and what the line
allows for: people who give up their place, and people who join ahead. The ends are safe and never
too narrow. They are found in rounds: who surely takes a place, and who perhaps does, until neither
changes. A person is held up by those ahead of them, and by courses that others had begun before
they joined.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from homeward.therapy.capacity.simulation.groups import in_groups
from homeward.therapy.capacity.simulation.orders import Ranked
from homeward.therapy.capacity.simulation.people import People, Places
from homeward.therapy.capacity.simulation.rolling import in_order
from homeward.therapy.list_rules import Policy, Waiter

_YEAR = 365.25
_ROUNDS = 30
"""More rounds than any list has needed; after them the span is only wider than it has to be."""

LeavesFirst = Literal["yes", "no", "unknown"]


@dataclass(frozen=True)
class Allowance:
    """What a place allows for beyond the list itself; nothing, if it says nothing.

    Attributes:
        give_up: at most this share of those ahead gives up their place before it is their turn.
        join_ahead_a_year: at most so many a year join later, each in the most urgent need.
    """

    give_up: float = 0.0
    join_ahead_a_year: float = 0.0


@dataclass(frozen=True)
class Expected:
    """One person's span of days.

    Attributes:
        soonest: None where no day of the list is soon enough.
        latest: None where they may not start at all, or only after the days that are known.
        leaves_first: whether they go home, or have too little time left, before a place comes free.
    """

    id: str
    soonest: date | None
    latest: date | None
    leaves_first: LeavesFirst


def expected_starts(
    people: Sequence[Waiter], policy: Policy, first: date, last: date, allowed: Allowance
) -> list[Expected]:
    """The span of each person, in the order of the list.

    Args:
        people: as the list has them; what became of them under the plan is not read.
        policy: how places are given.
        first: the first day of the list.
        last: its last day; people who join ahead are counted up to it.
        allowed: what may happen beside what the list says.
    """
    joining = _newcomers(people, policy, first, last, allowed)
    found = _Spans([*people, *joining], len(people), policy, first, allowed)
    if joining:
        found.until = (last - first).days
    found.settle()
    return [found.expected(one) for one in range(len(people))]


def _newcomers(
    people: Sequence[Waiter], policy: Policy, first: date, last: date, allowed: Allowance
) -> list[Waiter]:
    """Those who may join ahead, evenly spread from the day after the last who joined."""
    if not allowed.join_ahead_a_year or not people:
        return []
    most_urgent = min([one.urgency for one in people] + [int(level) for level in policy.points])
    start = max([first, *(one.joined_on for one in people)])
    gap = _YEAR / allowed.join_ahead_a_year
    many = int((last - start).days / gap)
    return [
        Waiter(f"newcomer {number}", start + timedelta(days=round(number * gap)), most_urgent, None)
        for number in range(1, many + 1)
    ]


class _Spans:
    """The spans of a list, made narrower round by round."""

    def __init__(
        self, everyone: Sequence[Waiter], known: int, policy: Policy, first: date,
        allowed: Allowance,
    ) -> None:  # fmt: skip
        """Take everyone who may be on the list; those after ``known`` are newcomers."""
        self.everyone, self.known, self.policy, self.first = everyone, known, policy, first
        self.allowed, self.until, self.course = allowed, math.inf, float(policy.course.days)
        self.joined = [float(max((one.joined_on - first).days, 0)) for one in everyone]
        ranks = sorted(range(len(everyone)), key=lambda one: policy.place(first)(everyone[one]))
        self.rank = {one: rank for rank, one in enumerate(ranks)}
        self.surely: set[int] = set()
        self.perhaps = set(range(len(everyone)))
        self.soonest, self.latest = list(self.joined), [math.inf] * len(everyone)

    def settle(self) -> None:
        """Go round until nobody's standing changes."""
        if self.allowed == Allowance() and all(one.stays for one in self.everyone):
            self._settle_exactly()
            return
        for _ in range(_ROUNDS):
            before = (self.surely, self.perhaps, list(self.soonest), list(self.latest))
            mine = range(self.known)
            self.soonest[: self.known] = [self._soonest(one) for one in mine]
            self.latest[: self.known] = [self._latest(one) for one in mine]
            self.surely = {one for one in mine if self._fits(one, self.latest[one], perhaps=False)}
            self.perhaps = self.perhaps - {
                one for one in mine if not self._fits(one, self.soonest[one], perhaps=True)
            }
            if (self.surely, self.perhaps, self.soonest, self.latest) == before:
                return

    def _settle_exactly(self) -> None:
        """Nothing is open: the list is run once, as far as its people and its groups go."""
        starts = self._run(range(self.known), self.rank, leave=True)
        for one in range(self.known):
            self.latest[one] = starts[one]
            self.soonest[one] = min(starts[one], self._last_start() + 1)
            if self._fits(one, self.latest[one], perhaps=False):
                self.surely.add(one)
            if not self._fits(one, self.soonest[one], perhaps=True):
                self.perhaps.discard(one)

    def expected(self, one: int) -> Expected:
        """The span of one person, in days of the calendar."""
        if one not in self.perhaps:
            return Expected(self.everyone[one].id, None, None, "yes")
        return Expected(
            self.everyone[one].id,
            self._day(self.soonest[one]),
            self._day(self.latest[one]),
            "no" if one in self.surely else "unknown",
        )

    def _day(self, start: float) -> date | None:
        known = start < math.inf and start <= self._last_start()
        return self.first + timedelta(days=int(start)) if known else None

    def _fits(self, one: int, start: float, *, perhaps: bool) -> bool:
        """Whether a person takes a place that comes on a day, surely or perhaps."""
        own = self.everyone[one]
        if own.release_on is None:
            at_once = not self.policy.must_finish and start <= self.joined[one]
            return perhaps or own.stays or at_once
        left = self._home(one)
        return left > start and (not self.policy.must_finish or left >= start + self.course)

    def _ahead(self, one: int, among: set[int]) -> list[int]:
        return [other for other in among if self.rank[other] < self.rank[one]]

    def _soonest(self, one: int) -> float:
        """The first day on which those who surely take a place leave one free.

        So many of them as may give up are taken off on each day: without them nobody ends sooner
        than with them, so no more than these can be missing.
        """
        ahead = self._ahead(one, self.surely)
        starts = self._run(ahead, dict.fromkeys(ahead, 0))
        gone = math.ceil(self.allowed.give_up * len(self._ahead(one, self.perhaps)))
        joined = sorted(self.joined[other] for other in ahead)
        ends = sorted(start + self.course for start in starts.values())
        in_use = sorted(self._in_use())
        for day in self._days(self.joined[one], [*ends, *in_use]):
            here = bisect_right(joined, day) - bisect_right(ends, day)
            taken = len(in_use) - bisect_right(in_use, day)
            if max(here - gone, 0) + taken < self.policy.seats:
                return day
        return self._last_start() + 1

    def _days(self, joined: float, ends: Iterable[float]) -> list[float]:
        """The days on which a person may start: a group's, or when a place comes free."""
        if self.policy.group_starts is not None:
            return [day for day in self._group_days() if day >= joined]
        return sorted(day for day in {joined, *ends} if joined <= day < math.inf)

    def _latest(self, one: int) -> float:
        """The first day if everyone who may hold them up does.

        On the day they join, those ahead who may still wait all wait, and whoever else may have
        started before has the place for as long as can be.
        """
        day = self.joined[one]
        waiting = [other for other in self._ahead(one, self.perhaps) if self.latest[other] >= day]
        others = self.perhaps - {one, *waiting}
        seated = [min(self.latest[other], day - 1) + self.course
                  for other in others if self.soonest[other] < day]  # fmt: skip
        return self._behind(one, waiting, day, seated)[one]

    def _behind(
        self, one: int, ahead: Sequence[int], day: float = 0, seated: Sequence[float] = ()
    ) -> dict[int, float]:
        """The starts of a person and of these others, who all go first, from a day on."""
        return self._run([*ahead, one], dict.fromkeys(ahead, 0) | {one: 1}, day, seated)

    def _run(
        self, among: Iterable[int], rank: Mapping[int, int], day: float = 0,
        seated: Sequence[float] = (), *, leave: bool = False,
    ) -> dict[int, float]:  # fmt: skip
        """The starts of some people from a day on; with ``leave`` they go home as given."""
        them = sorted(among, key=lambda one: self.joined[one])
        people = People(
            [max(self.joined[one], day) for one in them],
            [self.course] * len(them),
            [self._home(one) for one in them] if leave else (),
        )
        order = Ranked([float(rank[one]) for one in them])
        taken = sorted([*self._in_use(), *seated])[
            -self.policy.seats :
        ]  # who is out by then is no matter
        must_finish = leave and self.policy.must_finish
        places = Places(self.policy.seats, must_finish, taken, self.until)
        if self.policy.group_starts is None:
            starts = in_order(people, places, order)
        else:
            starts = in_groups(people, places, order, list(self._group_days()))
        return {one: math.inf if start is None else start
                for one, start in zip(them, starts, strict=True)}  # fmt: skip

    def _in_use(self) -> list[float]:
        """The days on which places come free that are in use on the first day."""
        return [float((until - self.first).days) for until in self.policy.taken_until]

    def _home(self, one: int) -> float:
        day = self.everyone[one].release_on
        return math.inf if day is None else float((day - self.first).days)

    def _group_days(self) -> Iterator[float]:
        for day in sorted(self.policy.group_starts or ()):
            if day >= self.first:
                yield float((day - self.first).days)

    def _last_start(self) -> float:
        """The last day on which anyone can start, as far as is known."""
        if self.policy.group_starts is None:
            return self.until
        return max([-1.0, *self._group_days()])
