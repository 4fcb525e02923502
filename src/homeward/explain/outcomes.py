"""What an answer brings: the outcome of the limb that decides it, else that of its rule."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.explain.interpret import Interpreter
from homeward.facts import Row
from homeward.rules import choice, conditions, dates
from homeward.rules.node import Node
from homeward.rules.outcome import Limb, Outcome
from homeward.rules.rule import Rule


def outcome_of(engine: Interpreter, rule: Rule, row: Row) -> Outcome:
    """The outcome of a rule's answer for a row; what its limb does not say, the rule says."""
    limb = _deciding(engine, rule.tree, row) if rule.has_limbs else None
    return rule.outcome if limb is None else limb.outcome.or_else(rule.outcome)


def _deciding(engine: Interpreter, node: Node, row: Row) -> Limb | None:
    """The limb on the way that a tree takes, or None where it takes none."""
    if isinstance(node, Limb):
        return node
    found = (_deciding(engine, part, row) for part in _ways(engine, node, row))
    return next((limb for limb in found if limb is not None), None)


def _ways(engine: Interpreter, node: Node, row: Row) -> Sequence[Node]:
    """The parts that an answer comes from: of several ways the soonest, else the first possible."""
    ways: Sequence[Node] = []
    match node:
        case conditions.Condition():
            ways = [node.tree]
        case dates.AllOf():
            ways = engine.in_force(node.items)
        case dates.AnyOf():
            ways = sorted(engine.in_force(node.items), key=lambda way: engine.when(way)(row, row))
            ways = ways[:1]
        case choice.FirstMatch():
            fit = (branch for claim, branch in node.branches if engine.holds(claim, row))
            ways = [next(fit, node.otherwise)]
        case choice.Choose():
            ways = _branch(node, engine.code(node.fact)(row, row))
        case choice.Reading():
            ways = [branch for _, branch in engine.readings(node)][:1]
    return ways


def _branch(node: choice.Choose, code: str | None) -> Sequence[Node]:
    rest = [] if node.otherwise is None else [node.otherwise]
    taken = [branch for value, branch in node.branches if code in (None, value)]
    return [*taken, *rest][:1]
