"""The words of a notice in a language. English stands in the code; other languages have a list.

>>> Words("es").day(date(2027, 3, 1))
'1 de marzo de 2027'
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from homeward.explain.sentences import in_words

LANGUAGES = ("en", "es")
_MONTHS = {
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
           "octubre", "noviembre", "diciembre"),
}  # fmt: skip


class Untranslated(Exception):
    """A sentence of a notice has no translation; names it."""


class Words:
    """Says the sentences of a notice in one language."""

    def __init__(self, language: str = "en") -> None:
        """Take the language: ``en`` or ``es``."""
        self.language = language
        self._list = _list(language)

    def say(self, text: str, **values: Any) -> str:  # noqa: ANN401  what stands in a sentence
        """A sentence, with its values put in.

        Raises:
            Untranslated: when the list has no such sentence.
        """
        return self.word(text).format(**values)

    def word(self, text: str) -> str:
        """The words of a policy or of the notice, as they are.

        Raises:
            Untranslated: when the list does not have them.
        """
        if self.language == "en" or not text:
            return text
        if text not in self._list:
            raise Untranslated(text)
        return self._list[text]

    def day(self, day: date) -> str:
        """A day in words."""
        if self.language == "en":
            return in_words(day)
        return f"{day.day} de {_MONTHS[self.language][day.month - 1]} de {day.year}"


@cache
def _list(language: str) -> Mapping[str, str]:
    """The sentences of a language by their English; empty for English."""
    if language == "en":
        return {}
    path = Path(__file__).with_name(f"{language}.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {text: said for table in tables.values() for text, said in table.items()}
