"""Numbers: constants, parameters of the law, sums and their arithmetic, all as spans."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import cast

from homeward.explain.interpret import Interpreter, Meanings
from homeward.explain.memory import remembered_here
from homeward.explain.value import UNBOUNDED, UNKNOWN, Ends, Function, NumberFunction, Numbers, Span
from homeward.facts import Row
from homeward.rules import amounts


def number(_interpreter: Interpreter, node: amounts.Number) -> NumberFunction:
    """The number itself, twice."""
    pair = (node.value, node.value)
    return lambda _row, _outer: pair


def parameter(interpreter: Interpreter, node: amounts.Parameter) -> Function:
    """The law's value on its day, or over the days of the date that decides."""
    name = node.name
    if node.at is None:
        pair = _between(interpreter, name, None)
        return lambda _row, _outer: pair
    at = interpreter.when(node.at)
    interpreter.law.body.parameters[name]  # an unknown name fails now, not with a record
    return lambda row, outer: _between(interpreter, name, at(row, outer))


def _between(interpreter: Interpreter, name: str, days: Span | None) -> Ends:
    low, high, _ = interpreter.law.parameter(name, days)
    if low is None:
        dated = interpreter.law.body.parameters[name].unit == "date"
        return UNKNOWN if dated else UNBOUNDED
    return low, high


def total(interpreter: Interpreter, node: amounts.Total) -> NumberFunction:
    """The sum of a list; a missing list may hold anything."""
    get = interpreter.function(node.fact)

    def summed(row: Row, outer: Row) -> Numbers:
        items = cast("tuple[Numbers, ...] | None", get(row, outer))
        if items is None:
            return 0, math.inf
        return sum(low for low, _ in items), sum(high for _, high in items)

    return summed


def arithmetic(interpreter: Interpreter, node: amounts.Arithmetic) -> NumberFunction:
    """The span of the results over both spans."""
    left, right = interpreter.number(node.left), interpreter.number(node.right)
    combine = _OPERATORS[node.operator]
    return remembered_here(lambda row, outer: combine(left(row, outer), right(row, outer)))


def within(interpreter: Interpreter, node: amounts.Within) -> NumberFunction:
    """A missing number lies between its bounds; a known one stands."""
    value = interpreter.number(node.value)
    least = None if node.least is None else interpreter.number(node.least)
    most = None if node.most is None else interpreter.number(node.most)

    def between(row: Row, outer: Row) -> Numbers:
        low, high = value(row, outer)
        if low == high:
            return low, high
        low = low if least is None else max(low, least(row, outer)[0])
        high = high if most is None else min(high, most(row, outer)[1])
        return min(low, high), high

    return between


def _times(left: Numbers, right: Numbers) -> Numbers:
    corners = [_product(a, b) for a in left for b in right]
    return min(corners), max(corners)


def _product(left: float, right: float) -> float:
    """The product; nothing times endless is nothing, and a share of endless is endless."""
    if not left or not right:
        return 0
    for one, other in ((left, right), (right, left)):
        if one in _ENDLESS:
            return one if other > 0 else -one
    return left * right


_ENDLESS = UNBOUNDED

_OPERATORS: Mapping[str, Callable[[Numbers, Numbers], Numbers]] = {
    "+": lambda left, right: (left[0] + right[0], left[1] + right[1]),
    "-": lambda left, right: (left[0] - right[1], left[1] - right[0]),
    "*": _times,
}

MEANINGS: Meanings = {
    amounts.Number: number,
    amounts.Parameter: parameter,
    amounts.Total: total,
    amounts.Arithmetic: arithmetic,
    amounts.Within: within,
}
