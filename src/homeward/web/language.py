"""English and Spanish: the site's own words, and days as people write them.

The words of the law itself, and of each rule, come from the catalogs beside the law; what they lack
is in English, and marked as that.
"""

from __future__ import annotations

import gettext
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.dates import format_date, get_month_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from homeward.explain.as_json import day as as_word
from homeward.language import words_of as law_words_of

LANGUAGES = {"en": "English", "es": "Español"}
"""The languages of the site by the first part of an address, each in its own words."""

DEFAULT = "en"
_FOLDER = Path(__file__).parent / "messages"
_REGION = {"en": "en_US", "es": "es_US"}  # Spanish as it is written here: 12,345
_ENGLISH_FROM, _ENGLISH_TO = "\ue000", "\ue001"  # of no language; nothing a person types
_LONG = {"en": "d MMMM y", "es": "d 'de' MMMM 'de' y"}


class Words:
    """The site's words in one language."""

    def __init__(self, language: str) -> None:
        """Read the catalog of the language, if it has one; English is in the templates."""
        self.language = language
        self._catalog = _catalog(language)
        self.on_paper = law_words_of(language)
        self.on_page = self.on_paper.marking(_ENGLISH_FROM, _ENGLISH_TO)

    def say(self, text: str) -> str:
        """A text of ours in this language; English where it is not translated."""
        return self._catalog.gettext(text) if text else ""

    def has(self, text: str) -> bool:
        """Whether a text is in this language, so that it needs no mark of being in English."""
        return self.language == DEFAULT or self.say(text) != text

    def say_number(self, one: str, many: str, number: int) -> str:
        """The text for one or for many."""
        return self._catalog.ngettext(one, many, number)

    def day(self, day: date) -> str:
        """A day as people write it.

        >>> Words("en").day(date(2027, 3, 1)), Words("es").day(date(2027, 3, 1))
        ('1 March 2027', '1 de marzo de 2027')
        """
        return format_date(day, _LONG[self.language], locale=self.language)

    def number(self, number: int) -> str:
        """A number as people write it.

        >>> Words("en").number(12345), Words("es").number(12345)
        ('12,345', '12,345')
        """
        return str(format_decimal(number, locale=_REGION[self.language]))

    def month(self, number: int) -> str:
        """The name of a month.

        >>> Words("es").month(3)
        'marzo'
        """
        names = get_month_names("wide", context="stand-alone", locale=self.language)
        return str(names[number])

    def iso(self, day: str) -> str:
        """A day that is written as in JSON, as people write it."""
        return self.day(date.fromisoformat(day))

    @staticmethod
    def bound(day: date) -> str:
        """A day as machine formats have it: a date, or *always* or *never*."""
        return as_word(day)


def in_languages(text: str) -> Markup:
    """A text of a page, with each part of it that is still in English marked as that.

    >>> in_languages(words_of("es").on_page.told("<the moon>"))
    Markup('<span lang="en">&lt;the moon&gt;</span>')
    """
    safe = str(escape(text))
    return Markup(safe.replace(_ENGLISH_FROM, '<span lang="en">').replace(_ENGLISH_TO, "</span>"))  # noqa: S704  escaped above


def plain(text: str) -> str:
    """A text without the marks that a page sets around English."""
    return text.replace(_ENGLISH_FROM, "").replace(_ENGLISH_TO, "")


def _catalog(language: str) -> gettext.NullTranslations:
    path = _FOLDER / f"{language}.po"
    if not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        catalog = read_po(file, locale=language, domain="messages")
    packed = BytesIO()
    write_mo(packed, catalog)
    packed.seek(0)
    return gettext.GNUTranslations(packed)


def marked(text: str) -> str:
    """Mark a text for translation (imported as ``_``); it is translated where it is shown."""
    return text


@lru_cache(maxsize=len(LANGUAGES))
def words_of(language: str) -> Words:
    """The words of a language, read once."""
    return Words(language)


def preferred(accepted: str) -> str:
    """The language of ours that a browser asks for first.

    >>> preferred("es-MX,es;q=0.9,en;q=0.8"), preferred("fr"), preferred("")
    ('es', 'en', 'en')
    """
    for wish in accepted.split(","):
        code = wish.strip()[:2].lower()
        if code in LANGUAGES:
            return code
    return DEFAULT
