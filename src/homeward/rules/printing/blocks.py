"""What a page is made of, before it is Markdown or plain text."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.rules.printing.line import Line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the page's title."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A tree of lines."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """A long table that is shut until someone opens it; ``short`` is what a terminal shows."""

    summary: str
    table: Table
    short: str


Block = Heading | Paragraph | Outline | Table | Fold
