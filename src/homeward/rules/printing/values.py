"""Values of the law in words: numbers, days, shares, yes and no."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from homeward.rules.parameter_table import Entry, Parameter
from homeward.when import FIRST, LAST


def value_in_words(value: object) -> str:
    """A value as it is written in the law's tables.

    >>> value_in_words(True), value_in_words(3.0), value_in_words(["301", "302"])
    ('yes', '3', '301, 302')
    """
    if value is None:
        return "not held"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return str(value)


def entry_in_words(entry: Entry | None) -> str:
    """An entry's value; an open entry with all of its readings."""
    if entry is None:
        return "not law then"
    if not entry.readings:
        return value_in_words(entry.value)
    if len(entry.readings) == 1:
        return f"unknown (perhaps {value_in_words(entry.values[0])})"
    return f"open: {' or '.join(_reading(*pair) for pair in entry.readings.items())}"


def _reading(name: str, value: object) -> str:
    """A reading by its name, and its value where the name does not say it."""
    said = value_in_words(value)
    return f"“{name}”" if said in name.split() else f"{said} (“{name}”)"


def last_day(until: date) -> str:
    """The last day before an end, as people read it; nothing for no end."""
    return "" if until >= LAST else (until - timedelta(days=1)).isoformat()


def first_day(since: date) -> str:
    """The day something starts; nothing where the start was not looked up."""
    return "" if since <= FIRST else since.isoformat()


def other_times(parameter: Parameter, day: date) -> str:
    """What the value was before and will be after: ``7 until 2021-08-27, 20 until 2017-12-31``."""
    return ", ".join([*_later(parameter, day), *_earlier(parameter, day)])


def _later(parameter: Parameter, day: date) -> Iterator[str]:
    said = entry_in_words(parameter.on(day))
    for entry in parameter.history:
        if entry.since > day and entry_in_words(entry) != said:
            said = entry_in_words(entry)
            yield f"{said} from {entry.since}"


def _earlier(parameter: Parameter, day: date) -> Iterator[str]:
    said = entry_in_words(parameter.on(day))
    for entry in reversed(parameter.history):
        if entry.until <= day and entry_in_words(entry) != said:
            said = entry_in_words(entry)
            yield f"{said} until {last_day(entry.until)}"
