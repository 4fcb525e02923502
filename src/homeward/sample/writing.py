"""Writing packed rows to a Parquet file in row groups of one size."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow.parquet as pq

from homeward.sample.layout import Layout, Rows, joined

GROUP_ROWS = 131_072
"""Rows of a row group. A sample's bytes depend on it, so it is part of the format."""


class TableWriter:
    """A Parquet file that is being written; rows may come in pieces of any size."""

    def __init__(self, file: Path, layout: Layout, labels: dict[str, str]) -> None:
        """Open the file, with labels that say what it is."""
        self.layout = layout
        self.waiting: list[Rows] = []
        self.count = 0
        self._file = pq.ParquetWriter(
            file, layout.coded_schema, compression="zstd", compression_level=1,
            use_dictionary=layout.dictionaries, store_schema=False,
        )  # fmt: skip
        self._file.add_key_value_metadata(labels)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if kind is None:
            self._write(self._taken())
        self._file.close()

    def add(self, rows: Rows) -> None:
        """Write every full row group; the rest waits for more."""
        self.waiting.append(rows)
        if sum(map(len, self.waiting)) < GROUP_ROWS:
            return
        rows = self._taken()
        full = len(rows) - len(rows) % GROUP_ROWS
        for start in range(0, full, GROUP_ROWS):
            self._write(rows[start : start + GROUP_ROWS])
        self.waiting = [rows[full:].copy()]

    def _taken(self) -> Rows:
        rows = joined(self.waiting, self.layout.dtype)
        self.waiting = []
        return rows

    def _write(self, rows: Rows) -> None:
        if len(rows):
            self._file.write_table(self.layout.written(rows), row_group_size=GROUP_ROWS)
            self.count += len(rows)
