"""A group of so many starts every so many days: bulk service.

N. T. J. Bailey, "On queueing processes with bulk service", Journal of the Royal Statistical Society
B 16 (1954). A group starts on its day however few have joined. Half the gap between two starts is
added to everyone's wait, even where there is room for all.

>>> round(mean_wait(joins_a_day=1 / 1000, group_size=8, days_between=42), 3)
21.0
>>> round(mean_wait(joins_a_day=0.15, group_size=8, days_between=42), 1)
26.7
"""

from __future__ import annotations

from homeward.therapy.capacity.queues.random_walk import mean_left_waiting


def mean_wait(joins_a_day: float, group_size: int, days_between: float) -> float:
    """The mean wait from joining to the start of the group, in days.

    Raises:
        Overload: when the list has no steady state.
    """
    left = mean_left_waiting(joins_a_day * days_between, group_size)
    return left / joins_a_day + days_between / 2
