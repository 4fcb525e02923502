"""Loading a data set into a store: two passes, bounded memory, and every row accounted for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
from filelock import FileLock, Timeout

from homeward import law
from homeward.screen.store import FOLDERS, SET_ASIDE, Description, is_store
from homeward.sources.aside import Aside
from homeward.sources.fates import Fates
from homeward.sources.faults import writing
from homeward.sources.frames import frame_scan
from homeward.sources.inputs import TABLES, Source, sources
from homeward.sources.mapping import ColumnMap, read_mapping
from homeward.sources.notes import notes
from homeward.sources.problem import LoadError, SourceError
from homeward.sources.published import Published
from homeward.sources.scan import Database
from homeward.sources.settling import Settling
from homeward.sources.spool import Spool
from homeward.sources.suspects import Suspects
from homeward.sources.taking import Taking

DOUBTS = "doubts.csv"
PART_ROWS = 150_000
"""How many charges a partition should have, more or less."""

_ITSELF_MB, _LEAST_MB = 225, 64
"""What Python, Arrow and the engine take before the first row; the least that is left for rows."""

_THREAD_MB = 400
"""Each thread keeps rows of every partition of its own; with little memory one is faster."""

_LOCK, _EARLIER = ".lock", "earlier"

Data = str | Path | Sequence[str | Path] | Mapping[str, Any]
Watch = Callable[[float, str], None]


@dataclass(frozen=True)
class LoadWish:
    """How a data set is to be loaded.

    Attributes:
        out: the folder of the store.
        mapping: the mapping file, where names do not say what columns are.
        partitions: how many partitions; by default as many as the size asks for.
        memory_mb: about how much memory may be used, in megabytes.
        encodings: the encodings of text files, tried in order, line by line.
    """

    out: Path
    mapping: Path | None = None
    partitions: int | None = None
    memory_mb: int = 300
    encodings: tuple[str, ...] = ("utf-8",)


@dataclass(frozen=True)
class Total:
    """The rows of one table: what was read is what is kept and what is set aside."""

    read: int
    kept: int
    set_aside: int


@dataclass(frozen=True)
class Loaded:
    """What became of a data set.

    Attributes:
        totals: how the rows add up, by folder of the store.
        notes: what a user should know, in sentences.
    """

    store: Path
    partitions: int
    totals: Mapping[str, Total]
    notes: tuple[str, ...]

    @property
    def set_aside(self) -> int:
        """The rows that were not taken."""
        return sum(total.set_aside for total in self.totals.values())


def load(data: Data, wish: LoadWish, watch: Watch = lambda _done, _what: None) -> Loaded:
    """Load a data set into a store; the folder appears when it is whole, and not before.

    ``data`` names files as on the command line, or gives a frame of Polars, pandas or
    Arrow, or one for each table: ``{"people": frame, "charges": "charges.csv"}``.

    Raises:
        LoadError: when the data or the mapping cannot be used; rows in error never raise.
    """
    _check_out(wish.out)
    mapping = read_mapping(wish.mapping, law.vocabulary()) if wish.mapping else ColumnMap()
    with _work_folder(wish.out) as work, _database(work, wish.memory_mb) as database:
        found = dict(enumerate(_sources(data, database, wish.encodings)))
        published = Published.of(found, work)
        loaded = _Load(wish, work, database, published, mapping, watch).run()
        _replace(work / "store", wish.out)
    return loaded


@dataclass
class _Load:
    """One loading, from its sources to a whole store in the work folder."""

    wish: LoadWish
    work: Path
    database: Database
    published: Published
    mapping: ColumnMap
    watch: Watch

    @property
    def sources(self) -> Mapping[int, Source]:
        """The sources by number."""
        return self.published.sources

    def run(self) -> Loaded:
        if not self.sources:
            msg = "there is nothing to load. Name at least one file"
            raise LoadError(msg)
        taking = Taking(self.database, self.sources, self.mapping, law.vocabulary())
        taking.match()
        partitions = self.wish.partitions or max(1, round(taking.charges() / self._part_rows))
        store, names = self.work / "store", {n: s.name for n, s in self.sources.items()}
        store.mkdir()
        spool = Spool(self.database, self.work / "spool", partitions)
        suspects = Suspects(self.database, spool.folder, partitions)
        with (
            Aside(self.work, "set_aside", names) as aside,
            Aside(self.work, "doubts", names) as doubts,
        ):
            self._read(taking, spool, suspects, aside)
            if refused := self.published.set_aside(aside):
                taking.rejected["charge"] = taking.rejected.get("charge", 0) + refused
            fates = Fates(self.database, spool, tuple(taking.owned_by_case))
            own = _own_mb(self.wish.memory_mb)
            settling = Settling(taking, fates, suspects, aside, doubts, store, own)
            settling.run(lambda done: self.watch(0.5 + done / partitions / 2, "writing the store"))
            aside.write(self.database, store / SET_ASIDE)
            if doubts.count:
                doubts.write(self.database, store / DOUBTS)
        return self._describe(settling, partitions)

    @property
    def _part_rows(self) -> int:
        """How many charges a partition has; half as many, where people are put together of them."""
        has_people = any(source.table == "person" for source in self.sources.values())
        return PART_ROWS if has_people else PART_ROWS // 2

    def _read(self, taking: Taking, spool: Spool, suspects: Suspects, aside: Aside) -> None:
        spool.folder.mkdir()
        done = iter(range(len(self.sources)))
        taking.read(
            spool, suspects, aside,
            lambda name: self.watch(next(done) / len(self.sources) / 2, f"reading {name}"),
        )  # fmt: skip
        suspects.spread()

    def _describe(self, settling: Settling, partitions: int) -> Loaded:
        totals = _totals(settling)
        said = [*self.published.notes(), *notes(settling)]
        held = settling.held()
        kept = {FOLDERS[table]: settling.kept[table] for table in held}
        Description(
            partitions=partitions,
            rows={**kept, "set_aside": sum(total.set_aside for total in totals.values())},
            facts=tuple(fact.name for facts in held.values() for fact in facts),
            sources=tuple({"file": s.name, "bytes": s.size} for s in self.sources.values()),
            tables=tuple(held),
            loading={"totals": {name: asdict(total) for name, total in totals.items()},
                     "notes": said},
        ).write(settling.store)  # fmt: skip
        return Loaded(self.wish.out, partitions, totals, tuple(said))


def _totals(settling: Settling) -> dict[str, Total]:
    """How the rows of each table that the data has add up.

    Raises:
        LoadError: when they do not, which is a fault of homeward.
    """
    taking, spool = settling.taking, settling.fates.spool
    found: dict[str, Total] = {}
    for table, folder in FOLDERS.items():
        rejected = taking.rejected.get(table, 0)
        if table not in spool.rows and not rejected:
            continue
        total = Total(spool.rows.get(table, 0) + rejected, settling.kept[table],
                      settling.set_aside[table] + rejected)  # fmt: skip
        if total.read != total.kept + total.set_aside:
            msg = (
                f"{folder}: the rows do not add up ({total}). This is a fault of homeward: tell us"
            )
            raise LoadError(msg)
        found[folder] = total
    return found


# --- folders, sources, the database -------------------------------------------------


def _check_out(out: Path) -> None:
    if out.exists() and not (out.is_dir() and (is_store(out) or not any(out.iterdir()))):
        msg = f"{out}: is there already, and is no store. Give a new folder, or an earlier store"
        raise LoadError(msg)


@contextmanager
def _work_folder(out: Path) -> Iterator[Path]:
    """A folder beside the store, gone when the loading is over; what a killed one left goes too.

    Raises:
        LoadError: when another loading is at work in it, or there is no room.
    """
    work = out.absolute().parent / f".{out.name}.loading"
    with writing(out):
        work.mkdir(parents=True, exist_ok=True)
        lock = FileLock(work / _LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            msg = (
                f"{out}: another loading is writing this store. Wait for it, or name another folder"
            )
            raise LoadError(msg) from None
        try:
            _clear(work, out)
            yield work
        finally:
            _clear(work, out)
            lock.release()
            shutil.rmtree(work, ignore_errors=True)


def _clear(work: Path, out: Path) -> None:
    """Empty the work folder, but for the lock; a store that had stepped aside goes back."""
    earlier = work / _EARLIER
    if earlier.exists() and not out.exists():
        earlier.replace(out)
    for file in work.iterdir():
        if file.is_dir():
            shutil.rmtree(file, ignore_errors=True)
        elif file.name != _LOCK:
            file.unlink(missing_ok=True)


@contextmanager
def _database(work: Path, memory_mb: int) -> Iterator[Database]:
    """A private DuckDB, which spills into the work folder what does not fit its memory."""
    threads = max(1, min(os.cpu_count() or 1, memory_mb // _THREAD_MB))
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{_own_mb(memory_mb)}MB", "temp_directory": str(work / "spill"),
        "preserve_insertion_order": "false", "threads": threads,
    }  # fmt: skip
    with duckdb.connect(config=settings) as database:
        database.execute("SET enable_progress_bar = false")
        yield database


def _own_mb(memory_mb: int) -> int:
    """What is left for the engine of the memory that may be used."""
    return max(_LEAST_MB, memory_mb - _ITSELF_MB)


def _replace(whole: Path, out: Path) -> None:
    """Put the store in its place at one stroke; an earlier one steps aside first."""
    earlier = whole.with_name(_EARLIER)
    if out.exists():
        out.replace(earlier)
    whole.replace(out)


def _sources(data: Data, database: Database, encodings: Sequence[str]) -> Iterator[Source]:
    if isinstance(data, str | Path):
        data = [data]
    if isinstance(data, Mapping):
        for name, given in data.items():
            yield from _of_table(name, given, database, encodings)
    elif isinstance(data, Sequence):
        yield from sources([str(named) for named in data], database, encodings)
    else:
        yield frame_scan("charge", "charges", data)


def _of_table(
    name: str, given: Any, database: Database, encodings: Sequence[str]
) -> Iterator[Source]:
    if name not in TABLES:
        msg = f'"{name}" is no table; they are {", ".join(FOLDERS.values())}'
        raise SourceError(msg)
    if isinstance(given, str | Path):
        yield from sources([f"{name}={given}"], database, encodings)
    else:
        yield frame_scan(TABLES[name], name, given)
