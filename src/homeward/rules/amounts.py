"""Numbers in a rule: constants, dated parameters, counts and their arithmetic.

Like answers, numbers are intervals while facts are missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from homeward.rules.fact import FactRef
from homeward.rules.node import Node, Sort
from homeward.rules.rows import Rows

Operator = Literal["+", "-", "*"]

MEAN_YEAR = 365.2425
"""The days of a year of the calendar, on average over its whole round of 400 years."""


@dataclass(frozen=True, eq=False)
class NumberNode(Node):
    """A number, or a span of numbers while facts are missing."""

    sort: ClassVar[Sort] = "number"

    def __add__(self, other: Node) -> Arithmetic:
        """The sum."""
        return Arithmetic(self, "+", other)

    def __sub__(self, other: Node) -> Arithmetic:
        """The difference."""
        return Arithmetic(self, "-", other)

    def __mul__(self, other: Node) -> Arithmetic:
        """The product."""
        return Arithmetic(self, "*", other)


@dataclass(frozen=True, eq=False)
class Number(NumberNode):
    """A number that no reform changes: a unit's size, never a number of the law."""

    value: float


@dataclass(frozen=True, eq=False)
class Parameter(Node):
    """A number, date or list of the law, from its dated table.

    ``at`` is the date that decides which entry counts; None is the law's own day.
    """

    name: str
    at: Node | None = None


@dataclass(frozen=True, eq=False)
class Count(NumberNode):
    """How many rows a relation has."""

    rows: Rows


@dataclass(frozen=True, eq=False)
class Total(NumberNode):
    """The sum of a list of numbers that a fact holds."""

    fact: FactRef


@dataclass(frozen=True, eq=False)
class Arithmetic(NumberNode):
    """Two numbers added, subtracted or multiplied."""

    left: Node
    operator: Operator
    right: Node


@dataclass(frozen=True, eq=False)
class Within(NumberNode):
    """A number with the bounds that are known of it while it is missing; a known one stands."""

    value: Node
    least: Node | None = None
    most: Node | None = None


def number(value: float) -> Number:
    """A plain number, such as the twelve months of a year."""
    return Number(value)


def param(name: str, *, at: Node | None = None) -> Parameter:
    """A value of the law by its name in ``parameters.toml``."""
    return Parameter(name, at)


def count(rows: Rows) -> Count:
    """How many such rows there are."""
    return Count(rows)


def total(fact: FactRef) -> Total:
    """The sum of the numbers in a list fact."""
    return Total(fact)


def difference(left: Node, right: Node) -> Arithmetic:
    """One number less another."""
    return Arithmetic(left, "-", right)


def in_mean_years(years: Node) -> Arithmetic:
    """A number of years in days of the mean year; for a reading that counts so, never by itself."""
    return Arithmetic(years, "*", Number(MEAN_YEAR))


def months_of(years: Node) -> Arithmetic:
    """A number of years in months."""
    return Arithmetic(years, "*", Number(12))


def within(value: Node, *, least: Node | None = None, most: Node | None = None) -> Within:
    """A number with what is known of it while it is missing."""
    return Within(value, least, most)
