"""Whose record may lack a row, where the row itself is not kept.

A line that is no row still shows whose it may have been: one of its cells is probably
an id. Whoever has that id gets a record that is marked as not complete, which
is the safe side: it makes an answer wider, never better or worse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from homeward.screen.store import PARTITION_OF
from homeward.sources.csv_rows import Rejected
from homeward.sources.reading_sql import text
from homeward.sources.scan import LINE, Database

_SCHEMA = pa.schema([("source", pa.int32()), (LINE, pa.int64()), ("person_id", pa.string())])
_ROWS = 50_000


def candidates(rejected: Rejected, place: int, width: int) -> Iterator[str]:
    """The cells of a line that may be the person's id, which stands at a place of the header.

    A missing or a further cell moves the id by as many places; where the cells cannot be
    told apart, each of them may be it.
    """
    moved = abs(len(rejected.cells) - width)
    near = rejected.cells[max(place - moved, 0) : place + moved + 1]
    for cell in rejected.cells if '"' in rejected.text else near:
        if cell:
            yield cell


@dataclass
class Suspects:
    """People whose record may lack a row, by partition."""

    database: Database
    folder: Path
    partitions: int
    lines: int = 0
    _waiting: list[tuple[int, int, str]] = field(default_factory=list)
    _file: pq.ParquetWriter | None = None

    def add(self, source: int, line: int, ids: Iterator[str]) -> None:
        """Add a line that was not taken."""
        self.lines += 1
        self._waiting += [(source, line, found) for found in ids]
        if len(self._waiting) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        if self._file is None:
            self._file = pq.ParquetWriter(self.folder / "suspects.parquet", _SCHEMA)
        columns = list(zip(*self._waiting, strict=True)) or [(), (), ()]
        arrays = [pa.array(found, kind.type) for found, kind in zip(columns, _SCHEMA, strict=True)]
        self._file.write_table(pa.table(arrays, schema=_SCHEMA))
        self._waiting = []

    def spread(self) -> None:
        """Lay them out by partition, when all are known."""
        if not self.lines:
            return
        self._flush()
        if self._file is not None:
            self._file.close()
        partition = PARTITION_OF.format(person_id="person_id", partitions=self.partitions)
        gathered, spread = (text(str(self.folder / n)) for n in ("suspects.parquet", "suspects"))
        self.database.execute(
            f"""COPY (SELECT *, {partition} AS part FROM read_parquet({gathered}))
            TO {spread} (FORMAT parquet, PARTITION_BY (part))"""
        )

    def of(self, part: int) -> str:
        """A query for the suspects of a partition: source, line and ``person_id``."""
        files = sorted((self.folder / "suspects").glob(f"part={part}/*.parquet"))
        if not files:
            return f"SELECT 0 AS source, 0 AS {LINE}, '' AS person_id WHERE false"
        listed = ", ".join(text(str(file)) for file in files)
        return (
            f"SELECT source, {LINE}, person_id FROM read_parquet([{listed}], "
            "hive_partitioning = false)"
        )
