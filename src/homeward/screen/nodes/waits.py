"""Waits and shares of terms: how a day is moved, in one step, in the jurisdiction's rounding."""

from __future__ import annotations

from homeward.rules import dates
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.values import ENDLESS, FIRST_DAY, LAST_DAY, NO, Span, amount

MONTHS_IN_YEAR = 12
_MOST_MONTHS = 12 * 1_000


def since(compiler: Compiler, node: dates.Since, scope: str) -> Span:
    """So much time after an event."""
    event, waits = compiler.span(node.event, scope), compiler.span(node.amount, scope)
    return later(compiler, node, event, waits, scope)


def later(compiler: Compiler, node: dates.Since, event: Span, waits: Span, scope: str) -> Span:
    """An event's span moved by a wait."""
    extra = int(node.boundary == "day_after")
    ends = []
    for start, wait in zip(event, waits, strict=True):
        months, days = _wait(compiler, wait, node.unit, scope)
        days = call(f"{{}} + {extra}", days) if extra else days
        ends.append(moved(compiler, start, months, days))
    return Span(*ends)


def _wait(compiler: Compiler, wait: Sql, unit: str, scope: str) -> tuple[Sql, Sql]:
    if unit == "days":
        return NO, call("ceil({})::INTEGER", wait) if not wait.is_constant else wait
    factor = MONTHS_IN_YEAR if unit == "years" else 1
    if wait.is_constant:
        months = -(-float(wait.text) * factor // 1)
        return amount(min(max(months, -_MOST_MONTHS), _MOST_MONTHS)), NO
    text = f"least(greatest(ceil({{}} * {factor}), -{_MOST_MONTHS}), {_MOST_MONTHS})::INTEGER"
    return compiler.layers[scope].column(call(text, wait)), NO


def moved(compiler: Compiler, start: Sql, months: Sql, days: Sql) -> Sql:
    """A day moved by months and days in one step; the sentinels stay, results saturate."""
    if start in (FIRST_DAY, LAST_DAY):
        return start
    forward = compiler.engine.law.body.rounding == "forward"
    # DuckDB clamps to the month's end; where the day was lost, forward is the day after
    lost = " + (day({0}) <> day({0} + to_months({1})))::INTEGER" if forward else ""
    turned = f"CAST({{0}} + to_months({{1}}) AS DATE){lost}" if months != NO else "{0}"
    text = (
        "CASE WHEN {0} <= " + FIRST_DAY.text + " OR {0} >= " + LAST_DAY.text + " THEN {0}"
        f" ELSE greatest(least({turned} + {{2}}, {LAST_DAY.text}), {FIRST_DAY.text}) END"
    )
    return call(text, start, months, days)


def served(compiler: Compiler, node: dates.Served, scope: str) -> Span:
    """A share of a term, in percent, has been served."""
    start, months, percent = compiler.spans((node.start, node.months, node.percent), scope)
    return shares(compiler, start, months, percent, scope)


def shares(compiler: Compiler, start: Span, months: Span, percent: Span, scope: str) -> Span:
    """The span of days on which a share of a term has been served."""
    low = _share(compiler, start.low, months.low, percent.low, scope)
    return Span(low, _share(compiler, start.high, months.high, percent.high, scope))


def _share(compiler: Compiler, start: Sql, months: Sql, percent: Sql, scope: str) -> Sql:
    column = compiler.layers[scope].column
    term = column(call("least(ceil({}), 100000)::INTEGER", months))
    whole = column(call("(({0} * {1}) // 100)::INTEGER", term, percent))
    end = column(moved(compiler, start, term, NO))
    counted = column(moved(compiler, start, whole, NO))
    first, last = FIRST_DAY.text, LAST_DAY.text
    text = (
        f"CASE WHEN {{0}} <= {first} OR {{0}} >= {last} OR {{1}} <= 0 THEN {{0}}"
        f" WHEN {{5}} >= {ENDLESS} OR {{2}} >= {ENDLESS} THEN {last}"
        " WHEN ({1} * {2}) % 100 = 0 THEN {3}"
        f" ELSE least({{0}} + ceil(({{4}} - {{0}}) * {{2}} / 100.0)::INTEGER, {last}) END"
    )
    return call(text, start, term, percent, counted, end, months)


BUILDERS: Builders = {dates.Since: since, dates.Served: served}
