"""Blocks as a page of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from homeward.rules.printing.blocks import Block, Fold, Heading, Outline, Paragraph, Table
from homeward.rules.printing.line import Line, lettered


def as_markdown(blocks: Iterable[Block]) -> str:
    """A page of Markdown.

    >>> print(as_markdown([Heading("Wait", 1), Outline((Line("by class:", (Line("A: 3"),)),))]))
    # Wait
    <BLANKLINE>
    - by class:
        - A: 3
    <BLANKLINE>
    """
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {text}"
        case Paragraph(text):
            yield text
        case Outline(lines):
            yield from _outline([lettered(line) for line in lines], "")
        case Table():
            yield from _table(block)
        case Fold(summary, table, _):
            yield from ('<details markdown="1">', f"<summary>{summary}</summary>", "")
            yield from _table(table)
            yield from ("", "</details>")


def _outline(lines: Sequence[Line], indent: str) -> Iterator[str]:
    for line in lines:
        yield f"{indent}- {line.text}"
        yield from _outline(line.under, indent + "    ")


def _table(table: Table) -> Iterator[str]:
    yield _row(table.columns)
    yield _row(["---"] * len(table.columns))
    yield from map(_row, table.rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
