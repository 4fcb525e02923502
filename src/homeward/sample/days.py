"""Days as whole numbers since 1970-01-01, in columns.

>>> day = np.array([number_of(date(2024, 1, 31)), NOT_KNOWN])
>>> [text_of(moved) for moved in add_months(day, np.array([1, 1]))]
['2024-02-29', None]
>>> [text_of(moved) for moved in (month_end(day)[0], leap_day(day, 20_000)[0])]
['2024-01-31', '2024-02-29']
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from homeward.sample.shares import NOT_KNOWN, Floats, Ints

_EPOCH = date(1970, 1, 1)


def number_of(day: date) -> int:
    """A day as columns hold it."""
    return (day - _EPOCH).days


def text_of(day: int) -> str | None:
    """A day of a column as ISO text, or None."""
    return None if day == NOT_KNOWN else str(_EPOCH + timedelta(days=int(day)))


def year_of(day: Ints) -> Ints:
    """The year of each day."""
    return _month(day) // 12 + 1970


def add_months(day: Ints, months: Ints | int) -> Ints:
    """The same-numbered day some months on, or the month's last; NOT_KNOWN stays so."""
    known = day != NOT_KNOWN
    here = _month(np.where(known, day, 0))
    there = here + months
    moved = np.minimum(
        _start(there) + np.where(known, day, 0) - _start(here), _start(there + 1) - 1
    )
    return np.where(known, moved, NOT_KNOWN)


def month_end(day: Ints) -> Ints:
    """The last day of the day's month."""
    return _start(_month(day) + 1) - 1


def leap_day(day: Ints, last: int) -> Ints:
    """A 29 February near a day and not after the last: of its year, or of the leap year before."""
    year = year_of(day)
    year -= year % 4
    found = _leap(year)
    return np.where(found > last, _leap(year - 4), found)


def at_edges(day: Ints, even: Floats, month_ends: float, leap_days: float, last: int) -> Ints:
    """Some days moved to the end of their month, some to a 29 February; none past the last.

    Days must be known.
    """
    moved = np.where(even < month_ends, np.minimum(month_end(day), last), day)
    rare = even >= 1 - leap_days
    moved[rare] = leap_day(day[rare], last)
    return moved


def _month(day: Ints) -> Ints:
    """Months since January 1970."""
    return day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def _start(month: Ints) -> Ints:
    """The first day of a month."""
    return month.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def _leap(year: Ints) -> Ints:
    return _start((year - 1970) * 12 + 2) - 1
