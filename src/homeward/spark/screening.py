"""A whole screening on Spark: the user's tables in, tables of answers out.

The columns of the answers are known before any row is read: a state without
people is screened first, on the driver, and what it would have written is asked
of every task.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark import StorageLevel
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from homeward import law
from homeward.explain.session import check_questions
from homeward.screen.asked import Asked
from homeward.screen.job import Job
from homeward.screen.loading import tables_of
from homeward.screen.outputs import dictionary
from homeward.screen.results import FINGERPRINTS, part_name
from homeward.screen.screener import Screener
from homeward.screen.store import FOLDERS, SET_ASIDE_COLUMNS, Description, part
from homeward.screen.wish import Wish, check_laws
from homeward.sources.loading import PART_ROWS
from homeward.sources.mapping import ColumnMap, read_mapping
from homeward.spark.asking import asked_on_spark
from homeward.spark.gathering import Tables, gathered
from homeward.spark.problem import SparkError
from homeward.spark.task import ASIDE, DONE, KIND, TOLD, Task

MEMORY = 600


@dataclass(frozen=True)
class SparkTerms:
    """How a screening on Spark runs; none of it changes an answer.

    Attributes:
        partitions: how many parts the people are shuffled into; by the number of charges
            where it is 0.
        memory: the memory that each task's engine may take, in megabytes.
        mapping: the mapping file, where names do not say what columns are.
    """

    partitions: int = 0
    memory: int = MEMORY
    mapping: Path | None = None


@dataclass(frozen=True)
class SparkAnswers:
    """The answers as tables of Spark, worked out once, when they are first read.

    Attributes:
        tables: for each kind of row (``answers.charge.parquet``, ``people.parquet`` …) a table.
        set_aside: the rows that were not answered, and why; ``row`` counts within a task.
        dictionary: what the numbers and bits of each column stand for.
        asked: who is asked which law.
        done: a row of JSON for each partition: its rows, how its answers stand.
        whole: all of it in one, which is kept on disk: ``unpersist`` it in the end.
    """

    tables: dict[str, DataFrame]
    set_aside: DataFrame
    dictionary: dict[str, Any]
    asked: Asked
    done: DataFrame
    whole: DataFrame


def screen_tables(tables: Tables, wish: Wish, terms: SparkTerms = SparkTerms()) -> SparkAnswers:
    """Answer a wish for every row of the tables ``people``, ``cases``, ``charges``.

    Every table must hold the person's id. The ``long`` form is not made here: turn the
    columns into rows in Spark where it is wanted.

    Raises:
        SparkError: when the tables cannot be used.
        ScreenError: when the wish cannot be met.
    """
    _check(tables, wish)
    mapping = read_mapping(terms.mapping, law.vocabulary()) if terms.mapping else ColumnMap()
    asked = asked_on_spark(tables, mapping, wish)
    check_questions(asked.named(wish.changes), wish.questions)
    with _nobody(wish, asked, terms) as screener:
        kinds = _kinds(screener)
        told = dictionary(screener.columns)
    job = Job(Path(), Path(), wish, asked, terms.memory, threads=1)
    text = terms.mapping.read_text(encoding="utf-8") if terms.mapping else None
    task = Task(job, tuple(tables), text, pa.schema([(KIND, pa.string()), *kinds.items()]))
    return _answers(tables, mapping, terms, task, told)


def _check(tables: Tables, wish: Wish) -> None:
    check_laws(wish.laws)
    strange = set(tables) - set(FOLDERS.values())
    if strange or "charges" not in tables:
        named = f"{', '.join(sorted(strange))} is none of them" if strange else "charges is missing"
        msg = f"the tables are people, cases, charges and tenancies; {named}"
        raise SparkError(msg)
    if wish.long:
        msg = "on Spark the answers are wide; leave out --long"
        raise SparkError(msg)


def _answers(
    tables: Tables, mapping: ColumnMap, terms: SparkTerms, task: Task, told: dict[str, Any]
) -> SparkAnswers:
    partitions = terms.partitions or max(1, round(tables["charges"].count() / PART_ROWS))
    rows = gathered(tables, mapping, partitions)
    whole = rows.mapInArrow(task, from_arrow_schema(task.schema)).persist(StorageLevel.DISK_ONLY)
    kinds = {
        kind: whole.where(whole[KIND] == kind).select(f"`{kind}`.*")
        for kind in task.schema.names[1:]
    }
    set_aside, done = kinds.pop(ASIDE), kinds.pop(DONE)
    return SparkAnswers(kinds, set_aside, told, task.job.asked, done, whole)


@contextmanager
def _nobody(wish: Wish, asked: Asked, terms: SparkTerms) -> Iterator[Screener]:
    """The screener of a state without people, with what it has written."""
    with tempfile.TemporaryDirectory(prefix="homeward-") as folder:
        store, work = Path(folder) / "store", Path(folder) / "results"
        work.mkdir()
        tables = tables_of([], ())
        for table, rows in tables.items():
            file = part(store, table, 0)
            file.parent.mkdir(parents=True)
            pq.write_table(rows, file)
        counts = dict.fromkeys(("people", "cases", "charges", "set_aside"), 0)
        Description(partitions=1, rows=counts, facts=(), tables=tuple(tables)).write(store)
        screener = Screener(Job(store, work, wish, asked, terms.memory, threads=1))
        screener.run(0)
        yield screener


def _kinds(screener: Screener) -> dict[str, pa.DataType]:
    """The columns of each kind of row that comes back, as structs.

    Fingerprints do not come: they are for asking again only who has changed, on one machine.
    """
    found = {
        folder: pa.struct(list(pq.read_schema(screener.job.work / folder / part_name(0))))
        for folder in screener.folders()
        if folder != FINGERPRINTS
    }
    found[ASIDE] = pa.struct([(name, pa.string()) for name in SET_ASIDE_COLUMNS])
    found[DONE] = pa.struct([(TOLD, pa.string())])
    return found
