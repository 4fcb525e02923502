r"""A document as Markdown (CommonMark, with the tables of GitHub).

>>> from homeward.documents.document import Paragraph
>>> print(as_markdown(Document("A title", (Paragraph(("2 * 3 <b>",)),))), end="")
# A title
<BLANKLINE>
2 \* 3 \<b\>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from homeward.documents.as_text import RULE
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

_SPECIAL = re.compile(r"([\\`*_\[\]<>~|&$#])")
_AT_START = re.compile(r"^([-+=]|\d+[.)])(?=\s|$)|^(-{3,}|={3,})")


def as_markdown(document: Document) -> str:
    """The document in Markdown, with its footer under a rule at the end."""
    parts = [f"# {escaped(document.title)}"]
    parts += ["\n".join(_block(block)) for block in document.blocks]
    if document.footer:
        parts += ["---", *(f"*{escaped(own)}*" for own in document.footer)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * (level + 1)} {escaped(text)}"
        case Paragraph(pieces):
            yield _line(pieces)
        case Lines(lines):  # two spaces at the end of a line break it
            yield "  \n".join(_line(own) for own in lines)
        case Items(items, mark):
            for number, item in enumerate(items, 1):
                yield f"{_mark(mark, number)} {_line(item)}"
        case Table(head, rows):
            yield _row([escaped(name) for name in head])
            yield _row(["---"] * len(head))
            yield from (_row([_line(cell) for cell in row]) for row in rows)


def _mark(mark: Mark, number: int) -> str:
    return {"dot": "-", "box": "- [ ]", "number": f"{number}."}[mark]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(pieces: Line) -> str:
    return _at_start("".join(_piece(piece) for piece in joined(pieces)))


def _piece(piece: str | Strong | Blank) -> str:
    match piece:
        case Strong(text):
            return f"**{_escaped(tidy(text))}**"
        case Blank(label):
            return f"{RULE} ({_escaped(tidy(label))})"
        case str():
            return _escaped(piece)


def escaped(text: str) -> str:
    """Words that Markdown shows as they are."""
    return _at_start(_escaped(tidy(text)))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _at_start(text: str) -> str:
    """A line that cannot be read as a list, a rule or a heading."""
    found = _AT_START.match(text)
    if not found:
        return text
    last = found.end() - 1
    return f"{text[:last]}\\{text[last:]}" if found[1] else f"\\{text}"
