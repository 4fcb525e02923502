"""Who joins a list, what they wait for, and what comes of it: plain days, one entry a person."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify

Starts = list[float | None]
"""The day on which each person starts; None: never, as far as the days go."""


@dataclass(frozen=True)
class People:
    """Everyone who joins, in the order of joining.

    Attributes:
        joined: the day of joining, never falling.
        course: how many days the place is then taken.
        leaves: the day of release, ``math.inf`` where none is known. Empty: nobody ever leaves.
    """

    joined: Sequence[float]
    course: Sequence[float]
    leaves: Sequence[float] = ()

    def all_leaves(self) -> Sequence[float]:
        """A day of release for each person."""
        return self.leaves or [math.inf] * len(self.joined)


@dataclass(frozen=True)
class Places:
    """What people wait for.

    Attributes:
        seats: how many can be in a course at once.
        must_finish: whether who would be released before the end is passed over.
        taken_until: the days on which the places that are taken at first come free.
        last: the last day on which anyone may start.
    """

    seats: int
    must_finish: bool = False
    taken_until: Sequence[float] = ()
    last: float = math.inf

    def free_from(self) -> list[float]:
        """The day from which each place is free, as a heap."""
        taken = sorted(self.taken_until)[: self.seats]
        free = [*([-math.inf] * (self.seats - len(taken))), *taken]
        heapify(free)
        return free
