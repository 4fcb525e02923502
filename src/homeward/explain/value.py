"""The values that a node of a rule can have for one person, and what is done with any of them.

A *when* is a pair of days and a *number* a pair of numbers, least and greatest.
A *truth* is 0, 1 or 2. A *code* is a string, or None while it is not known. A
list is a tuple of pairs, or None.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, cast

from homeward.facts import Row, Truth
from homeward.when import FIRST, LAST

Span = tuple[date, date]
Numbers = tuple[float, float]
Ends = tuple[Any, Any]
"""Two days or two numbers: for operations that only ask which of two comes first."""

Members = list[tuple[int, Row | None]]
"""The rows of a relation with how surely each belongs; None stands for rows not recorded."""

Value = Span | Numbers | tuple[Span, ...] | tuple[Numbers, ...] | int | str | Members | None

Function = Callable[[Row, Row], Value]
"""Works out a node for a row; the second row is the one the rule is about."""
WhenFunction = Callable[[Row, Row], Span]
TruthFunction = Callable[[Row, Row], int]
NumberFunction = Callable[[Row, Row], Numbers]
CodeFunction = Callable[[Row, Row], str | None]
RowsFunction = Callable[[Row, Row], Members]

ALWAYS: Span = (FIRST, FIRST)
NEVER: Span = (LAST, LAST)
UNKNOWN: Span = (FIRST, LAST)
UNBOUNDED: Numbers = (-math.inf, math.inf)
AS_WHEN = (NEVER, UNKNOWN, ALWAYS)
"""A truth as a when: from always where it is yes."""


def is_settled(value: Value) -> bool:
    """Whether a value of any sort is known."""
    if isinstance(value, tuple):
        return not value or isinstance(value[0], tuple) or value[0] == value[1]
    return value is not None and (not isinstance(value, int) or value != Truth.UNKNOWN)


def hull_of(values: Sequence[Value]) -> Value:
    """The span over several values of one sort; a truth that varies is unknown."""
    first = values[0]
    if len(values) == 1:
        return first
    if isinstance(first, tuple):
        pairs = cast("Sequence[Ends]", values)
        return min(low for low, _ in pairs), max(high for _, high in pairs)
    if all(value == first for value in values):
        return first
    return Truth.UNKNOWN if isinstance(first, int) else None
