"""Checking one value against its fact: the typed value, or what is wrong and the fix.

>>> from homeward.facts.vocabulary import core_vocabulary
>>> typed(core_vocabulary()["charge.offense_date"], "2021-02-29")
Traceback (most recent call last):
    ...
homeward.facts.checking.BadValue: is not a day of the calendar
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from homeward.facts.problem import FactsError
from homeward.facts.truth import Truth
from homeward.facts.vocabulary import Fact
from homeward.when import FIRST, LAST

MISSING = object()
"""The fact's value is not known, although the record names the fact."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_DIGITS = 10**18
_EXACT = 2**53  # a longer code may have lost digits on its way through a float


class BadValue(FactsError):
    """A value outside its fact's domain: what is wrong, and how to mend it."""

    def __init__(self, problem: str, fix: str) -> None:
        """Keep the fix beside the problem."""
        super().__init__(problem)
        self.fix = fix


def typed(fact: Fact, value: Any) -> Any:
    """The typed value of a fact (shapes as in :mod:`homeward.facts.record`), or MISSING.

    Raises:
        BadValue: when the value is outside the fact's domain.
    """
    return _READERS[fact.kind](fact, value)


def _date(fact: Fact, value: Any) -> tuple[date, date]:
    if value in fact.never_values:
        return LAST, LAST
    day = value if type(value) is date else _day_of(fact, value)
    if not FIRST < day < LAST:
        raise BadValue(f"lies outside {FIRST.year} to {LAST.year}", "Check the year")
    return day, day


def _day_of(fact: Fact, value: Any) -> date:
    example = fact.example[0] if isinstance(fact.example, tuple) else fact.example
    fix = f'Write the day as "YYYY-MM-DD", like "{example}"'
    if isinstance(value, datetime) or not isinstance(value, str) or not _DAY.fullmatch(value):
        raise BadValue("is not a date", fix)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadValue("is not a day of the calendar", fix) from None


def _truth(_fact: Fact, value: Any) -> Truth:
    if not isinstance(value, bool):
        fix = "Write true or false without quotes, or leave it out if not known"
        raise BadValue("is neither true nor false", fix)
    return Truth.YES if value else Truth.NO


def _number(fact: Fact, value: Any) -> tuple[float, float]:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or value != value:  # noqa: PLR0124  only NaN differs from itself
        example = fact.example[0] if isinstance(fact.example, tuple) else fact.example
        raise BadValue("is not a number", f"Write {fact.unit} as digits, like {example}")
    if not fact.least <= value <= fact.most:
        raise BadValue(
            f"is outside {fact.least} to {fact.most}",
            f"Check the number; the unit is {fact.unit}",
        )
    return value, value


def _code(fact: Fact, value: Any) -> Any:
    if isinstance(value, bool):
        value = (fact.yes_is if value else fact.no_is) or value
    text = _text(fact, value)
    if text is MISSING or text in fact.unknown_values:
        return MISSING
    if fact.values and text not in fact.values:
        near = difflib.get_close_matches(text.lower(), fact.values, n=1)
        hint = f'Did you mean "{near[0]}"? ' if near else ""
        raise BadValue(
            "is not one of the words that this field knows",
            f"{hint}Use one of: {', '.join(fact.values)}",
        )
    return text


def _text(fact: Fact, value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = _digits(value)
    if not isinstance(value, str):
        raise BadValue("is not text", f'Write it in quotes, like "{fact.example}"')
    return value.strip() or MISSING


def _digits(value: float) -> str | None:
    """A whole number as its digits: codes come as 3 or, out of a spreadsheet, as 3.0."""
    most = _EXACT if isinstance(value, float) else _MOST_DIGITS
    whole = -most < value < most and value == int(value)
    return str(int(value)) if whole else None


def _list_of(one: Callable[[Fact, Any], Any]) -> Callable[[Fact, Any], Any]:
    def read(fact: Fact, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            return (one(fact, value),)
        return tuple(_entry(fact, item, place) for place, item in enumerate(value, 1))

    def _entry(fact: Fact, item: Any, place: int) -> Any:
        try:
            return one(fact, item)
        except BadValue as bad:
            raise BadValue(f"entry {place} {bad}", bad.fix) from None

    return read


_READERS: dict[str, Callable[[Fact, Any], Any]] = {
    "date": _date,
    "truth": _truth,
    "number": _number,
    "code": _code,
    "text": _text,
    "citation": _text,
    "dates": _list_of(_date),
    "numbers": _list_of(_number),
}
