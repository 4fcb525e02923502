"""The school grade that a text asks for: textstat's Flesch-Kincaid grade, with no network.

textstat looks syllables up in a list that it would fetch. Here syllables are the groups of vowels
of a word (a silent e at the end apart), which is a little strict. Citations are left out: their
dots would be read as ends of sentences, and so make a text look easier than it is.
"""

from __future__ import annotations

import re
from unittest.mock import patch

import textstat
from textstat.backend.counts import _count_syllables

CITATION = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\d[^()]*(?:\([^()]*\)[^()]*)*\)")
BLANK = re.compile(r"_{5,} \([^)]*\)")
VOWELS = re.compile(r"[aeiouy]+")


class Vowels:
    """Stands in for the list of sounds: one that is stressed for each syllable."""

    def __getitem__(self, word):
        bare = re.sub(r"(?<=[^aeiouyl])e(s|d)?$", "", word) or word
        return [["A1"] * max(1, len(VOWELS.findall(bare)))]


def grade(sentences):
    """The grade of a text of sentences."""
    text = " ".join(ended(own) for own in map(bare, sentences) if own)
    with patch.object(_count_syllables, "get_cmudict", lambda _lang: Vowels()):
        return textstat.flesch_kincaid_grade(text)


def bare(sentence):
    """A sentence without its citations and blanks."""
    return BLANK.sub("", CITATION.sub("", sentence)).strip()


def ended(sentence):
    return sentence if sentence[-1] in ".!?" else f"{sentence}."
