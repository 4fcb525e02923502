"""The second pass over all partitions: what is kept is written, what is not is accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from homeward.facts import Fact
from homeward.screen.store import FOLDERS
from homeward.sources.aside import Aside, Entry
from homeward.sources.fates import IDENTITY, Fates, harmed_keys
from homeward.sources.matching import CHARGE_POSITION, IDS
from homeward.sources.parts import COMPLETE, Parts, literal
from homeward.sources.reading import Mark
from homeward.sources.reading_sql import quoted
from homeward.sources.scan import LINE
from homeward.sources.spool import NO_PERSON
from homeward.sources.suspects import Suspects
from homeward.sources.taking import Taking

_OF_A_PARTITION = ("rows", "fates", "twice", "all", "done")
_AT_ONCE = 10_000
_REMEMBERED = 100_000
_RAW = f"{IDENTITY}, case_id, charge_id, field, value, problem, fix"
_DISAGREE = "other rows of the same one say something else; it is taken as not known"
_AGREE = "Make the rows agree"
_OF_ITS_TYPE = ("cannot be used as it is typed", "Give the column as text, digits and all")


@dataclass
class Settling:
    """Writes the parts of every partition.

    Attributes:
        kept: how many rows of each table are in the store.
        set_aside: how many rows of each table are not.
        silent: for facts read as "has not happened", how many cells were empty.
        incomplete: how many people's records were marked as not complete.
        memory_mb: how much memory the engine has, in megabytes.
        without_person: how many rows name no person at all.
        placed: how many lines that were no rows may belong to people who are in the store.
    """

    taking: Taking
    fates: Fates
    suspects: Suspects
    aside: Aside
    doubts: Aside
    store: Path
    memory_mb: int
    kept: Counter[str] = field(default_factory=Counter)
    set_aside: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)
    incomplete: int = 0
    without_person: int = 0
    placed: int = 0
    _said: dict[tuple[int, str, str], tuple[str, str]] = field(default_factory=dict)

    def run(self, watch: Callable[[int], None]) -> None:
        """Settle every partition, those of no person first."""
        held = self.held()
        for table in held:
            (self.store / FOLDERS[table]).mkdir(parents=True)
        parts = Parts(self.fates, self.store, held, self._constants(), self.memory_mb)
        self._decide(NO_PERSON)
        self.without_person = self.set_aside.total()
        self.fates.database.execute(
            """CREATE TEMP TABLE loose AS SELECT DISTINCT case_id
            FROM (SELECT case_id FROM case_rows UNION ALL SELECT case_id FROM charge_rows)
            WHERE case_id IS NOT NULL"""
        )
        for number in range(self.fates.spool.partitions):
            self._decide(number)
            self.kept.update(parts.write(number, self._incomplete(number)))
            self._count(held, number)
            watch(number + 1)

    def _decide(self, number: int) -> None:
        """Settle the fates of a partition's rows, when what is left of the one before is gone."""
        for table, kind in product(FOLDERS, _OF_A_PARTITION):
            self.fates.database.execute(f"DROP TABLE IF EXISTS {table}_{kind}")
        self.fates.decide(number)
        self._account()
        self._count_silent()

    def held(self) -> dict[str, list[Fact]]:
        """The facts that each table of the store has a column for."""
        words, constants = self.taking.vocabulary, self.taking.mapping.constants
        spooled = {name for facts in self.fates.spool.facts.values() for name in facts}
        names = spooled | set(constants) | {COMPLETE, CHARGE_POSITION}
        tables = [table for table in FOLDERS if table != "tenancy" or self.fates.has("tenancy")]
        return {
            table: [fact for fact in words.values()
                    if fact.name in names and fact.table == table and fact.name not in IDS.values()]
            for table in tables
        }  # fmt: skip

    def _constants(self) -> dict[str, str]:
        return {
            name: literal(constant.fact, value)
            for name, constant in self.taking.mapping.constants.items()
            if not isinstance(value := constant.value, Mark)
        }

    def _incomplete(self, number: int) -> str:
        """The people whose record may lack a row."""
        harmed = [f"SELECT person_id FROM ({harmed_keys(table)})" for table in ("case", "charge")]
        loose = [
            f"SELECT person_id FROM {table}_rows SEMI JOIN loose USING (case_id)"
            for table in ("case", "charge")
        ]
        suspects = f"SELECT person_id FROM ({self.suspects.of(number)})"
        together = " UNION ".join([*harmed, *loose, suspects])
        return f"SELECT person_id FROM ({together}) WHERE person_id IS NOT NULL"

    # --- accounting -------------------------------------------------------------------

    def _account(self) -> None:
        """Note every row of the partition that is set aside, with what is wrong with it."""
        for table in FOLDERS:
            found = self._one(f"SELECT count(DISTINCT n) FROM {table}_fates")
            self.set_aside[table] += found
            rows = f"{table}_fates JOIN {table}_rows USING (n)"
            for entry in self._entries(f"SELECT {_RAW} FROM {rows}") if found else ():
                self.aside.add(entry)

    def _count(self, held: Mapping[str, list[Fact]], number: int) -> None:
        """Count what was taken for granted in the partition, and note values in doubt."""
        self.incomplete += self._one("SELECT count(*) FROM person_done WHERE incomplete")
        self.placed += self._one(
            f"SELECT count(DISTINCT (source, {LINE})) FROM ({self.suspects.of(number)}) "
            "SEMI JOIN person_done USING (person_id)"
        )
        for table in held:
            below = (
                f"SELECT {IDENTITY}, case_id, charge_id, d.field, d.value, d.problem, d.fix FROM "
                f"(SELECT {IDENTITY}, unnest(doubts) AS d FROM {table}_spooled WHERE doubts IS NOT "
                f"NULL) JOIN {table}_kept USING ({IDENTITY})"
            )
            if self.fates.doubtful(table):
                self._doubt(below)
        for table in ("case", "person"):
            if not self.fates.has(table):
                self._doubt(
                    f"SELECT {IDENTITY}, NULL, NULL, c.field, c.value, '{_DISAGREE}', '{_AGREE}' "
                    f"FROM (SELECT {IDENTITY}, unnest(contradictions) AS c FROM {table}_all)"
                )

    def _doubt(self, query: str) -> None:
        for entry in self._entries(query):
            self.doubts.add(entry)

    def _count_silent(self) -> None:
        """Count the partition's empty cells that are read as "has not happened"."""
        for table, spooled in self.fates.spool.facts.items():
            taken = [
                fact for fact in spooled.values()
                if fact.when_absent != "unknown" and fact.null_is == "unknown"
                and fact.name not in self.taking.mapping.constants
            ]  # fmt: skip
            if taken:
                counts = ", ".join(f"count(*) - count({quoted(fact.name)})" for fact in taken)
                query = f"SELECT {counts} FROM {table}_spooled"
                (found,) = self.fates.database.execute(query).fetchall()
                self.silent.update({f.name: n for f, n in zip(taken, found, strict=True) if n})

    def _entries(self, query: str) -> Iterator[Entry]:
        found = self.fates.database.execute(query)
        while rows := found.fetchmany(_AT_ONCE):
            for source, line, sub, case, charge, name, value, problem, fix in rows:
                said = (problem, fix) if problem else self._complaint(source, name, value)
                row = self._row(source, line, sub, case, charge)
                yield Entry(source, line, sub, row, name or "", value or "", *said)

    def _complaint(self, source: int, name: str, value: str) -> tuple[str, str]:
        """The words for a cell that could not be read; the same cell is looked at once."""
        key = (source, name, value)
        if key not in self._said:
            if len(self._said) > _REMEMBERED:
                self._said.clear()
            reading = self.taking.matches[source].columns[name].reading
            said = reading.complaint(value)
            self._said[key] = said if said[0] else _OF_ITS_TYPE
        return self._said[key]

    def _row(self, source: int, line: int, sub: int, case: str | None, charge: str | None) -> str:
        place = f"{self.taking.sources[source].counted} {line}"
        inside = [
            f"{kind} {found}" for kind, found in (("case", case), ("charge", charge)) if found
        ]
        return ", ".join([place, *inside]) if sub else place

    def _one(self, query: str) -> int:
        ((found,),) = self.fates.database.execute(query).fetchall()
        return int(found)
