"""Weights as running sums, ready to be picked from with one even number in [0, 1).

>>> shares = Shares.of({"yes": 3, "no": 1, "unknown": 1})
>>> shares.words, shares.pick(np.array([0.0, 0.59, 0.61, 0.99])).tolist()
(('yes', 'no'), [0, 0, 1, -2147483648])
>>> Bands.of({"1": 1, "4-5": 1}).pick(np.array([0.2, 0.5, 0.99])).tolist()
[1, 4, 5]
>>> Bands.lognormal(median=100, spread=1.0, most=5_000).pick(np.array([0.0, 0.5, 0.999])).tolist()
[0, 100, 2202]
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from homeward.sample.problem import DistributionError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]

NOT_KNOWN = -(2**31)
"""Stands in a column for a value that is not in the record."""

_BINS = 1_024


@dataclass(frozen=True)
class Shares:
    """Words, and how often each comes; the word ``unknown`` is picked as NOT_KNOWN."""

    words: tuple[str, ...]
    ends: Floats
    codes: Ints

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Shares:
        """Shares from words with weights."""
        words = tuple(word for word in weights if word != "unknown")
        codes = [words.index(word) if word in words else NOT_KNOWN for word in weights]
        return cls(words, _running(list(weights.values())), np.array(codes, np.int64))

    def pick(self, even: Floats) -> Ints:
        """The number of a word for each even number."""
        return self.codes[np.searchsorted(self.ends, even, side="right")]


@dataclass(frozen=True)
class Bands:
    """Spans of whole numbers, and how often each comes; even within a span."""

    low: Ints
    high: Ints
    ends: Floats

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Bands:
        """Bands from texts such as ``"5-7"`` with weights."""
        sides = [band.partition("-") for band in weights]
        low = np.array([int(low) for low, _, _ in sides], np.int64)
        high = np.array([int(high or low) for low, _, high in sides], np.int64)
        return cls(low, high, _running(list(weights.values())))

    @classmethod
    def lognormal(cls, median: float, spread: float, most: int) -> Bands:
        """A lognormal in bins of equal weight; ``spread`` is the deviation of the logarithm.

        Logarithms differ in their last digit from machine to machine. The ends
        of the bins are whole numbers, so the picked numbers do not.
        """
        ends = [0, *(int(end) for end in lognormal_quantiles(median, spread)), most + 1]
        low = np.minimum(np.array(ends[:-1], np.int64), most)
        high = np.maximum(np.minimum(np.array(ends[1:]) - 1, most), low)
        return cls(low, high, np.arange(1, _BINS + 1) / _BINS)

    def pick(self, even: Floats) -> Ints:
        """A whole number for each even number, which also says where within its span."""
        band = np.searchsorted(self.ends, even, side="right")
        starts = np.concatenate(([0.0], self.ends[:-1]))
        within = (even - starts[band]) / (self.ends - starts)[band]
        width = (self.high - self.low + 1)[band]
        number: Ints = self.low[band] + np.minimum((within * width).astype(np.int64), width - 1)
        return number

    def each(self) -> dict[str, float]:
        """The weight of each whole number, by its text."""
        weights = np.diff(self.ends, prepend=0.0)
        return {
            str(number): float(weight) / (high - low + 1)
            for low, high, weight in zip(self.low, self.high, weights, strict=True)
            for number in range(low, high + 1)
        }


@dataclass(frozen=True)
class Grid:
    """Several shares over the same words; each row is picked from by its number."""

    words: tuple[str, ...]
    ends: Floats

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, float]]) -> Grid:
        """A grid of shares; a word that a row lacks has no weight there."""
        words = tuple(dict.fromkeys(word for row in rows for word in row))
        ends = [_running([row.get(word, 0) for word in words]) + number
                for number, row in enumerate(rows)]  # fmt: skip
        return cls(words, np.concatenate(ends))

    def pick(self, row: Ints, even: Floats) -> Ints:
        """The number of a word for each row number and even number."""
        found = np.searchsorted(self.ends, row + even, side="right") - row * len(self.words)
        number: Ints = np.minimum(found, len(self.words) - 1)
        return number


def lognormal_quantiles(median: float, spread: float) -> list[float]:
    """The ends between the bins of equal weight of a lognormal."""
    normal = NormalDist()
    return [
        median * math.exp(spread * normal.inv_cdf(number / _BINS)) for number in range(1, _BINS)
    ]


def _running(weights: Sequence[float]) -> Floats:
    """Running sums that end at exactly 1 where the last weight above 0 stands."""
    sums = np.cumsum(np.array(weights, np.float64))
    if sums[-1] <= 0 or min(weights) < 0:
        raise DistributionError("weights must not be negative, and one must be above 0")
    return np.where(sums >= sums[-1], 1.0, sums / sums[-1])
