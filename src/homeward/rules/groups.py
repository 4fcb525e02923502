"""Groups of charges: those of one arrest, one day, one course of conduct, and the highest in them.

A group is a relation like any other: it can be counted, searched and looked
at for every or any of its charges. A charge is always one of its own group,
also where the fact that makes the group is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.rules.choice import FirstMatch
from homeward.rules.fact import FactRef, this
from homeward.rules.logic import TruthNode, either
from homeward.rules.node import Node
from homeward.rules.rows import Rows, charges_of_person
from homeward.rules.truth import Compare, Exists, Same


@dataclass(frozen=True, eq=False)
class Itself(TruthNode):
    """Inside a filter over other rows: the row is the very one that the rule is about."""


ITSELF = Itself()


def same(fact: FactRef) -> Same:
    """Inside a filter: this code is known, and the same as that of the row the rule is about."""
    return Same(fact)


def on_the_same_day(day: FactRef) -> Compare:
    """Inside a filter: this day is that of the row the rule is about."""
    return Compare(day, "==", this(day))


def group_of(claim: Node) -> Rows:
    """This charge and those of the person's charges of which a claim is true."""
    return charges_of_person.that(either(ITSELF, claim))


def by_highest(
    rows: Rows, fact: FactRef, levels: Mapping[str, Node], otherwise: Node
) -> FirstMatch:
    """The branch of the highest level among some rows; the levels stand highest first."""
    branches = tuple((Exists(rows.that(fact.is_in(level))), node) for level, node in levels.items())
    return FirstMatch(branches, otherwise)
