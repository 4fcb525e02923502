"""Reading the research file: its rows by DuckDB, each count of a step as one charge.

A file may have a header or none. Rows of a person need not stand together. A count that
stands on several rows has a sentence of several parts.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import duckdb

from homeward.sources.formats.ca_doj.charges import charges, counts, facts, layer, rows
from homeward.sources.formats.ca_doj.values import READ, TORN, meanings, names, refusal
from homeward.sources.formats.converting import Converted, PlainTable, SetAsideError
from homeward.sources.problem import SourceError
from homeward.sources.reading_sql import text

_STEP = "STP_TYPE_DESCR"
_MEMORY_MB, _BUCKET = 128, 100_000_000
"""The megabytes that DuckDB has, and the bytes of the files that are worked on at once."""

_OPTIONS = (  # every byte is a letter of Latin-1, so no name makes a file unreadable
    "columns = {'text': 'VARCHAR'}, auto_detect = false, header = false, strict_mode = false,"
    " encoding = 'latin-1', delim = '\x01', quote = '', escape = '', null_padding = true"
)
_UNSHOWN = ("RECORD_ID", "COMMENT_TEXT", "CYC_DATE", "CNT_ORDER")


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
        with duckdb.connect(str(folder / "rows.duckdb"), config=_settings(folder)) as database:
            database.execute("SET enable_progress_bar = false")
            refused = [list(_read(database, place, source, buckets))
                       for place, source in enumerate(sources)]  # fmt: skip
            for place, source in enumerate(sources):
                table = PlainTable(source, folder / f"charges-{place:04}.csv", refused[place])
                done.read += len(table.refused)
                _count_others(database, place, done)
                with table.path.open("wb") as file:
                    file.write(",".join(facts()).encode() + b"\n")
                    for bucket in range(buckets):
                        counts_ = counts(place, bucket, len(sources))
                        database.execute(f"CREATE OR REPLACE TEMP TABLE counts AS {counts_}")
                        _count(database, done)
                        _append(database, folder / "bucket.csv", file)
                yield table


def _read(
    database: duckdb.DuckDBPyConnection, place: int, source: Path, buckets: int
) -> Iterator[tuple[int, SetAsideError]]:
    """Lay the rows of a file; those that are no rows, or say what was never seen.

    Raises:
        SourceError: when the file cannot be read.
    """
    raw = rows(f"SELECT text, row_number() OVER () AS line FROM {_lines(source)}")
    try:
        database.execute(f"CREATE TABLE rows_{place} AS {layer(place, raw, buckets)}")
    except (duckdb.IOException, duckdb.InvalidInputException) as problem:
        msg = f"{source}: cannot be read ({str(problem).splitlines()[0]}). Check the file"
        raise SourceError(msg) from None
    values = " ".join(f"WHEN '{name}' THEN {name}" for name in READ if name not in _UNSHOWN)
    values += f" WHEN '{TORN}' THEN torn_text"
    bad = f"SELECT line, wrong, CASE wrong {values} END FROM rows_{place} WHERE wrong <> ''"
    for line, wrong, value in database.execute(f"{bad} ORDER BY line").fetchall():
        yield line, refusal(wrong, value)


def _count_others(database: duckdb.DuckDBPyConnection, place: int, done: Converted) -> None:
    """Count the rows of a file that are no counts."""
    of_people, other = _numbers(
        database,
        "count(*) FILTER (kind IN ('registration', 'deceased')), count(*) FILTER (kind = 'other')",
        f"rows_{place} WHERE wrong = ''",
    )
    done.read += of_people + other
    _fold(done, {"tells of the person": of_people, "no count of an arrest or a court": other})


def _count(database: duckdb.DuckDBPyConnection, done: Converted) -> None:
    """Count what became of a bucket's counts."""
    taken, kept, parts = _numbers(
        database,
        "count(*), count(*) FILTER (is_charge AND first),"
        " count(*) FILTER (is_charge AND NOT first)",
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


def _append(database: duckdb.DuckDBPyConnection, part: Path, file: BinaryIO) -> None:
    """Write the charges of the bucket after those that are there."""
    query = charges("counts")
    database.execute(f"COPY ({query}) TO {text(str(part))} (FORMAT csv, HEADER false)")
    with part.open("rb") as rows:
        shutil.copyfileobj(rows, file)


def _settings(folder: Path) -> dict[str, str | bool | int | float | list[str]]:
    """Little memory: what does not fit waits on the disk."""
    return {"memory_limit": f"{_MEMORY_MB}MB", "temp_directory": str(folder / "spill")}


def _lines(source: Path) -> str:
    """SQL for the lines of a file; a quote that is never closed reaches no further than its own."""
    return f"read_csv({text(str(source))}, {_OPTIONS})"
