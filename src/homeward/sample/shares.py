"""Weights as running sums, ready to be picked from with one even number in [0, 1).

>>> shares = Shares.of({"yes": 3, "no": 1})
>>> [shares.words[i] for i in shares.pick(np.array([0.0, 0.74, 0.76]))]
['yes', 'yes', 'no']
>>> Bands.of({"1": 1, "4-5": 1}).pick(np.array([0.2, 0.5, 0.99])).tolist()
[1, 4, 5]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from homeward.sample.problem import DistributionError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Shares:
    """Words, and how often each comes."""

    words: tuple[str, ...]
    ends: Floats

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Shares:
        """Shares from words with weights."""
        return cls(tuple(weights), _running(list(weights.values())))

    def pick(self, even: Floats) -> Ints:
        """The number of a word for each even number."""
        return np.searchsorted(self.ends, even, side="right")


@dataclass(frozen=True)
class Bands:
    """Spans of whole numbers, and how often each comes; even within a span."""

    low: Ints
    high: Ints
    starts: Floats
    ends: Floats

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Bands:
        """Bands from texts such as ``"5-7"`` with weights."""
        sides = [band.partition("-") for band in weights]
        low = np.array([int(low) for low, _, _ in sides], np.int64)
        high = np.array([int(high or low) for low, _, high in sides], np.int64)
        ends = _running(list(weights.values()))
        return cls(low, high, np.concatenate(([0.0], ends[:-1])), ends)

    def pick(self, even: Floats) -> Ints:
        """A whole number for each even number, which also says where within its span."""
        band = np.searchsorted(self.ends, even, side="right")
        within = (even - self.starts[band]) / (self.ends - self.starts)[band]
        width = (self.high - self.low + 1)[band]
        number: Ints = self.low[band] + np.minimum((within * width).astype(np.int64), width - 1)
        return number


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


def _running(weights: Sequence[float]) -> Floats:
    """Running sums that end at exactly 1 where the last weight above 0 stands."""
    sums = np.cumsum(np.array(weights, np.float64))
    if sums[-1] <= 0 or min(weights) < 0:
        raise DistributionError("weights must not be negative, and one must be above 0")
    return np.where(sums >= sums[-1], 1.0, sums / sums[-1])
