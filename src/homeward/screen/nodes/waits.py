"""Waits and shares of terms: how a day is moved, in one step, in the jurisdiction's rounding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from homeward.rules import dates
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.expressions import Sql, call
from homeward.screen.scopes import Scope
from homeward.screen.values import (
    ENDLESS,
    FIRST_DAY,
    LAST_DAY,
    LEAST,
    NO,
    TRUE,
    Span,
    amount,
    both,
    when,
)

MONTHS_IN_YEAR = 12
_MOST_MONTHS = 12 * 1_000
_MOST_DAYS = 366 * 1_000

Move = Callable[[Span], Span]


def since(compiler: Compiler, node: dates.Since, scope: Scope) -> Span:
    """So much time after an event."""
    event, waits = compiler.spans((node.event, node.amount), scope)
    return later(compiler, node, waits)(event)


def later(compiler: Compiler, node: dates.Since, waits: Span) -> Move:
    """How a wait moves an event."""
    forward = compiler.engine.law.body.rounding == "forward"
    extra = int(node.boundary == "day_after")
    low, high = (_wait(wait, node.unit, extra, forward=forward) for wait in waits.ends)

    def move(event: Span) -> Span:
        first = low(event.low)
        if event.is_settled and waits.is_settled:
            return Span(first, first)
        same = both(_equal(*event.ends), _equal(*waits.ends))
        # a day that is known is moved once: adding months is what costs most
        return Span(first, when(same, first, high(event.high)))

    return move


def _equal(low: Sql, high: Sql) -> Sql:
    return TRUE if low is high else call("{} = {}", low, high)


def _wait(wait: Sql, unit: str, extra: int, *, forward: bool) -> Callable[[Sql], Sql]:
    if unit == "days":
        days = _whole(wait, 1, _MOST_DAYS)
        days = days if not extra else call(f"{{}} + {extra}", days)
        return lambda start: moved(start, NO, days, forward=forward)
    months = _whole(wait, MONTHS_IN_YEAR if unit == "years" else 1, _MOST_MONTHS)
    days = amount(extra)
    return lambda start: moved(start, months, days, forward=forward)


def _whole(wait: Sql, factor: int, most: int) -> Sql:
    """An amount as a whole number of months or days, within what a calendar holds."""
    if wait.is_constant and wait not in (ENDLESS, LEAST) and "::" not in wait.template:
        whole = -(-float(wait.template) * factor // 1)
        return amount(min(max(whole, -most), most))
    template = f"greatest(least(ceil({{}} * {factor}), {most}), -{most})::INTEGER"
    return call(template, wait)


def moved(start: Sql, months: Sql, days: Sql, *, forward: bool) -> Sql:
    """A day moved by months and days in one step; the sentinels stay, results saturate."""
    if start in (FIRST_DAY, LAST_DAY):
        return start
    first, last = FIRST_DAY.template, LAST_DAY.template
    plus = "" if days is NO else " + {2}"
    whole = _within(("{0}" if months is NO else _turned(forward=False)) + plus)
    template = f"CASE WHEN {{0}} <= {first} OR {{0}} >= {last} THEN {{0}}"
    if months is not NO and forward:
        # only the last days of a month are ever lost, and looking costs as much as adding
        template += f" WHEN day({{0}}) > 28 THEN {_within(_turned(forward=True) + plus)}"
    return call(f"{template} ELSE {whole} END", start, months, days)


def _within(day: str) -> str:
    """A day within the calendar, as a template."""
    return f"greatest(least({day}, {LAST_DAY.template}), {FIRST_DAY.template})"


def _turned(*, forward: bool) -> str:
    """A day some months on, however far, in the jurisdiction's rounding."""
    # DuckDB clamps to the month's end; where the day was lost, forward is the day after
    lost = " + (day({0}) <> day({0} + to_months({1})))::INTEGER" if forward else ""
    return f"CAST({{0}} + to_months({{1}}) AS DATE){lost}"


def served(compiler: Compiler, node: dates.Served | dates.DaysServed, scope: Scope) -> Span:
    """A share of a term, in percent, has been served."""
    start, months, percent = compiler.spans((node.start, node.months, node.percent), scope)
    return shares(compiler, node, months, percent)(start)


def shares(
    compiler: Compiler, node: dates.Served | dates.DaysServed, months: Span, percent: Span
) -> Move:
    """How a share of a term moves its start."""
    forward = compiler.engine.law.body.rounding == "forward"
    return lambda start: Span(
        _share(node, start.low, months.low, percent.low, forward=forward),
        _share(node, start.high, months.high, percent.high, forward=forward),
    )


_PART_DAY = {
    "up": "(({days}) + {whole} - 1) // {whole}",
    "down": "({days}) // {whole}",
    "nearest": "(2 * ({days}) + {whole}) // (2 * {whole})",
}
"""How a share of days becomes whole days, in whole numbers throughout."""

_MOST_PERCENT = 10_000
_PARTS = 1_000_000
"""A share that is no constant is read to a millionth of a percent."""


def _share(
    node: dates.Served | dates.DaysServed, start: Sql, months: Sql, percent: Sql, *, forward: bool
) -> Sql:
    term = _whole(months, 1, _MOST_MONTHS * 10)
    part, of = _as_fraction(percent)
    days = f"({_turned(forward=forward).format('{0}', '{3}')} - {{0}})::BIGINT * {{4}}"
    up = node.part_day if isinstance(node, dates.DaysServed) else "up"
    counted = _PART_DAY[up].format(days=days, whole=f"(100 * {of})")
    first, last = FIRST_DAY.template, LAST_DAY.template
    parts: list[Sql] = [start, months, percent, term, part, ENDLESS]
    even = ""
    if isinstance(node, dates.Served):
        whole = call(f"least({{0}}::BIGINT * {{1}} // (100 * {of}), {_MOST_MONTHS * 10})::INTEGER",
                     term, part)  # fmt: skip
        parts.append(moved(start, whole, NO, forward=forward))
        even = f" WHEN ({{3}}::BIGINT * {{4}}) % (100 * {of}) = 0 THEN {{6}}"
    template = (
        f"CASE WHEN {{0}} <= {first} OR {{0}} >= {last} OR {{1}} <= 0 OR {{2}} <= 0 THEN {{0}}"
        f" WHEN {{1}} = {{5}} OR {{2}} = {{5}} THEN {last}{even}"
        f" ELSE least({{0}} + ({counted})::INTEGER, {last}) END"
    )
    return call(template, *parts)


def _as_fraction(percent: Sql) -> tuple[Sql, int]:
    """A share as a whole number of parts, and how many of them make one percent."""
    if percent.is_constant and percent not in (ENDLESS, LEAST):
        top, _, bottom = percent.template.replace("::DOUBLE", "").partition(" / ")
        share = Fraction(top) / Fraction(bottom or 1)
        return amount(min(max(share.numerator, 0), _MOST_PERCENT * share.denominator)), (
            share.denominator
        )
    parts = f"round(least(greatest({{}}, 0), {_MOST_PERCENT}) * {_PARTS})::BIGINT"
    return call(parts, percent), _PARTS


def _down(value: Sql) -> Sql:
    """A number without its fraction."""
    return value if value.template.isdigit() else call("trunc({})", value)


def business_days(compiler: Compiler, node: dates.BusinessDays, scope: Scope) -> Span:
    """So many business days after a day."""
    event, counts = compiler.spans((node.event, node.amount), scope)
    return working(node, counts)(event)


def working(node: dates.BusinessDays, counts: Span) -> Move:
    """How a count of business days moves a day."""
    return lambda event: Span(
        _business_day(node, event.low, counts.low), _business_day(node, event.high, counts.high)
    )


_MONDAY = "DATE '1799-12-30'"
"""A Monday before every day of the calendar: weekdays are numbered from it, from 0."""


def _business_day(node: dates.BusinessDays, start: Sql, count: Sql) -> Sql:
    """The weekday whose number is that of the start, the count and the holidays on the way."""
    holidays = sorted(day for day in node.holidays if day.weekday() < _SATURDAY)
    since_monday = call(f"({{}} - {_MONDAY})", start)
    # weekdays up to the start itself, and the holidays among them
    begun = call("({0} // 7) * 5 + least({0} % 7 + 1, 5)", since_monday)
    passed = _passed([f"DATE '{day}'" for day in holidays], "<=", start)
    goal = call("{} - {} + {}", begun, passed, _whole(_down(count), 1, _MOST_DAYS))
    numbers = [_weekdays_to(day) - place for place, day in enumerate(holidays, start=1)]
    number = call("{} + {} - 1", goal, _passed([str(n) for n in numbers], "<", goal))
    found = call(f"{_MONDAY} + (({{0}} // 5) * 7 + {{0}} % 5)::INTEGER", number)
    first, last = FIRST_DAY.template, LAST_DAY.template
    template = (
        f"CASE WHEN {{0}} <= {first} OR {{0}} >= {last} OR {{1}} < 1 THEN {{0}}"
        f" ELSE least({{2}}, {last}) END"
    )
    return call(template, start, count, found)


def _passed(listed: list[str], order: str, value: Sql) -> Sql:
    if not listed:
        return NO
    template = f"len(list_filter([{', '.join(listed)}], lambda x: x {order} {{}}))"
    return call(template, value)


_SATURDAY = 5


def _weekdays_to(day: date) -> int:
    days = (day - date(1799, 12, 30)).days
    return days // 7 * 5 + min(days % 7 + 1, 5)


BUILDERS: Builders = {
    dates.Since: since,
    dates.Served: served,
    dates.DaysServed: served,
    dates.BusinessDays: business_days,
}
