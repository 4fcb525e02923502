"""The calendar: adding years, months, days and shares of a term to a date.

Years and months are added in one step, because adding them one after another
drifts, and 29 February or 31 June must land somewhere that the law, not the
programming language, chooses:

>>> shift(date(2024, 2, 29), years=1, rounding="forward").isoformat()
'2025-03-01'
>>> shift(date(2024, 2, 29), years=1, rounding="back").isoformat()
'2025-02-28'
>>> shift(date(2024, 2, 29), years=4, rounding="forward").isoformat()
'2028-02-29'
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from homeward.when.interval import FIRST, LAST

Rounding = Literal["forward", "back"]
"""Where an anniversary that does not exist falls: the next day, or the last day of the month."""

_SATURDAY = 5
_MONTHS_IN_YEAR = 12


def shift(day: date, *, years: int = 0, months: int = 0, days: int = 0, rounding: Rounding) -> date:
    """Add years, months and days to a day in one step, saturating at the sentinels.

    Months come first and are rounded once; days are counted from there. A
    sentinel stays where it is: *never* plus three years is *never*.

    >>> shift(date(2025, 8, 31), months=18, rounding="forward").isoformat()
    '2027-03-01'
    >>> shift(LAST, years=3, rounding="back") == LAST
    True
    """
    if day <= FIRST or day >= LAST:
        return FIRST if day <= FIRST else LAST
    moved = _add_months(day, years * _MONTHS_IN_YEAR + months, rounding)
    return _clamp(moved, days)


def _add_months(day: date, months: int, rounding: Rounding) -> date:
    year, month = divmod(day.year * _MONTHS_IN_YEAR + day.month - 1 + months, _MONTHS_IN_YEAR)
    if not FIRST.year <= year <= LAST.year:
        return FIRST if year < FIRST.year else LAST
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        # December has 31 days, so a missing day never needs the year turned
        first_of_next = date(year, month + 2, 1)
        return first_of_next if rounding == "forward" else first_of_next - timedelta(days=1)


def _clamp(day: date, days: int) -> date:
    try:
        moved = day + timedelta(days=days)
    except OverflowError:
        return LAST if days > 0 else FIRST
    return min(max(moved, FIRST), LAST)


def fraction_of_term(start: date, months: int, percent: int, *, rounding: Rounding) -> date:
    """The day on which a share of a term has been served.

    Whole months when the share comes out even; otherwise days of the true
    calendar span from ``start`` to the term's end, rounded up.

    >>> fraction_of_term(date(2015, 6, 15), 120, 85, rounding="forward").isoformat()
    '2023-12-15'
    >>> fraction_of_term(date(2021, 1, 1), 13, 40, rounding="forward").isoformat()
    '2021-06-09'
    """
    whole, rest = divmod(months * percent, 100)
    if not rest:
        return shift(start, months=whole, rounding=rounding)
    span = (shift(start, months=months, rounding=rounding) - start).days
    return shift(start, days=-(-span * percent // 100), rounding=rounding)


def add_business_days(day: date, count: int, *, holidays: frozenset[date] = frozenset()) -> date:
    """The ``count``-th business day after ``day``: weekends and the given holidays skipped.

    >>> add_business_days(date(2026, 11, 25), 2, holidays=frozenset({date(2026, 11, 26)}))
    datetime.date(2026, 11, 30)
    """
    left = count
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY and day not in holidays
    return day
