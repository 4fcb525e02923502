"""Where a value can go when the law's data change: rows of lists, numbers and days by their dates.

A shorter wait, a row that leaves a list: each moves what reads it one way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Flag
from functools import reduce
from operator import or_
from typing import NamedTuple

from homeward.rules.offense_table import Listing
from homeward.rules.parameter_table import Entry
from homeward.rules.parameter_table import Parameter as History
from homeward.when import LAST


class Moves(Flag):
    """Where a value can go: a day earlier or later, a number down or up, a claim to yes or no.

    A claim that comes true counts as down, since what waits on it then comes sooner; so does a
    relation that takes in more rows.
    """

    NOT = 0
    DOWN = 1
    UP = 2
    BOTH = 3


def turned(moves: Moves) -> Moves:
    """The same, the other way round."""
    turned = Moves.NOT
    if Moves.DOWN in moves:
        turned |= Moves.UP
    if Moves.UP in moves:
        turned |= Moves.DOWN
    return turned


def together(moves: Iterable[Moves]) -> Moves:
    """Every way that one of them goes."""
    return reduce(or_, moves, Moves.NOT)


def both_if_any(moves: Iterable[Moves]) -> Moves:
    """Both ways, unless none of them moves."""
    return Moves.BOTH if any(moves) else Moves.NOT


Days = tuple[date, date]
"""Days from one until another, which is not among them."""


class _Row(NamedTuple):
    """A row of a list, whenever it stands."""

    citation: str
    severity: str
    classes: frozenset[str]
    reading: str


def rows_of(listings: Iterable[Listing], tag: str) -> dict[_Row, list[Days]]:
    """The days on which each row of a list stands."""
    found: dict[_Row, list[Days]] = {}
    for one in listings:
        if one.tag == tag:
            row = _Row(one.citation, one.severity, one.classes, one.reading)
            found.setdefault(row, []).append((one.since, one.until))
    return found


def of_days(old: Sequence[Days], new: Sequence[Days], first: date) -> Moves:
    """A row that stands on more days makes a claim true on more; no day before ``first`` counts."""
    found = Moves.NOT
    for day in {first, *(day for days in (*old, *new) for day in days)}:
        if first <= day < LAST:
            before, after = (any(a <= day < b for a, b in days) for days in (old, new))
            found |= Moves.NOT if before == after else Moves.DOWN if after else Moves.UP
    return found


def of_histories(old: History, new: History, first: date) -> Moves:
    """A number that is less, or a yes in place of a no, is down; no day before ``first`` counts."""
    entries = (*old.history, *new.history)
    days = {first, *(entry.since for entry in entries), *(entry.until for entry in entries)}
    return together(_of_entries(old.on(day), new.on(day)) for day in days if first <= day < LAST)


def _of_entries(old: Entry | None, new: Entry | None) -> Moves:
    if old is None or new is None:
        return Moves.NOT if old is new else Moves.BOTH
    if old.values == new.values and old.readings == new.readings:
        return Moves.NOT
    if old.readings or new.readings or isinstance(old.value, str | list):
        return Moves.BOTH
    if isinstance(old.value, bool) and isinstance(new.value, bool):
        return Moves.DOWN if new.value else Moves.UP
    return Moves.DOWN if new.value < old.value else Moves.UP
