"""Who becomes eligible in a span of days: a look at results, and no new screening.

Answers are dates, so the passing of time changes none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from homeward.screen.duckdb_engine import connect
from homeward.screen.problem import ResultsError, WishError
from homeward.screen.results import IDS, Results, answers
from homeward.screen.status import closing, questions_in, words
from homeward.screen.views import quoted
from homeward.when import LAST

SURE, AT_THE_LATEST, PERHAPS = "from", "at the latest", "perhaps from"


class Due(NamedTuple):
    """One subject that becomes eligible.

    ``how`` says what the day is: ``from``, ``at the latest`` where it may have come
    before, or ``perhaps from``, where something is missing.
    """

    day: date
    how: str
    question: str
    person_id: str
    case_id: str
    charge_id: str
    missing: tuple[str, ...]


def due(
    results: Results,
    first: date,
    last: date,
    questions: Sequence[str] = (),
    *,
    perhaps: bool = False,
) -> Iterator[Due]:
    """Everyone for whom an answer begins to hold from ``first`` to ``last``, by day.

    Args:
        results: the results of a screening.
        first: the first day that counts.
        last: the last day that counts.
        questions: the questions to look at; by default the one that the rows of people are about.
        perhaps: also those whose day depends on something that is missing.

    Raises:
        WishError: when the results do not answer a question.
    """
    held = columns_of(results)
    wanted = list(questions) or [results.report["people_question"]]
    if wanted == [None]:
        wanted = sorted({name for columns in held.values() for name in questions_in(columns)})
    queries = [
        _query(results, table, question, held[table], (first, last), perhaps=perhaps)
        for question in wanted
        for table in _tables(held, question)
    ]
    meanings = results.dictionary
    with connect() as database:
        found = database.execute(" UNION ALL ".join(queries) + " ORDER BY ALL")
        while rows := found.fetchmany(10_000):
            for day, how, question, person, case, charge, table, bits in rows:
                missing = _named(meanings[table], question, bits)
                yield Due(day, how, question, person, case, charge, missing)


def columns_of(results: Results) -> dict[str, list[str]]:
    """The columns of each table of answers.

    Raises:
        ResultsError: when the results have one row a question.
    """
    if results.report["wish"]["long"]:
        msg = f"{results.path} has one row a question: screen again without --long"
        raise ResultsError(msg)
    with connect() as database:
        return {
            table: [name for name, *_ in database.sql(
                f"DESCRIBE FROM read_parquet({quoted(results.parts(answers(table)))})").fetchall()]
            for table in results.tables
        }  # fmt: skip


def _tables(held: dict[str, list[str]], question: str) -> list[str]:
    tables = [table for table, columns in held.items() if f"{question}:soonest" in columns]
    if not tables:
        known = sorted({name for columns in held.values() for name in questions_in(columns)})
        msg = f"these results do not answer {question!r}; they answer {', '.join(known)}"
        raise WishError(msg)
    return tables


def _query(
    results: Results, table: str, question: str, columns: list[str],
    span: tuple[date, date], *, perhaps: bool,
) -> str:  # fmt: skip
    soonest, latest = f'"{question}:soonest"', f'"{question}:latest"'
    days = f"BETWEEN DATE '{span[0]}' AND DATE '{span[1]}'"
    ids = [name if name in IDS[table] else "''" for name in IDS["charge"]]
    missing = ", ".join(f'"{one}"' for one in words(columns, f"{question}:missing"))
    among = f"{latest} {days}" + (f" OR {soonest} {days}" if perhaps else "")
    ends, _ = closing(question, columns)
    return (
        f"SELECT CASE WHEN {latest} {days} THEN {latest} ELSE {soonest} END,"
        f" CASE WHEN NOT {latest} {days} THEN '{PERHAPS}' WHEN {soonest} = {latest} THEN '{SURE}'"
        f" ELSE '{AT_THE_LATEST}' END, {quoted(question)}, {', '.join(ids)}, '{table}', [{missing}]"
        f" FROM read_parquet({quoted(results.parts(answers(table)))})"
        f" WHERE ({among}) AND {soonest} < DATE '{LAST}' AND {ends} > {soonest}"
    )


def _named(
    held: Mapping[str, Mapping[str, list[str]]], question: str, bits: list[int]
) -> tuple[str, ...]:
    """The names of what is missing."""
    names = words(list(held), f"{question}:missing")
    return tuple(
        name
        for column, word in zip(names, bits, strict=True)
        for place, name in enumerate(held[column]["bits"])
        if word >> place & 1
    )
