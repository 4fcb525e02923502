"""Scores into a file: Parquet, CSV or JSON lines; and what was set aside, beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq

from homeward.therapy.bulk.nested import AsEntries, AsJson, Shape
from homeward.therapy.bulk.outputs import as_columns, as_csv, as_lines
from homeward.therapy.one_by_one import Aside

ASIDE_COLUMNS = ("file", "row", "id", "field", "value", "problem", "fix", "flags")


@dataclass
class Writer:
    """Writes the scores of one stretch after another.

    The files get their names when all is written, so none is ever half there.

    Attributes:
        path: where the scores go; its ending says in which form.
        scored, aside, flagged: how many were scored, set aside, and set aside with a safety flag.
    """

    path: Path
    scored: int = 0
    aside: int = 0
    flagged: int = 0
    _stack: ExitStack = field(default_factory=ExitStack)
    _table: Any = None

    @property
    def aside_path(self) -> Path:
        """Where what was set aside is listed."""
        return self.path.with_name(f"{self.path.stem}.set_aside.csv")

    def __enter__(self) -> Self:
        opened = _partial(self.aside_path).open("w", encoding="utf-8", newline="")
        self._aside = csv.DictWriter(self._stack.enter_context(opened), ASIDE_COLUMNS)
        self._aside.writeheader()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._stack.close()
        for path in (self.path, self.aside_path):
            part = _partial(path)
            if kind is not None:
                part.unlink(missing_ok=True)
            elif part.exists():
                part.replace(path)

    @property
    def shape(self) -> Shape:
        """How names and values have to stand in the table of scores."""
        return AsEntries() if self._kind == ".parquet" else AsJson()

    def write(self, database: duckdb.DuckDBPyConnection, aside: Iterable[Aside]) -> None:
        """Write one stretch: the table ``scored``, and what is set aside."""
        self._set_aside(aside)
        if self._kind == ".jsonl":
            lines = list(as_lines(database, ()))
            self.scored += len(lines)
            self._lines().writelines(f"{line}\n" for line in lines)
        else:
            flat = self._kind == ".csv"
            found = as_csv(database) if flat else as_columns(database)
            self.scored += found.num_rows
            self._rows(found, flat=flat).write_table(found)

    @property
    def _kind(self) -> str:
        return self.path.suffix.lower()

    def _set_aside(self, aside: Iterable[Aside]) -> None:
        for one in aside:
            self.aside += 1
            self.flagged += bool(one.flags)
            own = {"id": one.id, "flags": "; ".join(one.flags)}
            self._aside.writerow(one.problems[0].as_dict() | own)

    def _lines(self) -> Any:  # noqa: ANN401  a file, or a writer of Arrow
        if self._table is None:
            opened = _partial(self.path).open("w", encoding="utf-8", newline="\n")
            self._table = self._stack.enter_context(opened)
        return self._table

    def _rows(self, found: pa.Table, *, flat: bool) -> Any:  # noqa: ANN401  a writer of Arrow
        if self._table is None:
            part = _partial(self.path)
            made = (
                arrow_csv.CSVWriter(part, found.schema)
                if flat
                else pq.ParquetWriter(part, found.schema, compression="zstd")
            )
            self._table = self._stack.enter_context(made)
        return self._table


def _partial(path: Path) -> Path:
    return path.with_name(f".{path.name}.partial")
