"""Waits: a day moved by years, months, days, business days, or the share of a term.

A sentinel day stays where it is, and an unknown amount moves a day to the end.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import lru_cache

from homeward.explain.interpret import Interpreter, Meanings
from homeward.explain.value import Span, WhenFunction
from homeward.facts import Row
from homeward.rules import dates
from homeward.rules.law_day import LawDay
from homeward.when import FIRST, LAST, add_business_days, days_of_term, fraction_of_term, shift

Add = Callable[[date, float], date]
_shift = lru_cache(maxsize=65_536)(shift)


def since(interpreter: Interpreter, node: dates.Since) -> WhenFunction:
    """Each end of the event moved by the same end of the amount."""
    return _moved(interpreter, node, adder(interpreter.law, node))


def adder(law: LawDay, node: dates.Since) -> Add:
    """How a wait moves a day, in the jurisdiction's rounding."""
    rounding, extra = law.body.rounding, int(node.boundary == "day_after")
    unit = node.unit

    def add(day: date, amount: float) -> date:
        if day in (FIRST, LAST):
            return day
        if math.isinf(amount):
            return LAST if amount > 0 else FIRST
        if unit == "days":
            return _shift(day, days=math.ceil(amount) + extra, rounding=rounding)
        months = math.ceil(amount * 12 if unit == "years" else amount)
        return _shift(day, months=months, days=extra, rounding=rounding)

    return add


def business_days(interpreter: Interpreter, node: dates.BusinessDays) -> WhenFunction:
    """So many business days later."""
    return _moved(interpreter, node, business_adder(node))


def business_adder(node: dates.BusinessDays) -> Add:
    """How a count of business days moves a day."""

    def add(day: date, count: float) -> date:
        if day in (FIRST, LAST) or count <= 0:
            return day
        if math.isinf(count):
            return LAST
        return min(add_business_days(day, int(count), holidays=node.holidays), LAST)

    return add


def _moved(
    interpreter: Interpreter, node: dates.Since | dates.BusinessDays, add: Add
) -> WhenFunction:
    event, amount = interpreter.when(node.event), interpreter.number(node.amount)

    def moved(row: Row, outer: Row) -> Span:
        low, high = event(row, outer)
        least, most = amount(row, outer)
        return add(low, least), add(high, most)

    return moved


def served(interpreter: Interpreter, node: dates.Served | dates.DaysServed) -> WhenFunction:
    """The day on which a share of a term has been served."""
    start = interpreter.when(node.start)
    months, percent = interpreter.number(node.months), interpreter.number(node.percent)
    serve = server(interpreter.law, node)

    def served_by(row: Row, outer: Row) -> Span:
        begins, term, share = start(row, outer), months(row, outer), percent(row, outer)
        return serve(begins[0], term[0], share[0]), serve(begins[1], term[1], share[1])

    return served_by


def server(
    law: LawDay, node: dates.Served | dates.DaysServed
) -> Callable[[date, float, float], date]:
    """How a share of a term moves a day; saturates while the term is unknown."""
    rounding = law.body.rounding

    def counted(start: date, months: int, percent: float | Fraction) -> date:
        if isinstance(node, dates.Served):
            return fraction_of_term(start, months, percent, rounding=rounding)
        return days_of_term(start, months, percent, rounding=rounding, part_day=node.part_day)

    def serve(start: date, months: float, percent: float) -> date:
        if start in (FIRST, LAST) or months <= 0 or percent <= 0:
            return start
        if math.isinf(months) or math.isinf(percent):
            return LAST
        return counted(start, math.ceil(months), as_share(percent))

    return serve


def as_share(percent: float | Fraction) -> float | Fraction:
    """A share that is not whole, to a millionth of a percent; a fraction of the law is exact."""
    if isinstance(percent, Fraction) or percent == int(percent):
        return percent
    return Fraction(round(percent * 1_000_000), 1_000_000)


MEANINGS: Meanings = {
    dates.Since: since,
    dates.BusinessDays: business_days,
    dates.Served: served,
    dates.DaysServed: served,
}
