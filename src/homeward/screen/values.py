"""Values in SQL: days with sentinels, truths from 0 to 2, spans as two columns."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from homeward.screen.columns import Sql, call
from homeward.when import FIRST, LAST


class Span(NamedTuple):
    """A date or a number: its least and its greatest value."""

    low: Sql
    high: Sql

    @property
    def is_constant(self) -> bool:
        """Whether both ends are the same for every row."""
        return self.low.is_constant and self.high.is_constant


def day(value: date) -> Sql:
    """A day as a constant."""
    return Sql(f"DATE '{value.isoformat()}'")


FIRST_DAY, LAST_DAY = day(FIRST), day(LAST)
ALWAYS, NEVER = Span(FIRST_DAY, FIRST_DAY), Span(LAST_DAY, LAST_DAY)
UNKNOWN = Span(FIRST_DAY, LAST_DAY)
NO, MAYBE, YES = Sql("0"), Sql("1"), Sql("2")

ENDLESS = 1_000_000
"""Stands for an amount without bound; far above every term and count of the law."""


def amount(value: float) -> Sql:
    """A number as a constant; unbounded ones saturate."""
    if math.isinf(value):
        return Sql(str(ENDLESS if value > 0 else -ENDLESS))
    return Sql(str(int(value)) if float(value).is_integer() else repr(float(value)))


def constant(value: date | float) -> Sql:
    """A day or a number as a constant."""
    return day(value) if isinstance(value, date) else amount(value)


def least(*items: Sql) -> Sql:
    """The least of several expressions, constants folded."""
    return _fold("least", items)


def greatest(*items: Sql) -> Sql:
    """The greatest of several expressions, constants folded."""
    return _fold("greatest", items)


def _fold(function: str, items: tuple[Sql, ...]) -> Sql:
    distinct = list({item.text: item for item in items}.values())
    if len(distinct) == 1:
        return distinct[0]
    holes = ", ".join("{}" for _ in distinct)
    return call(f"{function}({holes})", *distinct)


def all_of(spans: list[Span]) -> Span:
    """The latest of both bounds; the sentinels are folded away."""
    if any(span == NEVER for span in spans):
        return NEVER
    lows = [span.low for span in spans if span.low != FIRST_DAY]
    highs = [span.high for span in spans if span.high != FIRST_DAY]
    low = LAST_DAY if LAST_DAY in lows else greatest(*lows) if lows else FIRST_DAY
    high = LAST_DAY if LAST_DAY in highs else greatest(*highs) if highs else FIRST_DAY
    return Span(low, high)


def any_of(spans: list[Span]) -> Span:
    """The earliest of both bounds; the sentinels are folded away."""
    if any(span == ALWAYS for span in spans):
        return ALWAYS
    lows = [span.low for span in spans if span.low != LAST_DAY]
    highs = [span.high for span in spans if span.high != LAST_DAY]
    low = FIRST_DAY if FIRST_DAY in lows else least(*lows) if lows else LAST_DAY
    high = FIRST_DAY if FIRST_DAY in highs else least(*highs) if highs else LAST_DAY
    return Span(low, high)


def as_when(claim: Sql) -> Span:
    """A truth as an answer: always for yes, never for no."""
    if claim.is_constant:
        return {YES: ALWAYS, NO: NEVER}.get(claim, UNKNOWN)
    return Span(
        call("CASE WHEN {} = 0 THEN {} ELSE {} END", claim, LAST_DAY, FIRST_DAY),
        call("CASE WHEN {} = 2 THEN {} ELSE {} END", claim, FIRST_DAY, LAST_DAY),
    )


def text(code: str) -> str:
    """A code as a constant in SQL."""
    return "'" + code.replace("'", "''") + "'"


def texts(codes: Iterable[str]) -> str:
    """Several codes as the inside of an IN list."""
    return ", ".join(text(code) for code in codes)
