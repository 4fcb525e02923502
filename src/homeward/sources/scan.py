"""Sources of rows as DuckDB can scan them: their columns, and each row with its number.

A source is opened once for its columns and once for its rows, which flow through
without ever being held as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

import duckdb
import pyarrow as pa

from homeward.sources.csv_rows import CsvTable, Rejected, count_from
from homeward.sources.faults import unreadable
from homeward.sources.problem import SourceError
from homeward.sources.reading_sql import quoted, text
from homeward.sources.text_lines import about_lines

LINE = "line"
"""The column with the number of a row within its source."""

Reject = Callable[[Rejected], None]
Database = duckdb.DuckDBPyConnection


class Scan(Protocol):
    """A source of rows.

    Attributes:
        table: what a row of it is: person, case, charge or tenancy.
        name: what the source is called where a row is set aside.
        counted: what the number of a row counts: rows, or lines of a file.
        size: the bytes of the source, where it has a size.
    """

    @property
    def table(self) -> str: ...  # noqa: D102  see the class
    @property
    def name(self) -> str: ...  # noqa: D102  see the class
    @property
    def counted(self) -> str: ...  # noqa: D102  see the class
    @property
    def size(self) -> int | None: ...  # noqa: D102  see the class

    def types(self, database: Database) -> dict[str, str]:
        """The columns and their types in DuckDB.

        Raises:
            SourceError: when the source cannot be read.
        """

    def relation(self, database: Database, wanted: Sequence[str], reject: Reject) -> str:
        """A query for the wanted columns and ``line``; lines that are no rows go to ``reject``."""

    def rows(self, database: Database) -> int:
        """About how many rows there are."""


@dataclass(frozen=True)
class ParquetScan:
    """A Parquet file.

    Attributes:
        has_lines: whether it was made of another file, and says of which line each row is.
    """

    table: str
    name: str
    path: Path
    counted: str = "row"
    has_lines: bool = False

    @property
    def size(self) -> int:
        """The bytes of the file."""
        return self.path.stat().st_size

    @property
    def _read(self) -> str:
        return f"read_parquet({text(str(self.path))}, file_row_number = true)"

    def types(self, database: Database) -> dict[str, str]:
        """The columns and their types."""
        found = types_of(database, f"FROM {self._read}", self.name)
        found.pop("file_row_number")
        if self.has_lines:
            found.pop(LINE)
        return found

    def relation(self, database: Database, wanted: Sequence[str], reject: Reject) -> str:
        """Rows count from 1."""
        del database, reject
        number = LINE if self.has_lines else f"file_row_number + 1 AS {LINE}"
        return f"SELECT {listed(wanted)}{number} FROM {self._read}"

    def rows(self, database: Database) -> int:
        """As the file's own footer says."""
        return counted(database, self._read)


@dataclass(frozen=True)
class TableScan:
    """A table or view of a DuckDB file, which must be attached under the name ``database``."""

    table: str
    name: str
    within: str
    size: int | None = None
    counted: str = "row"

    def types(self, database: Database) -> dict[str, str]:
        """The columns and their types."""
        return types_of(database, f"FROM {self.within}", self.name)

    def relation(self, database: Database, wanted: Sequence[str], reject: Reject) -> str:
        """Rows count from 1, in the order of the table."""
        del database, reject
        return f"SELECT {listed(wanted)}row_number() OVER () AS {LINE} FROM {self.within}"

    def rows(self, database: Database) -> int:
        """Counted."""
        return counted(database, self.within)


@dataclass(frozen=True)
class ArrowScan:
    """Arrow batches: a file, a frame or a table, through a reader that can be opened anew."""

    table: str
    name: str
    open: Callable[[], pa.RecordBatchReader]
    size: int | None = None
    known_rows: int | None = None
    counted: str = "row"

    def types(self, database: Database) -> dict[str, str]:
        """The columns and their types."""
        empty = self.open().schema.empty_table()
        database.register("homeward_empty", empty)
        return types_of(database, "FROM homeward_empty", self.name)

    def relation(self, database: Database, wanted: Sequence[str], reject: Reject) -> str:
        """Rows count from 1."""
        del reject
        reader = self.open()
        kept = pa.schema([reader.schema.field(name) for name in wanted])
        batches = _numbered(reader, wanted)
        stream = pa.RecordBatchReader.from_batches(kept.append(_LINE_FIELD), batches)
        return _registered(database, stream)

    def rows(self, database: Database) -> int:
        """Counted, batch by batch, where it is not known."""
        del database
        if self.known_rows is not None:
            return self.known_rows
        return sum(batch.num_rows for batch in self.open())


@dataclass(frozen=True)
class CsvScan:
    """A CSV file."""

    table: str
    name: str
    path: Path
    encodings: Sequence[str] = ("utf-8",)
    counted: str = "line"

    @property
    def size(self) -> int:
        """The bytes of the file."""
        return self.path.stat().st_size

    @cached_property
    def names(self) -> list[str]:
        """The header."""
        return CsvTable(self.path, self.encodings).names

    def types(self, database: Database) -> dict[str, str]:
        """Every column is text."""
        del database
        twice = sorted({name for name in self.names if name and self.names.count(name) > 1})
        if twice:
            msg = f'{self.name}: column "{twice[0]}" stands twice in the first line. Rename one'
            raise SourceError(msg)
        return {name: "VARCHAR" for name in self.names if name}

    def relation(self, database: Database, wanted: Sequence[str], reject: Reject) -> str:
        """Rows are numbered as the lines of the file, the header being the first."""
        table = CsvTable(self.path, self.encodings, reject)
        places = [self.names.index(name) for name in wanted]
        schema = pa.schema([(str(place), pa.string()) for place in places]).append(_LINE_FIELD)
        stream = pa.RecordBatchReader.from_batches(schema, table.batches(places))
        given = [f"{quoted(str(place))} AS {quoted(self.names[place])}, " for place in places]
        return f"SELECT {''.join(given)}{LINE} FROM ({_registered(database, stream)})"

    def rows(self, database: Database) -> int:
        """Reckoned from the length of the first lines."""
        del database
        return about_lines(self.path, self.encodings)


_LINE_FIELD = pa.field(LINE, pa.int64())


def _numbered(reader: pa.RecordBatchReader, wanted: Sequence[str]) -> Iterator[pa.RecordBatch]:
    done = 0
    for batch in reader:
        lines = count_from(done + 1, batch.num_rows)
        done += batch.num_rows
        columns = [batch.column(name) for name in wanted]
        yield pa.record_batch([*columns, lines], names=[*wanted, LINE])


def _registered(database: Database, stream: pa.RecordBatchReader) -> str:
    database.register("homeward_stream", stream)
    return "SELECT * FROM homeward_stream"


def listed(names: Sequence[str]) -> str:
    """Columns before another one, in SQL."""
    return "".join(f"{quoted(name)}, " for name in names)


def types_of(database: Database, source: str, name: str) -> dict[str, str]:
    """The columns of a source and their types in DuckDB."""
    try:
        found = database.execute(f"DESCRIBE SELECT * {source}").fetchall()
    except duckdb.Error as problem:
        raise unreadable(name, problem) from None
    return {str(row[0]): str(row[1]) for row in found}


def counted(database: Database, source: str) -> int:
    """How many rows a source has."""
    ((found,),) = database.execute(f"SELECT count(*) FROM {source}").fetchall()
    return int(found)
