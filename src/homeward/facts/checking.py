"""Checking one value against its fact: the typed value, or what is wrong and the fix.

>>> from homeward.facts.vocabulary import core_vocabulary
>>> typed(core_vocabulary()["charge.offense_date"], "2021-02-29")
Traceback (most recent call last):
    ...
homeward.facts.checking.BadValue: is not a day of the calendar
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable
from datetime import date
from typing import Any

from homeward.facts.problem import FactsError
from homeward.facts.truth import Truth
from homeward.facts.vocabulary import Fact
from homeward.when import FIRST, LAST

MISSING = object()
"""The fact's value is not known, although the record names the fact."""


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
    fix = f'Write the day as "YYYY-MM-DD", like "{fact.example or "2021-03-01"}"'
    if isinstance(value, date):
        day = value
    elif not isinstance(value, str) or len(value) != len("2021-03-01"):
        problem = "is not a date"
        raise BadValue(problem, fix)
    else:
        day = _calendar_day(value, fix)
    if not FIRST < day < LAST:
        problem = f"lies outside {FIRST.year} to {LAST.year}"
        raise BadValue(problem, "Check the year")
    return day, day


def _calendar_day(text: str, fix: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        shaped = text[4] == text[7] == "-" and text.replace("-", "").isdigit()
        problem = "is not a day of the calendar" if shaped else "is not a date"
        raise BadValue(problem, fix) from None


def _truth(_fact: Fact, value: Any) -> Truth:
    if not isinstance(value, bool):
        problem = "is neither true nor false"
        raise BadValue(problem, "Write true or false without quotes, or leave it out if not known")
    return Truth.YES if value else Truth.NO


def _number(fact: Fact, value: Any) -> tuple[float, float]:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        problem = "is not a number"
        raise BadValue(problem, f"Write {fact.unit or 'a number'} as digits, like {fact.example}")
    low, high = fact.least, fact.most
    if (low is not None and value < low) or (high is not None and value > high):
        problem = (
            f"is outside {low if low is not None else '…'} to {high if high is not None else '…'}"
        )
        raise BadValue(problem, f"Check the number; the unit is {fact.unit or 'as declared'}")
    return value, value


def _code(fact: Fact, value: Any) -> Any:
    text = _text(fact, value)
    if text in fact.unknown_values:
        return MISSING
    if fact.values and text not in fact.values:
        near = difflib.get_close_matches(text.lower(), fact.values, n=1)
        hint = f'Did you mean "{near[0]}"? ' if near else ""
        problem = "is not one of the words that this field knows"
        raise BadValue(problem, f"{hint}Use one of: {', '.join(fact.values)}")
    return text


def _text(fact: Fact, value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        problem = "is not text"
        raise BadValue(problem, f'Write it in quotes, like "{fact.example}"')
    return value.strip() or MISSING


def _list_of(one: Callable[[Fact, Any], Any]) -> Callable[[Fact, Any], Any]:
    def read(fact: Fact, value: Any) -> tuple[Any, ...]:
        values = value if isinstance(value, list) else [value]
        return tuple(one(fact, item) for item in values)

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
