"""Reading the research file: its rows by DuckDB, each count of a step as one charge.

A file may have a header or none. Rows of a person need not stand together. A count that
stands on several rows has a sentence of several parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from homeward.sources.formats.ca_doj.charges import (
    LINE_OF,
    charges,
    counts,
    courts,
    people,
    said,
    terms,
)
from homeward.sources.formats.ca_doj.lines import ResearchRows
from homeward.sources.formats.ca_doj.values import meanings, names, refusal
from homeward.sources.formats.converting import Converted, PlainTable, SetAsideError
from homeward.sources.problem import SourceError

_STEP = "STP_TYPE_DESCR"
_MEMORY_MB, _BUCKET, _BATCH = 128, 300_000_000, 20_480
"""The megabytes that DuckDB has, the bytes of the files that are worked on at once, rows."""


class ResearchFile:
    """The format as a whole."""

    def knows(self, header: Sequence[str]) -> bool:
        """A header of the file, or a first row of 95 cells with a step of the kind it has."""
        cells = list(header[:-1] if len(header) == len(names()) + 1 and not header[-1] else header)
        if len(cells) != len(names()):
            return False
        step = cells[names().index(_STEP)].strip()
        return cells[0] == names()[0] or ("STP_TYPE_DESCR", step) in meanings()

    def tables(
        self, sources: Sequence[Path], folder: Path, done: Converted
    ) -> Iterator[PlainTable]:
        """One table of charges a file; what is told of a person is gathered over all files.

        Raises:
            SourceError: when a file cannot be read.
        """
        buckets = 1 + sum(source.stat().st_size for source in sources) // _BUCKET
        with duckdb.connect(config=_settings(folder)) as database:
            database.execute("SET enable_progress_bar = false")
            database.execute(terms())
            refused = [list(_read(database, place, source, buckets))
                       for place, source in enumerate(sources)]  # fmt: skip
            _gather(database, len(sources), buckets)
            for place, source in enumerate(sources):
                table = PlainTable(source, folder / f"charges-{place:04}.parquet", refused[place])
                done.read += len(table.refused)
                _count_others(database, place, done)
                _write(database, place, buckets, table.path, done)
                yield table


def _read(
    database: duckdb.DuckDBPyConnection, place: int, source: Path, buckets: int
) -> Iterator[tuple[int, SetAsideError]]:
    """Keep what the rows of a file say; those that are no rows, or say what was never seen.

    Raises:
        SourceError: when the file cannot be read.
    """
    rows = ResearchRows(source).reader()
    database.register("research_rows", rows)
    try:
        database.execute(f"CREATE TABLE rows_{place} AS {said(place, 'research_rows', buckets)}")
    except (duckdb.Error, RuntimeError) as problem:
        msg = f"{source}: cannot be read ({str(problem).splitlines()[0]}). Check the file"
        raise SourceError(msg) from None
    bad = f"SELECT {LINE_OF}, wrong, written FROM rows_{place} WHERE wrong IS NOT NULL ORDER BY n"
    for line, wrong, value in database.execute(bad).fetchall():
        yield line, refusal(wrong, value)


def _gather(database: duckdb.DuckDBPyConnection, files: int, buckets: int) -> None:
    """What all files together tell of people and their arrests, some people at a time."""
    everyone = " UNION ALL ".join(f"FROM rows_{place}" for place in range(files))
    for bucket in range(buckets):
        mine = f"(FROM ({everyone}) WHERE bucket = {bucket})"
        for name, query in (("people", people(mine)), ("courts", courts(mine))):
            form = f"CREATE TABLE {name} AS" if bucket == 0 else f"INSERT INTO {name}"
            database.execute(f"{form} {query}")


def _write(
    database: duckdb.DuckDBPyConnection, place: int, buckets: int, path: Path, done: Converted
) -> None:
    """Write the charges of a file, some people at a time, and count what becomes of its rows."""
    writer = None
    for bucket in range(buckets):
        mine = f"(FROM rows_{place} WHERE bucket = {bucket})"
        database.execute(f"CREATE OR REPLACE TEMP TABLE counts AS {counts(mine)}")
        _count(database, done)
        batches = database.sql(charges(mine)).to_arrow_reader(_BATCH)
        writer = writer or pq.ParquetWriter(path, batches.schema)
        for batch in batches:
            writer.write_batch(batch)
    if writer:
        writer.close()


def _count_others(database: duckdb.DuckDBPyConnection, place: int, done: Converted) -> None:
    """Count the rows of a file that are no counts."""
    of_people, other = _numbers(
        database,
        "count(*) FILTER (kind IN ('registration', 'deceased')), count(*) FILTER (kind = 'other')",
        f"rows_{place} WHERE wrong IS NULL",
    )
    done.read += of_people + other
    _fold(done, {"tells of the person": of_people, "no count of an arrest or a court": other})


def _count(database: duckdb.DuckDBPyConnection, done: Converted) -> None:
    """Count what became of a bucket's counts."""
    taken, kept, parts = _numbers(
        database,
        "coalesce(sum(parts), 0)::BIGINT, count(*) FILTER (is_charge),"
        " coalesce(sum(parts - 1) FILTER (is_charge), 0)::BIGINT",
        "counts",
    )
    done.read += taken
    done.kept += kept
    _fold(done, {
        "a further part of a sentence": parts,
        "a count of an arrest that a court's counts follow": taken - kept - parts,
    })  # fmt: skip


def _numbers(database: duckdb.DuckDBPyConnection, counted: str, rows: str) -> tuple[int, ...]:
    (found,) = database.execute(f"SELECT {counted} FROM {rows}").fetchall()
    return found


def _fold(done: Converted, rows: dict[str, int]) -> None:
    done.folded.update({what: number for what, number in rows.items() if number})


def _settings(folder: Path) -> dict[str, str | bool | int | float | list[str]]:
    """Little memory: what does not fit waits on the disk."""
    return {"memory_limit": f"{_MEMORY_MB}MB", "temp_directory": str(folder / "spill")}
