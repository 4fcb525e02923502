"""The rows that were not taken, and why: ``set_aside.csv``; and kept rows with a value in doubt.

What is wrong is gathered while the data is read, and written in the order of the
sources at the end. The words for a bad value come from the reading of single
cells, the same that explains one person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyarrow as pa
import pyarrow.parquet as pq

from homeward.screen.store import SET_ASIDE_COLUMNS
from homeward.sources.reading_sql import quoted, text
from homeward.sources.scan import Database

_SCHEMA = pa.schema([
    ("source", pa.int32()), ("line", pa.int64()), ("sub", pa.int32()),
    *((name, pa.string()) for name in SET_ASIDE_COLUMNS),
])  # fmt: skip
_ROWS = 20_000
LONGEST = 200
"""The characters of a value that are shown; the rest is in the source, at its line."""


class Entry(NamedTuple):
    """One thing wrong with one row: the row, the field, what it says, what is wrong, the fix."""

    source: int
    line: int
    sub: int
    row: str
    field: str
    value: str
    problem: str
    fix: str


@dataclass
class Aside:
    """A file of rows and what is wrong with them, filled in any order and written in order.

    Attributes:
        names: what each source is called.
    """

    folder: Path
    title: str
    names: Mapping[int, str]
    count: int = 0
    _waiting: list[Entry] = field(default_factory=list)
    _file: pq.ParquetWriter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    @property
    def _path(self) -> Path:
        return self.folder / f"{self.title}.parquet"

    def add(self, entry: Entry) -> None:
        """Add an entry."""
        self._waiting.append(entry)
        self.count += 1
        if len(self._waiting) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        if self._file is None:
            self._file = pq.ParquetWriter(self._path, _SCHEMA, compression="lz4")
        rows, self._waiting = self._waiting, []
        columns = {
            "source": [row.source for row in rows], "line": [row.line for row in rows],
            "sub": [row.sub for row in rows], "file": [self.names[row.source] for row in rows],
            "row": [row.row for row in rows], "field": [row.field for row in rows],
            "value": [row.value[:LONGEST] for row in rows],
            "problem": [row.problem for row in rows], "fix": [row.fix for row in rows],
        }  # fmt: skip
        arrays = [pa.array(columns[name], _SCHEMA.field(name).type) for name in _SCHEMA.names]
        self._file.write_table(pa.table(arrays, schema=_SCHEMA))

    def close(self) -> None:
        """Finish the file between the passes."""
        if self._waiting or self._file is None:
            self._flush()
        if self._file is not None:
            self._file.close()

    def write(self, database: Database, path: Path) -> None:
        """Write the entries as CSV, in the order of the sources and their rows."""
        self.close()
        listed = ", ".join(map(quoted, SET_ASIDE_COLUMNS))
        database.execute(
            f"COPY (SELECT {listed} FROM read_parquet({text(str(self._path))}) ORDER BY source, "
            f"line, sub, field) TO {text(str(path))} (FORMAT csv, HEADER true)"
        )
