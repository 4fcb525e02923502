"""Running a plan on DuckDB: one partition of people in, tables of answers out."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from homeward.facts import Record, Vocabulary
from homeward.screen.loading import tables_of
from homeward.screen.offenses import Combination
from homeward.screen.plan import KEYS, Plan, statements


def connect(memory_limit: str = "256MB") -> duckdb.DuckDBPyConnection:
    """A private database in memory, without a progress bar."""
    database = duckdb.connect(config={"memory_limit": memory_limit})
    database.execute("SET enable_progress_bar = false")
    return database


def run(database: duckdb.DuckDBPyConnection, plan: Plan) -> dict[str, pa.Table]:
    """Run a plan over the loaded tables ``charge_in``, ``case_in`` and ``person_in``."""
    look_up(database, plan)
    for statement in statements(plan):
        database.execute(statement)
    return {table: _answers(database, plan, table) for table in KEYS}


def _answers(database: duckdb.DuckDBPyConnection, plan: Plan, table: str) -> pa.Table:
    keys = ", ".join(f'"{key}"' for key in KEYS[table])
    ends = "".join(
        f', {column.low.text} AS "{column.question}|{column.rule}:soonest"'
        f', {column.high.text} AS "{column.question}|{column.rule}:latest"'
        for column in plan.answers
        if column.table == table
    )
    bits = "".join(
        f', {bits.text} AS "{column.question}|{column.rule}:{name}"'
        for column in plan.answers
        if column.table == table
        for name, bits in column.bits.items()
    )
    return database.sql(f"SELECT {keys}{ends}{bits} FROM {table}_answers").to_arrow_table()


def look_up(database: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Lay the offense lists beside the charges, one look-up a distinct citation."""
    joins = ""
    for number, fact in enumerate(plan.offenses.facts()):
        key = ('"case.jurisdiction"', f'"{fact}"', '"charge.severity"', '"charge.class"')
        distinct = database.execute(
            f"SELECT DISTINCT {key[1]}, {key[2]}, {key[3]}, {key[0]} FROM charge_in"
        ).fetchall()
        database.register(f"listed_{number}", _dimension(plan, fact, distinct))
        joins += f" LEFT JOIN listed_{number} AS l{number} ON " + " AND ".join(
            f"l{number}.k{i} IS NOT DISTINCT FROM charge_in.{name}"
            for i, name in enumerate((key[1], key[2], key[3], key[0]))
        )
    tags = "".join(f', "{name}"' for column in plan.offenses.columns.values()
                   for name in (column.name, *column.asked.values()))  # fmt: skip
    database.execute(
        f"CREATE OR REPLACE TEMP VIEW charge_0 AS SELECT charge_in.*{tags} FROM charge_in{joins}"
    )
    for table in ("case", "person"):
        database.execute(f"CREATE OR REPLACE TEMP VIEW {table}_0 AS SELECT * FROM {table}_in")


def _dimension(plan: Plan, fact: str, distinct: list[Combination]) -> pa.Table:
    found = list(plan.offenses.rows(fact, distinct))
    keys = {f"k{i}": pa.array([combination[i] for combination, _ in found], pa.string())
            for i in range(4)}  # fmt: skip
    tags = {
        column.name: pa.array([int(listed[i].truth) for _, listed in found], pa.int8())
        for i, column in enumerate(plan.offenses.of(fact))
    }
    asked = {
        name: pa.array([need in listed[i].needs for _, listed in found], pa.bool_())
        for i, column in enumerate(plan.offenses.of(fact))
        for need, name in column.asked.items()
    }
    return pa.table(keys | tags | asked)


def screen_records(
    records: Iterable[Record], plan: Plan, vocabulary: Vocabulary
) -> dict[str, pa.Table]:
    """The answers to some records, by the plan: for tests and small sets."""
    with connect("1GB") as database:
        for table, rows in tables_of(records, plan, vocabulary).items():
            database.register(f"{table}_in", rows)
        return run(database, plan)
