"""The second pass, first half: which rows of a partition are kept, and why the others are not.

A row in error is set aside. What it may have said must not be missed without a word,
or an answer about the rest could be too good or too bad:

- a charge that is set aside takes its case with it (rules look at a case as a whole),
  and marks its person's record as not complete;
- a case that is set aside takes its charges with it, and marks the record likewise;
- a person whose row is set aside takes everything of theirs with them.

A row that stands twice word for word says nothing new: the second is set aside, and
no harm is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.screen.store import FOLDERS
from homeward.sources.matching import IDS
from homeward.sources.reading_sql import quoted, text
from homeward.sources.scan import LINE, Database
from homeward.sources.spool import Spool

KEYS = {
    "person": ("person_id",), "case": ("person_id", "case_id"),
    "charge": ("person_id", "case_id", "charge_id"), "tenancy": ("person_id",),
}  # fmt: skip
"""The ids that name one row of a table."""

IDENTITY = f"source, {LINE}, sub"
"""What tells a row from every other row of the data."""

_FACT_OF = {"person_id": IDS["person"], "case_id": IDS["case"], "charge_id": IDS["charge"]}


@dataclass(frozen=True)
class Fates:
    """Works out the fate of every row of one partition.

    For each table there are then ``TABLE_rows`` with the ids of all rows, ``TABLE_fates`` with
    what is wrong with some of them, and ``TABLE_spooled`` with all that the rows say.

    Attributes:
        owned_by_case: the sources whose charges name no person, only a case.
    """

    database: Database
    spool: Spool
    owned_by_case: Sequence[int] = ()

    def decide(self, part: int) -> None:
        """Load a partition's rows, and say what is wrong with which."""
        for table in FOLDERS:
            self._load(table, part)
            self._own_problems(table)
            self._empty_ids(table)
            self._twice(table)
        for table in ("case", "charge", "tenancy"):
            self._of_person(table)
        self._of_case()
        self._of_charge()

    def has(self, table: str) -> bool:
        """Whether the data has such a table at all."""
        return table in self.spool.rows

    def doubtful(self, table: str) -> bool:
        """Whether some row of the partition has a value that is in doubt."""
        return self._any(f"{table}_rows", "doubtful")

    # --- each row by itself -----------------------------------------------------------

    def _load(self, table: str, part: int) -> None:
        """Only ids and places are held; facts stay in the spool until they are written."""
        rows = self.spool.read(table, part)
        self._run(f"CREATE OR REPLACE TEMP VIEW {table}_spooled AS {rows}")
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE {table}_rows AS
            SELECT {IDENTITY}, person_id, case_id, charge_id, place, problems IS NOT NULL AS bad,
              doubts IS NOT NULL AS doubtful, row_number() OVER () AS n FROM {table}_spooled"""
        )
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE {table}_fates
            (n BIGINT, field VARCHAR, value VARCHAR, problem VARCHAR, fix VARCHAR, harm BOOLEAN)"""
        )
        if table == "charge" and self._any("charge_rows", "charge_id IS NULL"):
            self._number_charges()

    def _number_charges(self) -> None:
        """A charge without an id has its number in the case for one, or one that is free."""
        case = "PARTITION BY person_id, case_id"
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE charge_rows AS
            SELECT * EXCLUDE (number, given) REPLACE (CASE WHEN charge_id IS NOT NULL THEN charge_id
              WHEN list_contains(given, number::VARCHAR) THEN (number + 1000000)::VARCHAR
              ELSE number::VARCHAR END AS charge_id)
            FROM (SELECT *, list(charge_id) OVER ({case}) AS given, row_number() OVER
                  ({case} ORDER BY place NULLS LAST, {IDENTITY}) AS number FROM charge_rows)"""
        )

    def _own_problems(self, table: str) -> None:
        if self._any(f"{table}_rows", "bad"):
            self._run(
                f"""INSERT INTO {table}_fates
                SELECT n, p.field, p.value, p.problem, p.fix, true
                FROM (SELECT {IDENTITY}, unnest(problems) AS p FROM {table}_spooled
                      WHERE problems IS NOT NULL)
                JOIN {table}_rows USING ({IDENTITY})"""
            )

    def _empty_ids(self, table: str) -> None:
        if table == "charge" and self.owned_by_case:
            self._add(
                table, "case_id", "is not the case of one person in the table of cases",
                "Add the case, or give the charges a person_id",
                f"""WHERE person_id IS NULL AND case_id IS NOT NULL
                AND source IN ({", ".join(map(str, self.owned_by_case))})""",
            )  # fmt: skip
        for column in KEYS[table]:
            if self._any(f"{table}_rows", f"{column} IS NULL"):
                self._add(
                    table, column, "is empty", "Say which it is, or leave the row out",
                    f"WHERE {column} IS NULL",
                )  # fmt: skip

    def _twice(self, table: str) -> None:
        """Ids that stand twice: word for word, or with something else beside them."""
        keys, last = ", ".join(KEYS[table]), KEYS[table][-1]
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE {table}_twice AS SELECT {keys} FROM {table}_rows
            GROUP BY {keys} HAVING count(*) > 1"""
        )
        if not self._any(f"{table}_twice", "true"):
            return
        held = [quoted(name) for name in self.spool.facts.get(table, {})]
        said = ", ".join([*held, "problems", "doubts"])
        self._run(
            f"""CREATE OR REPLACE TEMP TABLE {table}_twice AS
            SELECT {keys}, arg_min(n, row({IDENTITY})) AS first,
              count(DISTINCT row({said})) > 1 AS differ
            FROM {table}_rows JOIN {table}_twice USING ({keys})
            JOIN (SELECT {IDENTITY}, {said} FROM {table}_spooled) USING ({IDENTITY})
            GROUP BY {keys}"""
        )
        self._run(
            f"""INSERT INTO {table}_fates SELECT n, '{_FACT_OF[last]}', {last},
              CASE WHEN differ THEN 'stands on several rows that do not say the same'
              ELSE 'stands twice, word for word; the first row is kept' END,
              CASE WHEN differ THEN 'Keep the right row' ELSE 'Nothing, if it was meant once' END,
              differ
            FROM {table}_rows JOIN {table}_twice USING ({keys}) WHERE differ OR n <> first"""
        )

    # --- rows by what stands above and below them ---------------------------------------

    def _of_person(self, table: str) -> None:
        if self.has("person"):
            self._add(
                table, "person_id", "is not in the table of people",
                "Add the person, or mend the id",
                "ANTI JOIN person_rows USING (person_id) WHERE person_id IS NOT NULL",
            )  # fmt: skip
            self._add(
                table, "person_id", "is a person whose own row was set aside", "Mend that row",
                f"SEMI JOIN ({harmed_keys('person')}) USING (person_id)",
            )  # fmt: skip

    def _of_case(self) -> None:
        if self.has("case"):
            self._add(
                "charge", "case_id", "is not among the cases of this person",
                "Add the case, or mend the number",
                """ANTI JOIN case_rows USING (person_id, case_id)
                WHERE case_id IS NOT NULL AND person_id IS NOT NULL""",
            )  # fmt: skip
            self._add(
                "charge", "case_id", "is a case whose own row was set aside", "Mend that row",
                f"SEMI JOIN ({harmed_keys('case')}) USING (person_id, case_id)",
            )  # fmt: skip

    def _of_charge(self) -> None:
        """A case with a charge that was set aside cannot be judged as a whole."""
        self._run(f"CREATE OR REPLACE TEMP TABLE torn AS {harmed_keys('charge')}")
        for table, which in (("case", "a"), ("charge", "another")):
            self._add(
                table, "case_id", f"is a case of which {which} charge was set aside",
                "Mend that charge", "SEMI JOIN torn USING (person_id, case_id)",
            )  # fmt: skip

    def _add(self, table: str, column: str, problem: str, fix: str, which: str) -> None:
        """Give a fate to those rows that have none yet and fit."""
        self._run(
            f"""INSERT INTO {table}_fates
            SELECT n, '{_FACT_OF[column]}', {column}, {text(problem)}, {text(fix)}, true
            FROM (FROM {table}_rows ANTI JOIN {table}_fates USING (n)) {which}"""
        )

    def _any(self, rows: str, test: str) -> bool:
        return bool(self.database.execute(f"SELECT 1 FROM {rows} WHERE {test} LIMIT 1").fetchall())

    def _run(self, statement: str) -> None:
        self.database.execute(statement)


def harmed_keys(table: str) -> str:
    """The keys of rows that were set aside and whose absence does harm."""
    keys = ", ".join(key for key in KEYS[table] if key != "charge_id")
    return (
        f"SELECT DISTINCT {keys} FROM {table}_rows "
        f"SEMI JOIN (FROM {table}_fates WHERE harm) USING (n)"
    )
