"""Responses to be scored at once: stretches of them, one JSON text each, with its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import merge
from typing import Any, Protocol

import pyarrow as pa

from homeward.sources import Entry

_PIECE = 16_384


@dataclass
class Stretch:
    """Some responses of a source.

    Attributes:
        texts: the responses as JSON, with their numbers, as ``line`` and ``text``.
        unread: those that cannot be given to DuckDB at all.
        size: how many bytes or rows of the source they took.
    """

    texts: pa.Table
    unread: list[Entry] = field(default_factory=list)
    size: int = 0


class Source(Protocol):
    """A file of responses.

    Attributes:
        name: what it is called where a response is set aside.
        counted: what the numbers count: lines or rows.
        measured: what the sizes of its stretches count.
        size: how large it is, about.
    """

    @property
    def name(self) -> str: ...  # noqa: D102  see the class
    @property
    def counted(self) -> str: ...  # noqa: D102  see the class
    @property
    def measured(self) -> str: ...  # noqa: D102  see the class
    @property
    def size(self) -> int: ...  # noqa: D102  see the class

    def stretches(self, *, ids_only: bool = False) -> Iterator[Stretch]:
        """The responses, in their order; may be asked for more than once.

        Where ``ids_only`` is asked, the rest of each may be left out.
        """

    def entry_of(self, number: int, text: str) -> Entry:
        """One response as Python reads it, or what is wrong with it."""


def texts_table(numbers: Any, texts: Any) -> pa.Table:  # noqa: ANN401  what Arrow takes
    """Responses with their numbers."""
    return in_pieces(pa.table({
        "line": pa.array(numbers, pa.int64()), "text": pa.array(texts, pa.string()),
    }))  # fmt: skip


def in_pieces(whole: pa.Table) -> pa.Table:
    """A table in pieces, so that every core has work."""
    return pa.Table.from_batches(whole.to_batches(max_chunksize=_PIECE), whole.schema)


def entries_of(source: Source) -> Iterator[Entry]:
    """Each response of a source as Python reads it, in order, one at a time."""
    for stretch in source.stretches():
        columns = (stretch.texts[name].to_pylist() for name in ("line", "text"))
        read = (source.entry_of(*row) for row in zip(*columns, strict=True) if row[1].strip())
        yield from merge(stretch.unread, read, key=lambda one: one.line or 0)
