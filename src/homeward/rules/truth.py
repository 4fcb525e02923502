"""Claims that are yes, no or unknown: tests on facts, and their logic.

Only truths can be negated. They become part of an answer through
:func:`~homeward.rules.when.holds_if`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from homeward.rules.fact import FactRef
from homeward.rules.node import Node, Sort
from homeward.rules.rows import Rows

Comparison = Literal["<", "<=", "==", ">=", ">"]


@dataclass(frozen=True, eq=False)
class TruthNode(Node):
    """A claim. ``&``, ``|`` and ``~`` are and, or and not."""

    sort: ClassVar[Sort] = "truth"

    def __and__(self, other: Node) -> And:
        """Both hold."""
        return And((self, other))

    def __or__(self, other: Node) -> Or:
        """One of the two holds."""
        return Or((self, other))

    def __invert__(self) -> Not:
        """It does not hold."""
        return Not(self)


@dataclass(frozen=True, eq=False)
class Const(TruthNode):
    """A claim that is settled by the law itself."""

    value: bool


@dataclass(frozen=True, eq=False)
class Claim(TruthNode):
    """A yes-or-no fact of the record."""

    fact: FactRef

    @property
    def parts(self) -> tuple[Node, ...]:
        """The fact."""
        return (self.fact,)


@dataclass(frozen=True, eq=False)
class CodeIn(TruthNode):
    """A code is one of a few."""

    fact: FactRef
    codes: frozenset[str]

    @property
    def parts(self) -> tuple[Node, ...]:
        """The fact."""
        return (self.fact,)


@dataclass(frozen=True, eq=False)
class Stated(TruthNode):
    """The record states one of these codes; silence counts as no.

    Only for whether a question is worth asking, never for an answer.
    """

    fact: FactRef
    codes: frozenset[str]

    @property
    def parts(self) -> tuple[Node, ...]:
        """The fact."""
        return (self.fact,)


@dataclass(frozen=True, eq=False)
class Happened(TruthNode):
    """A dated event has happened."""

    fact: FactRef

    @property
    def parts(self) -> tuple[Node, ...]:
        """The fact."""
        return (self.fact,)


@dataclass(frozen=True, eq=False)
class Tagged(TruthNode):
    """A citation stands on an offense list, as that list was on a day.

    ``at`` is the date that decides which list counts; None is the law's own day.
    """

    fact: FactRef
    tag: str
    at: Node | None = None

    @property
    def parts(self) -> tuple[Node, ...]:
        """The citation, and the day if one is named."""
        return (self.fact,) if self.at is None else (self.fact, self.at)


@dataclass(frozen=True, eq=False)
class Same(TruthNode):
    """Inside a filter over other rows: this code is the same on both rows, and known."""

    fact: FactRef

    @property
    def parts(self) -> tuple[Node, ...]:
        """The fact."""
        return (self.fact,)


@dataclass(frozen=True, eq=False)
class And(TruthNode):
    """Every claim holds."""

    claims: tuple[Node, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        """The claims."""
        return self.claims


@dataclass(frozen=True, eq=False)
class Or(TruthNode):
    """One claim at least holds."""

    claims: tuple[Node, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        """The claims."""
        return self.claims


@dataclass(frozen=True, eq=False)
class Not(TruthNode):
    """The claim does not hold."""

    claim: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        """The claim."""
        return (self.claim,)


@dataclass(frozen=True, eq=False)
class Compare(TruthNode):
    """Two dates or two numbers stand in an order."""

    left: Node
    order: Comparison
    right: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        """Both sides."""
        return (self.left, self.right)


@dataclass(frozen=True, eq=False)
class Exists(TruthNode):
    """Some row of a relation is there."""

    rows: Rows

    @property
    def parts(self) -> tuple[Node, ...]:
        """The relation."""
        return (self.rows,)


@dataclass(frozen=True, eq=False)
class Every(TruthNode):
    """Every row of a relation makes a claim true; none at all does too."""

    rows: Rows
    claim: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        """The relation and the claim."""
        return (self.rows, self.claim)


@dataclass(frozen=True, eq=False)
class OpenLaw(TruthNode):
    """A claim that the law itself leaves open: unknown, and named as an open question."""

    question: str


@dataclass(frozen=True, eq=False)
class LawSays(TruthNode):
    """A yes-or-no parameter of the law."""

    parameter: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        """The parameter."""
        return (self.parameter,)


YES = Const(value=True)
NO = Const(value=False)


def claim(fact: FactRef) -> Claim:
    """The truth of a yes-or-no fact."""
    return Claim(fact)


def law_says(parameter: Node) -> LawSays:
    """The truth of a yes-or-no parameter."""
    return LawSays(parameter)


def both(*claims: Node) -> And:
    """Every one of the claims holds."""
    return And(claims)


def either(*claims: Node) -> Or:
    """At least one of the claims holds."""
    return Or(claims)


def opposite(claim: Node) -> Not:
    """The claim does not hold; for branches, which have no ``~`` of their own."""
    return Not(claim)


def before(left: Node, right: Node) -> Compare:
    """A day lies strictly before another (or a number below it)."""
    return Compare(left, "<", right)


def by(left: Node, right: Node) -> Compare:
    """A day is no later than another (or a number no greater)."""
    return Compare(left, "<=", right)


def at_least(left: Node, right: Node) -> Compare:
    """A number is no smaller than another (or a day no earlier)."""
    return Compare(left, ">=", right)


def exists(rows: Rows) -> Exists:
    """There is such a row."""
    return Exists(rows)


def every(rows: Rows, claim: Node) -> Every:
    """All such rows make the claim true."""
    return Every(rows, claim)


def open_law(question: str) -> OpenLaw:
    """The law is not settled here; ``question`` names the entry on the page of open questions."""
    return OpenLaw(question)
