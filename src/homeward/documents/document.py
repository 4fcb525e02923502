"""What a document is made of: blocks, and in each block lines of words, strong words and blanks.

>>> from homeward.documents.as_text import as_text
>>> to = Lines((("To:", Blank("name of the landlord")),))
>>> ask = Paragraph(("I ask for a ", Strong("copy"), " of my report."))
>>> print(as_text(Document("A request", (to, ask), footer=("Information, not legal advice.",))))
A REQUEST
<BLANKLINE>
To: ____________________ (name of the landlord)
<BLANKLINE>
I ask for a copy of my report.
<BLANKLINE>
--------------------------------------------------------------------------------
Information, not legal advice.
<BLANKLINE>
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

_NO_LETTER = ("Cc", "Cs")  # controls, and halves of a letter
Mark = Literal["dot", "number", "box"]


@dataclass(frozen=True)
class Strong:
    """Words that are set in bold."""

    text: str


@dataclass(frozen=True)
class Blank:
    """A line to write on, with what to write there."""

    label: str


Piece = str | Strong | Blank
Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the highest below the title, and no level is skipped."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Words that run on."""

    pieces: Line


@dataclass(frozen=True)
class Lines:
    """Lines that stay as they are: an address, a greeting, a place to sign."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Items:
    """A list, with dots, with numbers, or with boxes to tick."""

    items: tuple[Line, ...]
    mark: Mark = "dot"


@dataclass(frozen=True)
class Table:
    """Rows under a head; each row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]

    def __post_init__(self) -> None:
        wrong = [len(row) for row in self.rows if len(row) != len(self.head)]
        if wrong:
            msg = f"a row has {wrong[0]} cells under a head of {len(self.head)}; give as many cells"
            raise ValueError(msg)


Block = Heading | Paragraph | Lines | Items | Table


@dataclass(frozen=True)
class Document:
    """A document of blocks.

    Attributes:
        footer: sentences that stand at the foot of each page of a PDF, and at the end of a text.
        day: the day that the document bears; a PDF is the same, byte for byte, for the same day.
        language: the language of its words, such as ``en`` or ``es``, for those who hear it read.
    """

    title: str
    blocks: tuple[Block, ...]
    footer: tuple[str, ...] = ()
    day: date | None = None
    language: str = "en"


def tidy(text: str) -> str:
    r"""Words on one line: what a person wrote cannot break out of its place.

    >>> tidy("Anna\n\n  O'Hara\x00")
    "Anna O'Hara"
    """
    kept = (mark for mark in text if mark.isspace() or unicodedata.category(mark) not in _NO_LETTER)
    return " ".join("".join(kept).split())


def joined(pieces: Line) -> list[Piece]:
    """The pieces of a line with one space between them, and none before a full stop or comma.

    >>> joined(("To:", Blank("name"), ", and", "you"))
    ['To: ', Blank(label='name'), ', and you']
    """
    found: list[Piece] = []
    before = ""
    for piece in pieces:
        own = tidy(piece) if isinstance(piece, str) else piece
        if own == "":
            continue
        close = isinstance(own, str) and own[0] in ".,;:)!?"
        open_ = before.endswith("(")
        if found and not close and not open_:
            _add(found, " ")
        _add(found, own)
        before = own if isinstance(own, str) else ""
    return found


def _add(found: list[Piece], piece: Piece) -> None:
    """Add a piece; words join the words before them."""
    last = found[-1] if found else None
    if isinstance(last, str) and isinstance(piece, str):
        found[-1] = last + piece
    else:
        found.append(piece)
