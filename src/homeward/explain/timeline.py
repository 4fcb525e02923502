"""A small timeline for the terminal: one bar an answer, ranges drawn as ranges.

``█`` it holds, ``░`` it may hold (a fact is missing), ``·`` not yet, ``|`` the day asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from homeward.when import FIRST, LAST

Pair = tuple[date, date]

WIDTH = 48
_MARGIN = timedelta(days=366)
_YEAR_DIGITS = 4
_LABEL = 36


def timeline(rows: Sequence[tuple[str, Pair]], events: Sequence[date], today: date) -> list[str]:
    """Lines of a picture: an axis with years, then one bar for each named answer.

    ``events`` are days of the record that the axis must reach.

    >>> for line in timeline(
    ...     [("Clear", (date(2020, 1, 1), date(2022, 1, 1)))], [], date(2023, 1, 1)
    ... ):
    ...     print(line)
           2018                                        2024
    Clear  ·········░░░░░░░░░░░░░░░░░░░██████████|█████████
    """
    rows = [(_short(name), pair) for name, pair in rows]
    days = [d for _, pair in rows for d in pair if FIRST < d < LAST] + [*events, today]
    start, end = min(days) - _MARGIN, max(days) + _MARGIN
    label = max((len(name) for name, _ in rows), default=0)
    axis = f"{start.year}{end.year:>{WIDTH - _YEAR_DIGITS}}"
    bars = [f"{name:<{label}}  {_bar(pair, start, end, today)}" for name, pair in rows]
    return [f"{'':<{label}}  {axis}", *bars]


def _short(name: str) -> str:
    return name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…"


def _bar(pair: Pair, start: date, end: date, today: date) -> str:
    step = (end - start) / WIDTH
    now = min(int((today - start) / step), WIDTH - 1)
    cells = [_cell(start + step * (place + 1), pair) for place in range(WIDTH)]
    cells[now] = "|"
    return "".join(cells)


def _cell(day: date, pair: Pair) -> str:
    if pair[1] <= day and pair[1] != LAST:
        return "█"
    return "░" if pair[0] <= day else "·"
