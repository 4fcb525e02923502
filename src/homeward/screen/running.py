"""A whole screening: a store in, a folder of results out, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from homeward import law
from homeward.explain.session import check_questions
from homeward.screen.asked import who_is_asked
from homeward.screen.beside import Beside
from homeward.screen.duckdb_engine import connect
from homeward.screen.job import Done, Job
from homeward.screen.outputs import dictionary
from homeward.screen.problem import WishError
from homeward.screen.report import report
from homeward.screen.results import (
    DICTIONARY,
    FINGERPRINTS,
    REPORT,
    WORK,
    publish,
    read_json,
    read_report,
    write_json,
)
from homeward.screen.run_record import RunRecord, locked
from homeward.screen.screener import Screener
from homeward.screen.store import DESCRIPTION, SET_ASIDE, Store
from homeward.screen.wish import Wish, check_laws
from homeward.screen.workers import side_by_side
from homeward.when import FIRST, LAST

MEMORY = 1_000
"""About how much memory a screening may take by default, in megabytes."""

_ITSELF = 115
_LEAST = 64
"""What a process takes beside the engine, and the least that the engine works with."""

_FOR_A_LAW = 10
"""The megabytes that the statements take for each law beside the one that is asked."""


class Progress(AbstractContextManager["Progress"], Protocol):
    """Is told how far a screening is."""

    def begin(self, charges: int) -> None:
        """The work begins."""

    def reached(self, charges: float) -> None:
        """So many charges are done."""


@dataclass(frozen=True)
class Terms:
    """How a screening runs; none of it changes an answer.

    Attributes:
        workers: how many partitions to work on side by side.
        memory: about how many megabytes all of it may take.
        threads: how many threads each worker may use; 0 shares out the cores.
    """

    workers: int = 1
    memory: int = MEMORY
    threads: int = 0


def screen(
    path: Path,
    out: Path,
    wish: Wish,
    terms: Terms = Terms(),
    progress: Progress | None = None,
    beside: Beside | None = None,
) -> dict[str, Any]:
    """Answer a wish for every row of a store; the report, as it is written to ``out``.

    ``beside`` makes more of the same pass over the data, in folders beside ``out``.

    Raises:
        ScreenError: when it cannot be done; what is done is kept for the next run.
    """
    started = time.monotonic()
    check_laws(wish.laws)
    if wish.long and wish.reasons:
        msg = "--reasons writes a column for each condition: leave out --long"
        raise WishError(msg)
    store = Store.open(path, law.vocabulary())
    if path.resolve() in (out.resolve(), *out.resolve().parents):
        msg = f"results cannot go into the folder of the store ({path}): choose another --out"
        raise WishError(msg)
    with locked(out):
        return _Screening(store, out, wish, terms, progress, beside).run(started)


class _Screening:
    """One run over a store, while it holds the results folder."""

    def __init__(
        self,
        store: Store,
        out: Path,
        wish: Wish,
        terms: Terms,
        progress: Progress | None,
        beside: Beside | None,
    ) -> None:
        """See who is asked what, and what is there already."""
        self.store, self.out, self.wish, self.terms = store, out, wish, terms
        self.progress, self.beside = progress, beside
        with connect(f"{max(_LEAST, terms.memory - _ITSELF)}MB") as database:
            self.asked = who_is_asked(database, store, wish)
        check_questions(self.asked.named(wish.changes), wish.questions)
        self.before = read_report(out)
        self.run_of = {"wish": wish.told(), "store": digest(store)}
        self.run_of |= {"beside": beside.told()} if beside else {}

    def run(self, started: float) -> dict[str, Any]:
        """Do what is not yet done, and put the results in their place."""
        if self.before is not None and self.before["run"] == self.run_of and self.is_whole_beside:
            return {**self.before, "nothing_to_do": True}
        record = RunRecord(self.out / WORK)
        if not (record.is_ready and record.identity()["run"] == self.run_of):
            screener = Screener(self.job(record.work))
            if self.beside:
                self.beside.check(screener.asking)
            screener.job = replace(screener.job, earlier=self.earlier(screener))
            record = RunRecord.of(self.out, self.identity(screener.job))
            self.screen(record, screener, started)
        told: dict[str, Any] = read_json(record.work / REPORT)
        publish(record.work, self.out, told["files"], self.folders_beside)
        return told

    @property
    def folders_beside(self) -> list[str]:
        """The folders of what is made beside the results."""
        return self.beside.folders() if self.beside else []

    @property
    def is_whole_beside(self) -> bool:
        """Whether what was made beside the results is there too."""
        return all((self.out.parent / name).is_dir() for name in self.folders_beside)

    def job(self, work: Path) -> Job:
        """The job of every partition."""
        workers = min(self.terms.workers, len(self.store.partitions))
        threads = self.terms.threads or max(1, (os.cpu_count() or 1) // workers)
        itself = _ITSELF + _FOR_A_LAW * (len(self.beside.laws) if self.beside else 0)
        memory = max(_LEAST, self.terms.memory // workers - itself)
        return Job(self.store.path, work, self.wish, self.asked, memory, threads,
                   beside=self.beside)  # fmt: skip

    def earlier(self, screener: Screener) -> Path | None:
        """Earlier results whose answers hold for everyone who has not changed, if there are any.

        They must be of the same wish, law and code, and their columns must mean the same.
        """
        if self.before is None or self.wish.long or self.before["run"]["wish"] != self.wish.told():
            return None
        if self.beside or FINGERPRINTS not in self.before["files"]:
            return None  # what is made beside the answers is made of everyone
        told = read_json(self.out / DICTIONARY)
        return self.out if told == described(self.wish, screener) else None

    def identity(self, job: Job) -> dict[str, Any]:
        """What the record of this run says it is of."""
        reused = self.before["run"] if self.before and job.earlier else None
        return {"run": self.run_of, "reuses": reused}

    def screen(self, record: RunRecord, screener: Screener, started: float) -> None:
        """Screen every partition that is not done, and write what goes beside them."""
        done = record.done(screener.all_folders())
        left = [number for number in self.store.partitions if number not in done]
        with bar_of(self.progress, self.store, done) as told:
            for one in self.answered(screener, left, told):
                record.note(one)
                done[one.number] = one
        work = record.work
        write_json(work / DICTIONARY, described(self.wish, screener))
        shutil.copyfile(self.store.path / SET_ASIDE, work / SET_ASIDE)
        more = {
            "run": self.run_of,
            "files": [*screener.folders(), DICTIONARY, SET_ASIDE],
            "people_question": screener.main_question,
            "resumed_with": len(self.store.partitions) - len(left),
            "seconds": round(time.monotonic() - started, 3),
        }
        write_json(work / REPORT, report(self.wish, self.store, self.asked, done.values(), more))

    def answered(
        self, screener: Screener, left: Sequence[int], told: Callable[[int, float], None]
    ) -> Iterator[Done]:
        """Each partition as it is done, by one process or by several."""
        if self.terms.workers > 1 and len(left) > 1:
            yield from side_by_side(screener.job, left, self.terms.workers, told)
            return
        yield from screener.run_all(left, told)


def described(wish: Wish, screener: Screener) -> dict[str, Any]:
    """What ``dictionary.json`` says."""
    return meaning(wish, dictionary(screener.columns))


def meaning(wish: Wish, columns: Mapping[str, Any]) -> dict[str, Any]:
    """What the columns of a wish's answers mean, with the days that stand for ever and never."""
    return {
        "as_of": wish.as_of.isoformat(),
        "always": FIRST.isoformat(),
        "never": LAST.isoformat(),
        "columns": columns,
    }


def digest(store: Store) -> str:
    """A digest of a store as it lies on the disk: it changes when the data is loaded again."""
    found = hashlib.sha256((store.path / DESCRIPTION).read_bytes())
    for table in store.description.tables:
        for number in store.partitions:
            stat = store.part(table, number).stat()
            found.update(f"{table} {number} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return found.hexdigest()[:16]


@contextmanager
def bar_of(
    progress: Progress | None, store: Store, done: Mapping[int, Done]
) -> Iterator[Callable[[int, float], None]]:
    """Turns shares of partitions into charges for the one who watches."""
    each = store.description.rows["charges"] / len(store.partitions)
    shares = dict.fromkeys(done, 1.0)
    if progress is None:
        yield lambda _number, _share: None
        return
    with progress as watching:
        watching.begin(store.description.rows["charges"])

        def told(number: int, share: float) -> None:
            shares[number] = share
            watching.reached(sum(shares.values()) * each)

        told(-1, 0.0)
        yield told
