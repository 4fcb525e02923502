"""Yes, no or unknown: claims joined, compared, and those that the law itself settles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from homeward.explain.interpret import Interpreter, Meanings
from homeward.explain.value import Ends, Numbers, TruthFunction
from homeward.facts import Row, Truth
from homeward.rules import groups, logic, truth


def const(_interpreter: Interpreter, node: logic.Const) -> TruthFunction:
    """The same for every row."""
    value = Truth.YES if node.value else Truth.NO
    return lambda _row, _outer: value


def every_claim(interpreter: Interpreter, node: logic.And) -> TruthFunction:
    """The least of the claims; the first *no* ends the search."""
    claims = [interpreter.truth(claim) for claim in node.claims]

    def least_of(row: Row, outer: Row) -> int:
        least = 2
        for claim in claims:
            found = claim(row, outer)
            if not found:
                return 0
            if found == Truth.UNKNOWN:
                least = 1
        return least

    return least_of


def some_claim(interpreter: Interpreter, node: logic.Or) -> TruthFunction:
    """The greatest of the claims; the first *yes* ends the search."""
    claims = [interpreter.truth(claim) for claim in node.claims]

    def greatest_of(row: Row, outer: Row) -> int:
        greatest = 0
        for claim in claims:
            found = claim(row, outer)
            if found == Truth.YES:
                return 2
            if found:
                greatest = 1
        return greatest

    return greatest_of


def opposite(interpreter: Interpreter, node: logic.Not) -> TruthFunction:
    """The mirror; unknown stays unknown."""
    claim = interpreter.truth(node.claim)
    return lambda row, outer: 2 - claim(row, outer)


def same(interpreter: Interpreter, node: truth.Same) -> TruthFunction:
    """Whether two rows share a code that is known and not empty."""
    get = interpreter.code(node.fact)

    def is_same(row: Row, outer: Row) -> int:
        here, there = get(row, row), get(outer, outer)
        if here is None or there is None:
            return 1
        return 2 if here and here == there else 0

    return is_same


def itself(_interpreter: Interpreter, _node: groups.Itself) -> TruthFunction:
    """Whether the row is the one that the rule is about."""
    return lambda row, outer: 2 if row is outer else 0


def compared(interpreter: Interpreter, node: truth.Compare) -> TruthFunction:
    """The order of two days or two numbers, unknown while their spans overlap."""
    left = cast("Callable[[Row, Row], Ends]", interpreter.function(node.left))
    right = cast("Callable[[Row, Row], Ends]", interpreter.function(node.right))
    decide = _ORDERS[node.order]
    return lambda row, outer: decide(left(row, outer), right(row, outer))


def includes(interpreter: Interpreter, node: truth.Includes) -> TruthFunction:
    """Yes when one entry surely equals the number, no when none may."""
    get, item = interpreter.function(node.fact), interpreter.number(node.item)

    def holds(row: Row, outer: Row) -> int:
        entries = cast("tuple[Numbers, ...] | None", get(row, outer))
        if entries is None:
            return 1
        wanted = item(row, outer)
        return max((_equal(entry, wanted) for entry in entries), default=0)

    return holds


def law_says(interpreter: Interpreter, node: truth.LawSays) -> TruthFunction:
    """A yes-or-no parameter; unknown where the law is open."""
    get = interpreter.number(node.parameter)

    def says(row: Row, outer: Row) -> int:
        low, high = get(row, outer)
        return 1 if low != high else 2 if low is True else 0

    return says


def open_law(interpreter: Interpreter, node: truth.OpenLaw) -> TruthFunction:
    """Unknown, unless a reading was chosen."""
    chosen = interpreter.law.readings.get(node.question)
    value = {"yes": 2, "no": 0}.get(chosen or "", 1)
    return lambda _row, _outer: value


def _less(left: Ends, right: Ends) -> int:
    return 2 if left[1] < right[0] else 0 if left[0] >= right[1] else 1


def _no_more(left: Ends, right: Ends) -> int:
    return 2 if left[1] <= right[0] else 0 if left[0] > right[1] else 1


def _equal(left: Ends, right: Ends) -> int:
    if left[1] < right[0] or right[1] < left[0]:
        return 0
    return 2 if left[0] == left[1] == right[0] == right[1] else 1


_ORDERS: Mapping[str, Callable[[Ends, Ends], int]] = {
    "<": _less,
    "<=": _no_more,
    "==": _equal,
    ">=": lambda left, right: _no_more(right, left),
    ">": lambda left, right: _less(right, left),
}

MEANINGS: Meanings = {
    logic.Const: const,
    logic.And: every_claim,
    logic.Or: some_claim,
    logic.Not: opposite,
    truth.Same: same,
    groups.Itself: itself,
    truth.Compare: compared,
    truth.Includes: includes,
    truth.LawSays: law_says,
    truth.OpenLaw: open_law,
}
