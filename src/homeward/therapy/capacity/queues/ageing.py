"""Who has waited long moves up, the urgent faster: delay-dependent priority.

L. Kleinrock, "A delay dependent queue discipline", Naval Research Logistics Quarterly 11 (1964).
When a place comes free it goes to the person with the most points: the slope of the class times the
time waited. Equal slopes are first come, first served; slopes far apart are strict priority.

>>> [round(days, 3) for days in mean_waits([1 / 200, 1 / 200], [2, 1], course_days=84, places=1)]
[323.772, 558.228]
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.therapy.capacity.queues.erlang import share_who_wait
from homeward.therapy.capacity.queues.problem import steady


def mean_waits(
    joins_a_day: Sequence[float], slopes: Sequence[float], course_days: float, places: int
) -> list[float]:
    """The mean wait of each class, in the order given, with exponential courses of one law.

    Raises:
        Overload: when the list has no steady state.
    """
    work = sum(joins_a_day) * course_days
    left = share_who_wait(work, places) * course_days / places
    return waits_from(left, [rate * course_days / places for rate in joins_a_day], slopes)


def waits_from(left: float, loads: Sequence[float], slopes: Sequence[float]) -> list[float]:
    """Kleinrock's formula, from the mean time until a place comes free, the loads and slopes.

    Raises:
        Overload: when the list has no steady state.
    """
    all_of_them = left / (1 - steady(sum(loads)))
    found: dict[int, float] = {}
    for place in sorted(range(len(loads)), key=lambda one: slopes[one]):
        own = slopes[place]
        lower = sum(loads[one] * wait * (1 - slopes[one] / own) for one, wait in found.items())
        steeper = sum(
            loads[one] * (1 - own / slope) for one, slope in enumerate(slopes) if slope > own
        )
        found[place] = (all_of_them - lower) / (1 - steeper)
    return [found[place] for place in range(len(loads))]
