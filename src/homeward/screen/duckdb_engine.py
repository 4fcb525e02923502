"""Running a plan on DuckDB: one partition of people in, tables of answers out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import duckdb

from homeward.screen.offenses import Combination, Listings
from homeward.screen.plan import KEYS, Plan
from homeward.screen.program import KIND
from homeward.screen.steps import statements

_NOT_WORTH_IT = ("join_order", "statistics_propagation", "partial_aggregate_pushdown")
"""What DuckDB need not try: the joins of a plan are written in their order, and what its values
may be is known; the last would write out every expression below a count again and again. Together
they took most of the time that a state's whole law needs (20 of 27 seconds a partition)."""

_TABLE = re.compile(r"CREATE OR REPLACE(?: TEMP)? TABLE (\w+) AS")
_WORD = re.compile(r"\w+")


def connect(memory_limit: str = "256MB", *, threads: int = 0) -> duckdb.DuckDBPyConnection:
    """A private database in memory, without a progress bar; ``threads`` 0 takes every core."""
    settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory_limit}
    return _set(duckdb.connect(config=settings | ({"threads": threads} if threads else {})))


def beside(database: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """One more connection to a database, with temporary tables of its own, for another thread."""
    return _set(database.cursor())


def _set(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    connection.execute("SET enable_progress_bar = false")
    connection.execute(f"SET disabled_optimizers = '{','.join(_NOT_WORTH_IT)}'")
    return connection


class Steps:
    """The statements of a plan, read by DuckDB once, for as many partitions as there are.

    Reading the text is nearly half of what DuckDB does before it begins with a statement.
    """

    def __init__(self, plan: Plan) -> None:
        """Write the statements of a plan."""
        self.plan = plan
        kinds, rows = statements(plan)
        self._tables_of_kinds = [found[1] for found in map(_TABLE.match, kinds) if found]
        self._tables_of_rows = [f"{table}_start" for table in KEYS]
        self._tables_of_rows += [found[1] for found in map(_TABLE.match, rows) if found]
        self._done_with = _last_uses(rows)
        with connect("64MB", threads=1) as database:
            self._kinds = [one for text in kinds for one in database.extract_statements(text)]
            self._rows = [one for text in rows for one in database.extract_statements(text)]

    def run(self, database: duckdb.DuckDBPyConnection) -> Iterator[float]:
        """Run them over the views of the input; answers are in ``charge_answers`` and so on.

        Yields the share of the work that is done, after each step.
        """
        self.know_kinds(database)
        yield from self.answer(database)

    def know_kinds(self, database: duckdb.DuckDBPyConnection) -> None:
        """Work out what depends on the kind of charge alone, for each kind in the views.

        Raises:
            RuntimeError: when two kinds of charges cannot be told apart; it has never been seen.
        """
        look_up_kinds(database, self.plan)
        for statement in self._kinds:
            database.execute(statement)
        database.execute("DROP TABLE IF EXISTS kinds_start")

    def answer(self, database: duckdb.DuckDBPyConnection) -> Iterator[float]:
        """Answer the rows of the views, whose kinds are known; yields the share that is done.

        Raises:
            RuntimeError: when a charge's kind is not known: it would be left out without a word.
        """
        lay_rows(database, self.plan)
        if "kinds" in self._tables_of_kinds:
            _see_that_kinds_are_known(database)
        for number, statement in enumerate(self._rows, start=1):
            database.execute(statement)
            for table in self._done_with.get(number, ()):
                database.execute(f"DROP TABLE {table}")
            yield number / len(self._rows)

    def forget_kinds(self, database: duckdb.DuckDBPyConnection) -> None:
        """Free what :meth:`know_kinds` has made, when everyone is answered and that is stored."""
        drop(database, *self._tables_of_kinds)

    def forget_rows(self, database: duckdb.DuckDBPyConnection) -> None:
        """Free what :meth:`answer` has made, the answers with it."""
        drop(database, *self._tables_of_rows)


def drop(database: duckdb.DuckDBPyConnection, *tables: str) -> None:
    """Free some tables, if they are there."""
    for table in tables:
        database.execute(f"DROP TABLE IF EXISTS {table}")


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


def lay_rows(database: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Lay the tables that the steps start from: the rows of each table, each of its kind."""
    for table, columns in plan.start.rows.items():
        read = ", ".join(f'"{name}"' for name in columns)
        query = f"SELECT {read} FROM {table}_in"
        if table == "charge":
            inner = ", ".join(filter(None, [read, _traits_made(plan)]))
            query = f"SELECT {read}, {_kind(plan)} FROM (SELECT {inner} FROM charge_in)"
        database.execute(f"CREATE OR REPLACE TEMP TABLE {table}_start AS {query}")


def look_up_kinds(database: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Lay the table of the kinds of charges, with the offense lists that each stands on.

    Raises:
        RuntimeError: when two kinds of charges cannot be told apart; it has never been seen.
    """
    if plan.start.traits:
        rows = f"(SELECT {_traits_made(plan)} FROM charge_in)"
        found = f"SELECT DISTINCT {_kind(plan)}, {_traits(plan)} FROM {rows}"
        database.execute(f"CREATE OR REPLACE TABLE kinds_found AS {found}")
        _see_that_kinds_differ(database)
        query = _with_lists(database, plan)
        database.execute(f"CREATE OR REPLACE TABLE kinds_start AS {query}")
        database.execute("DROP TABLE kinds_found")


def _traits(plan: Plan) -> str:
    return ", ".join(f'"{name}"' for name in plan.start.traits)


def _traits_made(plan: Plan) -> str:
    return ", ".join(f'{text} AS "{name}"' for name, text in plan.start.traits.items())


def _kind(plan: Plan) -> str:
    names = _traits(plan)
    return f'{f"hash({names})" if names else "0"} AS "{KIND}"'


def _see_that_kinds_differ(database: duckdb.DuckDBPyConnection) -> None:
    """A kind is known by a number of 64 bits; see that no two of these kinds share theirs."""
    query = f'SELECT count(*) = count(DISTINCT "{KIND}") FROM kinds_found'
    if not database.execute(query).fetchall()[0][0]:
        msg = "two kinds of charges have the same number: screen with another number of partitions"
        raise RuntimeError(msg)


def _see_that_kinds_are_known(database: duckdb.DuckDBPyConnection) -> None:
    """Rows are joined to their kinds; see that none is lost on the way."""
    query = f'SELECT count(*) FROM charge_start ANTI JOIN kinds USING ("{KIND}")'
    lost = database.execute(query).fetchall()[0][0]
    if lost:
        msg = f"{lost} charges are of no known kind, so nothing was answered: screen once more"
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
        _lay_lists(database, f"listed_{number}", listings, distinct)
        joins += f" LEFT JOIN listed_{number} AS l{number} ON " + " AND ".join(
            f"l{number}.p{place} IS NOT DISTINCT FROM kinds_found.{key}"
            for place, key in enumerate(keys)
        )
        words += "".join(f', l{number}."{word}"' for word in listings.words)
    return f"SELECT kinds_found.*{words} FROM kinds_found{joins}"


def _lay_lists(
    database: duckdb.DuckDBPyConnection,
    name: str,
    listings: Listings,
    distinct: list[Combination],
) -> None:
    """Lay a table of the lists that each combination stands on."""
    rows = [listings.row(combination) for combination in distinct]
    columns: dict[str, tuple[str, list[Any]]] = {
        f"p{place}": ("VARCHAR", [combination[place] for combination in distinct])
        for place in range(4)
    }
    for place, word in enumerate(listings.words):
        columns[word] = ("BIGINT", [row[place] for row in rows])
    read = ", ".join(
        f'unnest(${number}::{kind}[]) AS "{column}"'
        for number, (column, (kind, _)) in enumerate(columns.items(), start=1)
    )
    values = [values for _, values in columns.values()]
    database.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {read}", values)
