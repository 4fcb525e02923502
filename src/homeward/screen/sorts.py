"""What a node is read as: whether its span is one of numbers, and whose facts it reads."""

from __future__ import annotations

from functools import cache

from homeward.explain.interpret import Interpreter
from homeward.rules.amounts import Parameter
from homeward.rules.choice import Choose, FirstMatch, Reading, Recorded
from homeward.rules.dates import AnswerOf, NextAfter, PreviousBefore
from homeward.rules.fact import FactRef, Outer
from homeward.rules.groups import Itself
from homeward.rules.limit import Budget
from homeward.rules.node import Node
from homeward.rules.rows import Rows
from homeward.rules.truth import Same

Choice = Choose | FirstMatch | Reading | Recorded


def is_number(engine: Interpreter, node: Node) -> bool:
    """Whether a node's span is one of numbers."""
    if isinstance(node, FactRef):
        return engine.vocabulary[node.name].kind == "number"
    if isinstance(node, Outer):
        return is_number(engine, node.fact)
    if isinstance(node, Parameter):
        return engine.law.body.parameters[node.name].unit != "date"
    if isinstance(node, Choice):
        return is_number(engine, node.parts[-1])
    return node.sort == "number"


@cache
def looks_out(node: Node) -> bool:
    """Whether a node inside a filter reads the row that the filter starts from.

    A relation inside a filter starts from the filter's own row, so what its own
    filter reads is nearer home; only the day that it stands by is still outside.
    """
    if isinstance(node, Outer | Same | Itself):
        return True
    if isinstance(node, AnswerOf | Budget):
        return False
    if any(isinstance(part, Rows) for part in node.parts):
        near = (node.after,) if isinstance(node, NextAfter) else ()
        near = (node.before,) if isinstance(node, PreviousBefore) else near
        return any(looks_out(part) for part in near)
    return any(looks_out(part) for part in node.parts)
