"""The answers under two laws side by side: one row a charge, and one row a person.

Both screenings answered the same store, and a part of answers has the order of the store's
rows; so rows are joined by their place in the part, which no shared id can confuse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import duckdb

from homeward.reform.groups import columns, lay_statutes
from homeward.reform.movement import movement
from homeward.rules.patch import Patch
from homeward.screen.due import columns_of
from homeward.screen.partition import IDS, ROW, WRITTEN
from homeward.screen.problem import ResultsError, WishError
from homeward.screen.results import PEOPLE, Results, answers, part_name
from homeward.screen.status import questions_in, words
from homeward.screen.store import Store
from homeward.screen.views import quoted, tables_in

CHARGES, PERSONS = "differences.charge.parquet", "differences.person.parquet"

CHANGES = """
    a."{q}:latest" < b."{q}:soonest" AS sooner_surely,
    {sooner} AND a."{q}:soonest" < b."{q}:latest" AS sooner_perhaps,
    a."{q}:soonest" > b."{q}:latest" AS later_surely,
    {later} AND a."{q}:latest" > b."{q}:soonest" AS later_perhaps,
    ({sooner} OR {later}) AND a."{q}:soonest" = b."{q}:soonest"
        AND a."{q}:latest" = b."{q}:latest" AND a."{q}:soonest" < a."{q}:latest" AS open_alike"""
UNCHANGED = """
    FALSE AS sooner_surely, FALSE AS sooner_perhaps, FALSE AS later_surely,
    FALSE AS later_perhaps, FALSE AS open_alike"""
"""What is known of a change: ``surely`` whatever the missing facts are, ``perhaps`` for some.

``sooner`` and ``later`` are claims, in SQL, without which a row does not move that way.
"""


class Differences:
    """Writes the differences between two results of one store, a part for each partition."""

    def __init__(
        self,
        store: Store,
        before: Results,
        after: Results,
        patches: Sequence[Patch],
        out: Path,
        against: Sequence[Patch] = (),
    ) -> None:
        """Take the store, the two results, what the reform changes, and where to write.

        ``against`` is what was laid over the law that the reform is compared with.
        """
        self.store, self.before, self.after = store, before, after
        self.patches, self.out = patches, out
        self.as_of = date.fromisoformat(before.report["wish"]["as_of"])
        self.question = asked_of_charges(before)
        asked_of_charges(after)
        held = set(columns_of(before)["charge"]) & set(columns_of(after)["charge"])
        wish = before.report["wish"]
        self.movement = movement(
            self.question, against, patches, day=self.as_of, laws=wish["laws"], held=held
        )

    @property
    def is_empty(self) -> bool:
        """Whether both results are of the very same law: then nothing can differ."""
        same: bool = self.before.report["wish"]["with"] == self.after.report["wish"]["with"]
        return same or not any(patch.touched for patch in self.patches)

    def write(self, database: duckdb.DuckDBPyConnection) -> None:
        """Write every part.

        Raises:
            ResultsError: when the two results are not of the same rows.
        """
        for number in self.store.partitions:
            lay_statutes(database, self.store, number, self.patches)
            for folder, query in (
                (CHARGES, self._charges(number)),
                (PERSONS, self._people(number)),
            ):
                file = self.out / folder / part_name(number)
                file.parent.mkdir(parents=True, exist_ok=True)
                database.execute(f"COPY ({query}) TO {quoted(str(file))} ({WRITTEN})")
            self._check(database, number)

    def _check(self, database: duckdb.DuckDBPyConnection, number: int) -> None:
        """See that no row was lost, and that the rows of both results are those of the store."""
        for table, folder in (("charge", CHARGES), ("person", PERSONS)):
            file = quoted(str(self.out / folder / part_name(number)))
            stored = tables_in(self.store, number)[table]
            ids = ", ".join(f'"{name}"' for name in IDS[table])
            query = (f"SELECT count(*) FROM (SELECT {ids} FROM {stored} EXCEPT ALL"
                     f" SELECT {ids} FROM read_parquet({file}))")  # fmt: skip
            ((lost,),) = database.execute(query).fetchall()
            if lost:
                msg = (
                    f"{lost:,} rows of {table} have no difference in part {number}: the results in"
                    f" {self.before.path} and {self.after.path} are not of this data. Remove them"
                )
                raise ResultsError(msg)

    # --- the two queries -------------------------------------------------------------------

    def _charges(self, number: int) -> str:
        kept = ", ".join(f'r."{name}"' for name in IDS["charge"])
        groups = "".join(f", {column}" for column in columns(self.store, self.as_of))
        place = "place" if "case.jurisdiction" in self.store.facts else ""
        statute = "charge.statute" in self.store.facts and place
        joined = (
            ' LEFT JOIN statutes AS s ON s.statute = r."charge.statute"'
            ' AND s.place = k."case.jurisdiction"' if statute
            else " LEFT JOIN statutes AS s ON FALSE"
        )  # fmt: skip
        tables = tables_in(self.store, number)
        return (
            f"SELECT {kept}, {', '.join(self._days(self.question))},"
            f" {self._changes_of_charges()}, s.named AS named,"
            f" {', '.join(self._missing())}{groups}"
            f" FROM {self._placed(tables['charge'], 'charge')} AS r"
            f" JOIN {tables['case']} AS k ON k.case_key = r.case_key"
            f" JOIN {tables['person']} AS p ON p.person_key = r.person_key"
            f" {self._joined('charge', number)}{joined} ORDER BY r.row_id"
        )

    def _people(self, number: int) -> str:
        stored = self._placed(tables_in(self.store, number)["person"], "person")
        return (
            f"SELECT r.person_id, b.charges, {', '.join(self._days('all_clear'))},"
            f" {self._changes_of_people()}"
            f" FROM {stored} AS r {self._joined('person', number)}"
            f" LEFT JOIN {self._moved(number)} AS m ON m.person_id = r.person_id"
            " ORDER BY r.person_key"
        )

    def _changes_of_charges(self) -> str:
        """What is known of the change of each charge."""
        if self.is_empty:
            return UNCHANGED
        known = self.movement
        return CHANGES.format(
            q=self.question,
            sooner=f"{known.sooner} AND NOT {known.settled}",
            later=f"{known.later} AND NOT {known.settled}",
        )

    def _changes_of_people(self) -> str:
        """What is known of the change of each person: nothing moves unless a charge does."""
        if self.is_empty:
            return UNCHANGED
        return CHANGES.format(
            q="all_clear", sooner="coalesce(m.sooner, FALSE)", later="coalesce(m.later, FALSE)"
        )

    def _moved(self, number: int) -> str:
        """Whether some charge of each person may move, from the part of charges just written."""
        file = quoted(str(self.out / CHARGES / part_name(number)))
        return (
            "(SELECT person_id, bool_or(sooner_perhaps) AS sooner, bool_or(later_perhaps) AS later"
            f" FROM read_parquet({file}) GROUP BY person_id)"
        )

    def _placed(self, stored: str, table: str) -> str:
        """The rows of the store, each with its place in a part of answers."""
        return f"(SELECT *, row_number() OVER (ORDER BY {ROW[table]}) - 1 AS place FROM {stored})"

    def _joined(self, table: str, number: int) -> str:
        folder = PEOPLE if table == "person" else answers(table)
        same = " AND ".join(f'{{s}}."{name}" IS NOT DISTINCT FROM r."{name}"'
                            for name in IDS[table])  # fmt: skip
        return " ".join(
            f"JOIN read_parquet({quoted(str(results.path / folder / part_name(number)))},"
            f" file_row_number = true) AS {side}"
            f" ON {side}.file_row_number = r.place AND {same.format(s=side)}"
            for side, results in (("b", self.before), ("a", self.after))
        )

    def _days(self, question: str) -> Iterator[str]:
        for side, name in (("b", "before"), ("a", "after")):
            for end in ("soonest", "latest"):
                yield f'{side}."{question}:{end}" AS "{name}:{end}"'

    def _missing(self) -> Iterator[str]:
        """The sets of missing facts under each law, as the results hold them."""
        for side, name, results in (("b", "before", self.before), ("a", "after", self.after)):
            for word in words(columns_of(results)["charge"], f"{self.question}:missing"):
                short = word.removeprefix(f"{self.question}:")
                yield f'{side}."{word}" AS "{name}:{short}"'


def asked_of_charges(results: Results) -> str:
    """The question that is compared: the one that the rows of people are about.

    Raises:
        WishError: when there is none, or its answers can end again.
    """
    question: str | None = results.report["people_question"]
    held = columns_of(results).get("charge", [])
    if question is None or question not in questions_in(held):
        msg = "nothing was asked about charges, so there is nothing to compare: give --question"
        raise WishError(msg)
    if f"{question}:closes" in held:
        msg = f"{question} can end again, and such answers are not compared yet: give --question"
        raise WishError(msg)
    return question
