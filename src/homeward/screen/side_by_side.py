"""Several partitions of one database side by side, which share what their charges have in common.

What a rule asks of a charge mostly depends on its kind alone: the statute, the class, how it
ended. Partitions have most of their kinds in common. So that is worked out once for several of
them, and then each is answered by a thread of its own, in a connection of its own.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import duckdb

from homeward.screen.duckdb_engine import beside
from homeward.screen.faults import said_plainly
from homeward.screen.job import Done
from homeward.screen.views import make_views, tables_in

if TYPE_CHECKING:
    from homeward.screen.screener import Screener, Told

AT_ONCE = 8
"""How many partitions share their kinds at the most: more would have few kinds in common more."""

_FOR_KINDS = 50
"""The megabytes that the engine has for each partition, at the least, where more than two share."""

_FOR_ONE = 90
"""The megabytes that it has for each partition, at the least, where more than one is answered;
twice as many under several laws."""


_A_MOMENT = 0.1
"""Seconds between two tries to stop a thread: one between two statements hears nothing."""


def sharing(numbers: Sequence[int], memory: int) -> Iterator[list[int]]:
    """Partitions in groups that share their kinds, as large as the memory (megabytes) allows.

    >>> list(sharing(range(7), memory=150))
    [[0, 1, 2], [3, 4, 5], [6]]
    """
    size = min(AT_ONCE, max(2, memory // _FOR_KINDS))
    for start in range(0, len(numbers), size):
        yield list(numbers[start : start + size])


class _Share(NamedTuple):
    """How far a partition is."""

    number: int
    share: float


class SideBySide:
    """Answers some partitions in one database."""

    def __init__(self, screener: Screener, numbers: Sequence[int], told: Told) -> None:
        """Take the partitions, and who is told how far each is."""
        self.screener = screener
        self.told = told
        self._numbers = list(numbers)
        self._waiting = queue.SimpleQueue[int]()
        for number in numbers:
            self._waiting.put(number)
        self._heard = queue.SimpleQueue[_Share | Done | BaseException | None]()
        self._stopped = threading.Event()

    def run(self, database: duckdb.DuckDBPyConnection) -> Iterator[Done]:
        """Each partition as it is done; those that cannot be done so are left out.

        Raises:
            ScreenError: when one cannot be read, answered or written.
        """
        with said_plainly(self.screener.job, self._numbers[0]):
            try:
                self._know_kinds(database)
            except duckdb.Error:
                return  # each by itself fits, or says what is wrong with it
        connections = [beside(database) for _ in range(self._how_many())]
        threads = [threading.Thread(target=self._work, args=(one,)) for one in connections]
        try:
            for thread in threads:
                thread.start()
            yield from self._listen(len(threads))
        finally:
            self._stopped.set()
            for thread, connection in zip(threads, connections, strict=True):
                _end(thread, connection)

    def _know_kinds(self, database: duckdb.DuckDBPyConnection) -> None:
        """Work out what depends on the kind of charge alone, for all the partitions."""
        store = self.screener.store
        tables = tables_in(store, *self._numbers)
        make_views(database, tables, self.screener.facts, set(store.facts))
        self.screener.only_steps.know_kinds(database)

    def _how_many(self) -> int:
        job = self.screener.job
        fitting = max(1, job.memory // (_FOR_ONE * (2 if job.beside else 1)))
        return min(fitting, job.threads or 1, len(self._numbers))

    def _listen(self, working: int) -> Iterator[Done]:
        """What the threads say, until all are at their end."""
        while working:
            said = self._heard.get()
            if said is None:
                working -= 1
            elif isinstance(said, Done):
                yield said
            elif isinstance(said, _Share):
                self.told(*said)
            else:
                raise said

    def _work(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Answer one partition after another, until none is left."""
        try:
            while not self._stopped.is_set():
                number = self._waiting.get_nowait()
                done = self.screener.run_beside(connection, number, partial(self._tell, number))
                if done is not None:
                    self._heard.put(done)
        except queue.Empty:
            pass
        except BaseException as problem:  # noqa: BLE001  raised again by who listens
            self._heard.put(problem)
        finally:
            self._heard.put(None)

    def _tell(self, number: int, share: float) -> None:
        self._heard.put(_Share(number, share))


def _end(thread: threading.Thread, connection: duckdb.DuckDBPyConnection) -> None:
    """Stop a thread at what it does, however often someone presses Ctrl-C meanwhile.

    Ctrl-C may have come while it was being started: then it is given a moment to begin.
    """
    latest = time.monotonic() + _A_MOMENT
    while thread.is_alive() or (thread.ident is None and time.monotonic() < latest):
        with suppress(KeyboardInterrupt):
            if thread.is_alive():
                connection.interrupt()
                thread.join(_A_MOMENT)
            else:
                time.sleep(_A_MOMENT / 10)
    connection.close()
