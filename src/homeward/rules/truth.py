"""Claims that are yes, no or unknown: about facts, orders of days, other rows, the law itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from homeward.rules.fact import FactRef
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node
from homeward.rules.rows import Rows

Comparison = Literal["<", "<=", "==", ">=", ">"]


@dataclass(frozen=True, eq=False)
class Claim(TruthNode):
    """A yes-or-no fact of the record."""

    fact: FactRef


@dataclass(frozen=True, eq=False)
class Same(TruthNode):
    """Inside a filter over other rows: this code is the same on both rows, and known."""

    fact: FactRef


@dataclass(frozen=True, eq=False)
class Compare(TruthNode):
    """Two dates or two numbers stand in an order."""

    left: Node
    order: Comparison
    right: Node


@dataclass(frozen=True, eq=False)
class Includes(TruthNode):
    """A list of numbers holds this number."""

    fact: FactRef
    item: Node


@dataclass(frozen=True, eq=False)
class Exists(TruthNode):
    """Some row of a relation is there."""

    rows: Rows


@dataclass(frozen=True, eq=False)
class Every(TruthNode):
    """Every row of a relation makes a claim true; none at all does too."""

    rows: Rows
    claim: Node


@dataclass(frozen=True, eq=False)
class OpenLaw(TruthNode):
    """A claim that the law itself leaves open: unknown, and named as an open question."""

    question: str


@dataclass(frozen=True, eq=False)
class LawSays(TruthNode):
    """A yes-or-no parameter of the law."""

    parameter: Node


def claim(fact: FactRef) -> Claim:
    """The truth of a yes-or-no fact."""
    return Claim(fact)


def law_says(parameter: Node) -> LawSays:
    """The truth of a yes-or-no parameter."""
    return LawSays(parameter)


def before(left: Node, right: Node) -> Compare:
    """A day lies strictly before another (or a number below it)."""
    return Compare(left, "<", right)


def by(left: Node, right: Node) -> Compare:
    """A day is no later than another (or a number no greater)."""
    return Compare(left, "<=", right)


def at_least(left: Node, right: Node) -> Compare:
    """A number is no smaller than another (or a day no earlier)."""
    return Compare(left, ">=", right)


def includes(fact: FactRef, item: Node) -> Includes:
    """A list fact holds a number."""
    return Includes(fact, item)


def exists(rows: Rows) -> Exists:
    """There is such a row."""
    return Exists(rows)


def every(rows: Rows, claim: Node) -> Every:
    """All such rows make the claim true."""
    return Every(rows, claim)


def open_law(question: str) -> OpenLaw:
    """The law is not settled here; ``question`` names the entry on the page of open questions."""
    return OpenLaw(question)
