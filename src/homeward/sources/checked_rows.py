"""Rows that Python has read and checked, gathered into Parquet files for the spool.

JSON goes this way: what a JSON value is (absent, null, a text, a number) is told
apart exactly as when one person is explained, because the same code reads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from homeward.facts import Fact, Problem, Row, Vocabulary
from homeward.screen.loading import stored
from homeward.screen.store import StoredValue
from homeward.sources.matching import ABOVE, IDS
from homeward.sources.reading_sql import MARK
from homeward.sources.scan import LINE
from homeward.sources.spool import spool_schema
from homeward.when import FIRST

MARKS: Mapping[str, StoredValue] = {
    "date": FIRST, "truth": 1, "number": float("nan"), "code": MARK, "text": MARK,
    "citation": MARK, "dates": [FIRST], "numbers": [float("nan")],
}  # fmt: skip
"""A value that is said not to be known, by kind, as :mod:`homeward.sources.reading_sql` has it."""

_ROWS = 5_000


@dataclass
class CheckedRows:
    """Parquet files of checked rows, one a table; rows may come in any order of tables.

    Attributes:
        seen: the facts that some row held, by table.
        count: how many rows each table has.
    """

    folder: Path
    source: int
    vocabulary: Vocabulary
    seen: dict[str, dict[str, Fact]] = field(default_factory=dict)
    count: dict[str, int] = field(default_factory=dict)
    _waiting: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    _files: dict[str, pq.ParquetWriter] = field(default_factory=dict)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if kind is None:
            for table in list(self._waiting):
                self._flush(table)
        for file in self._files.values():
            file.close()

    def file(self, table: str) -> Path:
        """The file of a table's rows."""
        return self.folder / f"{table}.parquet"

    def add(self, table: str, row: Mapping[str, Any], problems: Sequence[Problem] = ()) -> None:
        """Add a row: its ids, its place and its facts in stored form or as marks."""
        shaped = {
            **row, "source": self.source,
            "problems": [
                {"field": p.field, "value": p.value, "problem": p.problem, "fix": p.fix}
                for p in problems
            ] or None,
        }  # fmt: skip
        waiting = self._waiting.setdefault(table, [])
        waiting.append(shaped)
        self.count[table] = self.count.get(table, 0) + 1
        if len(waiting) >= _ROWS:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows, self._waiting[table] = self._waiting[table], []
        facts = [f for f in self.vocabulary.values() if f.table in ABOVE[table] and not _is_id(f)]
        schema = spool_schema(facts)
        held = {name for row in rows for name in row}
        self.seen.setdefault(table, {}).update({f.name: f for f in facts if f.name in held})
        columns = [
            pa.array([row.get(column.name) for row in rows], column.type)
            if column.name in held
            else pa.nulls(len(rows), column.type)
            for column in schema
        ]
        if table not in self._files:
            self._files[table] = pq.ParquetWriter(self.file(table), schema, compression="lz4")
        self._files[table].write_table(pa.table(columns, schema=schema))


def _is_id(fact: Fact) -> bool:
    return fact.name in IDS.values()


def marked(row: Row, vocabulary: Vocabulary) -> dict[str, StoredValue]:
    """What a row of a record says, in stored form; what it says is not known as a mark."""
    found: dict[str, StoredValue] = {}
    for name in row.facts:
        fact = vocabulary[name]
        if not _is_id(fact):
            value = stored(fact, row)
            found[name] = MARKS[fact.kind] if value is None else value
    return found


__all__ = ["LINE", "CheckedRows", "marked"]
