"""Other laws beside the one that is asked: one pass answers under all of them.

What the laws have in common is worked out once, and of the answers under another law only
those are kept that may differ. What becomes of them is said by a :class:`Beside`, while the
answers of a partition are at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import duckdb

from homeward.rules.patch import Patch
from homeward.screen.outputs import Output
from homeward.screen.plan import RULES_TOGETHER, Column, Plan
from homeward.screen.reading import bare_reading
from homeward.screen.store import Store
from homeward.screen.views import Tables, quoted

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
        answers: the table of the answers that may differ: ``row_id``, ``person_key``, and of each
            law a structure of its columns.
        sides: the name of each law's structure.
        free: frees what ``own`` is read from, when it has been.
    """

    database: duckdb.DuckDBPyConnection
    store: Store
    tables: Tables
    asking: Asking
    own: str
    answers: str
    sides: Mapping[str, str]
    free: Callable[[], None]


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


class SeveralReadings:
    """How the answers under several laws are read from one plan, and which of them may differ."""

    def __init__(
        self,
        plan: Plan,
        question: str,
        laws: Iterable[str],
        rules: Mapping[tuple[str, str], Collection[str]],
    ) -> None:
        """Take the plan and the names of the other laws; ``rules`` are those of all plans."""
        found = {OWN: own_answers(plan, question), **{name: plan.beside[name] for name in laws}}
        raw: dict[str, str] = {}
        self.raw = raw
        self.readings = {
            name: bare_reading(together, ways, rules, raw)
            for name, (together, *ways) in found.items()
        }
        own = found[OWN][0]
        tests = (one for name in laws for one in _may_differ(own, found[name][0]))
        self.may_differ = " OR ".join(dict.fromkeys(tests)) or "FALSE"

    def select(self, columns: Mapping[str, Sequence[Output]], sides: Mapping[str, str]) -> str:
        """The answers that may differ, in SQL: of each law a structure."""
        raw = "".join(f", {text} AS {name}" for name, text in self.raw.items())
        structures = ", ".join(
            f"{self._structure(name, columns[name])} AS {side}" for name, side in sides.items()
        )
        return (
            f"SELECT row_id, person_key, {structures}"
            f" FROM (SELECT *{raw} FROM charge_answers) WHERE {self.may_differ}"
        )

    def _structure(self, name: str, columns: Sequence[Output]) -> str:
        reading = self.readings[name]
        read = (f"{quoted(one.name)}: {one.sql(reading.source(one))}" for one in columns)
        return f"{{{', '.join(read)}}}"


def own_answers(plan: Plan, question: str) -> list[Column]:
    """The answers under the law that is asked: all rules together, then each."""
    if OWN in plan.beside:
        return plan.beside[OWN]
    mine = [one for one in plan.answers if one.table == "charge"]
    together = [one for one in mine if (one.question, one.rule) == (question, RULES_TOGETHER)]
    rules = [one for one in mine if one.source and one.rule != RULES_TOGETHER
             and question in (one.source.question, one.source.family)]  # fmt: skip
    return [*together, *rules] if together else []


def _may_differ(own: Column, other: Column) -> Iterator[str]:
    """That a day is another, or is open: a missing fact could pull the two laws apart."""
    yield f"{other.low.text} < {other.high.text}"
    for one, two in ((own.low, other.low), (own.high, other.high)):
        if one is not two:
            yield f"{one.text} <> {two.text}"


class OtherAnswers:
    """The answers of one partition under several laws, as far as they may differ."""

    table = "beside_answers"

    def __init__(self, database: duckdb.DuckDBPyConnection, asking: Asking | None) -> None:
        """Lay an empty table, where something is asked under several laws."""
        self.database = database
        self.columns = {OWN: asking.own, **asking.others} if asking else {}
        self.sides = {name: f"side_{number}" for number, name in enumerate(self.columns)}
        if asking:
            kinds = "".join(
                f", {side} STRUCT({', '.join(map(_kind, self.columns[name]))})"
                for name, side in self.sides.items()
            )
            columns = f"row_id BIGINT, person_key BIGINT{kinds}"
            database.execute(f"CREATE OR REPLACE TEMP TABLE {self.table} ({columns})")

    def take(self, readings: SeveralReadings | None) -> None:
        """Take what a plan that has run answered, if it is asked under several laws."""
        if readings is not None:
            query = readings.select(self.columns, self.sides)
            self.database.execute(f"INSERT INTO {self.table} {query}")

    def at_hand(
        self, store: Store, tables: Tables, asking: Asking, answered: str, free: Callable[[], None]
    ) -> AtHand:
        """What is at hand of a partition, with the answers to those who were asked."""
        days = ", ".join(f'"{asking.question}:{end}"' for end in ("soonest", "latest"))
        own = (
            f"(SELECT row_id, person_key, {days} FROM {tables['charge']}"
            f" LEFT JOIN {answered} AS a USING (row_id))"
        )
        return AtHand(self.database, store, tables, asking, own, self.table, self.sides, free)


def _kind(column: Output) -> str:
    return f'"{column.name}" {column.type}'
