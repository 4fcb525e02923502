"""How easy a Spanish text is to read: textstat's Szigriszt-Pazos score, on the scale of INFLESZ.

Over 80 is very easy, 65 to 80 fairly easy (the sixth grade of school), 55 to 65 normal. textstat
counts syllables by where a word may be hyphenated, which finds too few of them; here they are the
groups of vowels, with two strong vowels side by side apart.
"""

from __future__ import annotations

import re
from unittest.mock import patch

import textstat
from textstat.backend.counts import _count_syllables

STRONG = "aeoáéíóú"
SYLLABLE = re.compile(rf"[iuü]*[{STRONG}][iuy]*(?![{STRONG}])|[iuü]*[{STRONG}]|[iuüy]+")
FILLED = re.compile(r"\{[^{}]*\}|<[^>]+>|%\(?\w*\)?s|_{5,}")
ASIDE = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)")


class Syllables:
    """Stands in for the rules of hyphenation: a place for each syllable but one."""

    @staticmethod
    def positions(word):
        return [0] * (syllables(word) - 1)


def syllables(word):
    """The syllables of a Spanish word.

    >>> [syllables(word) for word in ("agua", "día", "condicional", "leer", "registro", "y")]
    [2, 2, 4, 2, 3, 1]
    """
    return max(1, len(SYLLABLE.findall(word.replace("qu", "k").replace("gui", "gi"))))


def ease(sentences):
    """The score of a text of sentences; what is filled in, and what stands in brackets, apart."""
    bare = [FILLED.sub("", ASIDE.sub("", own)).strip(" .:;") for own in sentences]
    textstat.set_lang("es")
    try:
        with patch.object(_count_syllables, "get_pyphen", lambda _lang: Syllables()):
            return textstat.szigriszt_pazos(". ".join(filter(None, bare)) + ".")
    finally:
        textstat.set_lang("en_US")
