"""Numbers as spans: constants, parameters of the law, totals, arithmetic."""

from __future__ import annotations

from homeward.rules import amounts
from homeward.rules.problem import LawError
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.values import ENDLESS, UNKNOWN, Span, amount, constant, day, greatest, least

_ANY_NUMBER = Span(Sql(str(-ENDLESS)), Sql(str(ENDLESS)))


def number(_compiler: Compiler, node: amounts.Number, _scope: str) -> Span:
    """A plain number."""
    return Span(amount(node.value), amount(node.value))


def parameter(compiler: Compiler, node: amounts.Parameter, scope: str) -> Span:
    """A parameter on the law's day, or over the days of a span."""
    table = compiler.engine.law.body.parameters[node.name]
    endless = UNKNOWN if table.unit == "date" else _ANY_NUMBER
    if node.at is None:
        low, high, _ = compiler.engine.law.parameter(node.name)
        return endless if low is None else Span(constant(low), constant(high))
    if any(len(entry.readings) == 1 for entry in table.history):
        msg = f"screening needs a confirmed value in every entry of {node.name}"
        raise LawError(msg)
    span = compiler.span(node.at, scope)
    lows, highs = [], []
    for entry in table.history:
        here = call("{} < {} AND {} <= {}", span.low, day(entry.until), day(entry.since), span.high)
        low, high = (constant(value) for value in entry.span)
        lows.append(call("CASE WHEN {} THEN {} END", here, low))
        highs.append(call("CASE WHEN {} THEN {} END", here, high))
    # least and greatest pass over NULL, which here means: this entry was not in force
    return Span(
        call("coalesce({}, {})", least(*lows), endless.low),
        call("coalesce({}, {})", greatest(*highs), endless.high),
    )


def total(compiler: Compiler, node: amounts.Total, scope: str) -> Span:
    """The sum of a list of numbers."""
    column = compiler.single(node.fact, scope)
    return Span(
        call("coalesce(list_sum({}), 0)", column),
        call(
            "CASE WHEN {0} IS NULL THEN {1} ELSE coalesce(list_sum({0}), 0) END",
            column, Sql(str(ENDLESS)),
        ),
    )  # fmt: skip


def arithmetic(compiler: Compiler, node: amounts.Arithmetic, scope: str) -> Span:
    """Two numbers added, subtracted or multiplied, kept within bounds."""
    left, right = compiler.span(node.left, scope), compiler.span(node.right, scope)
    if node.operator == "*":
        corners = [call("{} * {}", a, b) for a in left for b in right]
        ends = (least(*corners), greatest(*corners))
    elif node.operator == "-":
        ends = (call("{} - {}", left.low, right.high), call("{} - {}", left.high, right.low))
    else:
        ends = (call("{} + {}", left.low, right.low), call("{} + {}", left.high, right.high))
    clip = f"greatest(least({{}}, {ENDLESS}), -{ENDLESS})"
    return Span(call(clip, ends[0]), call(clip, ends[1]))


BUILDERS: Builders = {
    amounts.Number: number,
    amounts.Parameter: parameter,
    amounts.Total: total,
    amounts.Arithmetic: arithmetic,
}
