"""Every way to move one number, day or row of the law by one unit.

What could not show is left out: a day on which no rule reads the part, a row moved
into another that says the same, the border between two entries of one value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from homeward.rules.body import Body
from homeward.rules.offense_table import Listing
from homeward.rules.parameter_table import Entry, Parameter
from homeward.when import FIRST, LAST

_STEPS = ((timedelta(days=-1), "less"), (timedelta(days=1), "more"))


@dataclass(frozen=True)
class Mutant:
    """One part of the law with one thing moved: its name, what was moved, the changed part."""

    name: str
    what: str
    changed: Any

    def __str__(self) -> str:
        """As the list of survivors shows it."""
        return f"{self.name}: {self.what}"


# --- parameters -------------------------------------------------------------------


def of_parameter(parameter: Parameter, read_since: date) -> Iterator[Mutant]:
    """A value one more or less, a yes turned into no, an entry that starts a day off."""
    for index, entry in enumerate(parameter.history):
        before = parameter.history[index - 1] if index else None
        changes = [*_values(entry), *_starts(entry, before, read_since)]
        for what, moved in changes:
            history = [*parameter.history]
            history[index] = moved
            if before is not None and moved.since != entry.since:
                history[index - 1] = replace(before, until=moved.since)
            changed = replace(parameter, history=tuple(history))
            yield Mutant(parameter.name, f"from {entry.since}: {what}", changed)


def _values(entry: Entry) -> Iterator[tuple[str, Entry]]:
    for step, word in ((-1, "one less"), (1, "one more")):
        if len(entry.readings) > 1:
            for name, value in entry.readings.items():
                if (moved := _moved(value, step)) is not None:
                    readings = {**entry.readings, name: moved}
                    yield f"reading {name}, {word}", replace(entry, readings=readings)
        elif not entry.readings and (moved := _moved(entry.value, step)) is not None:
            yield word, replace(entry, value=moved)


def _moved(value: object, step: int) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + step
    if isinstance(value, Fraction):
        return value + Fraction(step, 100)
    return value + step * timedelta(days=1) if isinstance(value, date) else None


def _starts(entry: Entry, before: Entry | None, read_since: date) -> Iterator[tuple[str, Entry]]:
    same = before is not None and (before.value, before.readings) == (entry.value, entry.readings)
    if entry.since == FIRST or same:
        return
    for step, word in _STEPS:
        if entry.since + min(step, timedelta(0)) >= read_since:
            yield f"starts a day {word}", replace(entry, since=entry.since + step)
        if entry.enacted and before is not None:  # the first entry is known with its rule
            yield f"known a day {word}", replace(entry, enacted=entry.enacted + step)


# --- rows of offense lists ----------------------------------------------------------


def of_listing(row: Listing, body: Body, read_since: date) -> Iterator[Mutant]:
    """The row left out, a day off, without its limits, or with its open question settled."""
    others = [one for one in body.offenses.listings if one is not row and one.tag == row.tag]
    if any(_covers(one, row, body) for one in others):
        return
    name = f"{row.citation} {row.tag}" + (f" from {row.since}" if row.since != FIRST else "")
    yield Mutant(name, "left out", None)
    for step, word in _STEPS:
        if _starts_alone(row, step, others, read_since):
            yield Mutant(name, f"starts a day {word}", replace(row, since=row.since + step))
        if _ends_alone(row, step, others):
            yield Mutant(name, f"ends a day {word}", replace(row, until=row.until + step))
    if row.severity:
        yield Mutant(name, "of any severity", replace(row, severity=""))
    if row.classes:
        yield Mutant(name, "of any class", replace(row, classes=frozenset()))
    if row.reading:
        yield Mutant(name, "no longer open", replace(row, reading=""))


def _covers(one: Listing, row: Listing, body: Body) -> bool:
    """Whether a broader row says all that this one does, as a chapter does of its sections."""
    above, below = body.citation.parts(one.citation), body.citation.parts(row.citation)
    assert above is not None
    assert below is not None
    days = one.since <= row.since and row.until <= one.until
    limits = one.severity or one.classes or one.reading
    return days and not limits and len(above) < len(below) and below[: len(above)] == above


def _starts_alone(row: Listing, step: timedelta, others: list[Listing], read_since: date) -> bool:
    earlier = step < timedelta(0)
    overlaps = any(one.until == row.since and _as_wide(one, row) for one in others)
    unread = row.since + step < read_since
    return row.since != FIRST and not (earlier and (overlaps or unread))


def _ends_alone(row: Listing, step: timedelta, others: list[Listing]) -> bool:
    later = step > timedelta(0)
    overlaps = any(one.since == row.until and _as_wide(one, row) for one in others)
    return row.until != LAST and not (later and overlaps)


def _as_wide(one: Listing, row: Listing) -> bool:
    same = (one.citation, one.severity, one.classes) == (row.citation, row.severity, row.classes)
    return same and one.reading in ("", row.reading)


# --- rules and conditions -----------------------------------------------------------


def of_days(
    name: str, part: Any, fields: tuple[str, ...], read_since: date = FIRST
) -> Iterator[Mutant]:
    """A rule or a condition whose own first or last day is a day off."""
    for key in fields:
        day = getattr(part, key)
        for step, word in _STEPS:
            if day and day != FIRST and day + min(step, timedelta(0)) >= read_since:
                yield Mutant(name, f"{key} {day}: a day {word}", {key: day + step})
