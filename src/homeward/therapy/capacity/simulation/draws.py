"""People who join at random, for lists that a formula covers too.

>>> people = random_people(1000, joins_a_day=0.5, course_days=84, generator=generator(7))
>>> len(people.joined), people == random_people(1000, 0.5, 84, generator(7))
(1000, True)
"""

from __future__ import annotations

import numpy as np

from homeward.therapy.capacity.simulation.people import People


def generator(seed: int, run: int = 0) -> np.random.Generator:
    """The random numbers of one run: the same seed and run, the same numbers everywhere."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, run])))


def random_people(
    number: int,
    joins_a_day: float,
    course_days: float,
    generator: np.random.Generator,
    spread: float = 1.0,
    mean_days_left: float | None = None,
) -> People:
    """So many people who join one after another.

    Args:
        number: how many.
        joins_a_day: how many a day, on average.
        course_days: the mean length of a course.
        generator: where the random numbers come from.
        spread: its standard deviation over its mean; 0 for courses all alike.
        mean_days_left: the mean time from joining to release; None for none.
    """
    joined = generator.exponential(1 / joins_a_day, number).cumsum()
    course = np.full(number, course_days, float)
    if spread:
        shape = 1 / spread**2
        course = generator.gamma(shape, course_days / shape, number)
    leaves: list[float] = []
    if mean_days_left is not None:
        leaves = (joined + generator.exponential(mean_days_left, number)).tolist()
    return People(joined.tolist(), course.tolist(), leaves)
