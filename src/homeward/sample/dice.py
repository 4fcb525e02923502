"""The dice: even numbers that depend on the seed, the name of the draw and the row alone.

A row's number is mixed with the name's, so a person is the same whatever else is
drawn, in whatever order, in blocks of whatever size, on whatever machine. (NumPy's
own generators promise the same stream neither across versions nor for one row.)
The mixing is the last step of SplitMix64 (Steele, Lea, Flood 2014).

>>> from homeward.sample.distributions import read_distributions
>>> dice = Dice(read_distributions("us-mo"), seed=7, keys=keys(np.arange(5)))
>>> dice.even("an example").round(3).tolist()
[0.538, 0.823, 0.817, 0.667, 0.367]
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from homeward.sample.days import number_of
from homeward.sample.distributions import Distributions
from homeward.sample.shares import Floats, Ints, Truths

Keys = NDArray[np.uint64]

_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_FACTORS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


def keys(person: Ints, case: Ints | int = 0, charge: Ints | int = 0) -> Keys:
    """One number for each row; cases and charges are counted from 1."""
    joined = (person << 24) | (np.asarray(case) << 8) | charge
    return np.asarray(joined).astype(np.uint64)


def rows_of(counts: Ints) -> tuple[Ints, Ints]:
    """For rows that have so many rows below them: each one's row above, and its number from 1.

    >>> [found.tolist() for found in rows_of(np.array([2, 1]))]
    [[0, 0, 1], [1, 2, 1]]
    """
    above = np.repeat(np.arange(len(counts)), counts)
    first = np.cumsum(counts) - counts
    return above, np.arange(len(above)) - first[above] + 1


class Dice:
    """Draws from the distributions, for many rows at a time.

    ``last`` is the last day of the record, as columns hold it.
    """

    def __init__(self, book: Distributions, seed: int, keys: Keys) -> None:
        """Dice for these rows."""
        self.book = book
        self.seed = seed
        self.count = len(keys)
        self.last = number_of(book.drawn_through)
        self._rows = _mixed(keys)
        self._thrown: set[str] = set()

    def even(self, name: str) -> Floats:
        """Even numbers in [0, 1).

        Raises:
            ValueError: when the name was drawn for these rows before, as it would come out alike.
        """
        if name in self._thrown:
            msg = f"{name} is drawn twice for the same rows; give the second draw its own name"
            raise ValueError(msg)
        self._thrown.add(name)
        digest = hashlib.sha256(f"{self.seed} {name}".encode()).digest()
        found = _mixed(self._rows ^ np.uint64(int.from_bytes(digest[:8], "little")))
        return (found >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def chance(self, name: str) -> Truths:
        """True at the rate of this name."""
        return self.even(name) < self.book.rate(name)

    def word(self, name: str) -> Ints:
        """Numbers of words from the shares of this name, or NOT_KNOWN."""
        return self.book.shares(name).pick(self.even(name))

    def number(self, name: str) -> Ints:
        """Whole numbers from the bands, or the lognormal, of this name."""
        return self.book.bands(name).pick(self.even(name))

    def cell(self, names: tuple[str, ...], row: Ints) -> Ints:
        """Numbers of words, each from one of several shares, chosen by ``row``."""
        return self.book.grid(names).pick(row, self.even(names[0]))


def _mixed(number: Keys) -> Keys:
    number = (number ^ (number >> _SHIFTS[0])) * _FACTORS[0]
    number = (number ^ (number >> _SHIFTS[1])) * _FACTORS[1]
    return number ^ (number >> _SHIFTS[2])
