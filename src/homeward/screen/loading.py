"""Records in the stored form: each fact of a person, a case, a charge as a column holds it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from homeward.facts import Fact, Record, Row
from homeward.screen.arrow_form import schema
from homeward.screen.store import StoredValue, plain, silent

_Rows = dict[str, list[dict[str, Any]]]


def tables_of(records: Iterable[Record], facts: Iterable[Fact]) -> dict[str, pa.Table]:
    """The tables of some records, with the columns of a store's parts.

    Keys are given in the order of the records, from 0.
    """
    held = list(facts)
    rows: _Rows = {"person": [], "case": [], "charge": [], "tenancy": []}
    for key, record in enumerate(records):
        _add(rows, key, record, held)
    return {table: pa.Table.from_pylist(found, schema(table, held))
            for table, found in rows.items()}  # fmt: skip


def facts_of(records: Iterable[Record]) -> set[str]:
    """The names of the facts that some record tells of."""
    return {
        name
        for record in records
        for row in (record.person, *record.cases, *record.charges, *filter(None, [record.tenancy]))
        for name in row.facts
    }


def _add(rows: _Rows, key: int, record: Record, held: list[Fact]) -> None:
    who = {"person_key": key, "person_id": record.person_id}
    rows["person"].append({**who, **_facts(record.person, held)})
    if record.tenancy is not None:
        rows["tenancy"].append({**who, **_facts(record.tenancy, held)})
    for case in record.cases:
        here = {**who, "case_key": len(rows["case"]), "case_id": case.id}
        rows["case"].append({**here, "position": case.position, **_facts(case, held)})
        for charge in case.charges:
            rows["charge"].append({
                **here, "row_id": len(rows["charge"]), "charge_id": charge.id,
                "position": charge.position, "first_of_case": charge is case.charges[0],
                **_facts(charge, held),
            })  # fmt: skip


def _facts(row: Row, held: list[Fact]) -> dict[str, StoredValue]:
    return {fact.name: stored(fact, row) for fact in held if fact.table == row.table}


def stored(fact: Fact, row: Row) -> StoredValue:
    """A fact's value as a column holds it."""
    return plain(fact, row.facts[fact.name]) if fact.name in row.facts else silent(fact)
