"""Rows of CSV files, however dirty: every line ends as a row or is set aside with its number.

Arrow's parser reads each chunk in which every line is one good row, which is nearly
all of them. Any other chunk is read again with care, line by line: rows of the wrong
length, bytes of another encoding, quotes that are never closed and quotes in the
middle of a cell are set aside, and cells with line breaks are put together.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv

from homeward.sources.problem import SourceError
from homeward.sources.text_lines import CHUNK, LONGEST, Chunk, TextFile

DELIMITERS = (",", ";", "\t", "|")
_QUOTE = ord('"')

OPEN_LINES = 100
"""How many lines a cell in quotes may run on."""


class Rejected(NamedTuple):
    """A line that is no row: its number, its text, what is wrong, the fix, and its rough cells."""

    line: int
    text: str
    problem: str
    fix: str
    cells: tuple[str, ...]


@dataclass
class CsvTable:
    """A CSV file: its header, and its rows as Arrow batches.

    Attributes:
        reject: is told each line that is no row.
        names: the header, in order.
    """

    path: Path
    encodings: Sequence[str] = ("utf-8",)
    reject: Callable[[Rejected], None] = lambda _: None
    chunk_bytes: int = CHUNK
    delimiter: str = field(init=False)
    names: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Read the header.

        Raises:
            SourceError: when there is none.
        """
        self.file = TextFile(self.path, self.encodings, self.chunk_bytes)
        head = next(self.file.chunks(), None)
        line = next((line for line in (head.data if head else b"").split(b"\n") if line), None)
        text = None if line is None or (head and head.too_long) else self.file.decode(line)
        if text is None:
            why = "is empty" if head is None else "has a first line that cannot be read"
            msg = (
                f"{self.path}: {why}. The first line names the columns; name another encoding "
                "as in --encoding latin-1"
            )
            raise SourceError(msg)
        self.names, self.delimiter = _header(text)

    def batches(self, wanted: Sequence[int]) -> Iterator[pa.RecordBatch]:
        """Batches with the wanted columns (as text, named by their place) and ``line``."""
        held: Chunk | None = None
        for chunk in self._body():
            if held is not None and chunk.too_long:
                yield self._with_care(held, wanted, final=True)[0]
                held = None
            if chunk.too_long:
                self._too_long(chunk)
                continue
            whole = chunk if held is None else Chunk(held.first, held.data + chunk.data)
            batch, held = self._at_once(whole, wanted), None
            if batch is None:
                batch, held = self._with_care(whole, wanted, final=False)
            yield batch
        if held is not None:
            yield self._with_care(held, wanted, final=True)[0]

    def _body(self) -> Iterator[Chunk]:
        """The lines after the header, which is the first line that is not empty."""
        chunks = self.file.chunks()
        head = next(chunks)
        body = head.data.lstrip(b"\n")
        empty = len(head.data) - len(body)
        _, _, body = body.partition(b"\n")
        if body:
            yield Chunk(head.first + empty + 1, body)
        yield from chunks

    def _too_long(self, chunk: Chunk) -> None:
        text = chunk.data.decode("utf-8", "replace")
        self._reject(chunk.first, text, f"is longer than {LONGEST // 2**20} MB",
                     "Check the quotes and line ends around this line")  # fmt: skip

    def _reject(self, line: int, text: str, problem: str, fix: str) -> None:
        cells = tuple(cell.strip(' "') for cell in text.split(self.delimiter))
        self.reject(Rejected(line, text, problem, fix, cells))

    # --- all at once ------------------------------------------------------------------

    def _at_once(self, chunk: Chunk, wanted: Sequence[int]) -> pa.RecordBatch | None:
        """The rows of a chunk in which every line is one good row, or None."""
        data, lines = self._as_utf8(chunk.data), chunk.data.count(b"\n")
        if data is None or has_loose_quotes(data, self.delimiter):
            return None
        places = [str(place) for place in range(len(self.names))]
        try:
            table = arrow_csv.read_csv(
                pa.BufferReader(data),
                arrow_csv.ReadOptions(
                    use_threads=False, block_size=len(data) + 1, column_names=places
                ),
                arrow_csv.ParseOptions(
                    delimiter=self.delimiter, newlines_in_values=True,
                    invalid_row_handler=lambda _: "skip",
                ),
                arrow_csv.ConvertOptions(
                    check_utf8=False, include_columns=[str(place) for place in wanted],
                    column_types=dict.fromkeys(places, pa.string()),
                ),
            )  # fmt: skip
        except pa.ArrowInvalid:
            return None
        if table.num_rows != lines:
            return None
        numbers = count_from(chunk.first, lines)
        batches = table.append_column("line", numbers).combine_chunks().to_batches()
        return batches[0] if len(batches) == 1 else None

    def _as_utf8(self, data: bytes) -> bytes | None:
        if data.isascii():
            return data
        try:
            return data.decode(self.file.first_encoding).encode()
        except UnicodeDecodeError:
            return None

    # --- with care --------------------------------------------------------------------

    def _with_care(
        self, chunk: Chunk, wanted: Sequence[int], *, final: bool
    ) -> tuple[pa.RecordBatch, Chunk | None]:
        """The rows of a chunk line by line, and the lines that the next chunk must complete."""
        lines = chunk.data.split(b"\n")[:-1]
        rows: list[list[str]] = []
        numbers: list[int] = []
        place, held = 0, None
        while place < len(lines):
            row, used = self._row(lines, place, chunk.first + place, final=final)
            if used == 0:
                held = Chunk(chunk.first + place, b"\n".join([*lines[place:], b""]))
                break
            if row is not None:
                rows.append(row)
                numbers.append(chunk.first + place)
            place += used
        columns = [pa.array([row[at] for row in rows], pa.string()) for at in wanted]
        names = [*(str(at) for at in wanted), "line"]
        arrays = [*columns, pa.array(numbers, pa.int64())]
        return pa.record_batch(arrays, names=names), held

    def _row(
        self, lines: Sequence[bytes], place: int, number: int, *, final: bool
    ) -> tuple[list[str] | None, int]:
        """One row and how many lines it took; no row where it was rejected, no line if held."""
        text = self.file.decode(lines[place])
        if text is None:
            problem = f"is not text in {' or '.join(self.file.encodings)}"
            shown = lines[place].decode("utf-8", "replace")
            self._reject(number, shown, problem, "Name the encoding, as in --encoding latin-1")
            return None, 1
        if not text:
            return None, 1
        used = 1
        if '"' in text:
            row, used = self._quoted(lines, place, number, final=final)
        else:
            row = text.split(self.delimiter)
        if row is not None and len(row) != len(self.names):
            problem = f"has {len(row)} cells where the first line names {len(self.names)} columns"
            self._reject(number, text, problem, "Check the separators and quotes of this line")
            return None, 1  # the lines below may be rows of their own
        return row, used

    def _quoted(
        self, lines: Sequence[bytes], place: int, number: int, *, final: bool
    ) -> tuple[list[str] | None, int]:
        """One row with quotes in it, on as many lines as they need."""
        first = text = self.file.decode(lines[place]) or ""
        used = 1
        while True:
            try:
                return next(csv.reader([text], delimiter=self.delimiter, strict=True)), used
            except csv.Error as problem:
                if "unexpected end of data" not in str(problem):
                    break
            more = self._up_to_a_quote(lines[place + used : place + OPEN_LINES])
            if more is None and not final and place + OPEN_LINES > len(lines):
                return None, 0
            if more is None:
                break
            text = "\n".join([text, *more])
            used += len(more)
        fix = 'Put the whole cell between " and ", and write a " inside it twice'
        self._reject(number, first, "has a quotation mark in the wrong place", fix)
        return None, 1

    def _up_to_a_quote(self, lines: Sequence[bytes]) -> list[str] | None:
        """The next lines, down to one with a quote in it, or None: only a quote ends a cell."""
        texts: list[str] = []
        for line in lines:
            text = self.file.decode(line)
            if text is None:
                return None
            texts.append(text)
            if '"' in text:
                return texts
        return None


def count_from(first: int, count: int) -> pa.Array:
    """Whole numbers in a row. From memory: ``pa.array`` would load pandas where it is there."""
    numbers = np.arange(first, first + count, dtype=np.int64)
    return pa.Array.from_buffers(pa.int64(), count, [None, pa.py_buffer(numbers)])


def has_loose_quotes(data: bytes, delimiter: str) -> bool:
    """Whether quotes do anything but open and close cells, and stand for themselves inside them.

    Looks at runs of quotes. An even run is fine unless text follows it at the start of a cell;
    odd runs must open and close cells by turns.
    """
    if b'"' not in data:
        return False
    letters = np.frombuffer(b"\n" + data, np.uint8)
    quotes = np.flatnonzero(letters == _QUOTE)
    apart = np.flatnonzero(np.diff(quotes) > 1)
    starts = quotes[np.concatenate(([0], apart + 1))]
    ends = quotes[np.concatenate((apart, [len(quotes) - 1]))] + 1
    odd = (ends - starts) % 2 == 1
    between = np.frombuffer(b"\r\n" + delimiter.encode(), np.uint8)
    at_start, at_end = np.isin(letters[starts - 1], between), np.isin(letters[ends], between)
    opens, closes = odd & at_start & ~at_end, odd & ~at_start & at_end
    turns = opens.astype(np.int8)[odd]
    by_turns = len(turns) % 2 == 0 and bool(np.all(turns[::2] == 1) and np.all(turns[1::2] == 0))
    loose = (odd & ~opens & ~closes) | (~odd & at_start & ~at_end)
    return bool(loose.any()) or not by_turns


def _header(text: str) -> tuple[list[str], str]:
    """The names of the columns, and what stands between them: whatever parts them most."""
    found = {delimiter: _names(text, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: len(found[delimiter]))
    return found[best], best


def _names(text: str, delimiter: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([text], delimiter=delimiter))]
