"""Tables of many people that are sent: read where they lie for a moment, and then taken away.

The files go on from page to page in the form, packed, so that what their columns mean can be
looked at before anything is counted, and nothing is kept in between.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import tomllib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from starlette.datastructures import FormData, UploadFile

from homeward.sources import propose_mapping
from homeward.sources.formats import FORMATS
from homeward.sources.formats.converting import first_cells
from homeward.web.limits import Limits
from homeward.web.problems import of_one

KINDS = (".csv", ".tsv", ".txt", ".parquet", ".jsonl", ".json")
_LINES = (".csv", ".tsv", ".txt", ".jsonl")
_RECORDS = (".jsonl", ".json")
_MOST_FILES = 4
_PLACE_LINE = '# jurisdiction = "us-mo"'
_PLACE_FACT = "case.jurisdiction"


@dataclass(frozen=True)
class TableFile:
    """One file as it was sent."""

    name: str
    raw: bytes

    @classmethod
    def named(cls, name: str, raw: bytes) -> TableFile:
        """A file under its name, without anything in it that could lead elsewhere."""
        return cls(_plain(name), raw)

    @property
    def kind(self) -> str:
        """How its name ends."""
        return PurePath(self.name).suffix.lower()

    def check(self, limits: Limits) -> TableFile:
        """See that it is of a kind that is read here, and not too long.

        Raises:
            Refused: when it is not.
        """
        if self.kind not in KINDS:
            fix = f"Send one that ends in {', '.join(KINDS)}"
            raise of_one("file", self.name, "is of no kind that is read here", fix)
        if self._rows() > limits.table_rows:
            fix = f"This site counts {limits.table_rows:,} rows; the command line counts any number"
            raise of_one("file", self.name, "has too many rows", fix, 413)
        return self

    def _rows(self) -> int:
        """About how many rows it has; a Parquet file may hold very many in few bytes."""
        if self.kind == ".parquet":
            try:
                return int(pq.read_metadata(pa.BufferReader(self.raw)).num_rows)
            except (pa.ArrowException, OSError):
                fix = "Make the file again"
                raise of_one("file", self.name, "is not a whole Parquet file", fix) from None
        return self.raw.count(b"\n") if self.kind in _LINES else 0


@dataclass(frozen=True)
class Tables:
    """All files of one form."""

    files: tuple[TableFile, ...] = ()

    @property
    def text(self) -> str:
        """The files as they go on in the next form."""
        packed = [
            [one.name, base64.b64encode(zlib.compress(one.raw)).decode()] for one in self.files
        ]
        return json.dumps(packed)

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(len(one.raw) for one in self.files)

    @property
    def are_records(self) -> bool:
        """Whether every file holds records, whose facts have their own names."""
        return all(one.kind in _RECORDS for one in self.files)

    def written(self, folder: Path) -> list[str]:
        """Lay the files into a folder, to be read by name as on the command line."""
        folder.mkdir()
        for one in self.files:
            (folder / one.name).write_bytes(one.raw)
        return [str(folder / one.name) for one in self.files]


async def tables_in(form: FormData, limits: Limits) -> Tables:
    """The files of a form, sent now or carried on.

    Raises:
        Refused: when they are too many or too large, or of no kind that is read here.
    """
    sent = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
    if sent:
        files = [TableFile.named(one.filename or "", await one.read()) for one in sent]
    else:
        files = _unpacked(str(form.get("tables") or "[]"), limits.table_bytes)
    if len({one.name for one in files}) < len(files) or len(files) > _MOST_FILES:
        fix = f"Send up to {_MOST_FILES} files, each with a name of its own"
        raise of_one("file", "", "cannot be told apart, or are too many", fix)
    return Tables(tuple(one.check(limits) for one in files))


def _plain(name: str) -> str:
    """A file's name without anything that could lead elsewhere."""
    plain = re.sub(r"[^\w.-]", "_", PurePath(name.replace("\\", "/")).name)
    return plain.lstrip(".-")[-80:] or "table.csv"


def _unpacked(text: str, most: int) -> list[TableFile]:
    """The files that a form carries on; a form that somebody wrote by hand may hold anything."""
    found: list[TableFile] = []
    try:
        for name, packed in json.loads(text):
            opening = zlib.decompressobj()
            raw = opening.decompress(base64.b64decode(packed, validate=True), most)
            if opening.unconsumed_tail:
                raise of_one(
                    "tables", "", "are larger than this site takes", "Send fewer rows", 413
                )
            found.append(TableFile.named(str(name), raw))
            most -= len(raw)
    except (ValueError, TypeError, RecursionError, binascii.Error, zlib.error):
        raise of_one(
            "tables", "", "are not files as this site packs them", "Send them again"
        ) from None
    return found


def proposed(names: Sequence[str], place: str) -> str:
    """What the columns of some files seem to mean, as the command line proposes it.

    Raises:
        LoadError: when a file cannot be read.
    """
    text = propose_mapping(names)
    if place and _PLACE_FACT not in text:
        text = text.replace(_PLACE_LINE, f'jurisdiction = "{place}"', 1)
    return text


def are_published(names: Sequence[str]) -> bool:
    """Whether every file is of a published format, whose columns are known."""
    lines = [Path(name) for name in names if name.endswith(_LINES[:3])]
    return len(lines) == len(names) and all(
        any(published.knows(first_cells(path)) for published in FORMATS.values()) for path in lines
    )


@dataclass(frozen=True)
class Column:
    """A column as a mapping says that it is read."""

    name: str
    fact: str
    guess: bool


def columns_of(mapping: str) -> list[Column]:
    """What a proposed mapping says, column by column; what is not used has no fact."""
    try:
        tree = tomllib.loads(mapping)
    except tomllib.TOMLDecodeError:
        return []
    guesses = _marked(mapping, "# guess")
    found = []
    for table in tree.values():
        for name, told in table.items() if isinstance(table, dict) else ():
            fact = told if isinstance(told, str) else _fact(told)
            if "." in fact:
                found.append(Column(name, fact, json.dumps(name, ensure_ascii=False) in guesses))
    left = re.findall(r'(?m)^# ("(?:[^"\\]|\\.)*") = ""', mapping)
    return found + [Column(json.loads(name), "", guess=False) for name in left]


def _fact(told: Any) -> str:  # noqa: ANN401  whatever a file holds
    return str(told.get("fact", "")) if isinstance(told, dict) else ""


def _marked(mapping: str, mark: str) -> str:
    """The lines of a mapping with a mark behind them."""
    return "\n".join(line for line in mapping.splitlines() if line.endswith(mark))


def without_place(problem: object, folder: Path) -> str:
    """What went wrong, without where the files lay for a moment."""
    return re.sub(rf"{re.escape(str(folder))}/(?:\w+/)?", "", str(problem))
