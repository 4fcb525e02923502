"""Which rows decide a relation.

The row with the latest day where the latest counts, the one that is there where
there must be none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from homeward.explain.interpret import Interpreter
from homeward.explain.value import WhenFunction
from homeward.facts import Row, Truth
from homeward.rules import dates, truth
from homeward.rules.amounts import Count

Relation = (
    dates.Latest | dates.Earliest | dates.NextAfter | dates.PreviousBefore
    | truth.Exists | truth.Every | Count
)  # fmt: skip

Decider = Callable[[Row], Sequence[Row]]
"""Finds the rows that decide, for the row that a rule is about."""

_Members = Callable[[Row], list[tuple[int, Row]]]


def decider(engine: Interpreter, relation: Relation) -> Decider:
    """What finds the rows that decide a relation, among those that belong to it or may."""
    rows = engine.rows(relation.rows)

    def members(row: Row) -> list[tuple[int, Row]]:
        return [(inside, other) for inside, other in rows(row, row) if other is not None]

    if isinstance(relation, Count):
        return lambda row: [other for _, other in members(row)]
    if isinstance(relation, truth.Exists):
        return lambda row: [other for _, other in sorted(members(row), key=_surest)[:1]]
    if isinstance(relation, truth.Every):
        claim = engine.truth(relation.claim)
        return lambda row: [other for _, other in members(row) if claim(other, row) != Truth.YES]
    return _by_days(members, engine.when(relation), engine.when(relation.event))


def _surest(member: tuple[int, Row]) -> int:
    return -member[0]


def _by_days(members: _Members, when: WhenFunction, event: WhenFunction) -> Decider:
    """The rows whose day is one of the ends of the answer."""

    def decide(row: Row) -> Sequence[Row]:
        found = members(row)
        if len(found) < 2:  # noqa: PLR2004  a lone row decides, whatever its day
            return [other for _, other in found]
        soonest, latest = when(row, row)
        days = [(other, event(other, row)) for _, other in found]
        return [other for other, (low, high) in days if low == soonest or high == latest]

    return decide
