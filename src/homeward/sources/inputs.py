"""What the DATA of a call names: files, globs, folders and tables of DuckDB files, as sources.

The table that a source holds is read from its name (``people-2024.csv``), unless the
call says it (``charges=court_export.csv``); anything else is taken as charges, which
may carry the facts of their case and person with them.
"""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from homeward.screen.store import FOLDERS
from homeward.sources.problem import SourceError
from homeward.sources.reading_sql import quoted, text
from homeward.sources.record_rows import holds_records
from homeward.sources.scan import ArrowScan, CsvScan, Database, ParquetScan, Scan, TableScan
from homeward.sources.text_lines import about_lines

TABLES = {
    **{folder: table for table, folder in FOLDERS.items()},
    **{name: name for name in FOLDERS},
}
"""The names that a table may have in a call or at the start of a file's name."""

_PACKED = (".gz", ".bz2", ".xz")
_NOT_DATA = (".txt", ".json")
"""What a folder of data may also hold: read only where it is named itself."""

_KINDS = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".parquet": "parquet", ".pq": "parquet",
    ".arrow": "arrow", ".arrows": "arrow", ".feather": "arrow", ".ipc": "arrow",
    ".json": "json", ".jsonl": "json", ".duckdb": "duckdb", ".ddb": "duckdb", ".db": "duckdb",
}  # fmt: skip


@dataclass(frozen=True)
class JsonFile:
    """A JSON file: of records, or of the rows of one table."""

    table: str
    name: str
    path: Path
    records: bool
    counted: str = "line"

    @property
    def size(self) -> int:
        """The bytes of the file."""
        return self.path.stat().st_size

    def lines(self) -> int:
        """About how many lines it has; a file of one record is one line."""
        return about_lines(self.path) if self.path.suffix == ".jsonl" else 1


Source = Scan | JsonFile


def sources(
    data: Sequence[str], database: Database, encodings: Sequence[str] = ("utf-8",)
) -> Iterator[Source]:
    """The sources that a call names, in order.

    Raises:
        SourceError: when a file is not there, or is of no kind that can be read.
    """
    for named in data:
        table, given = _told(named)
        path, _, within = given.partition("::")
        for file in _files(path):
            yield from _of_file(file, table, within, database, encodings)


def files(data: Sequence[str]) -> list[Path]:
    """Every file that a call names, in order.

    Raises:
        SourceError: when a glob or a folder has none.
    """
    return [file for named in data for file in _files(_told(named)[1].partition("::")[0])]


def _told(named: str) -> tuple[str | None, str]:
    before, equals, after = named.partition("=")
    if equals and before in TABLES:
        return TABLES[before], after
    return None, named


def _files(given: str) -> list[Path]:
    path = Path(given)
    if path.is_dir():
        found = sorted(
            file for file in path.iterdir() if _kind(file) and file.suffix not in _NOT_DATA
        )
        wanted = "no file that can be read"
    elif path.exists() or not glob.has_magic(given):
        return [path]
    else:
        root = Path(path.anchor)
        found = sorted(root.glob(str(path.relative_to(root))))
        wanted = "no such file"
    if not found:
        msg = f"{given}: {wanted}. Check the path"
        raise SourceError(msg)
    return found


def _kind(path: Path) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] in _PACKED:
        suffixes.pop()
        return "csv" if suffixes and _KINDS.get(suffixes[-1]) == "csv" else None
    return _KINDS.get(suffixes[-1]) if suffixes else None


def table_named(name: str) -> str:
    """The table that a name begins with; charges where it begins with none.

    >>> table_named("people_2024"), table_named("2024 export")
    ('person', 'charge')
    """
    plain = name.lower()
    return next((table for start, table in TABLES.items() if plain.startswith(start)), "charge")


def _of_file(
    path: Path, told: str | None, within: str, database: Database, encodings: Sequence[str]
) -> Iterator[Source]:
    kind = _kind(path)
    table = told or table_named(path.name)
    if not path.is_file():
        msg = f"{path}: no such file. Check the path"
        raise SourceError(msg)
    if kind == "csv":
        yield CsvScan(table, str(path), path, tuple(encodings))
    elif kind == "parquet":
        yield ParquetScan(table, str(path), path)
    elif kind == "arrow":
        yield ArrowScan(table, str(path), lambda: _arrow(path), path.stat().st_size)
    elif kind == "json":
        yield JsonFile(table, str(path), path, told is None and holds_records(path))
    elif kind == "duckdb":
        yield from _within(path, told, within, database)
    else:
        msg = f"{path}: is of no kind that can be read; known are {', '.join(sorted(_KINDS))}"
        raise SourceError(msg)


def _arrow(path: Path) -> pa.RecordBatchReader:
    """The batches of an Arrow file, in either of its two forms."""
    try:
        mapped = pa.memory_map(str(path))
        try:
            file = pa.ipc.open_file(mapped)
        except pa.ArrowInvalid:
            mapped.seek(0)
            return pa.ipc.open_stream(mapped)
    except (pa.ArrowException, OSError) as problem:
        first = str(problem).splitlines()[0]
        msg = f"{path}: is not a whole Arrow file ({first}). Make the file again"
        raise SourceError(msg) from None
    batches = (file.get_batch(number) for number in range(file.num_record_batches))
    return pa.RecordBatchReader.from_batches(file.schema, batches)


def _within(path: Path, told: str | None, within: str, database: Database) -> Iterator[TableScan]:
    """The tables of a DuckDB file: the one that is named, or those called as tables here are."""
    alias = f"file_{_attached(database)}"
    try:
        database.execute(f"ATTACH {text(str(path))} AS {alias} (READ_ONLY)")
    except duckdb.Error as problem:
        msg = f"{path}: cannot be opened by DuckDB ({str(problem).splitlines()[0]})"
        raise SourceError(msg) from None
    held = [
        str(row[0])
        for row in database.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_catalog = ? "
            "ORDER BY table_name", [alias],
        ).fetchall()
    ]  # fmt: skip
    named = [within] if within else [name for name in held if name.lower() in TABLES]
    named = named or (held if len(held) == 1 else [])
    if not named or not set(named) <= set(held):
        msg = (
            f"{path}: which table? It has {', '.join(held) or 'none'}. "
            f'Write "charges={path}::TABLE"'
        )
        raise SourceError(msg)
    for name in named:
        place = f"{alias}.{quoted(name)}"
        yield TableScan(told or table_named(name), f"{path}::{name}", place, path.stat().st_size)


def _attached(database: Database) -> int:
    ((found,),) = database.execute("SELECT count(*) FROM duckdb_databases()").fetchall()
    return int(found)
