"""Many places, every course equally long: M/D/c.

C. D. Crommelin, "Delay probability formulae when the holding times are constant", Post Office
Electrical Engineers' Journal 25 (1932). This is the usual case of a programme with a fixed number
of sessions: looked at once a course length, everyone who was in a place has left, so those waiting
are a random walk.

>>> round(mean_wait(joins_a_day=1 / 120, course_days=84, places=1), 6)
98.0
"""

from __future__ import annotations

from homeward.therapy.capacity.queues.random_walk import mean_left_waiting


def mean_wait(joins_a_day: float, course_days: float, places: int) -> float:
    """The mean wait of everyone in days.

    Raises:
        Overload: when the list has no steady state.
    """
    return mean_left_waiting(joins_a_day * course_days, places) / joins_a_day
