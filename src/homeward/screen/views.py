"""The tables that a plan reads, as views over one partition of a store.

``charge_in``, ``case_in`` and ``person_in`` have only the columns that the plan
reads. The facts of the person and their tenancy stand beside every case, and those of
the case beside every charge too; what the store has no column for is filled in as its
fact declares.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import duckdb

from homeward.facts import Fact, Truth, Vocabulary
from homeward.screen.plan import KEYS
from homeward.screen.store import FOLDERS, STORED, Store, StoredValue, silent

Tables = Mapping[str, str]
"""Each stored table as SQL to read from: a file, or a table of the database."""

COMPLETE = "person.record_complete"

_ABOVE = {
    "person": {"person": "p", "tenancy": "t"},
    "case": {"case": "c", "person": "p", "tenancy": "t"},
    "charge": {"charge": "r", "case": "c", "person": "p", "tenancy": "t"},
}
"""The tables whose facts stand beside a row of each table, and their short names."""

_JOINS = {
    "person": "{person} AS p",
    "case": "{case} AS c JOIN {person} AS p ON p.person_key = c.person_key",
    "charge": "{charge} AS r JOIN {case} AS c ON c.case_key = r.case_key"
    " JOIN {person} AS p ON p.person_key = r.person_key",
}
_TENANCY = " LEFT JOIN {tenancy} AS t ON t.person_key = p.person_key"


def tables_in(store: Store, *numbers: int) -> Tables:
    """The files of one partition, or of several together."""
    return {table: f"read_parquet([{files}])"
            for table in store.description.tables
            for files in [", ".join(quoted(str(store.part(table, n))) for n in numbers)]
            }  # fmt: skip


def registered(tables: Collection[str]) -> Tables:
    """Tables of the database, under the names of a store's folders."""
    return {table: FOLDERS[table] for table in tables}


def make_views(
    database: duckdb.DuckDBPyConnection,
    tables: Tables,
    facts: Collection[Fact],
    held: Collection[str],
    chosen: str = "",
) -> None:
    """Make the views that a plan reads.

    Args:
        database: where they are made.
        tables: what they read from.
        facts: the facts that the plan reads.
        held: the names of those for which there is a column.
        chosen: the table of the ``person_key`` of those who are asked; everyone by default.
    """
    homes = "tenancy" in tables and any(fact.table == "tenancy" for fact in facts)
    held = held if homes else {name for name in held if not name.startswith("tenancy.")}
    for table in KEYS:
        columns = ", ".join(_columns(table, facts, held))
        among = f" WHERE p.person_key IN (SELECT person_key FROM {chosen})" if chosen else ""
        source = (_JOINS[table] + (_TENANCY if homes else "")).format(**tables)
        database.execute(
            f"CREATE OR REPLACE TEMP VIEW {table}_in AS SELECT {columns} FROM {source}{among}"
        )


def plan_facts(names: Collection[str], vocabulary: Vocabulary) -> list[Fact]:
    """The facts that a plan reads, and the one that says if a record is complete."""
    return [vocabulary[name] for name in sorted({*names, COMPLETE})]


def _columns(table: str, facts: Collection[Fact], held: Collection[str]) -> Iterator[str]:
    own = _ABOVE[table][table]
    yield from (f'{own}."{key}"' for key in KEYS[table])
    if table == "charge":
        yield "r.first_of_case"
    complete = f'p."{COMPLETE}"' if COMPLETE in held else literal(int(Truth.YES), "truth")
    yield f"{complete} <> {int(Truth.YES)} AS beyond_record"
    for fact in facts:
        if fact.table in _ABOVE[table]:
            yield _column(fact, _ABOVE[table][fact.table], held)


def _column(fact: Fact, short: str, held: Collection[str]) -> str:
    own = f'{short}."{fact.name}"'
    if fact.name not in held:
        return f'{silent_or_held(fact, held)} AS "{fact.name}"'
    if fact.table == "tenancy":  # most people have none on record
        none = literal(silent(fact), fact.kind)
        return f'CASE WHEN t.person_key IS NULL THEN {none} ELSE {own} END AS "{fact.name}"'
    return own


def silent_or_held(fact: Fact, held: Collection[str]) -> str:
    """A fact's column, or what it would hold if there were one."""
    return f'"{fact.name}"' if fact.name in held else literal(silent(fact), fact.kind)


def literal(value: StoredValue, kind: str) -> str:
    """A stored value as SQL, in the type that its column has.

    >>> literal(None, "number"), literal(date(2200, 12, 31), "date"), literal("", "code")
    ('CAST(NULL AS DOUBLE)', "CAST('2200-12-31' AS DATE)", "CAST('' AS VARCHAR)")
    """
    if value is None:
        text = "NULL"
    elif isinstance(value, str | date):
        text = quoted(str(value))
    else:
        text = str(value)
    return f"CAST({text} AS {STORED[kind]})"


def quoted(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"
