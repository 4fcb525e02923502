"""Changes that are about some rows only: those of which a named day lies on one side of a line.

What the law has now stays for the rest. Each changed number or list gets a name of its own, and a
tree asks first on which side a row stands. While the day is missing the answer spans both laws.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from homeward.facts import Fact
from homeward.rules.amounts import Parameter
from homeward.rules.choice import Choose, FirstMatch, Recorded
from homeward.rules.conditions import Condition, Discretion
from homeward.rules.dates import AllOf, AnyOf, Bounded, HoldsIf, On, Since
from homeward.rules.fact import FactRef, Happened, Tagged
from homeward.rules.logic import And, Not, Or, TruthNode
from homeward.rules.node import Node, walk
from homeward.rules.patch.change import Scope
from homeward.rules.patch.trees import rewritten
from homeward.rules.truth import Compare
from homeward.when import FIRST, LAST

_CHANGED = " as changed"

_SEEN_THROUGH = (AllOf, AnyOf, Since, Bounded, HoldsIf, Choose, FirstMatch, Recorded, And, Or, Not)
"""Nodes that are about this row, and that follow the one part of them that changes."""

Exchange = Callable[[Node], Node]


def changed_name(name: str) -> str:
    """The name that a number or list has where it is changed for some rows only."""
    return name + _CHANGED


def first_name(name: str) -> str:
    """The name that it had before.

    >>> first_name(changed_name("wait.years"))
    'wait.years'
    """
    return name.removesuffix(_CHANGED)


def renaming(parameters: frozenset[str], tags: frozenset[str]) -> Exchange:
    """Exchanges what reads these numbers and lists for what reads the changed ones."""

    def exchange(node: Node) -> Node:
        if isinstance(node, Parameter) and node.name in parameters:
            return replace(node, name=changed_name(node.name))
        if isinstance(node, Tagged) and node.tag in tags:
            return replace(node, tag=changed_name(node.tag))
        return node

    return exchange


def in_scope(scope: Scope, fact: Fact) -> TruthNode:
    """The claim that a row is one that the changes are about."""
    day = FactRef(scope.fact)
    claims: list[Node] = []
    if "none_recorded" in (fact.when_absent, fact.null_is):  # what never happened is on no side
        claims.append(Happened(day))
    if scope.since > FIRST:
        claims.append(Compare(day, ">=", On(scope.since)))
    if scope.before < LAST:
        claims.append(Compare(day, "<", On(scope.before)))
    return And(tuple(claims))


def either_law(claim: Node, new: Node, old: Node) -> Node:
    """The new law where the claim is true, the old one where it is not."""
    return FirstMatch(((claim, new),), old)


def split(tree: Node, claim: Node, exchange: Exchange) -> Node:
    """A tree that goes by the exchanged law where the claim is true.

    The line is drawn as far down as one thing alone changes: what stays the same is there once, and
    so is each named condition. It is drawn outside of filters over other rows, whose days are not
    this row's.
    """
    done: dict[int, Node] = {}

    def one(node: Node) -> Node:
        if id(node) not in done:
            done[id(node)] = _worked_out(node)
        return done[id(node)]

    def _worked_out(node: Node) -> Node:
        new = rewritten(node, exchange)
        if new is node:
            return node
        changed = sum(rewritten(part, exchange) is not part for part in node.parts)
        alone = changed == 1 and isinstance(node, _SEEN_THROUGH)
        if alone or any(isinstance(part, Condition | Discretion) for part in walk(node)):
            return _with_parts(node, one)
        return either_law(claim, new, node)

    return one(tree)


def _with_parts(node: Node, exchange: Exchange) -> Node:
    """The node with each of its direct parts exchanged."""

    def value(held: Any) -> Any:  # noqa: ANN401  what a field holds: nodes, or anything
        if isinstance(held, Node):
            return exchange(held)
        return tuple(value(item) for item in held) if isinstance(held, tuple) else held

    changes = {field.name: value(getattr(node, field.name)) for field in fields(node) if field.init}
    return replace(node, **changes)
