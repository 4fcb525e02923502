"""Tables of responses: wide, with a row a response, or long, with a row an answer.

In a wide table a question is a column named by its item (``1``, ``10a``, or ``item_1``). A long
one has the columns ``id``, ``item`` and ``answer``.
"""

# ruff: noqa: S608  SQL is written from names of columns, each quoted, and of our own

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import duckdb
import pyarrow as pa

from homeward.facts import Problem, RecordError
from homeward.sources import Entry, entry_of
from homeward.sources.csv_rows import Rejected
from homeward.sources.faults import reading
from homeward.sources.scan import CsvScan, ParquetScan, Scan
from homeward.therapy.bulk.cells import FIELDS, LOOSE, PREFIX, long_query, wide_query
from homeward.therapy.bulk.source import Stretch, in_pieces
from homeward.therapy.instrument import instruments, names

ROWS = 150_000
"""The responses of a stretch."""
_LONG = ("item", "answer")
_KEYS = ("id", "instrument")
_TITLE = "responses"


@dataclass(frozen=True)
class Table:
    """A table of responses in a file.

    Attributes:
        form: the form of every row, where no column says it.
        leave_out: columns that are neither answers nor fields, and are not read.
    """

    path: Path
    form: str | None = None
    leave_out: tuple[str, ...] = ()
    rows: int = ROWS
    measured: str = "rows"

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    @property
    def counted(self) -> str:
        """Lines of a CSV file, rows of any other."""
        return self._scan.counted

    @cached_property
    def size(self) -> int:
        """Its rows, about."""
        with duckdb.connect() as database:
            return self._scan.rows(database)

    @cached_property
    def _scan(self) -> Scan:
        made = ParquetScan if self.path.suffix.lower() == ".parquet" else CsvScan
        return made(_TITLE, self.path.name, self.path)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The columns that are read, with their types.

        Raises:
            RecordError: when there is no telling what a column is, or which form the answers are.
            SourceError: when the file cannot be read.
        """
        with duckdb.connect() as database:
            found = self._scan.types(database)
        kinds = {name: kind for name, kind in found.items() if name not in self.leave_out}
        self._check(kinds)
        return kinds

    @property
    def is_long(self) -> bool:
        """Whether a row is an answer."""
        return all(name in self.kinds for name in _LONG)

    def _check(self, kinds: dict[str, str]) -> None:
        known = {"id", *FIELDS, *(_LONG if all(name in kinds for name in _LONG) else _items())}
        strange = [name for name in kinds if name not in known]
        if strange:
            fix = ("Name a question by its item, as 1 or item_1; a column that is no question "
                   f"can be left out: --leave-out {','.join(strange)}")  # fmt: skip
            raise self._refusal(", ".join(strange), "is no item of a form and no field", fix)
        given = [name.removeprefix(PREFIX) for name in kinds]
        twice = [name for name in given if given.count(name) > 1]
        if twice:
            raise self._refusal(twice[0], "stands in two columns", "Keep one of them")
        if ("instrument" in kinds) == (self.form is not None):
            both = "is given twice, by a column and by --instrument" if self.form else "is missing"
            raise self._refusal("instrument", both,
                f"Name the form in a column, or by --instrument: {', '.join(names())}")  # fmt: skip
        if "item" in kinds and "id" not in kinds:
            raise self._refusal("id", "is missing", "Give every row the id of its response")

    def _refusal(self, field: str, problem: str, fix: str) -> RecordError:
        return RecordError([Problem(self.name, "", field, "", problem, fix)])

    def stretches(self, *, ids_only: bool = False) -> Iterator[Stretch]:
        """Its responses, in the order of their first rows.

        Raises:
            RecordError: as :attr:`kinds`.
            SourceError: when the file cannot be read to its end.
        """
        kinds, unread = self.kinds, _Unread(self)
        if ids_only and not self.is_long:
            kinds = {name: kind for name, kind in kinds.items() if name in _KEYS}
        if "id" not in kinds and ids_only:
            return
        with reading(self.name), duckdb.connect() as database:
            rows = self._scan.relation(database, list(kinds), unread.reject)
            if self.is_long:
                database.execute(f"CREATE TABLE homeward_rows AS {rows}")
                rows = "SELECT * FROM homeward_rows"
                unread.take_loose(database)
            query = (long_query if self.is_long else wide_query)(kinds, self.form, rows)
            for batch in database.sql(query).to_arrow_reader(self.rows):
                texts = in_pieces(pa.Table.from_batches([batch]))
                yield Stretch(texts, unread.taken(), batch.num_rows)
        if unread.entries:
            yield Stretch(in_pieces(_EMPTY), unread.taken())

    def entry_of(self, number: int, text: str) -> Entry:
        """One response as Python reads it."""
        found = entry_of(self.path, number, text.encode())
        if found.problem is None:
            return found
        row = f"{self.counted} {number}"
        return found._replace(problem=replace(found.problem, row=row))


@dataclass
class _Unread:
    """Rows that belong to no response, with what is wrong with each."""

    table: Table
    entries: list[Entry] = field(default_factory=list)

    def reject(self, found: Rejected) -> None:
        """Take a line of a CSV file that is no row."""
        self._add(found.line, "", found.problem, found.fix)

    def take_loose(self, database: duckdb.DuckDBPyConnection) -> None:
        """Take the rows of a long table without id or item."""
        loose = database.execute(
            f"SELECT line, nullif(trim(id::VARCHAR), '') IS NULL FROM homeward_rows WHERE {LOOSE}"
        ).fetchall()
        for line, without_id in loose:
            name, what = ("id", "its response") if without_id else ("item", "its question")
            self._add(line, name, "is empty", f"Say in every row which is {what}")

    def _add(self, number: int, name: str, problem: str, fix: str) -> None:
        row = f"{self.table.counted} {number}"
        said = Problem(self.table.name, row, name, "", problem, fix)
        self.entries.append(Entry(number, None, said))

    def taken(self) -> list[Entry]:
        """What is there, once."""
        found, self.entries = self.entries, []
        return found


_EMPTY = pa.table({"line": pa.array([], pa.int64()), "text": pa.array([], pa.string())})


def _items() -> set[str]:
    """The names that a column of answers may have."""
    own = {
        name for form in instruments() for name in (*form.items, *form.table.get("not_scored", ()))
    }
    return own | {f"{PREFIX}{name}" for name in own}
