"""Means of independent runs, with the span that holds the true mean 95 times in 100.

>>> Mean.of([10, 12, 14])
Mean(value=12.0, low=7.03..., high=16.96..., runs=3)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

_STUDENT = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
"""Student's t at 97.5 %, by degrees of freedom from 1, as printed in every table."""


@dataclass(frozen=True)
class Mean:
    """The mean of some runs and its 95 % confidence interval; one run has no interval."""

    value: float
    low: float
    high: float
    runs: int

    @classmethod
    def of(cls, runs: Sequence[float]) -> Mean:
        """The mean of runs that do not depend on one another."""
        middle = fmean(runs)
        if len(runs) == 1:
            return cls(middle, -math.inf, math.inf, 1)
        half = student(len(runs) - 1) * stdev(runs) / math.sqrt(len(runs))
        return cls(middle, middle - half, middle + half, len(runs))

    def holds(self, value: float) -> bool:
        """Whether a value lies in the interval."""
        return self.low <= value <= self.high


def student(freedom: int) -> float:
    """Student's t at 97.5 %; beyond 30 degrees of freedom by Fisher and Cornish's expansion.

    >>> round(student(40), 3), round(student(120), 3)
    (2.021, 1.98)
    """
    if freedom <= len(_STUDENT):
        return _STUDENT[freedom - 1]
    z = 1.959964
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    return z + first / freedom + second / freedom**2
