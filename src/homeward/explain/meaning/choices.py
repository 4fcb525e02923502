"""Branches of any sort: while what decides is missing, the span over all that is possible."""

from __future__ import annotations

from homeward.explain.interpret import Interpreter, Meanings
from homeward.explain.memory import remembered_here
from homeward.explain.value import Function, Value, hull_of, is_settled
from homeward.facts import Row, Truth
from homeward.rules import choice


def choose(interpreter: Interpreter, node: choice.Choose) -> Function:
    """The branch of a code; every branch while the code is missing or has none."""
    get = interpreter.code(node.fact)
    branches = {code: interpreter.function(branch) for code, branch in node.branches}
    otherwise = None if node.otherwise is None else interpreter.function(node.otherwise)
    possible = [*branches.values(), *([] if otherwise is None else [otherwise])]

    def chosen(row: Row, outer: Row) -> Value:
        code = get(row, outer)
        branch = None if code is None else branches.get(code, otherwise)
        if branch is None:
            return hull_of([branch(row, outer) for branch in possible])
        return branch(row, outer)

    return chosen


def first_match(interpreter: Interpreter, node: choice.FirstMatch) -> Function:
    """The branch of the first claim that is true, with those of claims that may be."""
    pairs = [
        (interpreter.truth(claim), interpreter.function(branch)) for claim, branch in node.branches
    ]
    otherwise = interpreter.function(node.otherwise)

    def matched(row: Row, outer: Row) -> Value:
        possible = []
        for claim, branch in pairs:
            held = claim(row, outer)
            if held:
                possible.append(branch(row, outer))
                if held == Truth.YES:
                    return hull_of(possible)
        return hull_of([*possible, otherwise(row, outer)])

    return remembered_here(matched)


def recorded(interpreter: Interpreter, node: choice.Recorded) -> Function:
    """What the record states, else what the law works out."""
    get, otherwise = interpreter.function(node.fact), interpreter.function(node.otherwise)

    def stated(row: Row, outer: Row) -> Value:
        value = get(row, outer)
        return value if is_settled(value) else otherwise(row, outer)

    return stated


def reading(interpreter: Interpreter, node: choice.Reading) -> Function:
    """The span over the readings that are still possible."""
    readings = [interpreter.function(branch) for _, branch in interpreter.readings(node)]
    if len(readings) == 1:
        return readings[0]
    return lambda row, outer: hull_of([branch(row, outer) for branch in readings])


MEANINGS: Meanings = {
    choice.Choose: choose,
    choice.FirstMatch: first_match,
    choice.Recorded: recorded,
    choice.Reading: reading,
}
