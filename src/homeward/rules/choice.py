"""Branches: by the value of a fact, by the first claim that holds, by a reading of open law.

While the deciding fact is missing the answer is the span over every branch
that is still possible. The branches of one choice are all of one sort.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.rules.fact import FactRef
from homeward.rules.node import Node


@dataclass(frozen=True, eq=False)
class Choose(Node):
    """One branch a value of a code; ``otherwise`` for every other value."""

    fact: FactRef
    branches: tuple[tuple[str, Node], ...]
    otherwise: Node | None = None


@dataclass(frozen=True, eq=False)
class FirstMatch(Node):
    """The branch of the first claim that is true; ``otherwise`` when none is."""

    branches: tuple[tuple[Node, Node], ...]
    otherwise: Node


@dataclass(frozen=True, eq=False)
class Recorded(Node):
    """What the record states outright; where it is silent, what the law works out."""

    fact: FactRef
    otherwise: Node


@dataclass(frozen=True, eq=False)
class Reading(Node):
    """An open question of law with its named readings.

    Until a reading is chosen the answer spans them all, and the question is
    listed as missing law. ``default`` is the reading that is used, and named as
    assumed, where practice is settled enough to choose one.
    """

    question: str
    says: str
    readings: tuple[tuple[str, Node], ...]
    default: str | None = None


def choose(
    fact: FactRef, branches: Mapping[str | tuple[str, ...], Node], otherwise: Node | None = None
) -> Choose:
    """Branch on a code; a tuple of codes shares one branch."""
    pairs = [
        (code, node)
        for codes, node in branches.items()
        for code in ((codes,) if isinstance(codes, str) else codes)
    ]
    return Choose(fact, tuple(pairs), otherwise)


def first_match(*branches: tuple[Node, Node], otherwise: Node) -> FirstMatch:
    """The branch of the first claim that is true, in the statute's order."""
    return FirstMatch(branches, otherwise)


def recorded(fact: FactRef, otherwise: Node) -> Recorded:
    """The fact where the record holds it, else what the law makes of the rest."""
    return Recorded(fact, otherwise)


def reading(question: str, says: str, default: str | None = None, **readings: Node) -> Reading:
    """An open question of law, with one branch a reading."""
    return Reading(question, says, tuple(readings.items()), default)
