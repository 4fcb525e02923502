"""The timeline as a picture: when each thing holds, with ranges drawn as ranges.

It is laid out here in numbers and drawn by a template, as SVG that a printer and a screen reader
can both use. Whatever it shows stands beside it in sentences too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.web.language import Words
from homeward.when import FIRST, LAST

Pair = tuple[date, date]

WIDTHS = {"wide": 800, "narrow": 340}
"""Drawn twice, for a wide page and for a phone, so that the letters stay readable."""

_MARGIN = timedelta(days=366)
_TOP, _ROW, _FOOT = 44, 56, 16
_PER_LABEL = 58
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_PER_LETTER = 7.6


@dataclass(frozen=True)
class Bar:
    """What is drawn on one line: its name, from when it holds, and the same in words."""

    name: str
    when: Pair
    said: str
    closes: Pair | None = None
    language: str = "en"


@dataclass(frozen=True)
class Piece:
    """A stretch of a bar: it does not hold yet, it may, it does, or it has closed."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True)
class Drawn:
    """One line of the picture."""

    name: str
    said: str
    y: int
    pieces: Sequence[Piece]
    language: str


@dataclass(frozen=True)
class Sheet:
    """The picture at one width."""

    size: str
    width: int
    height: int
    bars: Sequence[Drawn]
    ticks: Sequence[tuple[float, int]]
    events: Sequence[tuple[float, str]]
    today: float


@dataclass(frozen=True)
class Picture:
    """The picture at each width, and what it shows in words."""

    sheets: Sequence[Sheet]
    says: str


def drawn(
    bars: Sequence[Bar], events: Sequence[tuple[str, date]], today: date, words: Words
) -> Picture:
    """The picture of some bars; ``events`` are days of the record, with their names."""
    said = [f"{bar.name}: {bar.said}" for bar in bars]
    said += [f"{name}: {words.day(day)}." for name, day in events]
    sheets = [_sheet(size, width, bars, events, today) for size, width in WIDTHS.items()]
    return Picture(sheets, " ".join(said))


class _Scale:
    """Where a day stands on the axis."""

    def __init__(self, start: date, end: date, width: int) -> None:
        self.start, self.end, self.width = start, end, width

    def at(self, day: date) -> float:
        inside = min(max(day, self.start), self.end)
        share = (inside - self.start) / (self.end - self.start)
        return round(share * self.width, 1)


def _sheet(
    size: str,
    width: int,
    bars: Sequence[Bar],
    events: Sequence[tuple[str, date]],
    today: date,
) -> Sheet:
    pairs = [pair for bar in bars for pair in (bar.when, bar.closes) if pair]
    days = [d for pair in pairs for d in pair if FIRST < d < LAST]
    days += [today, *(day for _, day in events)]
    scale = _Scale(min(days) - _MARGIN, max(days) + _MARGIN, width)
    most = int(width / _PER_LETTER)
    return Sheet(
        size=size,
        width=width,
        height=_TOP + _ROW * len(bars) + _FOOT,
        bars=[
            Drawn(
                _clipped(bar.name, most),
                bar.said,
                _TOP + _ROW * place,
                _pieces(bar, scale),
                bar.language,
            )
            for place, bar in enumerate(bars)
        ],
        ticks=list(_ticks(scale)),
        events=[(scale.at(day), name) for name, day in events],
        today=scale.at(today),
    )


def _clipped(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _pieces(bar: Bar, scale: _Scale) -> list[Piece]:
    """The stretches of a bar from left to right; one without width is left out."""
    soonest, latest = bar.when
    ends, ended = bar.closes or (LAST, LAST)
    cuts = [
        ("not-yet", scale.start, soonest),
        ("perhaps", soonest, min(latest, ended)),
        ("holds", latest, ends),
        ("perhaps", max(ends, latest), ended),
        ("closed", ended, scale.end),
    ]
    found = []
    for kind, start, end in cuts:
        x, to = scale.at(max(start, scale.start)), scale.at(end)
        if to > x:
            found.append(Piece(kind, x, round(to - x, 1)))
    return found


def _ticks(scale: _Scale) -> list[tuple[float, int]]:
    """Years with room for their number."""
    first, last = scale.start.year + 1, scale.end.year
    room = max(1, scale.width // _PER_LABEL)
    step = next(step for step in _STEPS if (last - first + 1) / step <= room or step == _STEPS[-1])
    years = range(first + (-first) % step, last + 1, step)
    return [(scale.at(date(year, 1, 1)), year) for year in years]
