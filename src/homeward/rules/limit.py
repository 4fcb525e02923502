"""Limits over a person's set of charges: how many of a kind a lifetime allows.

Rows of one group (one course of conduct) use a single place, at the group's
highest kind. Whether rows share a group may be unknown; then the count is a
span. A kind without a limit uses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from homeward.rules.amounts import Arithmetic, Count
from homeward.rules.dates import answer_of, ever
from homeward.rules.fact import FactRef
from homeward.rules.logic import both, either, opposite
from homeward.rules.node import Node, Sort
from homeward.rules.rows import charges_of_person


@dataclass(frozen=True, eq=False)
class Kind(Node):
    """One kind of place: which rows take it, how many there are, how many are used."""

    name: str
    where: Node
    at_most: Node
    used: Node


@dataclass(frozen=True, eq=False)
class Budget(Node):
    """Whether every row that a question could clear fits the places that are left.

    ``kinds`` stand highest first: a group takes a place of the highest kind
    among its rows. ``question`` names whose answers count.
    """

    question: str
    kinds: tuple[Kind, ...]
    grouped_by: FactRef

    sort: ClassVar[Sort] = "when"


def kind(name: str, where: Node, *, at_most: Node, used: Node) -> Kind:
    """A kind of place with its limit and what is already used."""
    return Kind(name, where, at_most, used)


def budget(
    question: str, *kinds: Kind, grouped_by: FactRef, shared_with: tuple[str, ...] = ()
) -> Budget:
    """The lifetime limits over the answers to a question.

    ``shared_with`` names other questions that draw on the same places: what
    they clear takes its place first, one a charge.
    """
    others = [ever(answer_of(other)) for other in shared_with]
    if others:
        kinds = tuple(_after(one, either(*others)) for one in kinds)
    return Budget(question, kinds, grouped_by)


def _after(one: Kind, cleared: Node) -> Kind:
    """A kind of place once the rows that are cleared in another way have taken theirs."""
    gone = Count(charges_of_person.that(both(one.where, cleared)))
    where = both(one.where, opposite(cleared))
    return Kind(one.name, where, one.at_most, Arithmetic(one.used, "+", gone))
