"""The two days of every condition, for those who want to see them all (``--reasons``).

They are those of the stretch of law that decides, as for what binds; empty where
the question does not apply, and where a condition is no law in that stretch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from homeward.rules.conditions import Condition
from homeward.screen.bits import conditions_of
from homeward.screen.expressions import Sql
from homeward.screen.parts import Part, earliest
from homeward.screen.plan import Column, Plan
from homeward.screen.scopes import TABLES
from homeward.screen.values import NULL, Span, when


class ConditionDates(NamedTuple):
    """A condition's name and its two days, as columns of the answers."""

    name: str
    low: Sql
    high: Sql


def condition_dates(plan: Plan, column: Column) -> Iterator[ConditionDates]:
    """Add the days of the conditions of a rule's column to a plan that has not run."""
    if column.source is None:
        return
    scope, whole = TABLES[column.table], earliest(column.parts)
    for node in conditions_of(column.source, column.parts):
        ends = (plan.output(scope, _end(node, column.parts, whole, end)) for end in (0, 1))
        yield ConditionDates(node.name, *ends)


def _end(node: Condition, parts: Sequence[Part], whole: Span, end: int) -> Sql:
    found = NULL
    for part in reversed(parts):
        is_law = node.in_force(part.stretch.engine.law.day)
        own = part.compiler.span(node, part.scope).ends[end] if is_law else NULL
        seen = when(part.applies, own, NULL)
        found = seen if part is parts[-1] else when(part.decides(whole), seen, found)
    return found
