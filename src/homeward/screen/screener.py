"""Screening partitions: the plans are made once, and each partition becomes parts of the results.

Each part is written under a temporary name. When all are written and their rows
add up they get their names. Whatever is killed on the way leaves a partition
that is begun again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import duckdb

from homeward import law
from homeward.screen.duckdb_engine import Steps, connect
from homeward.screen.faults import said_plainly
from homeward.screen.job import Done, Job
from homeward.screen.partition import Found, Partition
from homeward.screen.people import main_question
from homeward.screen.readied import Readied
from homeward.screen.results import FINGERPRINTS, PEOPLE, answers, part_name, put
from homeward.screen.side_by_side import SideBySide, sharing
from homeward.screen.status import questions_in
from homeward.screen.store import Store
from homeward.screen.views import plan_facts, quoted

MOST_PIECES = 256
"""In how many pieces a partition may be answered, where the memory is small."""

Watch = Callable[[float], None]
"""Is told the share of a partition that is done."""

Told = Callable[[int, float], None]
"""Is told the number of a partition and the share of it that is done."""


class _TooLittleMemory(Exception):
    """A partition does not fit beside the others."""


class Screener:
    """Screens partitions one after another."""

    def __init__(self, job: Job) -> None:
        """Compile a plan for each group of people."""
        self.job = job
        self.store = Store.open(job.store, law.vocabulary(), check=False)
        ready = Readied(job.wish, job.asked.groups, job.beside)
        self.plans, self.columns, self.asking = ready.plans, ready.columns, ready.asking
        self.own_facts = plan_facts(ready.own_facts, law.vocabulary())
        self.facts = plan_facts(ready.facts, law.vocabulary())
        self.pieces = 1

    @property
    def tables(self) -> list[str]:
        """The subjects that something is answered about."""
        return [table for table, columns in self.columns.items() if columns]

    @property
    def main_question(self) -> str | None:
        """The question that the rows of people are about."""
        names = [one.name for one in self.columns["charge"]]
        return main_question(questions_in(names), self.job.wish.questions)

    def folders(self) -> list[str]:
        """The folders that hold parts of the results."""
        if self.job.beside is not None and self.job.beside.counts_only:
            return []
        return [*map(answers, self.tables), PEOPLE, FINGERPRINTS]

    def all_folders(self) -> list[str]:
        """These, and the folders that hold parts of what is made beside them."""
        return [*self.folders(), *(self.job.beside.folders() if self.job.beside else [])]

    # --- partitions ----------------------------------------------------------------------

    def run_all(self, numbers: Sequence[int], told: Told) -> Iterator[Done]:
        """Screen partitions, several at once where they can share their work; each as it is done.

        Raises:
            ScreenError: when one cannot be read, answered or written.
        """
        for some in sharing(numbers, self.job.memory):
            if len(some) > 1 and self._can_share:
                with self._database() as database:
                    for done in SideBySide(self, some, told).run(database):
                        some.remove(done.number)
                        yield done
            for number in some:
                yield self.run(number, partial(told, number))

    @property
    def _can_share(self) -> bool:
        """Whether everyone is answered by one plan, and the memory did for whole partitions yet."""
        plans = [one for _, some in self.plans for one in some]
        alone = len(self.plans) == 1 and len(plans) == 1  # a group may have no plan at all
        return alone and self.job.earlier is None and self.pieces == 1

    @property
    def only_steps(self) -> Steps:
        """The steps of the one plan that answers everyone."""
        ((_, (only,)),) = self.plans
        return only.steps

    def run(self, number: int, watch: Watch = lambda _: None) -> Done:
        """Screen one partition, in as many pieces as the memory asks for.

        Raises:
            ScreenError: when it cannot be read, answered or written.
        """
        return self._written(number, lambda files: self._in_pieces(number, files, watch))

    def run_beside(
        self, connection: duckdb.DuckDBPyConnection, number: int, watch: Watch
    ) -> Done | None:
        """Screen one partition of a database that knows its kinds; None if memory is too small.

        Raises:
            ScreenError: when it cannot be read, answered or written.
        """

        def work(files: Mapping[str, Path]) -> Found:
            try:
                return Partition(self, connection, number, files).run(watch, kinds_known=True)
            except duckdb.OutOfMemoryException as problem:
                raise _TooLittleMemory from problem

        try:
            return self._written(number, work)
        except _TooLittleMemory:
            return None

    def _written(self, number: int, work: Callable[[Mapping[str, Path]], Found]) -> Done:
        """Give the parts of a partition their names, when all are there."""
        started = time.monotonic()
        unfinished = {folder: self._unfinished(folder, number) for folder in self.all_folders()}
        try:
            with said_plainly(self.job, number):
                found = work(unfinished)
                sizes = {folder: file.stat().st_size for folder, file in unfinished.items()}
                for folder, file in unfinished.items():
                    put(file, self.job.work / folder / part_name(number))
        finally:
            for file in unfinished.values():
                file.unlink(missing_ok=True)
        seconds = round(time.monotonic() - started, 3)
        return Done(number, found.rows, found.counts, found.again, self.pieces, sizes, seconds)

    def _in_pieces(self, number: int, unfinished: Mapping[str, Path], watch: Watch) -> Found:
        """Screen a partition in as many pieces as the memory asks for; the next begins so."""
        while True:
            try:
                with self._database() as database:
                    return Partition(self, database, number, unfinished, self.pieces).run(watch)
            except duckdb.OutOfMemoryException:
                if self.pieces >= MOST_PIECES:
                    raise
                self.pieces *= 2

    def _database(self) -> duckdb.DuckDBPyConnection:
        database = connect(f"{self.job.memory}MB", threads=self.job.threads)
        spill = self.job.work / f".spill-{os.getpid()}"
        database.execute(f"SET temp_directory = {quoted(str(spill))}")
        return database

    def _unfinished(self, folder: str, number: int) -> Path:
        where = self.job.work / folder
        where.mkdir(parents=True, exist_ok=True)
        return where / f".{part_name(number)}.{os.getpid()}"
