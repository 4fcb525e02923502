"""Other laws beside the one that is asked: one pass answers under all of them.

What the laws have in common is worked out once, and of the answers under another law only
those are kept that may differ. What becomes of them is said by a :class:`Beside`, while the
answers of a partition are at hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self

import duckdb

from homeward.rules.patch import Patch
from homeward.screen.outputs import Output
from homeward.screen.plan import RULES_TOGETHER, Column, Plan
from homeward.screen.reading import Reading, bare_reading
from homeward.screen.store import Store
from homeward.screen.views import Tables

OWN = ""
"""The name of the law that is asked, among the others."""


@dataclass(frozen=True)
class OtherLaw:
    """A law beside the one that is asked: what is laid over the law as it stands."""

    name: str
    changes: tuple[Patch, ...]


@dataclass(frozen=True)
class Asking:
    """What is asked under all of the laws.

    Attributes:
        question: the question, which is about charges.
        own: the columns of the answers under the law that is asked.
        others: those under each other law.
    """

    question: str
    own: Sequence[Output]
    others: Mapping[str, Sequence[Output]]


@dataclass(frozen=True)
class AtHand:
    """The answers of one partition.

    Attributes:
        database: where they are.
        store: the store, and ``tables`` its rows in this partition.
        asking: the question, and what the columns are.
        own: SQL for a row a charge: ``row_id``, ``person_key`` and the answer that is asked for.
        others: the table of each other law: ``row_id`` and the answers that may differ.
    """

    database: duckdb.DuckDBPyConnection
    store: Store
    tables: Tables
    asking: Asking
    own: str
    others: Mapping[str, str]

    @classmethod
    def of(
        cls, asking: Asking, store: Store, tables: Tables, answered: str, others: OtherAnswers
    ) -> Self:
        """What is at hand of a partition, with the answers to those who were asked."""
        names = ", ".join(f'"{one.name}"' for one in asking.own)
        own = (
            f"(SELECT row_id, person_key, {names} FROM {tables['charge']}"
            f" LEFT JOIN {answered} AS a USING (row_id))"
        )
        return cls(others.database, store, tables, asking, own, others.tables)


class Beside(Protocol):
    """Makes something of the answers under several laws; it can be sent to another process."""

    @property
    def laws(self) -> Sequence[OtherLaw]:
        """The other laws."""

    @property
    def counts_only(self) -> bool:
        """Whether the answers themselves are not wanted."""

    def told(self) -> dict[str, Any]:
        """What tells two of them apart, as plain data."""

    def folders(self) -> list[str]:
        """The folders that it writes parts to, beside that of the results."""

    def check(self, asking: Asking | None) -> None:
        """See that it can be done, before anything is."""

    def write(self, found: AtHand, files: Mapping[str, Path]) -> None:
        """Write the part of one partition into each folder."""


class BareReading:
    """How the answers under one law are read from one plan, and which of them may differ."""

    def __init__(
        self, plan: Plan, name: str, rules: Mapping[tuple[str, str], Collection[str]]
    ) -> None:
        """Take the plan and the name of the law; ``rules`` are those of all plans."""
        together, *ways = plan.beside[name]
        self.reading: Reading = bare_reading(together, ways, rules)
        self.may_differ = _may_differ(_own(plan, together.question), together)

    def select(self, columns: Sequence[Output]) -> str:
        """The answers that may differ, in SQL."""
        return f"{self.reading.select(columns)} WHERE {self.may_differ}"


def _own(plan: Plan, question: str) -> Column:
    """The answer under the law that is asked."""
    if OWN in plan.beside:
        return plan.beside[OWN][0]
    key = (question, RULES_TOGETHER, "charge")
    return next(one for one in plan.answers if (one.question, one.rule, one.table) == key)


def _may_differ(own: Column, other: Column) -> str:
    """That a day is another, or is open: a missing fact could pull the two laws apart."""
    tests = [f"{other.low.text} < {other.high.text}"]
    for one, two in ((own.low, other.low), (own.high, other.high)):
        tests += [] if one is two else [f"{one.text} <> {two.text}"]
    return f"({' OR '.join(tests)})"


class OtherAnswers:
    """The answers of one partition under other laws, as far as they may differ."""

    def __init__(
        self, database: duckdb.DuckDBPyConnection, columns: Mapping[str, Sequence[Output]]
    ) -> None:
        """Lay an empty table for each law."""
        self.database = database
        self.columns = columns
        self.tables = {name: f"other_{number}" for number, name in enumerate(columns)}
        for name, table in self.tables.items():
            read = ", ".join(f'"{one.name}" {one.type}' for one in columns[name])
            database.execute(f"CREATE OR REPLACE TEMP TABLE {table} (row_id BIGINT, {read})")

    def take(self, readings: Mapping[str, BareReading]) -> None:
        """Take what a plan that has run answered under some laws."""
        for name, query in self._queries(readings):
            names = ", ".join(f'"{one.name}"' for one in self.columns[name])
            self.database.execute(
                f"INSERT INTO {self.tables[name]} SELECT row_id, {names} FROM ({query})"
            )

    def _queries(self, readings: Mapping[str, BareReading]) -> Iterator[tuple[str, str]]:
        for name, reading in readings.items():
            yield name, reading.select(self.columns[name])
