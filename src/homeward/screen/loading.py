"""Loading records into the typed tables that a plan reads.

One column a fact, as the plan wants it: a missing date is NULL and one that
never happened is the last sentinel; a truth is 0, 1 or 2; a code is text, NULL
when it is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pyarrow as pa

from homeward.facts import Fact, Record, Row, Truth, Vocabulary
from homeward.facts.absence import absent
from homeward.screen.plan import KEYS, Plan

_TYPES = {
    "date": pa.date32(), "truth": pa.int8(), "number": pa.float64(), "code": pa.string(),
    "text": pa.string(), "citation": pa.string(), "dates": pa.list_(pa.date32()),
    "numbers": pa.list_(pa.float64()),
}  # fmt: skip


def tables_of(records: Iterable[Record], plan: Plan, vocabulary: Vocabulary) -> dict[str, pa.Table]:
    """The charges, cases and people of some records as Arrow tables, ready for a plan."""
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in KEYS}
    for number, record in enumerate(records):
        rows["person"].append({"person_key": number, "row": record.person})
        for case in record.cases:
            rows["case"].append({"person_key": number, "case_key": len(rows["case"]), "row": case})
            for charge in case.charges:
                rows["charge"].append({
                    "row_id": len(rows["charge"]), "person_key": number,
                    "case_key": len(rows["case"]) - 1, "row": charge,
                    "first_of_case": charge is case.charges[0],
                })  # fmt: skip
    return {table: _table(table, found, plan, vocabulary) for table, found in rows.items()}


def _table(table: str, rows: list[dict[str, Any]], plan: Plan, vocabulary: Vocabulary) -> pa.Table:
    columns: dict[str, Any] = {
        key: pa.array([row[key] for row in rows], pa.int64()) for key in KEYS[table]
    }
    if table == "charge":
        columns["first_of_case"] = pa.array([row["first_of_case"] for row in rows], pa.bool_())
    complete = (row["row"].person.facts.get("person.record_complete", Truth.YES) for row in rows)
    beyond = [truth != Truth.YES for truth in complete]
    columns["beyond_record"] = pa.array(beyond, pa.bool_())
    for name in sorted(plan.facts):
        fact = vocabulary[name]
        if fact.table in _above(table):
            values = [stored(fact, row["row"]) for row in rows]
            columns[name] = pa.array(values, _TYPES[fact.kind])
    return pa.table(columns)


def _above(table: str) -> tuple[str, ...]:
    return {
        "charge": ("charge", "case", "person"),
        "case": ("case", "person"),
        "person": ("person",),
    }[table]


def stored(fact: Fact, row: Row) -> object:
    """A fact's value as a column holds it."""
    holder = row.holder(fact.table)
    if fact.name in holder.facts:
        return _PLAIN[fact.kind](holder.facts[fact.name])
    return _PLAIN[fact.kind](absent(fact))


def _truth(value: int | None) -> int:
    return int(Truth.UNKNOWN if value is None else value)


def _word(value: str | None) -> str | None:
    return value


def _list(value: tuple[tuple[object, object], ...] | None) -> list[object] | None:
    return None if value is None else [low for low, _ in value]


def _settled(value: tuple[object, object] | None) -> object:
    return value[0] if value is not None and value[0] == value[1] else None


_PLAIN: Mapping[str, Callable[[Any], object]] = {
    "truth": _truth, "code": _word, "text": _word, "citation": _word, "date": _settled,
    "number": _settled, "dates": _list, "numbers": _list,
}  # fmt: skip
