"""How a list gives its places, day by day: who starts when, and who never does.

Each day in order: seats come free, people join, the released leave, and seats are filled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

TOO_LITTLE, RELEASED = "too little time before release", "released before a place came free"
ORDERS = ("first come", "strict", "ageing")


@dataclass
class Waiter:
    """One person on the list, and what becomes of them.

    Attributes:
        release_on: the day they go home; None where it is not given, or never comes.
        stays: whether it is given: a day, or that none will come.
    """

    id: str
    joined_on: date
    urgency: int
    release_on: date | None
    stays: bool = False
    started_on: date | None = None
    left: str = ""


@dataclass(frozen=True)
class Policy:
    """How places are given: all that a reform could change.

    Attributes:
        group_starts: the only days on which anyone may start; None for any day.
        must_finish: whether who would be released before the end is passed over.
        taken_until: the days on which the places that are in use on the first day come free.
    """

    seats: int
    course: timedelta
    order: str
    must_finish: bool
    group_starts: frozenset[date] | None
    points: Mapping[str, float]
    points_per_day: float
    taken_until: tuple[date, ...] = ()

    def place(self, day: date) -> Callable[[Waiter], tuple[float, date, str]]:
        """The sort key of a day: who is first has the lowest; ties go by joining day, then id."""

        def key(one: Waiter) -> tuple[float, date, str]:
            waited = (day - one.joined_on).days
            first = {
                "first come": 0.0,
                "strict": float(one.urgency),
                "ageing": -(self.points.get(str(one.urgency), 0) + self.points_per_day * waited),
            }[self.order]
            return first, one.joined_on, one.id

        return key

    def may_start(self, one: Waiter, day: date) -> bool:
        """Whether the person has time left for the whole course, where that is asked."""
        leaves = one.release_on
        return not self.must_finish or leaves is None or leaves >= day + self.course


def run(people: Sequence[Waiter], policy: Policy, first: date, last: date) -> None:
    """Let the days pass; writes into each person what became of them."""
    ends = list(policy.taken_until)
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        ends = [end for end in ends if end > day]
        waiting = [p for p in people if p.joined_on <= day and not p.started_on and not p.left]
        for one in waiting:
            if one.release_on is not None and one.release_on <= day:
                one.left = TOO_LITTLE if policy.must_finish else RELEASED
        if policy.group_starts is not None and day not in policy.group_starts:
            continue
        ready = [one for one in waiting if not one.left and policy.may_start(one, day)]
        for one in sorted(ready, key=policy.place(day))[: max(policy.seats - len(ends), 0)]:
            one.started_on = day
            ends.append(day + policy.course)
