"""A document as PDF, tagged for those who hear it read (PDF/UA-1), set by Typst.

What a person wrote goes to the page as data, never as code, so it needs no escaping. The same
document gives the same bytes: its fonts come with Typst, and its day is the day that it bears.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from homeward.documents.document import (
    Blank,
    Block,
    Document,
    Heading,
    Items,
    Line,
    Lines,
    Paragraph,
    Piece,
    Strong,
    Table,
    joined,
    tidy,
)

_PAGE = Path(__file__).with_name("page.typ")
_SIZE, _LARGE_SIZE = 11, 18  # points; 18 is what large print begins with
_NO_LETTER = "could not be displayed"  # as Typst says it under PDF/UA-1


class CannotSet(Exception):
    """A document cannot be set as PDF here; says what to do."""


def as_pdf(document: Document, *, large: bool = False) -> bytes:
    """The document in PDF, on US Letter; ``large`` sets it in 18 points.

    Raises:
        CannotSet: when the package typst, or a font for some letter, is not installed.
    """
    found: bytes = _compiled(document, large=large, format="pdf", pdf_standards=["ua-1"])
    return found


def as_pictures(document: Document, *, large: bool = False, ppi: int = 100) -> list[bytes]:
    """Each page of the PDF as a picture (PNG).

    Raises:
        CannotSet: as for the PDF.
    """
    found = _compiled(document, large=large, format="png", ppi=ppi)
    return found if isinstance(found, list) else [found]


def _compiled(document: Document, *, large: bool, **options: Any) -> Any:  # noqa: ANN401  as Typst takes and gives them
    """What Typst makes of the page; the fonts of the machine are asked only where its own end."""
    try:
        import typst  # noqa: PLC0415  an extra: only those who want a PDF have it
    except ModuleNotFoundError:
        msg = "a PDF needs typst: pip install 'homeward[letters]'"
        raise CannotSet(msg) from None
    size = _LARGE_SIZE if large else _SIZE
    options["sys_inputs"] = {"document": json.dumps({**_document(document), "size": size})}
    options["timestamp"] = _noon(document.day)
    compile_: Callable[..., Any] = typst.compile
    for only_own in (True, False):
        try:
            return compile_(_PAGE.read_bytes(), ignore_system_fonts=only_own, **options)
        except typst.TypstError as problem:
            said = str(problem)
            if _NO_LETTER not in said:
                raise
    msg = f"{said}. Install a font that has these letters (such as Noto), or choose Markdown"
    raise CannotSet(msg)


def _noon(day: date | None) -> datetime | int:
    return datetime.combine(day, time(12), UTC) if day else 0


def _document(document: Document) -> dict[str, Any]:
    day = document.day
    return {
        "title": tidy(document.title),
        "blocks": [_block(block) for block in document.blocks],
        "footer": [tidy(own) for own in document.footer],
        "day": [day.year, day.month, day.day] if day else None,
        "language": document.language,
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": tidy(text), "level": level}
        case Paragraph(pieces):
            return {"kind": "paragraph", "line": _line(pieces)}
        case Lines(lines):
            return {"kind": "lines", "lines": [_line(own) for own in lines]}
        case Items(items, mark):
            return {"kind": "items", "mark": mark, "items": [_line(own) for own in items]}
        case Table(head, rows):
            cells = [_line(cell) for row in rows for cell in row]
            return {"kind": "table", "head": [tidy(own) for own in head], "cells": cells}


def _line(pieces: Line) -> list[dict[str, str]]:
    return [_piece(piece) for piece in joined(pieces)]


def _piece(piece: Piece) -> dict[str, str]:
    match piece:
        case Strong(text):
            return {"kind": "strong", "text": tidy(text)}
        case Blank(label):
            return {"kind": "blank", "text": tidy(label)}
        case str():
            return {"kind": "words", "text": piece}
