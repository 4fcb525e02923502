"""Converting a published file: every row becomes a charge, or is set aside with its reason.

What is written is a folder: ``charges.csv`` (which ``homeward load`` reads),
``set_aside.csv`` and ``report.json``. Rows read = rows kept + rows set aside.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Protocol, TextIO, cast

import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq

from homeward.sources.problem import SourceError
from homeward.sources.scan import LINE
from homeward.sources.text_lines import PACKED

SET_ASIDE_COLUMNS = ("file", "row", "field", "value", "problem", "fix")
COMPLETE = "person.record_complete"
_LONGEST = 200
_PLAIN = arrow_csv.WriteOptions(include_header=False, quoting_style="needed")


class SetAsideError(Exception):
    """A row that cannot be taken: the field, what it says, what is wrong, and the fix."""

    def __init__(self, column: str, value: str, problem: str, fix: str) -> None:
        """Keep the parts of the message."""
        super().__init__(problem)
        self.column, self.value, self.problem, self.fix = column, value, problem, fix


class Format(Protocol):
    """A published format: which columns it has, and how a row of it becomes a charge."""

    columns: tuple[str, ...]
    """The columns that a file must have; one that goes by several names has bars between them."""

    facts: tuple[str, ...]
    """The columns that are written: facts of the charge, its case and its person."""

    person: str
    """The column that says whose row it is."""

    noted: Counter[str]
    """What was seen in rows that were taken, in words."""

    def charge(self, row: Mapping[str, str], number: int) -> dict[str, str]:
        """The facts of a row.

        Raises:
            SetAsideError: when the row cannot be taken.
        """


@dataclass
class Converted:
    """What became of a data set: rows read = kept + folded + set aside.

    Attributes:
        folded: how many rows are no charge of their own but tell of one, or of a person, in words.
        set_aside: how many rows were not taken, by reason.
        noted: what was seen in rows that were taken.
    """

    read: int = 0
    kept: int = 0
    folded: Counter[str] = field(default_factory=Counter)
    set_aside: Counter[str] = field(default_factory=Counter)
    noted: Counter[str] = field(default_factory=Counter)

    def told(self) -> dict[str, Any]:
        """All of it as plain data."""
        counts = {"folded": self.folded, "set_aside": self.set_aside, "noted": self.noted}
        rows = {"rows_read": self.read, "rows_kept": self.kept}
        return rows | {name: dict(count) for name, count in counts.items()}


@dataclass
class PlainTable:
    """A file as a plain table of charges.

    Attributes:
        source: the file.
        path: the table: a CSV file with a header, or a Parquet file with the ``line`` of each row.
        refused: the rows that were set aside, each with its number; the header is row 1.
    """

    source: Path
    path: Path
    refused: list[tuple[int, SetAsideError]]


class Published(Protocol):
    """A published format, as a whole: how its files are known and turned into plain tables."""

    def knows(self, header: Sequence[str]) -> bool:
        """Whether a file that begins with these cells is of the format."""

    def tables(
        self, sources: Sequence[Path], folder: Path, done: Converted
    ) -> Iterator[PlainTable]:
        """Turn the files of one data set into tables in a folder; ``done`` counts what becomes.

        Raises:
            SourceError: when a file cannot be read or lacks a column.
        """


@dataclass(frozen=True)
class RowByRow:
    """A published format of which each row is a charge.

    A person of whom a row is set aside has a record that is not complete, and every row
    of theirs says so: a charge that we could not read must not make an answer better.
    """

    make: Callable[[], Format]

    def knows(self, header: Sequence[str]) -> bool:
        """Whether every column of the format is there."""
        return all(set(one.split("|")) & set(header) for one in self.make().columns)

    def tables(
        self, sources: Sequence[Path], folder: Path, done: Converted
    ) -> Iterator[PlainTable]:
        """A row that is set aside leaves its line empty: a line has the number of its row."""
        torn = self._people_set_aside(sources)
        name = self.make()
        done.noted = name.noted
        for place, source in enumerate(sources):
            table = PlainTable(source, folder / f"charges-{place:04}.csv", [])
            with _writer(table.path) as kept:
                kept.writerow([*name.facts, COMPLETE])
                for row, number, found in _rows(name, source):
                    done.read += 1
                    if isinstance(found, SetAsideError):
                        table.refused.append((number, found))
                        kept.writerow([])
                    else:
                        done.kept += 1
                        complete = "false" if row[name.person] in torn else ""
                        kept.writerow([*(found.get(fact, "") for fact in name.facts), complete])
            yield table

    def _people_set_aside(self, sources: Sequence[Path]) -> set[str]:
        """Those of whom some row is set aside."""
        name = self.make()
        return {
            row.get(name.person, "")
            for source in sources
            for row, _, found in _rows(name, source)
            if isinstance(found, SetAsideError)
        }


def convert_file(published: Published, source: Path, out: Path) -> Converted:
    """Convert one file into a new folder, as :func:`convert_files` does."""
    return convert_files(published, [source], out)


def convert_files(published: Published, sources: Sequence[Path], out: Path) -> Converted:
    """Convert the files of a data set into a new folder, one after another.

    Raises:
        SourceError: when a file cannot be read, lacks a column, or the folder is in use.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        msg = f"{out}: is there already. Name a folder that is new or empty"
        raise SourceError(msg)
    done = Converted()
    out.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory(dir=out) as work,
        (out / "charges.csv").open("w", encoding="utf-8", newline="") as kept,
        _writer(out / "set_aside.csv") as aside,
    ):
        aside.writerow(SET_ASIDE_COLUMNS)
        for number, table in enumerate(published.tables(sources, Path(work), done)):
            _append(table.path, kept, header=number == 0)
            for row, why in table.refused:
                done.set_aside[f"{why.column}: {why.problem}"] += 1
                told = (why.column, why.value[:_LONGEST], why.problem, why.fix)
                aside.writerow([table.source.name, row, *told])
    report = json.dumps(done.told(), indent=2, ensure_ascii=False)
    (out / "report.json").write_text(f"{report}\n", encoding="utf-8")
    return done


def _append(table: Path, kept: TextIOWrapper, *, header: bool) -> None:
    """The rows of a table after those that are there, without the lines left empty."""
    if table.suffix == ".parquet":
        _append_parquet(table, kept, header=header)
        return
    out = csv.writer(kept, lineterminator="\n")
    with table.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        first = next(rows, [])
        if header:
            out.writerow(first)
        out.writerows(row for row in rows if row)


def _append_parquet(table: Path, kept: TextIOWrapper, *, header: bool) -> None:
    with pq.ParquetFile(table) as file:
        names = [name for name in file.schema_arrow.names if name != LINE]
        if header:
            csv.writer(kept, lineterminator="\n").writerow(names)
        kept.flush()
        for batch in file.iter_batches(columns=names):
            arrow_csv.write_csv(batch, kept.buffer, _PLAIN)


@contextmanager
def _writer(path: Path) -> Iterator[Any]:
    with path.open("w", encoding="utf-8", newline="") as file:
        yield csv.writer(file, lineterminator="\n")


def _rows(
    name: Format, source: Path
) -> Iterator[tuple[dict[str, str], int, dict[str, str] | SetAsideError]]:
    """Each row with its number (the header is row 1) and what becomes of it."""
    with _opened(source) as file:
        table = csv.reader(file)
        header = next(table, [])
        lacking = [one for one in name.columns if not set(one.split("|")) & set(header)]
        if lacking:
            told = ", ".join(lacking).replace("|", " or ")
            msg = f"{source}: lacks the column {told}. Is it a file of this format?"
            raise SourceError(msg)
        for number, cells in enumerate(table, 2):
            row = dict(zip(header, cells, strict=False))
            if len(cells) != len(header):
                problem = f"has {len(cells)} cells, and the header has {len(header)}"
                yield row, number, SetAsideError("row", ",".join(cells), problem, "Mend the line")
                continue
            try:
                yield row, number, name.charge(row, number)
            except SetAsideError as aside:
                yield row, number, aside


def first_cells(source: Path) -> list[str]:
    """The cells of a file's first row, whatever letters it is written in; none of an empty file.

    Raises:
        SourceError: when the file cannot be read.
    """
    with _opened(source, "latin-1") as file:
        return [cell.removeprefix("ï»¿") for cell in next(csv.reader(file), [])]


@contextmanager
def _opened(source: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """The file as text, unpacked where it is packed."""
    try:
        with _bytes(source) as packed, io.TextIOWrapper(packed, encoding, newline="") as file:
            yield file
    except (OSError, UnicodeDecodeError, csv.Error, zipfile.BadZipFile) as problem:
        msg = f"{source}: cannot be read ({problem}). Check the path and the file"
        raise SourceError(msg) from None


@contextmanager
def _bytes(source: Path) -> Iterator[IO[bytes]]:
    """The one file in an archive, or the file itself."""
    if source.suffix != ".zip":
        with PACKED.get(source.suffix.lower(), open)(source, "rb") as file:
            yield cast("IO[bytes]", file)
        return
    with zipfile.ZipFile(source) as archive:
        names = [one for one in archive.namelist() if not one.endswith("/")]
        if len(names) != 1:
            msg = f"{source}: holds {len(names)} files. Unpack it, and name those to convert"
            raise SourceError(msg)
        with archive.open(names[0]) as file:
            yield file
