"""The logic of claims: and, or, not over yes, no and unknown.

Only truths can be negated. They become part of an answer through
:func:`~homeward.rules.dates.holds_if`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from homeward.rules.node import Node, Sort


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
class And(TruthNode):
    """Every claim holds."""

    claims: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class Or(TruthNode):
    """One claim at least holds."""

    claims: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class Not(TruthNode):
    """The claim does not hold."""

    claim: Node


YES = Const(value=True)
NO = Const(value=False)


def both(*claims: Node) -> And:
    """Every one of the claims holds."""
    return And(claims)


def either(*claims: Node) -> Or:
    """At least one of the claims holds."""
    return Or(claims)


def opposite(claim: Node) -> Not:
    """The claim does not hold; for branches, which have no ``~`` of their own."""
    return Not(claim)
