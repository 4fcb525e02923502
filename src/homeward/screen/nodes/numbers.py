"""Numbers as spans: constants, parameters of the law, totals, arithmetic.

A number without bound is an infinity, as it is for one person.
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.rules import amounts
from homeward.rules.parameter_table import Parameter
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.expressions import Sql, call
from homeward.screen.scopes import Scope
from homeward.screen.values import (
    ANY_NUMBER,
    ENDLESS,
    NULL,
    UNKNOWN,
    Span,
    amount,
    both,
    constant,
    either,
    greatest,
    greatest_known,
    least,
    least_known,
    less,
    truth_test,
    when,
)


def number(_compiler: Compiler, node: amounts.Number, _scope: Scope) -> Span:
    """A plain number."""
    return Span(amount(node.value), amount(node.value))


def parameter(compiler: Compiler, node: amounts.Parameter, scope: Scope) -> Span:
    """A parameter on the law's day, or over the days of a span."""
    law = compiler.engine.law
    table = law.body.parameters[node.name]
    open_ = UNKNOWN if table.unit == "date" else ANY_NUMBER
    if node.at is None:
        low, high, _ = law.parameter(node.name)
        return open_ if low is None else Span(constant(low), constant(high))
    here = entries_here(compiler, node, scope)
    found = _over_entries(table, here, gaps_here(compiler, node, scope), open_)
    return _read_as(found, table, here, law.readings.get(node.name))


def entries_here(compiler: Compiler, node: amounts.Parameter, scope: Scope) -> list[Sql]:
    """Where each entry of a parameter's history is in force on some day of the date that counts."""
    history = compiler.engine.law.body.parameters[node.name].history
    if node.at is None:
        day = compiler.engine.law.day
        return [truth_test(entry.since <= day < entry.until) for entry in history]
    span = compiler.span(node.at, scope)
    return [
        both(
            less(span.low, constant(entry.until)),
            call("{} <= {}", constant(entry.since), span.high),
        )
        for entry in history
    ]


def gaps_here(compiler: Compiler, node: amounts.Parameter, scope: Scope) -> list[Sql]:
    """Where some day of the date that counts has no entry."""
    table = compiler.engine.law.body.parameters[node.name]
    if node.at is None:
        day = compiler.engine.law.day
        return [truth_test(not table.is_told(day, day))]
    span = compiler.span(node.at, scope)
    return [
        both(less(span.low, constant(end)), call("{} <= {}", constant(start), span.high))
        for start, end in table.gaps
    ]


def _over_entries(table: Parameter, here: list[Sql], gaps: list[Sql], open_: Span) -> Span:
    """The least and the greatest value of the entries that are in force somewhere."""
    lows, highs = (
        [when(test, constant(entry.span[end]), NULL)
         for test, entry in zip(here, table.history, strict=True)]
        for end in (0, 1)
    )  # fmt: skip
    # NULL means here that an entry was not in force
    found = Span(
        call("coalesce({}, {})", least_known(*lows), open_.low),
        call("coalesce({}, {})", greatest_known(*highs), open_.high),
    )
    unsure = either(*gaps, *lone_readings(table, here))
    return Span(when(unsure, open_.low, found.low), when(unsure, open_.high, found.high))


def lone_readings(table: Parameter, here: Sequence[Sql]) -> list[Sql]:
    """Where an entry with one lone reading stands: never confirmed, it bounds nothing."""
    return [
        test for entry, test in zip(table.history, here, strict=True) if len(entry.readings) == 1
    ]


def _read_as(found: Span, table: Parameter, here: Sequence[Sql], chosen: str | None) -> Span:
    """The value of a chosen reading, where the entry that has it is the only one in force."""
    for entry, test in zip(table.history, here, strict=True):
        if chosen is not None and chosen in entry.readings:
            value = constant(entry.readings[chosen])
            alone = both(test, *(call("NOT {}", other) for other in here if other is not test))
            found = Span(when(alone, value, found.low), when(alone, value, found.high))
    return found


def total(compiler: Compiler, node: amounts.Total, scope: Scope) -> Span:
    """The sum of a list of numbers."""
    listed = compiler.single(node.fact, scope)
    return Span(
        call("coalesce(list_sum({}), 0)", listed),
        call("CASE WHEN {0} IS NULL THEN {1} ELSE coalesce(list_sum({0}), 0) END", listed, ENDLESS),
    )


def arithmetic(compiler: Compiler, node: amounts.Arithmetic, scope: Scope) -> Span:
    """Two numbers added, subtracted or multiplied."""
    left, right = compiler.spans((node.left, node.right), scope)
    if node.operator == "*":
        corners = [_times(a, b) for a in left.ends for b in right.ends]
        return Span(least(*corners), greatest(*corners))
    if node.operator == "-":
        return Span(call("{} - {}", left.low, right.high), call("{} - {}", left.high, right.low))
    return Span(call("{} + {}", left.low, right.low), call("{} + {}", left.high, right.high))


def _times(left: Sql, right: Sql) -> Sql:
    """A product, in which nothing of something endless is nothing."""
    if left.is_constant and right.is_constant and "Inf" not in left.template + right.template:
        return call("{} * {}", left, right)
    return call("CASE WHEN {0} = 0 OR {1} = 0 THEN 0 ELSE {0} * {1} END", left, right)


def within(compiler: Compiler, node: amounts.Within, scope: Scope) -> Span:
    """A missing number between its bounds; a known one stands."""
    low, high = compiler.span(node.value, scope).ends
    floor = low if node.least is None else greatest(low, compiler.span(node.least, scope).low)
    roof = high if node.most is None else least(high, compiler.span(node.most, scope).high)
    known = call("{} = {}", low, high)
    return Span(when(known, low, least(floor, roof)), when(known, high, roof))


BUILDERS: Builders = {
    amounts.Number: number,
    amounts.Parameter: parameter,
    amounts.Total: total,
    amounts.Arithmetic: arithmetic,
    amounts.Within: within,
}
