"""Running a plan on DuckDB: one partition of people in, tables of answers out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import duckdb
import pyarrow as pa

from homeward.facts import Record, Vocabulary
from homeward.screen.loading import tables_of
from homeward.screen.offenses import Combination, Listings
from homeward.screen.plan import KEYS, Plan
from homeward.screen.program import KIND
from homeward.screen.steps import statements
from homeward.screen.views import make_views, plan_facts, registered

_NOT_WORTH_IT = ("join_order", "statistics_propagation", "partial_aggregate_pushdown")
"""What DuckDB need not try: the joins of a plan are written in their order, and what its values
may be is known; the last would write out every expression below a count again and again. Together
they took most of the time that a state's whole law needs (20 of 27 seconds a partition)."""

_TABLE = re.compile(r"CREATE OR REPLACE TEMP TABLE (\w+) AS")
_WORD = re.compile(r"\w+")


def connect(memory_limit: str = "256MB", *, threads: int = 0) -> duckdb.DuckDBPyConnection:
    """A private database in memory, without a progress bar; ``threads`` 0 takes every core."""
    settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory_limit}
    database = duckdb.connect(config=settings | ({"threads": threads} if threads else {}))
    database.execute("SET enable_progress_bar = false")
    database.execute(f"SET disabled_optimizers = '{','.join(_NOT_WORTH_IT)}'")
    return database


class Steps:
    """The statements of a plan, read by DuckDB once, for as many partitions as there are.

    Reading the text is nearly half of what DuckDB does before it begins with a statement.
    """

    def __init__(self, plan: Plan) -> None:
        """Write the statements of a plan."""
        self.plan = plan
        texts = list(statements(plan))
        self._done_with = _last_uses(texts)
        with connect("64MB", threads=1) as database:
            self._read = [one for text in texts for one in database.extract_statements(text)]

    def run(self, database: duckdb.DuckDBPyConnection) -> Iterator[float]:
        """Run them over the views of the input; answers are in ``charge_answers`` and so on.

        Yields the share of the work that is done, after each step.
        """
        look_up(database, self.plan)
        for number, statement in enumerate(self._read, start=1):
            database.execute(statement)
            for table in self._done_with.get(number, ()):
                database.execute(f"DROP TABLE {table}")
            yield number / len(self._read)


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
    for _ in Steps(plan).run(database):
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


def look_up(database: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Lay the tables of the start: the rows of each table, and the kinds of charges.

    Raises:
        RuntimeError: when two kinds of charges cannot be told apart; it has never been seen.
    """
    start = plan.start
    names = ", ".join(f'"{name}"' for name in start.traits)
    kind = f'{f"hash({names})" if names else "0"} AS "{KIND}"'
    made = ", ".join(f'{text} AS "{name}"' for name, text in start.traits.items())
    for table, columns in start.rows.items():
        read = ", ".join(f'"{name}"' for name in columns)
        query = f"SELECT {read} FROM {table}_in"
        if table == "charge":
            inner = ", ".join(filter(None, [read, made]))
            query = f"SELECT {read}, {kind} FROM (SELECT {inner} FROM charge_in)"
        _table(database, f"{table}_start", query)
    if names:
        found = f"SELECT DISTINCT {kind}, {names} FROM (SELECT {made} FROM charge_in)"
        _table(database, "kinds_found", found)
        _see_that_kinds_differ(database)
        _table(database, "kinds_start", _with_lists(database, plan))


def _table(database: duckdb.DuckDBPyConnection, name: str, query: str) -> None:
    database.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")


def _see_that_kinds_differ(database: duckdb.DuckDBPyConnection) -> None:
    """A kind is known by a number of 64 bits; see that no two of these kinds share theirs."""
    query = f'SELECT count(*) = count(DISTINCT "{KIND}") FROM kinds_found'
    if not database.execute(query).fetchall()[0][0]:
        msg = "two kinds of charges have the same number: screen with another number of partitions"
        raise RuntimeError(msg)


def _with_lists(database: duckdb.DuckDBPyConnection, plan: Plan) -> str:
    """The kinds of charges with the offense lists that each stands on.

    The lists are looked up once a distinct citation, with its severity, class and place.
    """
    joins, words = "", ""
    for number, (fact, listings) in enumerate(plan.offenses.by_fact.items()):
        keys = [f'"{fact}"', '"charge.severity"', '"charge.class"', '"case.jurisdiction"']
        query = f"SELECT DISTINCT {', '.join(keys)} FROM kinds_found"
        distinct = database.execute(query).fetchall()
        database.register(f"listed_{number}", _dimension(listings, distinct))
        joins += f" LEFT JOIN listed_{number} AS l{number} ON " + " AND ".join(
            f"l{number}.p{place} IS NOT DISTINCT FROM kinds_found.{key}"
            for place, key in enumerate(keys)
        )
        words += "".join(f', l{number}."{word}"' for word in listings.words)
    return f"SELECT kinds_found.*{words} FROM kinds_found{joins}"


def _dimension(listings: Listings, distinct: list[Combination]) -> pa.Table:
    rows = [listings.row(combination) for combination in distinct]
    keys = {f"p{place}": pa.array([combination[place] for combination in distinct], pa.string())
            for place in range(4)}  # fmt: skip
    words = {
        word: pa.array([row[place] for row in rows], pa.int64())
        for place, word in enumerate(listings.words)
    }
    return pa.table(keys | words)
