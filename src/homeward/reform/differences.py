"""What another law may move, of one partition: one row a charge, and one row a person.

Only what may move is there: a bound of the answer is another, or a missing fact could pull the
answers under the two laws apart. Whoever is not there is answered alike by both laws.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from homeward.reform.groups import held_groups
from homeward.reform.movement import Movement
from homeward.screen.beside import OWN, AtHand, OtherLaw
from homeward.screen.duckdb_engine import drop
from homeward.screen.outputs import Output
from homeward.screen.results import IDS, WRITTEN
from homeward.screen.status import words
from homeward.screen.views import quoted

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

FLAGS = ("sooner_surely", "sooner_perhaps", "later_surely", "later_perhaps", "open_alike")
DAYS = ("before:soonest", "before:latest", "after:soonest", "after:latest")

MAY_MOVE = """
    "before:soonest" <> "after:soonest" OR "before:latest" <> "after:latest"
    OR sooner_perhaps OR later_perhaps"""

TOLD, PEOPLE_TOLD, TOUCHED = "told", "people_told", "touched"
"""The tables of everyone's days under the law that is asked, a row a charge and a row a person;
and of the groups of each charge that some law may move."""


def lay_own(found: AtHand, day: str) -> None:
    """Lay what is known of everyone under the law that is asked.

    Args:
        found: the answers at hand.
        day: the day asked, in SQL.
    """
    question = found.asking.question
    for name, query in {
        TOLD: f'SELECT row_id, person_key, "{question}:soonest" AS soonest,'
              f' "{question}:latest" AS latest FROM {found.own}',
        PEOPLE_TOLD: "SELECT person_key, count(*) AS charges, max(soonest) AS soonest,"
                     f" max(latest) AS latest, count(*) FILTER (soonest <= {day}) AS perhaps_now,"
                     f" count(*) FILTER (latest <= {day}) AS now FROM {TOLD} GROUP BY person_key",
    }.items():  # fmt: skip
        found.database.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")


class Differences:
    """What one law may move in one partition; in tables until it is written."""

    def __init__(
        self, found: AtHand, law: OtherLaw, named: str, movement: Movement, *, is_empty: bool
    ) -> None:
        """Take the answers, the law, and how it can move answers.

        ``named`` is the column that says whether the law names an offense; ``is_empty`` says
        that both laws are the same: then nothing can differ.
        """
        self.found, self.law, self.movement, self.is_empty = found, law, movement, is_empty
        self.question = found.asking.question
        self.charges, self.people, self.moves = "moved", "moved_people", "moves_of_people"
        self.named = named

    def lay(self) -> None:
        """Lay the tables of charges and of people that may move."""
        for name, query in ((self.charges, self._charges()), (self.people, self._people())):
            self._lay(name, f"SELECT * FROM ({query}) WHERE {MAY_MOVE}")
        counts = ", ".join(f"count(*) FILTER ({flag}) AS {flag}" for flag in FLAGS)
        self._lay(
            self.moves, f"SELECT person_key, {counts} FROM {self.charges} GROUP BY person_key"
        )

    def _lay(self, name: str, query: str) -> None:
        self.found.database.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")

    def free(self) -> None:
        """Free the tables."""
        drop(self.found.database, self.charges, self.people, self.moves)

    @property
    def meanings(self) -> dict[str, list[str]]:
        """What each bit of the columns of missing facts stands for."""
        return {
            name: [one.name for one in output.names_here] for name, _, output in self._missing()
        }

    def _charges(self) -> str:
        sides = self.found.sides
        missing = "".join(f', {side}."{output.name}" AS "{name}"'
                          for name, side, output in self._missing())  # fmt: skip
        return (
            f"SELECT row_id, person_key, {', '.join(_days(self.question))},"
            f" {self._changes_of_charges()}{missing} FROM (SELECT row_id, person_key,"
            f" {sides[OWN]} AS b, {sides[self.law.name]} AS a FROM {self.found.answers})"
        )

    def _people(self) -> str:
        """People with a charge that may move; the others' charges stay where they are."""
        after = (
            'SELECT t.person_key, max(coalesce(m."after:soonest", t.soonest)) AS soonest,'
            ' max(coalesce(m."after:latest", t.latest)) AS latest,'
            " coalesce(bool_or(m.sooner_perhaps), FALSE) AS sooner,"
            " coalesce(bool_or(m.later_perhaps), FALSE) AS later"
            f" FROM {TOLD} AS t LEFT JOIN {self.charges} AS m USING (row_id)"
            f" WHERE t.person_key IN (SELECT person_key FROM {self.charges}) GROUP BY t.person_key"
        )
        days = ' soonest AS "all_clear:soonest", latest AS "all_clear:latest"'
        return (
            f"SELECT person_key, charges, {', '.join(_days('all_clear'))},"
            f" {self._changes_of_people()}"
            f" FROM (SELECT person_key, sooner, later,{days} FROM ({after})) AS a"
            f" JOIN (SELECT person_key, charges,{days} FROM {PEOPLE_TOLD}) AS b USING (person_key)"
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
        return CHANGES.format(q="all_clear", sooner="a.sooner", later="a.later")

    def _missing(self) -> Iterator[tuple[str, str, Output]]:
        """The sets of missing facts under each law: by what name, of which side."""
        asking = self.found.asking
        for side, name, outputs in (
            ("b", "before", asking.own), ("a", "after", asking.others[self.law.name]),
        ):  # fmt: skip
            held = {one.name: one for one in outputs}
            for word in words(list(held), f"{self.question}:missing"):
                if word in held:
                    yield f"{name}:{word.removeprefix(f'{self.question}:')}", side, held[word]

    # --- writing ---------------------------------------------------------------------------

    def write(self, charges: Path, people: Path) -> None:
        """Write a row for each charge, and one for each person, that may move."""
        ids = ", ".join(f'g."{name}"' for name in IDS["charge"])
        days, flags = (", ".join(f'm."{name}"' for name in some) for some in (DAYS, FLAGS))
        missing = "".join(f', m."{name}"' for name in self.meanings)
        groups = "".join(f', g."{group}"' for group in held_groups(self.found.store))
        self._copy(
            f"SELECT {ids}, {days}, {flags}, g.{self.named} AS named{missing}{groups} FROM"
            f" {self.charges} AS m JOIN {TOUCHED} AS g USING (row_id) ORDER BY row_id", charges,
        )  # fmt: skip
        self._copy(
            f"SELECT p.person_id, m.charges, {days}, {flags} FROM {self.people} AS m"
            f" JOIN {self.found.tables['person']} AS p USING (person_key) ORDER BY person_key",
            people,
        )

    def _copy(self, query: str, file: Path) -> None:
        self.found.database.execute(f"COPY ({query}) TO {quoted(str(file))} ({WRITTEN})")


def _days(question: str) -> Iterator[str]:
    for side, name in (("b", "before"), ("a", "after")):
        for end in ("soonest", "latest"):
            yield f'{side}."{question}:{end}" AS "{name}:{end}"'
