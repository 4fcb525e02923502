"""Links from a page of law to the page of open questions beside it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homeward.rules.printing.voice import Voice

OPEN_QUESTIONS = "open-questions.md"
_FIRST_CELL = re.compile(r"^\| ([^|]*`[^|]*) \|", re.MULTILINE)
_NAME = re.compile(r"`([^`]+)`")


@lru_cache(maxsize=64)
def open_questions(page: Path) -> tuple[str, ...]:
    """The names that have an entry on a page of open questions."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    return tuple(name for cell in _FIRST_CELL.findall(text) for name in _NAME.findall(cell))


def open_question(voice: Voice, slug: str) -> str:
    """An open question by its full name, with the way to its entry."""
    listed = open_questions(voice.body.folder / OPEN_QUESTIONS)
    place = f"#{slug}" if slug in listed else ""
    return f"[`law:{voice.body.id}/{slug}`]({OPEN_QUESTIONS}{place})"


def with_places(text: str) -> str:
    """A page of open questions with a place to jump to at each name.

    >>> with_places("| `a.b`, `c` | open |")
    '| <a id="a.b"></a>`a.b`, <a id="c"></a>`c` | open |'
    """
    return _FIRST_CELL.sub(lambda cell: _NAME.sub(r'<a id="\1"></a>`\1`', cell[0]), text)
