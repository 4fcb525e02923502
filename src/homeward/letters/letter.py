"""A letter as it was written: sentences, and under each the grounds that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from homeward.documents import (
    Blank,
    Block,
    Document,
    Heading,
    Items,
    Line,
    Lines,
    Mark,
    Paragraph,
)
from homeward.documents.as_text import words

VERSION = "1"
Form = Literal["lines", "paragraph", "dots", "boxes", "numbers"]
_MARKS: dict[Form, Mark] = {"dots": "dot", "boxes": "box", "numbers": "number"}


@dataclass(frozen=True)
class Ground:
    """What a sentence rests on: an answer, a fact, the day, or the law that was asked.

    ``id`` names it, such as ``answer:closed:us-mo/closed@19-CR-0222/1`` or
    ``fact:charge.offense_date@19-CR-0222/1``; ``claims`` is what the sentence takes from it.
    """

    id: str
    claims: tuple[tuple[str, Any], ...]

    def as_dict(self) -> dict[str, Any]:
        """The ground as plain keys."""
        return {"id": self.id, **dict(self.claims)}


@dataclass(frozen=True)
class Sentence:
    """One sentence with its grounds; a blank in it stands for what is not known."""

    pieces: Line
    grounds: tuple[Ground, ...]

    @property
    def text(self) -> str:
        """The sentence in words."""
        return words(self.pieces)

    def as_dict(self) -> dict[str, Any]:
        """The sentence as plain keys."""
        return {
            "text": self.text,
            "blanks": [piece.label for piece in self.pieces if isinstance(piece, Blank)],
            "on": [ground.as_dict() for ground in self.grounds],
        }


@dataclass(frozen=True)
class Part:
    """A heading, or none, and lines of sentences under it."""

    form: Form
    lines: tuple[tuple[Sentence, ...], ...]
    heading: Sentence | None = None

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, the heading first."""
        yield from [self.heading] if self.heading else []
        for line in self.lines:
            yield from line

    def blocks(self) -> Iterator[Block]:
        """The part as blocks of a document."""
        if self.heading:
            yield Heading(self.heading.text)
        joined = tuple(_line(line) for line in self.lines)
        if self.form == "lines":
            yield Lines(joined)
        elif self.form == "paragraph":
            yield from (Paragraph(line) for line in joined)
        else:
            yield Items(joined, _MARKS[self.form])


@dataclass(frozen=True)
class Letter:
    """A letter, or a sheet to work with, about one record on one day."""

    kind: str
    title: str
    parts: tuple[Part, ...]
    footer: tuple[Sentence, ...]
    day: date
    record_id: str | None = None
    language: str = "en"

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, those of the footer last."""
        for part in self.parts:
            yield from part.sentences()
        yield from self.footer

    def as_document(self) -> Document:
        """The letter as a document to print."""
        blocks = tuple(block for part in self.parts for block in part.blocks())
        footer = tuple(own.text for own in self.footer)
        return Document(self.title, blocks, footer, self.day, self.language)

    def as_dict(self) -> dict[str, Any]:
        """The letter as plain keys, with the grounds of each sentence."""
        return {
            "homeward": VERSION,
            "letter": self.kind,
            "language": self.language,
            "id": self.record_id,
            "as_of": self.day.isoformat(),
            "title": self.title,
            "parts": [_part(part) for part in self.parts],
            "footer": [own.as_dict() for own in self.footer],
        }


def _part(part: Part) -> dict[str, Any]:
    lines = [[own.as_dict() for own in line] for line in part.lines]
    heading = part.heading.as_dict() if part.heading else None
    return {"heading": heading, "form": part.form, "lines": lines}


def _line(sentences: tuple[Sentence, ...]) -> Line:
    return tuple(piece for own in sentences for piece in own.pieces)


def once(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Each ground once, in their order."""
    return tuple({repr(own): own for own in grounds}.values())
