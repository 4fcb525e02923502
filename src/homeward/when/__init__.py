"""When something good starts to hold: intervals of dates, their algebra, the calendar.

An answer here is never yes or no. It is the span of days ``[soonest, latest]``
on which a thing starts to hold. What we do not know leaves a gap between the
two; it never becomes a guess.

>>> from datetime import date
>>> waited = on(date(2031, 5, 1))
>>> print(all_of(waited, UNKNOWN))
not before 2031-05-01
>>> print(any_of(waited, UNKNOWN))
by 2031-05-01
>>> print(all_of(waited, UNKNOWN, NEVER))
never
"""

from homeward.when.calendar import (
    PartDay,
    Rounding,
    add_business_days,
    days_of_term,
    fraction_of_term,
    shift,
)
from homeward.when.interval import (
    ALWAYS,
    FIRST,
    LAST,
    NEVER,
    UNKNOWN,
    When,
    all_of,
    any_of,
    hull,
    on,
)
from homeward.when.window import (
    WHOLE,
    Window,
    each_through_all,
    each_through_any,
    moves,
    through_all,
    through_any,
)

__all__ = [
    "ALWAYS",
    "FIRST",
    "LAST",
    "NEVER",
    "UNKNOWN",
    "WHOLE",
    "PartDay",
    "Rounding",
    "When",
    "Window",
    "add_business_days",
    "all_of",
    "any_of",
    "days_of_term",
    "each_through_all",
    "each_through_any",
    "fraction_of_term",
    "hull",
    "moves",
    "on",
    "shift",
    "through_all",
    "through_any",
]
