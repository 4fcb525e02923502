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
from typing import TYPE_CHECKING, Literal

from homeward.when.interval import FIRST, LAST

if TYPE_CHECKING:
    from fractions import Fraction  # it takes longer to import than all of this

Rounding = Literal["forward", "back"]
"""Where an anniversary that does not exist falls: the next day, or the last day of the month."""

PartDay = Literal["up", "down", "nearest"]
"""Where a share falls that ends within a day; a half counts as a whole with ``nearest``."""

_SATURDAY = 5
_MONTHS_IN_YEAR = 12
# the calendar repeats itself, day for day, every 400 years
_MONTHS_IN_CYCLE, _DAYS_IN_CYCLE = 4_800, 146_097


def shift(day: date, *, years: int = 0, months: int = 0, days: int = 0, rounding: Rounding) -> date:
    """Add years, months and days to a day in one step, saturating at the sentinels.

    Months come first and are rounded once; days are counted from there. A
    sentinel stays where it is: *never* plus three years is *never*.

    >>> shift(date(2025, 8, 31), months=18, rounding="forward").isoformat()
    '2027-03-01'
    >>> shift(LAST, years=3, rounding="back") == LAST
    True
    """
    if not FIRST < day < LAST:
        return FIRST if day <= FIRST else LAST
    cycles, months = divmod(years * _MONTHS_IN_YEAR + months, _MONTHS_IN_CYCLE)
    moved = _plus_months(day, months, rounding).toordinal() + cycles * _DAYS_IN_CYCLE + days
    return date.fromordinal(min(max(moved, FIRST.toordinal()), LAST.toordinal()))


def _plus_months(day: date, months: int, rounding: Rounding) -> date:
    year, month = divmod(day.year * _MONTHS_IN_YEAR + day.month - 1 + months, _MONTHS_IN_YEAR)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        # December has 31 days, so a missing day never needs the year turned
        first_of_next = date(year, month + 2, 1)
        return first_of_next if rounding == "forward" else first_of_next - timedelta(days=1)


def fraction_of_term(
    start: date, months: int, percent: float | Fraction, *, rounding: Rounding
) -> date:
    """The day on which a share of a term has been served.

    Whole months when the share comes out even; otherwise days of the true
    calendar span from ``start`` to the term's end, rounded up. A percentage
    that is a fraction (100/3) is reckoned exactly.

    >>> fraction_of_term(date(2015, 6, 15), 120, 85, rounding="forward").isoformat()
    '2023-12-15'
    >>> fraction_of_term(date(2021, 1, 1), 13, 40, rounding="forward").isoformat()
    '2021-06-09'
    """
    share, whole = percent.as_integer_ratio()
    whole *= 100
    even, rest = divmod(months * share, whole)
    if not rest:
        return shift(start, months=even, rounding=rounding)
    return shift(
        start, days=-(-_days_of(start, months, rounding) * share // whole), rounding="back"
    )


def days_of_term(
    start: date, months: int, percent: float | Fraction, *, rounding: Rounding, part_day: PartDay
) -> date:
    """The day on which a share of a term has been served, counted in days throughout.

    The days are those of the true calendar span from ``start`` to the term's end.

    >>> for part_day in ("up", "down", "nearest"):  # 85 % of 365 days are 310.25
    ...     served = days_of_term(date(2021, 1, 1), 12, 85, rounding="forward", part_day=part_day)
    ...     print(served, (served - date(2021, 1, 1)).days)
    2021-11-08 311
    2021-11-07 310
    2021-11-07 310
    """
    share, whole = percent.as_integer_ratio()
    whole *= 100
    days, part = divmod(_days_of(start, months, rounding) * share, whole)
    if part_day == "up" or (part_day == "nearest" and 2 * part >= whole):
        days += part > 0
    return shift(start, days=days, rounding=rounding)


def _days_of(start: date, months: int, rounding: Rounding) -> int:
    """How many days a term of months has on the calendar, however long it is."""
    cycles, months = divmod(months, _MONTHS_IN_CYCLE)
    return cycles * _DAYS_IN_CYCLE + (_plus_months(start, months, rounding) - start).days


def add_business_days(day: date, count: int, *, holidays: frozenset[date] = frozenset()) -> date:
    """The ``count``-th business day after ``day``: weekends and the given holidays skipped.

    A negative count goes back. A sentinel stays where it is, and so does a day
    for a count of 0, be it a Sunday.

    >>> add_business_days(date(2026, 11, 25), 2, holidays=frozenset({date(2026, 11, 26)}))
    datetime.date(2026, 11, 30)
    """
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left and FIRST < day < LAST:
        day += step
        left -= day.weekday() < _SATURDAY and day not in holidays
    return day
