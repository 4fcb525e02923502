"""Converting a published file: every row becomes a charge, or is set aside with its reason.

What is written is a folder: ``charges.csv`` (which ``homeward load`` reads),
``set_aside.csv`` and ``report.json``. Rows read = rows kept + rows set aside.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Protocol, TextIO, cast

from homeward.sources.problem import SourceError

SET_ASIDE_COLUMNS = ("file", "row", "field", "value", "problem", "fix")
COMPLETE = "person.record_complete"
_LONGEST = 200


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
    """What became of a file.

    Attributes:
        set_aside: how many rows were not taken, by reason.
        noted: what was seen in rows that were taken.
    """

    read: int = 0
    kept: int = 0
    set_aside: Counter[str] = field(default_factory=Counter)
    noted: Counter[str] = field(default_factory=Counter)

    def told(self) -> dict[str, Any]:
        """All of it as plain data."""
        counts = {"set_aside": dict(self.set_aside), "noted": dict(self.noted)}
        return {"rows_read": self.read, "rows_kept": self.kept, **counts}


def convert_file(make: Callable[[], Format], source: Path, out: Path) -> Converted:
    """Convert one file into a new folder, as :func:`convert_files` does."""
    return convert_files(make, [source], out)


def convert_files(make: Callable[[], Format], sources: Sequence[Path], out: Path) -> Converted:
    """Convert the files of a data set into a new folder, one after another.

    A person of whom a row is set aside has a record that is not complete, and every row
    of theirs says so: a charge that we could not read must not make an answer better.

    Raises:
        SourceError: when a file cannot be read, lacks a column, or the folder is in use.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        msg = f"{out}: is there already. Name a folder that is new or empty"
        raise SourceError(msg)
    torn = _people_set_aside(make(), sources)
    name = make()
    out.mkdir(parents=True, exist_ok=True)
    done = Converted(noted=name.noted)
    with _writer(out / "charges.csv") as kept, _writer(out / "set_aside.csv") as aside:
        kept.writerow([*name.facts, COMPLETE])
        aside.writerow(SET_ASIDE_COLUMNS)
        for source in sources:
            for number, found in _converted(name, source, torn, done):
                if isinstance(found, SetAsideError):
                    told = (found.column, found.value[:_LONGEST], found.problem, found.fix)
                    aside.writerow([source.name, number, *told])
                else:
                    kept.writerow(found)
    report = json.dumps(done.told(), indent=2, ensure_ascii=False)
    (out / "report.json").write_text(f"{report}\n", encoding="utf-8")
    return done


def convert_each(
    make: Callable[[], Format], sources: Sequence[Path], folder: Path
) -> Iterator[tuple[Path, list[tuple[int, SetAsideError]]]]:
    """Convert the files of a data set, each into a table of its own with a line for each row.

    A row that is set aside leaves its line empty, so that a line has the number of its row.
    Yields each table with the rows set aside and their numbers.

    Raises:
        SourceError: when a file cannot be read or lacks a column.
    """
    torn = _people_set_aside(make(), sources)
    name = make()
    for place, source in enumerate(sources):
        table, aside = folder / f"charges-{place:04}.csv", []
        with _writer(table) as kept:
            kept.writerow([*name.facts, COMPLETE])
            for number, found in _converted(name, source, torn, Converted()):
                if isinstance(found, SetAsideError):
                    aside.append((number, found))
                    kept.writerow([])
                else:
                    kept.writerow(found)
        yield table, aside


def _converted(
    name: Format, source: Path, torn: Collection[str], done: Converted
) -> Iterator[tuple[int, list[str] | SetAsideError]]:
    """Each row of a file with its number: its facts in order, or why it is set aside; counted."""
    for row, number, found in _rows(name, source):
        done.read += 1
        if isinstance(found, SetAsideError):
            done.set_aside[f"{found.column}: {found.problem}"] += 1
            yield number, found
        else:
            done.kept += 1
            complete = "false" if row[name.person] in torn else ""
            yield number, [*(found.get(fact, "") for fact in name.facts), complete]


def is_of_format(make: Callable[[], Format], header: Collection[str]) -> bool:
    """Whether a file with this header has every column of a format."""
    return all(set(one.split("|")) & set(header) for one in make().columns)


def _people_set_aside(name: Format, sources: Sequence[Path]) -> set[str]:
    """Those of whom some row is set aside."""
    return {
        row.get(name.person, "")
        for source in sources
        for row, _, found in _rows(name, source)
        if isinstance(found, SetAsideError)
    }


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


@contextmanager
def _opened(source: Path) -> Iterator[TextIO]:
    """The file as text, unpacked where it is packed."""
    try:
        with _bytes(source) as packed, io.TextIOWrapper(packed, "utf-8", newline="") as file:
            yield file
    except (OSError, UnicodeDecodeError, csv.Error, zipfile.BadZipFile) as problem:
        msg = f"{source}: cannot be read ({problem}). Check the path and the file"
        raise SourceError(msg) from None


@contextmanager
def _bytes(source: Path) -> Iterator[IO[bytes]]:
    """The one file in an archive, or the file itself."""
    if source.suffix != ".zip":
        opener = gzip.open if source.suffix == ".gz" else open
        with opener(source, "rb") as file:
            yield cast("IO[bytes]", file)
        return
    with zipfile.ZipFile(source) as archive:
        names = [one for one in archive.namelist() if not one.endswith("/")]
        if len(names) != 1:
            msg = f"{source}: holds {len(names)} files. Unpack it, and name those to convert"
            raise SourceError(msg)
        with archive.open(names[0]) as file:
            yield file
