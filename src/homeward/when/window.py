"""Which unknown parts can still move an answer: exactly those, also in nested trees.

An answer is built from parts by *all of* and *any of*. Seen from one part, the
rest of the tree is a window of days: below its lower edge another part already
holds things back, above its upper edge another way is already open. A part can
move the answer exactly when its own interval crosses the inside of the window.

>>> from homeward.when.interval import UNKNOWN, When
>>> waited, unpaid = When(date(2031, 5, 1), date(2031, 5, 1)), UNKNOWN
>>> window = through_all(WHOLE, [waited, unpaid], 1)  # seen from the unpaid fine
>>> window[0].isoformat()
'2031-05-01'
>>> moves(unpaid, window), moves(When(date(2020, 1, 1), date(2021, 1, 1)), window)
(True, False)
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from homeward.when.interval import FIRST, LAST

Window = tuple[date, date]

WHOLE: Window = (FIRST, LAST)
"""The window of the whole answer: every day matters."""


def moves(part: tuple[date, date], window: Window) -> bool:
    """Whether a part can still move the answer, seen through its window.

    It can when some day strictly between the window's edges (or the step from
    one edge to the other) separates two values that the part may take.
    """
    return max(part[0], window[0]) < min(part[1], window[1])


def through_all(window: Window, parts: Sequence[tuple[date, date]], index: int) -> Window:
    """The window of one part of an ``all_of``: the other parts hold back until their soonest."""
    floor = window[0]
    for position, (low, _) in enumerate(parts):
        if position != index and low > floor:
            floor = low
    return floor, window[1]


def each_through_all(window: Window, parts: Sequence[tuple[date, date]]) -> list[Window]:
    """The window of every part of an ``all_of``, in one pass."""
    lows = sorted((low for low, _ in parts), reverse=True)[:2]
    return [
        (max(window[0], lows[1] if low == lows[0] else lows[0]), window[1])
        if len(lows) > 1
        else window
        for low, _ in parts
    ]


def each_through_any(window: Window, parts: Sequence[tuple[date, date]]) -> list[Window]:
    """The window of every part of an ``any_of``, in one pass."""
    highs = sorted(high for _, high in parts)[:2]
    return [
        (window[0], min(window[1], highs[1] if high == highs[0] else highs[0]))
        if len(highs) > 1
        else window
        for _, high in parts
    ]


def through_any(window: Window, parts: Sequence[tuple[date, date]], index: int) -> Window:
    """The window of one part of an ``any_of``: the other parts are open from their latest."""
    ceiling = window[1]
    for position, (_, high) in enumerate(parts):
        if position != index and high < ceiling:
            ceiling = high
    return window[0], ceiling
