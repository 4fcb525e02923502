"""The same people answered twice: one by one with reasons, and all at once by a plan.

``differences`` gives one readable line for every column in which the two are not
the same. What one person is told is turned into columns by
:mod:`homeward.explain.as_columns`, from explain's own answers and not from the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, NamedTuple

from homeward import law
from homeward.explain.as_columns import Columns, columns_of
from homeward.explain.session import Session
from homeward.facts import Record, read_record
from homeward.rules.body import Body
from homeward.screen.plan import Plan
from homeward.screen.plans import make_plan
from homeward.screen.small_sets import screen_records
from homeward.when import LAST


class Asked(NamedTuple):
    """One answer: whose, about what, by which rule."""

    person: int
    table: str
    subject: str
    question: str
    rule: str


Answers = dict[Asked, Columns]


def one_by_one(
    records: Sequence[Record],
    session: Session,
    bodies: Sequence[Body],
    questions: Sequence[str] = (),
) -> Answers:
    """The answers of explain."""
    found: Answers = {}
    for number, record in enumerate(records):
        for answer in session.answers_under(record, bodies, questions):
            row = answer.subject
            asked = Asked(number, row.table, _place(record, row), answer.question, answer.rule)
            found[asked] = columns_of(answer)
    return found


def _place(record: Record, row: Any) -> str:
    return "" if row.table in ("person", "tenancy") else row.key


def all_at_once(records: Sequence[Record], plan: Plan) -> Answers:
    """The answers of a plan."""
    tables = screen_records(records, plan, law.vocabulary())
    found: Answers = {}
    for table, rows in tables.items():
        places = list(_places(records, table))
        columns = [column for column in plan.answers if column.table == table]
        for row in rows.to_pylist():
            person, place = places[
                row[{"charge": "row_id", "case": "case_key"}.get(table, "person_key")]
            ]
            for column in columns:
                asked = Asked(person, table, place, column.question, column.rule)
                found[asked] = _columns(row, column)
    return found


def _places(records: Sequence[Record], table: str) -> Iterator[tuple[int, str]]:
    """Who and what the rows of a table are, in the order of their keys."""
    for number, record in enumerate(records):
        if table == "charge":
            yield from ((number, row.key) for row in record.charges)
        elif table == "case":
            yield from ((number, row.key) for row in record.cases)
        else:
            yield number, ""


def _columns(row: dict[str, Any], column: Any) -> Columns:
    def cell(kind: str) -> Any:
        return row[f"{column.question}|{column.rule}:{kind}"]

    def named(kind: str, names: str = "") -> frozenset[str]:
        bits = cell(kind) if kind in column.bits else 0
        assert bits is not None
        known = column.dictionary.get(names or kind, [])
        return frozenset(name for bit, name in enumerate(known) if int(bits) >> bit & 1)

    binding = cell("binding") if "binding" in column.bits else None
    return Columns(
        soonest=cell("soonest"),
        latest=cell("latest"),
        closes=cell("closes") if column.closes is not None else LAST,
        closed=cell("closed") if column.closed is not None else LAST,
        binding=None if binding is None else column.dictionary["condition"][binding],
        unmet=named("unmet", "condition"),
        missing=named("missing"),
        waits=named("waits"),
    )


def differences(
    records: Sequence[Record],
    as_of: date,
    bodies: Sequence[Body],
    *,
    session: Session | None = None,
    plan: Plan | None = None,
    questions: Sequence[str] = (),
) -> list[str]:
    """Every column in which the two ways differ, in words."""
    session = session or Session(as_of)
    plan = plan or make_plan(session, bodies, questions)
    explained = one_by_one(records, session, bodies, questions)
    return list(_told_apart(explained, all_at_once(records, plan)))


def _told_apart(explained: Answers, screened: Answers) -> Iterator[str]:
    for asked in sorted({*explained, *screened}):
        one, other = explained.get(asked), screened.get(asked)
        if one is None or other is None:
            yield f"{asked}: only {'the plan' if one is None else 'explain'} answers"
            continue
        for field in fields(Columns):
            left, right = getattr(one, field.name), getattr(other, field.name)
            if left != right:
                yield f"{asked} {field.name}: explain {_said(left)}, plan {_said(right)}"


def _said(value: Any) -> str:
    return str(sorted(value)) if isinstance(value, frozenset) else str(value)


def read(data: Iterable[dict[str, Any]]) -> list[Record]:
    """Records from plain data."""
    return [read_record(one, law.vocabulary()) for one in data]
