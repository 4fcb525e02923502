"""A plan's answers to a few records, without a store: for tests and small sets."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from homeward.facts import Record, Vocabulary
from homeward.screen.duckdb_engine import Steps, connect
from homeward.screen.loading import tables_of
from homeward.screen.plan import KEYS, Plan
from homeward.screen.views import make_views, plan_facts, registered

_MEMORY = "4GB"
"""All rules of a place in one plan need more than the shares that a screening makes of them."""


def screen_records(
    records: Iterable[Record], plan: Plan, vocabulary: Vocabulary
) -> dict[str, pa.Table]:
    """The answers to some records, by the plan: every column that it has, for each table."""
    facts = plan_facts(plan.facts, vocabulary)
    with connect(_MEMORY) as database:
        tables = tables_of(records, facts)
        for table, name in registered(tables).items():
            database.register(name, tables[table])
        make_views(database, registered(tables), facts, {fact.name for fact in facts})
        for _ in Steps(plan).run(database):
            pass
        return {table: _answers(database, plan, table) for table in KEYS}


def _answers(database: duckdb.DuckDBPyConnection, plan: Plan, table: str) -> pa.Table:
    found = [f'"{key}"' for key in KEYS[table]]
    for one in plan.answers:
        if one.table == table:
            ends = {
                "soonest": one.low,
                "latest": one.high,
                "closes": one.closes,
                "closed": one.closed,
            }
            found += [
                f'{value.text} AS "{one.question}|{one.rule}:{kind}"'
                for kind, value in {**ends, **one.bits}.items()
                if value is not None
            ]
    return database.sql(f"SELECT {', '.join(found)} FROM {table}_answers").to_arrow_table()
