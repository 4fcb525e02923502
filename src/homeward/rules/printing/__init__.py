"""A rule as a page of law, printed from its tree: what it says is what it does.

One structure gives both forms: Markdown for the documentation, plain text for a terminal.
"""

from __future__ import annotations

from datetime import date

from homeward.facts import Vocabulary
from homeward.rules.body import Body
from homeward.rules.printing.as_markdown import as_markdown
from homeward.rules.printing.as_text import as_text
from homeward.rules.printing.links import OPEN_QUESTIONS, open_questions, with_places
from homeward.rules.printing.page import blocks
from homeward.rules.printing.voice import SAY, Voice
from homeward.rules.rule import Rule

__all__ = [
    "OPEN_QUESTIONS",
    "SAY",
    "Voice",
    "as_markdown",
    "as_text",
    "open_questions",
    "page",
    "text",
    "with_places",
]


def page(rule: Rule, body: Body, *, day: date, vocabulary: Vocabulary | None = None) -> str:
    """A rule as a page of Markdown, with the law's numbers as they are on a day."""
    return as_markdown(blocks(rule, Voice.of(body, day, vocabulary)))


def text(rule: Rule, body: Body, *, day: date, vocabulary: Vocabulary | None = None) -> str:
    """The same page as plain text for a terminal."""
    return as_text(blocks(rule, Voice.of(body, day, vocabulary)))
