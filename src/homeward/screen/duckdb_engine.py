"""Running a plan on DuckDB: one partition of people in, tables of answers out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import duckdb
import pyarrow as pa

from homeward.facts import Record, Vocabulary
from homeward.screen.loading import tables_of
from homeward.screen.offenses import Combination
from homeward.screen.plan import KEYS, Plan, statements
from homeward.screen.views import make_views, plan_facts, registered

_TABLE = re.compile(r"CREATE OR REPLACE TEMP TABLE (\w+) AS")
_WORD = re.compile(r"\w+")


def connect(memory_limit: str = "256MB", *, threads: int = 0) -> duckdb.DuckDBPyConnection:
    """A private database in memory, without a progress bar; ``threads`` 0 takes every core."""
    settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory_limit}
    database = duckdb.connect(config=settings | ({"threads": threads} if threads else {}))
    database.execute("SET enable_progress_bar = false")
    # the joins of a plan are written in their order; looking for a better one takes half of the
    # time that DuckDB needs to plan a state's whole law (5 of 11 seconds a partition)
    database.execute("SET disabled_optimizers = 'join_order'")
    return database


def work_out(
    database: duckdb.DuckDBPyConnection, plan: Plan, steps: Sequence[str] = ()
) -> Iterator[float]:
    """Run a plan over the views of its input; the answers are in ``charge_answers`` and so on.

    ``steps`` are its statements, for who runs them more than once. Yields the share of the
    work that is done, after each step.
    """
    look_up(database, plan)
    steps = steps or list(statements(plan))
    done_with = _last_uses(steps)
    for number, statement in enumerate(steps, start=1):
        database.execute(statement)
        for table in done_with.get(number, ()):
            database.execute(f"DROP TABLE {table}")
        yield number / len(steps)


def _last_uses(steps: Sequence[str]) -> dict[int, list[str]]:
    """The tables that nothing reads any more after each step, counted from 1."""
    made = {found[1]: 0 for found in map(_TABLE.match, steps) if found}
    for number, step in enumerate(steps, start=1):
        for name in made.keys() & set(_WORD.findall(step)):
            made[name] = number if _TABLE.match(step) else len(steps) + 1  # a view reads it later
    found: dict[int, list[str]] = {}
    for name, number in made.items():
        found.setdefault(number, []).append(name)
    return found


def run(database: duckdb.DuckDBPyConnection, plan: Plan) -> dict[str, pa.Table]:
    """Run a plan over the views of its input; every column that it has."""
    for _ in work_out(database, plan):
        pass
    return {table: _answers(database, plan, table) for table in KEYS}


def screen_records(
    records: Iterable[Record], plan: Plan, vocabulary: Vocabulary
) -> dict[str, pa.Table]:
    """The answers to some records, by the plan: for tests and small sets."""
    facts = plan_facts(plan.facts, vocabulary)
    with connect("1GB") as database:
        tables = tables_of(records, facts)
        for table, name in registered(tables).items():
            database.register(name, tables[table])
        make_views(database, registered(tables), facts, {fact.name for fact in facts})
        return run(database, plan)


def _answers(database: duckdb.DuckDBPyConnection, plan: Plan, table: str) -> pa.Table:
    keys = ", ".join(f'"{key}"' for key in KEYS[table])
    ends = "".join(
        f', {column.low.text} AS "{column.question}|{column.rule}:soonest"'
        f', {column.high.text} AS "{column.question}|{column.rule}:latest"'
        + (
            f', {column.closes.text} AS "{column.question}|{column.rule}:closes"'
            if column.closes
            else ""
        )
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
    query = f"SELECT charge_in.*{tags} FROM charge_in{joins}"
    database.execute(f"CREATE OR REPLACE TEMP VIEW charge_start AS {query}")
    for table in ("case", "person"):
        database.execute(f"CREATE OR REPLACE TEMP VIEW {table}_start AS SELECT * FROM {table}_in")


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
