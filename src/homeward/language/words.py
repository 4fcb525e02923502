"""Saying a text in the reader's language.

>>> es = words_of("es")
>>> es.day(date(2027, 3, 1))
'1 de marzo de 2027'
>>> es.told("what nobody has translated")
'what nobody has translated [en inglés]'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from homeward import facts, law
from homeward.language.catalog import joined, texts_of

LANGUAGES = ("en", "es")
"""English, which stands in the code and beside the law, and what it is translated to."""

_ENGLISH = "en"
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip
_HERE = Path(__file__).parent


class Untranslated(Exception):
    """A text has no translation; names it."""


class Words:
    """Says texts in one language."""

    def __init__(
        self,
        language: str = _ENGLISH,
        texts: Mapping[str, str] | None = None,
        *,
        strict: bool = False,
    ) -> None:
        """Take the language, its texts by their English, and whether to refuse where one lacks."""
        self.language = language
        self.strict = strict
        self.texts = texts or {}
        self.marks = ("", f" [{self.if_said('in English')}]")
        self._days: dict[date, str] = {}

    @property
    def refusing(self) -> Words:
        """The same words, but a text of the law that is not translated is an error."""
        return Words(self.language, self.texts, strict=True)

    def marking(self, before: str, after: str) -> Words:
        """The same words, with other marks around what is still in English."""
        other = Words(self.language, self.texts, strict=self.strict)
        other.marks = (before, after)
        return other

    def has(self, text: str) -> bool:
        """Whether a text can be said in this language."""
        return self.language == _ENGLISH or not text or text in self.texts

    def word(self, text: str) -> str:
        """A text of our own as it is, its places not filled in.

        Raises:
            Untranslated: when it is not in this language.
        """
        if self.language == _ENGLISH or not text:
            return text
        if text not in self.texts:
            raise Untranslated(text)
        return self.texts[text]

    def say(self, text: str, **values: Any) -> str:  # noqa: ANN401  what stands in a sentence
        """A sentence of our own, with its values put in.

        Raises:
            Untranslated: when it is not in this language.
        """
        return self.word(text).format(**values)

    def if_said(self, text: str) -> str:
        """A name or a citation: as it is where there are no other words for it."""
        return self.texts.get(text, text)

    def told(self, text: str) -> str:
        """A text of the law; in English, and marked as that, where nobody has translated it.

        Raises:
            Untranslated: when it is not translated and these words refuse.
        """
        if self.has(text):
            return self.word(text)
        if self.strict:
            raise Untranslated(text)
        return text.join(self.marks)

    def day(self, day: date) -> str:
        """A day as people write it.

        >>> Words().day(date(2027, 3, 1))
        '1 March 2027'
        """
        if day not in self._days:
            month = self.word(_MONTHS[day.month - 1])
            said = self.say("{day} {month} {year}", day=day.day, month=month, year=day.year)
            self._days[day] = said
        return self._days[day]

    def iso(self, day: str) -> str:
        """A day that is written as in JSON, as people write it."""
        return self.day(date.fromisoformat(day))

    def listed(self, words: Sequence[str]) -> str:
        """Words as a list in a sentence.

        >>> Words().listed(["a", "b", "c"])
        'a, b and c'
        """
        if len(words) < 2:  # noqa: PLR2004  one of something is no list
            return "".join(words)
        return self.say("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])

    def and_(self, words: Iterable[str]) -> str:
        """Words with *and* between each of them.

        >>> Words().and_(["a", "b", "c"])
        'a and b and c'
        """
        return f" {self.word('and')} ".join(words)


ENGLISH = Words()


@cache
def words_of(language: str, *catalogs: Path) -> Words:
    """The words of a language: the general ones, those of facts and of the law, and some more.

    Args:
        language: one of :data:`LANGUAGES`.
        catalogs: folders that hold more of them, in a file named after the language.
    """
    if language == _ENGLISH:
        return ENGLISH
    name = f"{language}.toml"
    rooms = [_HERE, Path(facts.__file__).parent, *catalogs]
    law_folders = Path(law.__file__).parent.rglob(name)
    paths = [path for path in (room / name for room in rooms) if path.exists()]
    found = [pair for path in (*paths, *sorted(law_folders)) for pair in texts_of(path).items()]
    return Words(language, joined(found))
