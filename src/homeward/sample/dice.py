"""The dice of one block of people: seeded by the sample's seed and the block's number.

Blocks have a fixed size, so a person is the same whatever the number of people
asked for, and wherever the run was cut into pieces.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from homeward.sample.distributions import Spread
from homeward.sample.shares import Bands, Floats, Grid, Ints, Shares

Truths = NDArray[np.bool_]


class Dice:
    """Draws from the distributions, many at a time."""

    def __init__(self, seed: int, block: int) -> None:
        """Seed the dice of a block."""
        self._source = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(block,)))

    def even(self, count: int) -> Floats:
        """Even numbers in [0, 1)."""
        return self._source.random(count)

    def chance(self, rate: float, count: int) -> Truths:
        """True at a rate."""
        return self.even(count) < rate

    def word(self, shares: Shares, count: int) -> Ints:
        """Numbers of words."""
        return shares.pick(self.even(count))

    def number(self, bands: Bands, count: int) -> Ints:
        """Whole numbers."""
        return bands.pick(self.even(count))

    def cell(self, grid: Grid, row: Ints) -> Ints:
        """Numbers of words, each from its row of a grid."""
        return grid.pick(row, self.even(len(row)))

    def whole(self, spread: Spread, count: int) -> Ints:
        """Whole numbers from a lognormal, from 0 to its greatest value."""
        logs = np.log(spread.median) + spread.spread * self._source.standard_normal(count)
        number: Ints = np.minimum(np.exp(np.minimum(logs, 20.0)), spread.most).astype(np.int64)
        return number
