"""Which spans stand for numbers and which for days: a fact has the sort of its kind."""

from __future__ import annotations

from homeward.explain.interpret import Interpreter
from homeward.rules.amounts import Parameter
from homeward.rules.choice import Choose, FirstMatch, Reading, Recorded
from homeward.rules.fact import FactRef
from homeward.rules.node import Node

Choice = Choose | FirstMatch | Reading | Recorded


def is_number(engine: Interpreter, node: Node) -> bool:
    """Whether a node's span is one of numbers."""
    if isinstance(node, FactRef):
        return engine.vocabulary[node.name].kind == "number"
    if isinstance(node, Parameter):
        return engine.law.body.parameters[node.name].unit != "date"
    if isinstance(node, Choice):
        return is_number(engine, node.parts[-1])
    return node.sort == "number"
