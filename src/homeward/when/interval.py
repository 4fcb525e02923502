"""The interval of dates: from when a thing holds, as ``[soonest, latest]``.

Two sentinel days stand for minus and plus infinity. They lie inside the range
of every engine and of pandas, so a bound is never null:

>>> FIRST.isoformat(), LAST.isoformat()
('1800-01-01', '2200-12-31')

The four answers without a date are intervals like any other, so *never* beats
*unknown* and *unknown* beats a date by arithmetic, not by special cases:

>>> print(ALWAYS, NEVER, UNKNOWN, sep=", ")
always, never, unknown
>>> all_of(UNKNOWN, NEVER) == NEVER and any_of(UNKNOWN, ALWAYS) == ALWAYS
True
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

FIRST = date(1800, 1, 1)
LAST = date(2200, 12, 31)


class When(NamedTuple):
    """The span of days on which something may start to hold.

    ``soonest`` and ``latest`` are days; ``soonest <= latest`` always.
    """

    soonest: date
    latest: date

    @property
    def is_settled(self) -> bool:
        """True when no missing fact is left between the two bounds."""
        return self.soonest == self.latest

    def holds_on(self, day: date) -> bool | None:
        """Whether it holds on a day: True, False, or None when that is not known.

        >>> print(When(date(2027, 3, 3), LAST).holds_on(date(2027, 3, 2)))
        False
        >>> print(When(date(2027, 3, 3), LAST).holds_on(date(2027, 3, 3)))
        None
        """
        if self.latest <= day:
            return self.latest != LAST
        return False if self.soonest > day else None

    def __str__(self) -> str:
        """Say the interval in words."""
        if self.is_settled:
            return {FIRST: "always", LAST: "never"}.get(self.latest, f"from {self.latest}")
        bounds = [f"not before {self.soonest}"] if self.soonest > FIRST else []
        bounds += [f"by {self.latest}"] if self.latest < LAST else []
        return "; ".join(bounds) or "unknown"


ALWAYS = When(FIRST, FIRST)
NEVER = When(LAST, LAST)
UNKNOWN = When(FIRST, LAST)


def on(day: date) -> When:
    """Holds from this day on; days beyond the sentinels saturate.

    >>> print(on(date(2027, 3, 3)))
    from 2027-03-03
    """
    day = min(max(day, FIRST), LAST)
    return When(day, day)


def all_of(*parts: tuple[date, date]) -> When:
    """Every part must hold, so the answer is the latest of them; none at all is ALWAYS."""
    soonest = latest = FIRST
    for low, high in parts:
        soonest = max(soonest, low)
        latest = max(latest, high)
    return When(soonest, latest)


def any_of(*parts: tuple[date, date]) -> When:
    """One part is enough, so the answer is the earliest of them; none at all is NEVER."""
    soonest = latest = LAST
    for low, high in parts:
        soonest = min(soonest, low)
        latest = min(latest, high)
    return When(soonest, latest)


def hull(*parts: tuple[date, date]) -> When:
    """One of the parts is the answer and we do not know which: the span that covers them all.

    Raises:
        ValueError: for no parts, which cover nothing.
    """
    if not parts:
        msg = "a hull needs at least one part: an empty choice has no answer"
        raise ValueError(msg)
    return When(min(part[0] for part in parts), max(part[1] for part in parts))
