"""The rows of the research file as Arrow batches: the columns that are read, and no others.

Arrow parses a chunk of lines in which every line is one good row. Any other chunk is read line
by line: a quote that is never closed reaches no further than its own line, and a line that is
no row keeps its text. What a word means is looked up once for all rows of a chunk that have it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from homeward.sources.csv_rows import count_from, has_loose_quotes
from homeward.sources.formats.ca_doj.values import MEANT, clean, meaning, names, section
from homeward.sources.text_lines import CHUNK, Chunk, TextFile

_EACH = ("SUBJECT_ID", "PRI_DOB", "CYC_DATE", "STP_EVENT_DATE", "CNT_ORDER")
"""Columns of numbers and days, which differ from row to row."""

_SHARED = (*MEANT, "STP_ORI_CNTY_NAME", "SENT_LENGTH")
_OFFENSE, _COMMENT = "OFFENSE_DESCR", "COMMENT_TEXT"
_WORDS = (*_SHARED, _OFFENSE, _COMMENT)
"""Columns of words that many rows share."""

_COMMENTED = ("", "SEE COMMENT FOR CHARGE")
"""What stands for an offense that the comment tells."""

_TERM = pa.dictionary(pa.int32(), pa.string())
_BYTES = pa.dictionary(pa.int32(), pa.binary())
_ROW = pa.schema([
    ("line", pa.int64()), *((name, pa.string()) for name in _EACH),
    *((name, _TERM) for name in _SHARED), *((f"m_{name}", _TERM) for name in MEANT),
    ("offense", _TERM), ("section", _TERM), ("torn_text", pa.string()),
])  # fmt: skip
_CONVERTED = arrow_csv.ConvertOptions(
    check_utf8=False, include_columns=[*_EACH, *_WORDS],
    column_types=dict.fromkeys(_EACH, pa.string()) | dict.fromkeys(_WORDS, _BYTES),
)  # fmt: skip

_CELL = re.compile(r',("(?:[^"]|"")*"|[^,]*)')
_REMEMBERED = 10_000
"""So many terms of a column are remembered; free text differs from row to row."""

Columns = Mapping[str, pa.Array]


@dataclass
class ResearchRows:
    """The rows of a file, packed or not; a header is a row like any other here."""

    path: Path
    chunk_bytes: int = CHUNK
    _known: dict[str, dict[Any, str | None]] = field(default_factory=dict)

    def reader(self) -> pa.RecordBatchReader:
        """All rows in their order, to be read once, each with its ``line``.

        Raises:
            SourceError: here or while they are read, when the file cannot be read.
        """
        file = TextFile(self.path, ("latin-1",), self.chunk_bytes, as_they_end=True)
        batches = (self._batch(_at_once(one) or _line_by_line(one)) for one in file.chunks())
        return pa.RecordBatchReader.from_batches(_ROW, batches)

    def _batch(self, columns: Columns) -> pa.RecordBatch:
        """The columns with what their words mean."""
        found = {**columns} | {name: self._each(name, clean, columns[name]) for name in _WORDS}
        found["offense"] = _told(found[_OFFENSE], found[_COMMENT])
        found["section"] = self._each("section", section, found["offense"])
        for name in MEANT:
            found[f"m_{name}"] = self._each(f"m_{name}", partial(meaning, name), found[name])
        return pa.record_batch([found[name] for name in _ROW.names], schema=_ROW)

    def _each(
        self, name: str, make: Callable[[Any], str | None], terms: pa.DictionaryArray
    ) -> pa.DictionaryArray:
        """What is made of each term, worked out when it is first seen."""
        known = self._known.setdefault(name, {})
        if len(known) > _REMEMBERED:
            known.clear()
        held = terms.dictionary.to_pylist()
        known.update({term: make(term) for term in held if term not in known})
        made = pa.array([known[term] for term in held], pa.string())
        return pa.DictionaryArray.from_arrays(terms.indices, made)


def _told(offense: pa.DictionaryArray, comment: pa.DictionaryArray) -> pa.DictionaryArray:
    """The offenses, those that only a comment tells from there."""
    if not {*_COMMENTED} & {*offense.dictionary.to_pylist()}:
        return offense
    told = offense.cast(pa.string())
    by_comment = pc.is_in(told, pa.array(_COMMENTED))
    return pc.if_else(by_comment, comment.cast(pa.string()), told).dictionary_encode()


# --- a chunk of lines ------------------------------------------------------------------------


def _at_once(chunk: Chunk) -> Columns | None:
    """The columns of a chunk in which every line is one good row, or None."""
    if chunk.too_long or has_loose_quotes(chunk.data, ","):
        return None
    lines = chunk.data.count(b"\n")
    read = arrow_csv.ReadOptions(
        use_threads=False, block_size=len(chunk.data) + 1, column_names=list(names())
    )
    parse = arrow_csv.ParseOptions(newlines_in_values=True)
    try:
        table = arrow_csv.read_csv(pa.BufferReader(chunk.data), read, parse, _CONVERTED)
    except (pa.ArrowInvalid, UnicodeDecodeError):  # what it says of a line may have old letters
        return None
    columns = {name: table[name].combine_chunks() for name in table.column_names}
    letters = {name: _letters(columns[name]) for name in _EACH}
    if table.num_rows != lines or not all(map(bytes.isascii, letters.values())):
        return None
    for name, held in letters.items():
        if b" " in held or b"-" in held:
            columns[name] = _trimmed(columns[name])
    columns["line"] = count_from(chunk.first, lines)
    columns["torn_text"] = pa.nulls(lines, pa.string())
    return columns


def _letters(column: pa.StringArray) -> bytes:
    """All letters of a column."""
    held = column.buffers()[2]
    return held.to_pybytes() if held else b""


def _trimmed(column: pa.StringArray) -> pa.StringArray:
    """A column without the spaces around its cells; a hyphen stands for nothing."""
    bare = pc.utf8_trim(column, " ")
    return pc.if_else(pc.equal(bare, "-"), "", bare)


def _line_by_line(chunk: Chunk) -> Columns:
    """The columns of a chunk; of a line that is no row, its text and whose it may be."""
    rows: list[Mapping[str, str]] = []
    numbers, torn = [], []
    for number, line in enumerate(chunk.data.split(b"\n"), chunk.first):
        text = line.decode("latin-1").removesuffix("\r")
        if text.strip(" "):
            row, whole = _row(text)
            rows.append(row)
            numbers.append(number)
            torn.append(None if whole else text)
    columns = {name: _trimmed(pa.array([row.get(name) for row in rows], pa.string()))
               for name in _EACH}  # fmt: skip
    for name in _WORDS:
        cells = (row.get(name) for row in rows)
        letters = [None if cell is None else cell.encode("latin-1") for cell in cells]
        columns[name] = pa.array(letters, pa.binary()).dictionary_encode()
    columns["line"] = pa.array(numbers, pa.int64())
    columns["torn_text"] = pa.array(torn, pa.string())
    return columns


def _row(text: str) -> tuple[Mapping[str, str], bool]:
    """The cells of a line by their columns, and whether it is a whole row."""
    cells = [_unquoted(cell) for cell in _CELL.findall(f",{text}")]
    wide = len(names())
    whole = len(cells) == wide or (len(cells) == wide + 1 and not cells[-1])
    row = dict(zip(names(), cells, strict=False))
    return (row if whole else {name: row[name] for name in _EACH[:1] if name in row}), whole


def _unquoted(cell: str) -> str:
    closed = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if closed else cell
