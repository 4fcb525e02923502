"""Blocks as plain text for a terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from homeward.rules.printing.blocks import Block, Fold, Heading, Outline, Paragraph, Table
from homeward.rules.printing.line import Line, lettered

_WIDTH = 96
_LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")
_UNDER = {1: "=", 2: "-"}


def as_text(blocks: Iterable[Block]) -> str:
    """Lines for a terminal.

    >>> print(as_text([Heading("Wait", 1), Outline((Line("by **class**:", (Line("`A`: 3"),)),))]))
    Wait
    ====
    <BLANKLINE>
    - by class:
      - A: 3
    """
    return "\n\n".join("\n".join(_lines(block)) for block in blocks)


def plain(text: str) -> str:
    """Text without the marks of Markdown."""
    return _LINK.sub(r"\1", text).replace("**", "").replace("`", "")


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield plain(text)
            if level in _UNDER:
                yield _UNDER[level] * len(plain(text))
        case Paragraph(text):
            yield from _wrap(text, "", "")
        case Outline(lines):
            yield from _outline([lettered(line) for line in lines], "")
        case Table(columns, rows):
            for row in rows:
                yield from _wrap(_cells(columns, row), "" if row[0] else "  ", "  ")
        case Fold(summary, _, short):
            yield from _wrap(f"{summary}: {short}", "", "  ")


def _cells(columns: Sequence[str], row: Sequence[str]) -> str:
    """A row in one line: two cells lead, the others carry their column's name."""
    rest = [f"{name}: {cell}" for name, cell in zip(columns[2:], row[2:], strict=True) if cell]
    return "; ".join([f"{row[0]} — {row[1]}" if row[0] else row[1], *rest])


def _outline(lines: Sequence[Line], indent: str) -> Iterator[str]:
    for line in lines:
        yield from _wrap(line.text, f"{indent}- ", f"{indent}  ")
        yield from _outline(line.under, indent + "  ")


def _wrap(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        plain(text), _WIDTH, initial_indent=first, subsequent_indent=rest,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
