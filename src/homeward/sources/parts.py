"""The second pass, second half: the rows that are kept become the parts of the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from homeward.facts import Fact
from homeward.screen.arrow_form import schema
from homeward.screen.store import FOLDERS, STORED, StoredValue, columns, part, silent
from homeward.sources.fates import IDENTITY, KEYS, Fates
from homeward.sources.matching import CHARGE_POSITION
from homeward.sources.reading_sql import quoted, text
from homeward.sources.scan import Database
from homeward.sources.voices import contradictions, marked, together

KEYS_OF_A_PART = 2**40
"""The keys of one part lie between its number times this and the next."""

COMPLETE = "person.record_complete"

_ROW_GROUP = 20_480
_CELL = 32
_FIRST = ", ".join(f"arg_min({name}, row({IDENTITY})) AS {name}" for name in IDENTITY.split(", "))
_BETWEEN_THE_PASSES = "person_id, case_id, charge_id, place, problems, doubts"


@dataclass(frozen=True)
class Parts:
    """Writes the parts of one store, partition by partition, from what :class:`Fates` left.

    Attributes:
        held: the facts that each table's parts have columns for.
        constants: the value of a fact for rows that say nothing, in SQL.
        memory_mb: how much memory the engine has, in megabytes.
    """

    fates: Fates
    store: Path
    held: Mapping[str, Sequence[Fact]]
    constants: Mapping[str, str]
    memory_mb: int

    @property
    def database(self) -> Database:
        """Where the rows of the partition are."""
        return self.fates.database

    def write(self, number: int, incomplete: str) -> dict[str, int]:
        """Write a partition's parts; how many rows each table has.

        ``incomplete`` is a query for the ids of people whose record may lack a row.
        """
        for table in FOLDERS:
            self._run(
                f"""CREATE OR REPLACE TEMP VIEW {table}_kept AS
                FROM {table}_rows ANTI JOIN {table}_fates USING (n)"""
            )
        self._gather("case", ("charge",))
        self._gather("person", ("charge", "case", "tenancy"))
        self._number(number * KEYS_OF_A_PART, incomplete)
        return {table: self._copy(table, number) for table in self.held}

    # --- what stands above the rows that the data has ---------------------------------

    def _gather(self, table: str, below: Sequence[str]) -> None:
        """The kept rows of a table, or what the rows below say where the data has no such table."""
        keys = ", ".join(KEYS[table])
        facts = self._facts_above(table, below)
        if self.fates.has(table):
            query = f"SELECT {IDENTITY}, place, {keys} FROM {table}_kept"
        else:
            query = f"""SELECT {_FIRST}, min(place) AS place, {keys},
                {contradictions(facts)} AS contradictions{together(facts)}
                FROM ({self._voices(keys, facts, below)}) GROUP BY {keys}"""
        self._run(f"CREATE OR REPLACE TEMP TABLE {table}_all AS {query}")

    def _voices(self, keys: str, facts: Sequence[Fact], below: Sequence[str]) -> str:
        """The rows below, each with what it says of the facts above it."""
        voices = []
        for table in below:
            own = self.fates.spool.facts.get(table, {})
            said = "".join(f", {quoted(fact.name)}" for fact in facts if fact.name in own)
            rows = f"SELECT {IDENTITY}, place, {keys}{said} FROM {table}_kept"
            if said:
                rows += f" JOIN (SELECT {IDENTITY}{said} FROM {table}_spooled) USING ({IDENTITY})"
            voices.append(rows)
        return " UNION ALL BY NAME ".join(voices)

    def _facts_above(self, table: str, below: Sequence[str]) -> list[Fact]:
        spooled = [self.fates.spool.facts.get(row, {}) for row in below]
        found = {name: fact for facts in spooled for name, fact in facts.items()}
        return [fact for fact in found.values() if fact.table == table]

    # --- keys and places --------------------------------------------------------------

    def _number(self, first: int, incomplete: str) -> None:
        """Give people, cases and charges their keys and places, in the order of the parts."""
        person = "(SELECT person_id, person_key FROM person_done) USING (person_id)"
        case = """(SELECT person_id, case_id, person_key, case_key, position AS of_case
            FROM case_done) USING (person_id, case_id)"""
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE person_done AS
            SELECT *, {_key(first, "person_id")} AS person_key,
              person_id IN ({incomplete}) AS incomplete FROM person_all"""
        )
        order = f"place NULLS LAST, {IDENTITY}"
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE case_done AS
            SELECT *, {_key(first, f"person_key, {order}")} AS case_key,
              {_place("person_key", order)} AS position FROM case_all JOIN {person}"""
        )
        order = f"place NULLS LAST, of_case, {IDENTITY}"
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE charge_done AS
            SELECT *, {_key(first, "person_key, position")} AS row_id,
              {_place("case_key", "position")} = 0 AS first_of_case
            FROM (SELECT * EXCLUDE (of_case), {_place("person_key", order)} AS position
                  FROM charge_kept JOIN {case})"""
        )
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE tenancy_done AS
            SELECT {IDENTITY}, person_id, person_key FROM tenancy_kept JOIN {person}"""
        )

    # --- the parts --------------------------------------------------------------------

    def _copy(self, table: str, number: int) -> int:
        facts = self.held[table]
        values = {fact.name: self._final(fact) for fact in facts}
        listed = ", ".join(
            f"({values.get(name, quoted(name))})::{form} AS {quoted(name)}"
            for name, form in columns(table, facts).items()
        )
        rows = f"{table}_done"
        if self.fates.has(table):
            rows += f""" JOIN (SELECT * EXCLUDE ({_BETWEEN_THE_PASSES}) FROM {table}_spooled)
                USING ({IDENTITY})"""
        key = {"case": "case_key", "charge": "row_id"}.get(table, "person_key")
        first, count = number * KEYS_OF_A_PART, self._count(table)
        form = schema(table, facts)
        with pq.ParquetWriter(part(self.store, table, number), form, compression="zstd") as file:
            for start in range(first, first + max(count, 1), self._at_once(len(form))):
                piece = f"""SELECT {listed} FROM {rows} WHERE {key} >= {start}
                    AND {key} < {start + self._at_once(len(form))} ORDER BY {key}"""
                file.write_table(self.database.sql(piece).to_arrow_table(), _ROW_GROUP)
        return count

    def _at_once(self, width: int) -> int:
        """How many rows of so many columns the engine can sort without spilling them."""
        return max(_ROW_GROUP, int(self.memory_mb * 2**20 / 2 / (width * _CELL)))

    def _count(self, table: str) -> int:
        ((found,),) = self.database.execute(f"SELECT count(*) FROM {table}_done").fetchall()
        return int(found)

    def _final(self, fact: Fact) -> str:
        """The stored value: marks and silence as the fact declares them."""
        column = quoted(fact.name)
        unknown = "1" if fact.kind == "truth" else "NULL"
        value = self.constants.get(fact.name) or literal(fact, silent(fact))
        if fact.name == CHARGE_POSITION:  # the order of a record is a fact
            value = unknown = "position + 1"
        if any(fact.name in facts for facts in self.fates.spool.facts.values()):
            value = f"""CASE WHEN {column} IS NULL THEN {value}
                WHEN {marked(fact)} THEN {unknown} ELSE {column} END"""
        return f"CASE WHEN incomplete THEN 0 ELSE {value} END" if fact.name == COMPLETE else value

    def _run(self, statement: str) -> None:
        self.database.execute(statement)


def _key(first: int, order: str) -> str:
    return f"{first} + row_number() OVER (ORDER BY {order}) - 1"


def _place(within: str, order: str) -> str:
    return f"row_number() OVER (PARTITION BY {within} ORDER BY {order}) - 1"


def literal(fact: Fact, value: StoredValue) -> str:
    """A stored value in SQL."""
    kind = STORED[fact.kind]
    if value is None:
        return f"NULL::{kind}"
    if isinstance(value, list):
        items = ", ".join(text(str(item)) for item in value)
        return f"[{items}]::{kind}"
    return f"{text(str(value))}::{kind}" if isinstance(value, str | date) else f"{value}::{kind}"
