"""The most urgent first, and nobody in a course is sent away for another: strict priority.

A. Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1954). Classes
are given most urgent first. The sum over the classes of load times wait is the same for every order
of the list (L. Kleinrock's conservation law): an order helps one class only at another's cost.

>>> [round(days, 6) for days in many_places([1 / 200, 1 / 200], course_days=84, places=1)]
[121.655172, 760.344828]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from homeward.therapy.capacity.queues.erlang import share_who_wait
from homeward.therapy.capacity.queues.problem import steady


def one_therapist(
    joins_a_day: Sequence[float], course_days: Sequence[float], spread: Sequence[float]
) -> list[float]:
    """The mean wait of each class with one therapist; courses may differ by class.

    Args:
        joins_a_day: of each class, most urgent first.
        course_days: the mean length of a course of each class.
        spread: its standard deviation over its mean.

    Raises:
        Overload: when the list has no steady state.
    """
    classes = list(zip(joins_a_day, course_days, spread, strict=True))
    left = sum(rate * mean**2 * (1 + varies**2) / 2 for rate, mean, varies in classes)
    return list(_waits(left, [rate * mean for rate, mean, _ in classes]))


def many_places(joins_a_day: Sequence[float], course_days: float, places: int) -> list[float]:
    """The mean wait of each class with many places and exponential courses of one law.

    Raises:
        Overload: when the list has no steady state.
    """
    work = sum(joins_a_day) * course_days
    left = share_who_wait(work, places) * course_days / places
    return list(_waits(left, [rate * course_days / places for rate in joins_a_day]))


def _waits(left: float, loads: Sequence[float]) -> Iterator[float]:
    """Cobham's formula, from the mean time until a place comes free and the loads."""
    steady(sum(loads))
    before = 0.0
    for load in loads:
        upto = before + load
        yield left / ((1 - before) * (1 - upto))
        before = upto
