"""A document as plain text, 80 columns wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from homeward.documents.document import (
    Blank,
    Block,
    Document,
    Heading,
    Items,
    Line,
    Lines,
    Mark,
    Paragraph,
    Strong,
    Table,
    joined,
    tidy,
)

WIDTH = 80
RULE = "_" * 20


def as_text(document: Document) -> str:
    """The document in plain text, with its footer at the end."""
    parts = [tidy(document.title).upper(), *("\n".join(_block(own)) for own in document.blocks)]
    if document.footer:
        foot = [line for own in document.footer for line in _wrapped(tidy(own))]
        parts.append("\n".join(["-" * WIDTH, *foot]))
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, _):
            yield tidy(text)
            yield "=" * len(tidy(text))
        case Paragraph(pieces):
            yield from _wrapped(words(pieces))
        case Lines(lines):
            yield from (line for own in lines for line in _wrapped(words(own)) or [""])
        case Items(items, mark):
            for number, item in enumerate(items, 1):
                yield from _item(words(item), mark, number)
        case Table(head, rows):
            for row in rows:
                cells = zip(head, row, strict=True)
                yield from _item("; ".join(f"{tidy(name)}: {words(cell)}" for name, cell in cells))


def _item(text: str, mark: Mark = "dot", number: int = 0) -> list[str]:
    first = {"dot": "- ", "box": "[ ] ", "number": f"{number}. "}[mark]
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


def words(pieces: Line) -> str:
    """A line as words; a blank is a rule with what to write in parentheses."""
    return "".join(_word(piece) for piece in joined(pieces))


def _word(piece: str | Strong | Blank) -> str:
    match piece:
        case Strong(text):
            return tidy(text)
        case Blank(label):
            return f"{RULE} ({tidy(label)})"
        case str():
            return piece


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
