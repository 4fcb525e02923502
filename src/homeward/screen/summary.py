"""A data set on one screen: counts, a curve over the years, what binds and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from homeward.screen.duckdb_engine import connect
from homeward.screen.due import columns_of
from homeward.screen.results import PEOPLE, Results, answers
from homeward.screen.status import closing, status, words
from homeward.screen.views import quoted
from homeward.when import FIRST

YEARS = 12
"""How many years the curve looks ahead."""


@dataclass(frozen=True)
class Summary:
    """What results say as a whole, about the question that the rows of people are about.

    Attributes:
        question: that question.
        statuses: for each question of each table, how many rows have which status.
        people: how many people there are; with a charge that can be cleared now; with all
            of them; who will have one without anything missing; of whom something is missing.
        curve: by the end of each year, how many rows the question holds for, surely and perhaps.
        holding_back: the conditions that rows wait for, and how many each.
        barring: the conditions that rows can never meet, and how many each.
        missing: the facts whose absence leaves rows open, and how many each.
    """

    question: str | None
    statuses: dict[str, dict[str, dict[str, int]]]
    people: dict[str, int]
    curve: list[tuple[int, int, int]]
    holding_back: list[tuple[dict[str, str], int]]
    barring: list[tuple[dict[str, str], int]]
    missing: list[tuple[str, int]]


def summary(results: Results, most: int = 8) -> Summary:
    """Sum up results; of each list the first ``most``."""
    question = results.report["people_question"]
    statuses = results.report["answers"]
    with connect() as database:
        people = _people(database, results)
        if question is None:
            return Summary(None, statuses, people, [], [], [], [])
        look = _Look(database, results, question)
        return Summary(
            question, statuses, people, look.curve(),
            look.binding("later", most), look.binding("never", most), look.missing(most),
        )  # fmt: skip


def _people(database: duckdb.DuckDBPyConnection, results: Results) -> dict[str, int]:
    everyone = f"read_parquet({quoted(results.parts(PEOPLE))})"
    if results.report["people_question"] is None:
        return {"people": _row(database, f"SELECT count(*) FROM {everyone}")[0]}
    as_of = results.report["wish"]["as_of"]
    counted = {
        "people": "TRUE",
        "have a charge": "charges > 0",
        "have a charge for which it holds now": "now > 0",
        "have all their charges so": f"charges > 0 AND \"all_clear:latest\" <= DATE '{as_of}'",
        "have none so now, and one later": "now = 0 AND later > 0",
        "have a charge that is open for want of a fact": "unknown > 0",
        "have a charge that one fact would settle": "look_up_settles > 0",
    }
    tests = ", ".join(f"count(*) FILTER ({test})" for test in counted.values())
    return dict(zip(counted, _row(database, f"SELECT {tests} FROM {everyone}"), strict=True))


class _Look:
    """The answers to one question about charges."""

    def __init__(
        self, database: duckdb.DuckDBPyConnection, results: Results, question: str
    ) -> None:
        self.database, self.question = database, question
        self.columns = columns_of(results)["charge"]
        self.meanings = results.dictionary["charge"]
        self.as_of = date.fromisoformat(results.report["wish"]["as_of"])
        self.rows = f"read_parquet({quoted(results.parts(answers('charge')))})"
        self.status = status(question, self.columns, self.as_of)

    def curve(self) -> list[tuple[int, int, int]]:
        """By the end of each year: for how many it surely holds, and for how many at most."""
        ends = [date(self.as_of.year + ahead, 12, 31) for ahead in range(YEARS)]
        begins = [f'"{self.question}:{end}"' for end in ("latest", "soonest")]
        closes = closing(self.question, self.columns)
        tests = ", ".join(
            f"count(*) FILTER ({begun} <= DATE '{day}' AND {closed} > DATE '{day}')"
            for day in ends for begun, closed in zip(begins, closes, strict=True)
        )  # fmt: skip
        found = _row(self.database, f"SELECT {tests} FROM {self.rows}")
        return [(day.year, *found[2 * n : 2 * n + 2]) for n, day in enumerate(ends)]

    def binding(self, stands: str, most: int) -> list[tuple[dict[str, str], int]]:
        """The conditions that hold back rows of a status, the most frequent first."""
        numbers = self.meanings[f"{self.question}:binding"]["numbers"]
        found = self.database.execute(
            f'SELECT "{self.question}:binding" AS number, count(*) AS rows FROM {self.rows}'
            f" WHERE {self.status} = '{stands}' AND number IS NOT NULL"
            f" AND \"{self.question}:soonest\" > DATE '{FIRST}'"
            f" GROUP BY number ORDER BY rows DESC, number LIMIT {most}"
        ).fetchall()
        return [(numbers[number], rows) for number, rows in found]

    def missing(self, most: int) -> list[tuple[str, int]]:
        """What leaves rows open, the most frequent first."""
        held = words(self.columns, f"{self.question}:missing")
        names = [(column, place, name) for column in held
                 for place, name in enumerate(self.meanings[column]["bits"])]  # fmt: skip
        if not names:
            return []
        tests = ", ".join(f'count(*) FILTER ("{column}" & {1 << place} <> 0)'
                          for column, place, _ in names)  # fmt: skip
        found = _row(
            self.database, f"SELECT {tests} FROM {self.rows} WHERE {self.status} = 'unknown'"
        )
        counted = Counter({name: rows for (_, _, name), rows in zip(names, found, strict=True)})
        return [(name, rows) for name, rows in counted.most_common(most) if rows]


def _row(database: duckdb.DuckDBPyConnection, query: str) -> Sequence[Any]:
    (found,) = database.execute(query).fetchall()
    row: Sequence[Any] = found
    return row
