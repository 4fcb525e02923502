"""Many places, courses of random length, nobody leaves the list: M/M/c.

A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in
automatic telephone exchanges", Elektroteknikeren 13 (1917). Joins come at random (Poisson),
courses last an exponential time, and the list is first come, first served.

The offered load ``work`` is joins a day times days of a course: how many places would be busy if
there were no end of them.

>>> round(share_who_wait(work=1, places=2), 6)
0.333333
>>> round(mean_wait(joins_a_day=1 / 84, course_days=84, places=2), 6)
28.0
"""

from __future__ import annotations

import math

from homeward.therapy.capacity.queues.problem import steady


def share_turned_away(work: float, places: int) -> float:
    """Erlang's B: the share that finds no place, where there is no list at all."""
    lost = 1.0
    for place in range(1, places + 1):
        lost = work * lost / (place + work * lost)
    return lost


def share_who_wait(work: float, places: int) -> float:
    """Erlang's C: the share that finds every place taken.

    Raises:
        Overload: when the work is as much as the places, or more.
    """
    load = steady(work / places)
    lost = share_turned_away(work, places)
    return lost / (1 - load * (1 - lost))


def mean_wait(joins_a_day: float, course_days: float, places: int) -> float:
    """The mean wait of everyone, those who wait no time at all too, in days.

    Raises:
        Overload: when the list has no steady state.
    """
    waits = share_who_wait(joins_a_day * course_days, places)
    return waits / (places / course_days - joins_a_day)


def share_waiting_over(days: float, joins_a_day: float, course_days: float, places: int) -> float:
    """The share of people who wait longer than so many days.

    Raises:
        Overload: when the list has no steady state.
    """
    waits = share_who_wait(joins_a_day * course_days, places)
    return waits * math.exp(-(places / course_days - joins_a_day) * days)
