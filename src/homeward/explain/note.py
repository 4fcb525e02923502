"""A note to the reader: a sentence that can be said again in another language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from homeward.language import ENGLISH, Words


class Note(str):
    """A sentence in English that remembers its words and what was put into them.

    >>> note = Note("The law of {day}.", day=date(2027, 3, 1))
    >>> note
    'The law of 1 March 2027.'
    >>> note.values
    {'day': datetime.date(2027, 3, 1)}
    """

    __slots__ = ("text", "values")
    text: str
    values: Mapping[str, Any]

    def __new__(cls, text: str, **values: Any) -> Self:  # noqa: ANN401  days, and what is text
        """Put the values into the words: days as people write them, all else as it is."""
        self = super().__new__(cls, _filled(text, values, ENGLISH))
        self.text = text
        self.values = values
        return self

    def in_words(self, words: Words) -> str:
        """The note in a language; a value that is a text of the law is said in it too."""
        return _filled(self.text, self.values, words)


def note_in_words(note: str, words: Words) -> str:
    """A note in a language; marked as English where it is a plain text that nobody translated."""
    return note.in_words(words) if isinstance(note, Note) else words.told(note)


def _filled(text: str, values: Mapping[str, Any], words: Words) -> str:
    return words.say(text, **{name: _value(value, words) for name, value in values.items()})


def _value(value: Any, words: Words) -> str:  # noqa: ANN401  a day, or text
    return words.day(value) if isinstance(value, date) else words.if_said(str(value))
