"""How many are left waiting when a batch of places comes free every so often.

Let ``joins`` people come (Poisson) between two such moments, and ``places`` be filled at each.
Those left waiting follow Q' = max(Q + Poisson(joins) - places, 0), a random walk that is held above
zero. Its mean comes from the roots of z^places = exp(joins (z - 1)) in the unit disk: F. Downton,
"Waiting time in bulk service queues", Journal of the Royal Statistical Society B 17 (1955).
"""

from __future__ import annotations

import cmath
from collections.abc import Iterator

from homeward.therapy.capacity.queues.problem import steady

_CLOSE = 1e-14
_STEPS = 200


def mean_left_waiting(joins: float, places: int) -> float:
    """The mean number left waiting, just after the places were filled.

    With one place there are no roots to find, and it is load² / (2 (1 - load)):

    >>> round(mean_left_waiting(0.5, 1), 9)
    0.25

    Raises:
        Overload: when the list has no steady state.
    """
    if not steady(joins / places):
        return 0.0
    spread = (joins**2 - places * (places - 1)) / (2 * (places - joins))
    return max(0.0, spread + sum(1 / (1 - root) for root in _roots(joins, places)).real)


def _roots(joins: float, places: int) -> Iterator[complex]:
    """The roots but 1 itself, one on each ray: z = w exp(joins (z - 1) / places), w^places = 1."""
    load = joins / places
    for number in range(1, places):
        ray = cmath.exp(2j * cmath.pi * number / places)
        root: complex = 0j
        for _ in range(_STEPS):  # Newton's method: a few steps are enough
            there = ray * cmath.exp(load * (root - 1))
            step = (root - there) / (1 - load * there)
            root -= step
            if abs(step) < _CLOSE:
                break
        yield root
