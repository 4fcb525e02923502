"""Writing blocks of people to the files of a format, in a folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from homeward.sample.block import Tables
from homeward.sample.records import as_json

GROUP_ROWS = 131_072
"""Rows of a Parquet row group, whatever the blocks: the bytes of a file depend on it."""


class Writer(Protocol):
    """Takes blocks; its files are closed by the stack that it was given."""

    def add(self, tables: Tables) -> None:
        """Write a block."""


class ParquetFiles:
    """One Parquet file a table, each labeled in its metadata."""

    def __init__(self, folder: Path, labels: dict[str, str], closing: ExitStack) -> None:
        """Files are made when the first block shows their columns."""
        self.folder, self.labels, self.closing = folder, labels, closing
        self._files: dict[str, _ParquetFile] = {}

    def add(self, tables: Tables) -> None:
        """Write a block."""
        for name, rows in tables.items():
            if name not in self._files:
                path = self.folder / f"{name}.parquet"
                file = _ParquetFile(path, rows.schema, self.labels)
                self._files[name] = file
                self.closing.callback(file.close)
            self._files[name].add(rows)


class _ParquetFile:
    """A Parquet file in row groups of one size; rows may come in pieces of any size."""

    def __init__(self, path: Path, schema: pa.Schema, labels: dict[str, str]) -> None:
        self._waiting = schema.empty_table()
        words = [field.name for field in schema if pa.types.is_dictionary(field.type)]
        self._file = pq.ParquetWriter(
            path, schema, compression="zstd", compression_level=1, use_dictionary=words,
            store_schema=False,
        )  # fmt: skip
        self._file.add_key_value_metadata(labels)

    def add(self, rows: pa.Table) -> None:
        rows = pa.concat_tables([self._waiting, rows])
        while rows.num_rows >= GROUP_ROWS:
            self._write(rows.slice(0, GROUP_ROWS))
            rows = rows.slice(GROUP_ROWS)
        self._waiting = rows

    def close(self) -> None:
        self._write(self._waiting)
        self._file.close()

    def _write(self, rows: pa.Table) -> None:
        if rows.num_rows:
            self._file.write_table(rows.combine_chunks(), row_group_size=GROUP_ROWS)


class CsvFiles:
    """One CSV file a table: an empty cell is not known, a list is parted by ``;``.

    CSV has no place for a label but the ids, which all begin with SYNTHETIC.
    """

    def __init__(self, folder: Path, _labels: dict[str, str], closing: ExitStack) -> None:
        """Files are made when the first block shows their columns."""
        self.folder, self.closing = folder, closing
        self._files: dict[str, pa_csv.CSVWriter] = {}

    def add(self, tables: Tables) -> None:
        """Write a block."""
        for name, rows in tables.items():
            flat = _flat(rows)
            if name not in self._files:
                writer = pa_csv.CSVWriter(self.folder / f"{name}.csv", flat.schema)
                self._files[name] = self.closing.enter_context(writer)
            self._files[name].write_table(flat)


def _flat(rows: pa.Table) -> pa.Table:
    """Words and lists as plain text."""
    return pa.Table.from_arrays([_plain(column) for column in rows.columns], rows.column_names)


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_list(column.type):
        return pc.binary_join(column.cast(pa.list_(pa.string())), ";")
    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column


class JsonLines:
    """One file with a person a line, in the form of a record file."""

    def __init__(self, folder: Path, _labels: dict[str, str], closing: ExitStack) -> None:
        """Open the file; each line holds the label itself."""
        path = folder / "people.jsonl"
        self._file = closing.enter_context(path.open("w", encoding="utf-8", newline="\n"))

    def add(self, tables: Tables) -> None:
        """Write a block."""
        self._file.writelines(f"{json.dumps(person)}\n" for person in as_json(tables))


FORMATS: dict[str, Callable[[Path, dict[str, str], ExitStack], Writer]] = {
    "parquet": ParquetFiles, "csv": CsvFiles, "jsonl": JsonLines,
}  # fmt: skip
