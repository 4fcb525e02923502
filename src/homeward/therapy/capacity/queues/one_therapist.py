"""One therapist, courses of any length: M/G/1.

F. Pollaczek, "Über eine Aufgabe der Wahrscheinlichkeitstheorie", Mathematische Zeitschrift 32
(1930); A. Khinchine (1932). Of the length of a course only its mean and its spread matter. Courses
that differ much make everyone wait longer, though the work is the same.

>>> same = mean_wait(joins_a_day=1 / 120, course_days=84, spread=0)
>>> varied = mean_wait(joins_a_day=1 / 120, course_days=84, spread=1)
>>> round(same, 6), round(varied / same, 6)
(98.0, 2.0)
"""

from __future__ import annotations

from homeward.therapy.capacity.queues.problem import steady


def mean_wait(joins_a_day: float, course_days: float, spread: float) -> float:
    """The mean wait in days.

    Args:
        joins_a_day: how many people join the list a day.
        course_days: the mean length of a course.
        spread: its standard deviation over its mean (0: all alike; 1: exponential).

    Raises:
        Overload: when the list has no steady state.
    """
    load = steady(joins_a_day * course_days)
    return load / (1 - load) * (1 + spread**2) / 2 * course_days
