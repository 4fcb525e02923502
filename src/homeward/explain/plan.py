"""A plan under lifetime limits: which charges to ask for, clearing the most.

Each kind of place is limited on its own, and a group of charges (one course of
conduct) uses one place, so taking the largest groups of each kind first clears
the most charges. Charges whose group is not known are taken one place each.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from homeward.explain.answer import subject_id
from homeward.explain.interpret import Interpreter
from homeward.explain.session import Session
from homeward.facts import Record, Row, Truth
from homeward.rules.body import Body
from homeward.rules.limit import Budget
from homeward.rules.node import walk
from homeward.rules.rule import Rule
from homeward.when import LAST


def plans(
    session: Session, record: Record, bodies: list[Body], questions: Sequence[str] = ()
) -> Iterator[dict[str, Any]]:
    """A plan for every limit asked about, or for all: which charges to ask for."""
    for body in bodies:
        for rule in body.rules.values():
            stretches = session.stretches(body, rule)
            limit = next((n for n in walk(rule.tree) if isinstance(n, Budget)), None)
            if limit is None or not stretches:
                continue
            if not questions or {rule.question, limit.question} & set(questions):
                plan = _plan(stretches[0].engine, rule, limit, record, session.as_of)
                if plan["ask_for"] or plan["leave"]:
                    yield plan


def _plan(
    engine: Interpreter, rule: Rule, limit: Budget, record: Record, as_of: date
) -> dict[str, Any]:
    answer = {row: _answer(engine, limit.question, row) for row in record.charges}
    open_rows = [row for row in record.charges if answer[row][0] < LAST]
    places = _places(engine, limit, record.person)
    left = dict(places)
    taken: list[list[Row]] = []
    for kind, rows in sorted(_groups(engine, limit, open_rows), key=lambda g: _order(g, answer)):
        if kind is None or left[kind] > 0:
            taken.append(rows)
            left = left if kind is None else left | {kind: left[kind] - 1}
    ask_for = [row for rows in taken for row in rows]
    return {
        "limit": rule.question,
        "rule": rule.name,
        "cite": rule.cite,
        "places_left_before": places,
        "places_left_after": left,
        "ask_for": [_named(row, answer[row], as_of) for row in ask_for],
        "leave": [_named(row, answer[row], as_of) for row in open_rows if row not in ask_for],
    }


def _answer(engine: Interpreter, question: str, row: Row) -> tuple[date, date]:
    found = [other.answer(rule, row) for other, rule in engine.answers(question)]
    return min((span for span in found), default=(LAST, LAST))


def _places(engine: Interpreter, limit: Budget, person: Row) -> dict[str, int]:
    """Places of each kind that are surely left."""
    left = {}
    for kind in limit.kinds:
        at_most = engine.number(kind.at_most)(person, person)
        used = engine.number(kind.used)(person, person)
        span = at_most[0] - used[1]
        left[kind.name] = max(0, int(span)) if math.isfinite(span) else 0
    return left


def _groups(
    engine: Interpreter, limit: Budget, rows: list[Row]
) -> Iterator[tuple[str | None, list[Row]]]:
    """Rows that share one place, with the kind of place; None where no limit counts them."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        group = engine.value(limit.grouped_by, row)
        groups.setdefault(group or row, []).append(row)
    for members in groups.values():
        kinds = [
            kind.name
            for kind in limit.kinds
            if any(engine.value(kind.where, row) != Truth.NO for row in members)
        ]
        yield (kinds[0] if kinds else None), members


def _order(
    group: tuple[str | None, list[Row]], answer: dict[Row, tuple[date, date]]
) -> tuple[int, date, int]:
    """Largest first, then soonest, then the record's own order."""
    rows = group[1]
    return -len(rows), max(answer[row][1] for row in rows), rows[0].position


def _named(row: Row, span: tuple[date, date], as_of: date) -> dict[str, Any]:
    return subject_id(row) | {
        "description": row.written.get("charge.description"),
        "ready": span[1] <= as_of,
        "from": span[0].isoformat() if span[0] == span[1] else None,
    }
