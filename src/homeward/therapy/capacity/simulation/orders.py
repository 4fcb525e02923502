"""Who is next: the orders in which a list may give its places.

Each order takes people by their number as they join, and hands out the one who is next. None
looks for who was released: a person who can no longer start is passed over when their turn comes,
which changes nothing, since time does not go back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from heapq import heappop, heappush
from typing import Protocol


class Order(Protocol):
    """An order of a list."""

    def join(self, one: int) -> None:
        """A person joins; people join by rising number."""

    def take(self, now: float) -> int:
        """The person who is next on this day leaves the list; there must be one."""

    def __bool__(self) -> bool:
        """Whether anyone is on the list."""


class FirstCome(deque[int]):
    """Who came first is next."""

    def join(self, one: int) -> None:
        """A person joins the end."""
        self.append(one)

    def take(self, _now: float) -> int:
        """The first one."""
        return self.popleft()

    def __bool__(self) -> bool:
        return len(self) > 0


class Ranked:
    """The lowest rank is next; ties go by the order of joining.

    A rank stays while a person waits. An order by points does not need more: if everyone gains
    the same each day, who is ahead stays ahead (``points_rank``).
    """

    def __init__(self, rank: Sequence[float]) -> None:
        """Take the rank of each person, by number."""
        self._rank = rank
        self._waiting: list[tuple[float, int]] = []

    def join(self, one: int) -> None:
        """A person joins at their rank."""
        heappush(self._waiting, (self._rank[one], one))

    def take(self, _now: float) -> int:
        """The one of the lowest rank."""
        return heappop(self._waiting)[1]

    def __bool__(self) -> bool:
        return bool(self._waiting)


def points_rank(
    joined: Sequence[float], points: Sequence[float], points_per_day: float
) -> list[float]:
    """The ranks of an order by points: some for urgency, and so many for each day waited.

    >>> points_rank(joined=[0, 20], points=[0, 30], points_per_day=1)
    [0, -10]
    """
    return [points_per_day * day - own for day, own in zip(joined, points, strict=True)]


class Sloped:
    """Each person gains points at their own slope; who has the most is next (Kleinrock)."""

    def __init__(self, joined: Sequence[float], slope: Sequence[float]) -> None:
        """Take the day of joining and the points a day of each person, by number."""
        self._joined, self._slope = joined, slope
        self._lists: dict[float, deque[int]] = {own: deque() for own in sorted(set(slope))}

    def join(self, one: int) -> None:
        """A person joins those of the same slope."""
        self._lists[self._slope[one]].append(one)

    def take(self, now: float) -> int:
        """The first of one of the slopes: only they can be ahead."""
        ahead = max(
            (own for own, line in self._lists.items() if line),
            key=lambda own: own * (now - self._joined[self._lists[own][0]]),
        )
        return self._lists[ahead].popleft()

    def __bool__(self) -> bool:
        return any(self._lists.values())
