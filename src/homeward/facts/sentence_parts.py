"""A sentence that a record gives in parts: the day until which it runs by its own terms.

Criminal histories write ``{"length": "6", "unit": "M", "place": "PRISON"}``, one after the other.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward.when.calendar import shift

PARTS = "charge.sentence.parts"
UNTIL = "charge.sentence.until"
_UNITS = {"Y": "years", "M": "months", "D": "days"}


def end_of_parts(start: date, parts: Any) -> date | None:
    """The day of the judgment plus all parts, years and months in one step; None where one is open.

    A part without a length, or in another unit, may last as long as it may: then nothing is known.

    >>> end_of_parts(date(2014, 5, 12), [{"length": "6", "unit": "M"}, {"length": 90, "unit": "D"}])
    datetime.date(2015, 2, 10)
    >>> end_of_parts(date(2014, 5, 12), [{"length": "6", "unit": "M"}, {"place": "PRISON"}])
    """
    amounts = dict.fromkeys(_UNITS.values(), 0)
    if not isinstance(parts, list) or not parts:
        return None
    for part in parts:
        told = part if isinstance(part, dict) else {}
        length, unit = told.get("length"), told.get("unit")
        if unit not in _UNITS or not str(length).isdecimal():
            return None
        amounts[_UNITS[unit]] += int(str(length))
    return shift(start, rounding="forward", **amounts)
