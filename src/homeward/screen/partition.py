"""One partition while it is being screened: from its tables to one part of every result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from homeward.screen.asked import Group
from homeward.screen.beside import OtherAnswers
from homeward.screen.fingerprints import fingerprints
from homeward.screen.job import Counts
from homeward.screen.long_form import long_rows
from homeward.screen.outputs import Output
from homeward.screen.people import people_rows
from homeward.screen.problem import ScreenError
from homeward.screen.reading import Reading
from homeward.screen.results import FINGERPRINTS, IDS, PEOPLE, ROW, WRITTEN, answers, part_name
from homeward.screen.status import STATUSES, questions_in, status
from homeward.screen.store import FOLDERS
from homeward.screen.views import make_views, quoted, tables_in

if TYPE_CHECKING:
    from homeward.screen.screener import Screener

_ANSWERING = 0.7
"""The share of the time that goes into working out, before anything is written."""


@dataclass(frozen=True)
class Found:
    """What a partition gave: see :class:`~homeward.screen.job.Done`."""

    rows: dict[str, int]
    counts: Counts
    again: int


class Partition:
    """One partition in its own database."""

    def __init__(
        self,
        screener: Screener,
        database: duckdb.DuckDBPyConnection,
        number: int,
        files: Mapping[str, Path],
        pieces: int = 1,
    ) -> None:
        """Take the database, the file of each part by folder, and in how many pieces to answer."""
        self.screener = screener
        self.job = screener.job
        self.database = database
        self.number = number
        self.files = files
        self.pieces = pieces
        self.held = set(screener.store.facts)
        self.tables = tables_in(screener.store, number)
        self.answered = {table: f"answered_{table}" for table in screener.tables}
        self.taken: dict[str, dict[str, list[str]]] = {table: {} for table in screener.tables}

    def run(self, watch: Callable[[float], None], *, kinds_known: bool = False) -> Found:
        """Write every part; ``kinds_known`` if the database knows the kinds of all charges."""
        self.kinds_known = kinds_known
        self._make("fingerprint", fingerprints(self.tables, self.screener.own_facts, self.held))
        self._keep_unchanged()
        again = self._answer(watch)
        rows, counts = self._write()
        self._write_beside()
        watch(1.0)
        return Found(rows, counts, again)

    def _write(self) -> tuple[dict[str, int], Counts]:
        """Write the parts of the results; how many rows they have, and how these stand."""
        if self.job.beside and self.job.beside.counts_only:
            tables = [*self.screener.tables, "person"]
            return {one: self._rows_in(one) for one in tables}, {}
        rows, counts = {}, {}
        for table in self.screener.tables:
            file = self.files[answers(table)]
            self._copy(self._rows(table), file)
            rows[table], counts[table] = self._check(table, file), self._count(table, file)
        self._copy(self._people(), self.files[PEOPLE])
        rows["person"] = self._check("person", self.files[PEOPLE])
        self._copy("SELECT person_id, content FROM fingerprint ORDER BY person_key",
                   self.files[FINGERPRINTS])  # fmt: skip
        if self.job.wish.long:
            for table in self.screener.tables:
                self._lengthen(table, self.files[answers(table)])
        return rows, counts

    # --- beside the results -------------------------------------------------------------------

    def _write_beside(self) -> None:
        """Make what is made of the answers under several laws."""
        asking, store = self.screener.asking, self.screener.store
        if self.job.beside and asking:
            own = self.answered["charge"]
            found = self.others.at_hand(store, self.tables, asking, own, self._free)
            self.job.beside.write(found, self.files)

    def _free(self) -> None:
        """Free what the answers were worked out from."""
        for _, some in self.screener.plans:
            for one in some:
                one.steps.forget_rows(self.database)

    # --- who is asked -------------------------------------------------------------------------

    def _keep_unchanged(self) -> None:
        """Note who has not changed since earlier results of the same wish."""
        before = self._earlier(FINGERPRINTS)
        same = "WHERE FALSE" if before is None else f"SEMI JOIN {before} USING (person_id, content)"
        self._make("kept", f"SELECT person_key FROM fingerprint {same}")
        for table in self.screener.tables if before else ():
            ids = ", ".join(IDS[table])  # rows that share their ids could not be told apart
            twice = f"FROM {self.tables[table]} GROUP BY person_key, {ids} HAVING count(*) > 1"
            self.database.execute(
                f"DELETE FROM kept WHERE person_key IN (SELECT person_key {twice})"
            )

    def _earlier(self, folder: str) -> str | None:
        """The same part of earlier results, to read from."""
        if self.job.earlier is None:
            return None
        file = self.job.earlier / folder / part_name(self.number)
        return reading_from(file) if file.exists() else None

    def _choose(self, group: Group, piece: int) -> int:
        """Note who of a piece of a group is to be asked, and count them."""
        among = ""
        if self.job.asked.places:
            masks = self.job.asked.table(self.tables, self.held)
            among = f"SEMI JOIN (SELECT person_key FROM ({masks}) WHERE mask = {group.mask})"
            among += " USING (person_key)"
        self._make(
            "chosen",
            f"SELECT person_key FROM fingerprint ANTI JOIN kept USING (person_key) {among}"
            f" WHERE person_key % {self.pieces} = {piece}",
        )
        return self._number("SELECT count(*) FROM chosen")

    # --- answering ----------------------------------------------------------------------------

    def _answer(self, watch: Callable[[float], None]) -> int:
        """Answer everyone who is to be asked, group after group; how many that were."""
        for table in self.screener.tables:
            columns = ", ".join(f'"{one.name}" {one.type}' for one in self._columns(table))
            self.database.execute(
                f"CREATE OR REPLACE TEMP TABLE answered_{table} ({ROW[table]} BIGINT, {columns})"
            )
        self.others = OtherAnswers(self.database, self.screener.asking)
        everyone = self._number("SELECT count(*) FROM fingerprint")
        asked = 0
        for group, plans in self.screener.plans:
            alone = len(plans) == 1
            whole = alone and self.pieces == 1 and len(self.screener.plans) == 1
            for piece in range(self.pieces):
                people = self._choose(group, piece)
                if people:
                    chosen = "" if people == everyone else "chosen"
                    make_views(self.database, self.tables, self.screener.facts, self.held, chosen)
                    for number, (steps, reading, others) in enumerate(plans):
                        if not self.kinds_known:
                            steps.know_kinds(self.database)
                        for share in steps.answer(self.database):
                            done = (number + share) / len(plans)
                            watch(_ANSWERING * (asked + done * people) / everyone)
                        self._take(reading, number, alone=alone)
                        self.others.take(others)
                        if not alone:
                            steps.forget_kinds(self.database)
                    self._put_together(whole=whole)
                asked += people
        return self._number("SELECT count(*) FROM fingerprint ANTI JOIN kept USING (person_key)")

    def _take(self, reading: Mapping[str, Reading], number: int, *, alone: bool) -> None:
        """Take the answers of a plan that has run; those of one alone are not stored twice."""
        for table in self.screener.tables:
            mine = [one for one in self._columns(table) if reading[table].source(one)]
            if mine:
                name = f"taken_{table}_{number}"
                kind = "TEMP VIEW" if alone else "TEMP TABLE"
                query = reading[table].select(mine)
                self.database.execute(f"CREATE OR REPLACE {kind} {name} AS {query}")
                self.taken[table][name] = [one.name for one in mine]

    def _put_together(self, *, whole: bool) -> None:
        """Make one row of what several plans answered about a subject.

        Where one plan answers everyone at once, the answers go from there into the file.
        """
        for table, found in self.taken.items():
            if found:
                first, *others = found
                joined = "".join(f" JOIN {name} USING ({ROW[table]})" for name in others)
                read = [f'{name}."{one}"' for name, mine in found.items() for one in mine]
                names = [f'"{one}"' for mine in found.values() for one in mine]
                query = f"SELECT {first}.{ROW[table]}, {', '.join(read)} FROM {first}{joined}"
                if whole and len(names) == len(self._columns(table)):
                    self.answered[table] = f"({query})"
                else:
                    self.database.execute(
                        f"INSERT INTO answered_{table} ({ROW[table]}, {', '.join(names)}) {query}"
                    )
            found.clear()

    def _columns(self, table: str) -> list[Output]:
        return self.screener.columns[table]

    # --- writing ------------------------------------------------------------------------------

    def _rows(self, table: str) -> str:
        """SQL for one row a subject: its ids, and the answers of now or of before."""
        ids = ", ".join(IDS[table])
        subjects = f"(SELECT {ROW[table]}, person_key, {ids} FROM {self.tables[table]}) AS ids"
        names = [f'"{one.name}"' for one in self._columns(table)]
        before = self._earlier(answers(table))
        fresh = f"SELECT {ROW[table]}, {ids}, {', '.join(names)} FROM {subjects}"
        fresh += f" LEFT JOIN {self.answered[table]} AS a USING ({ROW[table]})"
        if before is None:
            return f"SELECT * EXCLUDE ({ROW[table]}) FROM ({fresh}) ORDER BY {ROW[table]}"
        return (
            f"SELECT * EXCLUDE ({ROW[table]}) FROM ({fresh} ANTI JOIN kept USING (person_key)"
            f" UNION ALL SELECT {ROW[table]}, {ids}, {', '.join(names)} FROM"
            f" (FROM {subjects} SEMI JOIN kept USING (person_key)) JOIN {before} AS before"
            f" USING ({ids})) ORDER BY {ROW[table]}"
        )

    def _check(self, table: str, file: Path) -> int:
        """The rows of a part; nothing is lost, and nothing is answered twice.

        Raises:
            ScreenError: when there are more or fewer than subjects.
        """
        rows = self._number(f"SELECT count(*) FROM {reading_from(file)}")
        subjects = self._rows_in(table)
        if rows != subjects:
            msg = (
                f"partition {self.number}: {rows:,} rows of answers for {subjects:,} rows of"
                f" {FOLDERS[table]}. An id stands twice in the store: load the data again"
            )
            raise ScreenError(msg)
        return rows

    def _count(self, table: str, file: Path) -> dict[str, dict[str, int]]:
        """How the answers to each question stand on the day asked."""
        names = [one.name for one in self._columns(table)]
        counted = {}
        for question in questions_in(names):
            stands = status(question, names, self.job.wish.as_of)
            found = self.database.execute(
                f"SELECT {stands} AS status, count(*) FROM {reading_from(file)} GROUP BY status"
            ).fetchall()
            counted[question] = {one: dict(found).get(one, 0) for one in STATUSES}
        return counted

    def _people(self) -> str:
        """SQL for the rows of people."""
        question = self.screener.main_question
        everyone = "(SELECT person_key, person_id FROM fingerprint)"
        if question is None:
            return f"SELECT person_id FROM {everyone} ORDER BY person_key"
        charges = reading_from(self.files[answers("charge")])
        return people_rows(
            everyone, charges, question, self._columns("charge"), self.job.wish.as_of
        )

    def _lengthen(self, table: str, file: Path) -> None:
        """Turn a wide part into one with a row for each question."""
        wide = file.with_name(f"{file.name}.wide")
        file.rename(wide)
        try:
            self._copy(long_rows(reading_from(wide), IDS[table], self._columns(table)), file)
        finally:
            wide.unlink(missing_ok=True)

    # --- the database -------------------------------------------------------------------------

    def _make(self, name: str, query: str) -> None:
        self.database.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")

    def _rows_in(self, table: str) -> int:
        return self._number(f"SELECT count(*) FROM {self.tables[table]}")

    def _number(self, query: str) -> int:
        (found,), *_ = self.database.execute(query).fetchall()
        return int(found)

    def _copy(self, query: str, file: Path) -> None:
        self.database.execute(f"COPY ({query}) TO {quoted(str(file))} ({WRITTEN})")


def reading_from(file: Path) -> str:
    """A Parquet file as SQL to read from."""
    return f"read_parquet({quoted(str(file))})"
