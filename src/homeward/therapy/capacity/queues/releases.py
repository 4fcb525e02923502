"""Many places, and people who are released before a place comes free: M/M/c+M, Erlang's A.

C. Palm (1946; "Research on telephone traffic carried by full availability groups", Tele 1957).
Each person who waits leaves at a steady rate. Such a list is always stable: what does not fit is
never served. So with a load over 1 the share never served is the answer, not the mean wait; a
short wait among those who start can mean that the others were let go.

>>> calm = steady_state(joins_a_day=1 / 60, course_days=84, places=2, mean_days_left=400)
>>> round(calm.load, 2), round(calm.share_never, 3)
(0.7, 0.086)
>>> full = steady_state(joins_a_day=1, course_days=84, places=42, mean_days_left=400)
>>> round(full.load, 2), round(full.share_never, 3), round(1 - 1 / full.load, 3)
(2.0, 0.5, 0.5)
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from homeward.therapy.capacity.queues.problem import steady

_SMALL = 1e-15


@dataclass(frozen=True)
class SteadyState:
    """What becomes of the list in the long run.

    Attributes:
        load: work that comes in, over work that the places can do; may be over 1.
        share_never: of those who join, how many are released before a place comes free.
        mean_waiting: how many wait on a day.
        mean_busy: how many places are taken on a day.
        mean_days_on_list: from joining to a start or a release, whichever comes.
    """

    load: float
    share_never: float
    mean_waiting: float
    mean_busy: float
    mean_days_on_list: float


def steady_state(
    joins_a_day: float, course_days: float, places: int, mean_days_left: float
) -> SteadyState:
    """The long run of a list.

    Args:
        joins_a_day: how many people join a day, at random.
        course_days: the mean length of a course (exponential).
        places: how many can be in a course at once.
        mean_days_left: the mean time to release of who waits (exponential); ``inf`` for none.

    Raises:
        Overload: when nobody is ever released and the places cannot keep up.
    """
    load = joins_a_day * course_days / places
    leaving = 1 / mean_days_left
    if not leaving:
        steady(load)
    chances = _chances(joins_a_day, 1 / course_days, places, leaving)
    waiting = sum(chance * max(n - places, 0) for n, chance in enumerate(chances))
    busy = sum(chance * min(n, places) for n, chance in enumerate(chances))
    return SteadyState(
        load=load,
        share_never=leaving * waiting / joins_a_day,
        mean_waiting=waiting,
        mean_busy=busy,
        mean_days_on_list=waiting / joins_a_day,
    )


def _chances(join: float, finish: float, places: int, leaving: float) -> list[float]:
    """The share of time with n people in the system, for n = 0, 1, 2 and so on."""
    weights = [1.0]
    for n in count(1):
        weights.append(
            weights[-1] * join / (min(n, places) * finish + max(n - places, 0) * leaving)
        )
        if weights[-1] > 1 / _SMALL:
            weights = [weight / weights[-1] for weight in weights]
        if n >= places and weights[-1] < max(weights) * _SMALL and weights[-1] < weights[-2]:
            break
    total = sum(weights)
    return [weight / total for weight in weights]
