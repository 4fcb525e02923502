"""The lines of a large file as Arrow tables, a stretch at a time, each with its number."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from homeward.sources import Entry, entry_of
from homeward.sources.json_records import LONGEST_LINE, too_long
from homeward.therapy.bulk.source import Stretch, texts_table

BLOCK = 24 * 2**20
_MARK = codecs.BOM_UTF8
_NEW_LINE = ord("\n")


@dataclass(frozen=True)
class LinesFile:
    """A file with one response a line."""

    path: Path
    block: int = BLOCK
    counted: str = "line"
    measured: str = "bytes"

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    @property
    def size(self) -> int:
        """Its bytes."""
        return self.path.stat().st_size

    def stretches(self, *, ids_only: bool = False) -> Iterator[Stretch]:
        """Its lines, in stretches of whole lines; blank ones are left out later."""
        del ids_only
        return _stretches(self.path, self.block)

    def entry_of(self, number: int, text: str) -> Entry:
        """One line as Python reads it."""
        return entry_of(self.path, number, text.encode())


def _stretches(path: Path, block: int) -> Iterator[Stretch]:
    number, rest, dropping = 1, b"", False
    with path.open("rb") as file:
        while more := file.read(block):
            whole, end, begun = (rest + more).rpartition(b"\n")
            data, rest = whole + end, begun
            if dropping and end:
                _, _, data = data.partition(b"\n")
                number, dropping = number + 1, False
            if data:
                yield _stretch(path, number, data, len(more))
                number += data.count(b"\n")
            if len(rest) > LONGEST_LINE and not dropping:
                yield Stretch(texts_table([], []), [too_long(path, number)])
                dropping = True
            rest = b"" if dropping else rest
    if rest:
        yield _stretch(path, number, rest + b"\n", len(rest))


def _stretch(path: Path, first: int, data: bytes, size: int) -> Stretch:
    ends = np.flatnonzero(np.frombuffer(data, np.uint8) == _NEW_LINE) + 1
    starts = np.concatenate([[0], ends]).astype(np.int32)
    numbers = np.arange(first, first + len(ends))
    if np.diff(starts).max() <= LONGEST_LINE:
        texts = pa.StringArray.from_buffers(
            len(ends), pa.py_buffer(starts.tobytes()), pa.py_buffer(data)
        )
        if _MARK not in data and _is_text(texts):
            return Stretch(texts_table(numbers, texts), size=size)
    return _with_care(path, first, data, size)


def _is_text(texts: pa.StringArray) -> bool:
    try:
        texts.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _with_care(path: Path, first: int, data: bytes, size: int) -> Stretch:
    """A stretch with a line that is too long, is no text, or begins with a byte order mark."""
    numbers, texts, unread = [], [], []
    for number, raw in enumerate(data.removesuffix(b"\n").split(b"\n"), start=first):
        try:
            if len(raw) >= LONGEST_LINE:
                unread.append(too_long(path, number))
            else:
                texts.append(raw.decode("utf-8-sig"))
                numbers.append(number)
        except UnicodeDecodeError:
            unread.append(entry_of(path, number, raw))
    return Stretch(texts_table(numbers, texts), unread, size)
