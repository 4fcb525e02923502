"""Looking at other rows: whether each belongs, and what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from homeward.explain.matters.search import Looks, Place, Search
from homeward.explain.value import Span
from homeward.facts import Row, Truth
from homeward.rules import amounts, dates, truth
from homeward.rules.node import Node
from homeward.when import (
    FIRST,
    LAST,
    WHOLE,
    Window,
    each_through_all,
    each_through_any,
    moves,
    shift,
)

Related = dates.Latest | dates.Earliest | dates.NextAfter | dates.PreviousBefore

_UPWARD = (dates.Latest, dates.PreviousBefore)
"""The relations that look for the latest day; the others look for the earliest."""


def related(search: Search, node: Related, place: Place) -> None:
    """As an all-of (any-of) over the rows, each by choice of its filter."""
    row = place.row
    members = search.engine.rows(node.rows)(row, place.outer)
    event, part = search.engine.when(node.event), _part_of(search, node, place)
    spans = [WHOLE if other is None else event(other, row) for _, other in members]
    values = [place.through(part(inside, span))
              for (inside, _), span in zip(members, spans, strict=True)]  # fmt: skip
    windows = _windows(node, place.window, values, place.through(search.days(node, place)))
    through = place.moved(lambda span: part(Truth.YES, span)).through
    for (inside, other), value, seen in zip(members, values, windows, strict=True):
        if moves(value, seen):
            _member(search, node.rows, inside, other, row)
            if other is not None:
                search.when(node.event, Place(other, row, seen, through))
    for day in node.parts[2:]:
        search.when(day, Place(row, place.outer))


def _windows(node: Related, window: Window, values: Sequence[Span], whole: Span) -> list[Window]:
    """Each row's window, past the parts of the other rows."""
    if isinstance(node, dates.Latest) and node.nth > 1:
        # the second or third latest moves only between the ends of the whole
        return [(max(window[0], whole[0]), min(window[1], whole[1]))] * len(values)
    return (each_through_all if isinstance(node, _UPWARD) else each_through_any)(window, values)


def _part_of(search: Search, node: Related, place: Place) -> Callable[[int, Span], Span]:
    """A row's own part in the answer, by how surely it belongs and by its day."""
    if isinstance(node, dates.NextAfter):
        return _part_after(*search.days(node.after, place))
    if isinstance(node, dates.PreviousBefore):
        return _part_before(*search.days(node.before, place))
    absent = FIRST if isinstance(node, _UPWARD) else LAST

    def part(inside: int, span: Span) -> Span:
        certain = inside == Truth.YES
        return span if certain else (min(span[0], absent), max(span[1], absent))

    return part


def _part_after(first: date, last: date) -> Callable[[int, Span], Span]:
    def part(inside: int, span: Span) -> Span:
        low = max(span[0], shift(first, days=1, rounding="back")) if span[1] > first else LAST
        return low, span[1] if span[0] > last and inside == Truth.YES else LAST

    return part


def _part_before(first: date, last: date) -> Callable[[int, Span], Span]:
    def part(inside: int, span: Span) -> Span:
        high = min(span[1], shift(last, days=-1, rounding="back")) if span[0] < last else FIRST
        return span[0] if span[1] < first and inside == Truth.YES else FIRST, high

    return part


def _member(search: Search, rows: Node, inside: int, other: Row | None, row: Row) -> None:
    """What would settle whether a row belongs to a relation."""
    if other is None:
        search.enter("person.record_complete", row)
    elif inside == Truth.UNKNOWN and rows.parts:
        search.claim(rows.parts[0], other, row)


def counted(search: Search, node: amounts.Count | truth.Exists, place: Place) -> None:
    """Every row that may or may not belong."""
    for inside, other in search.engine.rows(node.rows)(place.row, place.outer):
        _member(search, node.rows, inside, other, place.row)


def every(search: Search, node: truth.Every, place: Place) -> None:
    """The rows of which the claim is not settled, and whether those that fail it belong."""
    row = place.row
    for inside, other in search.engine.rows(node.rows)(row, place.outer):
        held = 0 if other is None else search.holds(node.claim, other, row)
        if held == Truth.YES:
            continue
        if held == Truth.UNKNOWN and other is not None:
            search.claim(node.claim, other, row)
        _member(search, node.rows, inside, other, row)


LOOKS: Looks = {
    truth.Exists: counted,
    truth.Every: every,
    amounts.Count: counted,
    dates.Latest: related,
    dates.Earliest: related,
    dates.NextAfter: related,
    dates.PreviousBefore: related,
}
