"""Finding a section of law by its number or by words, in the lists of offenses of a place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from homeward import law

_MOST = 12
_WORD = re.compile(r"[a-z0-9]+(?:[.\-:][a-z0-9]+)*")


class Statute(NamedTuple):
    """A section as a list names it."""

    citation: str
    offense: str


def found_statutes(body_id: str, asked: str) -> list[Statute]:
    """The sections that fit best: by how the number begins, or by every word.

    >>> found_statutes("us-mo", "570.03")[0].citation
    '570.030'
    >>> [one.offense for one in found_statutes("us-mo", "no such words at all")]
    []
    """
    words = _WORD.findall(asked.lower())
    if not words:
        return []
    fitting = [one for one in _listed(body_id) if all(_fits(word, one) for word in words)]
    return sorted(fitting, key=lambda one: _rank(words, one))[:_MOST]


def _fits(word: str, one: Statute) -> bool:
    return one.citation.lower().startswith(word) or word in one.offense.lower()


def _rank(words: list[str], one: Statute) -> tuple[bool, bool, int, str]:
    """A number that begins so comes first, then words at the start of a word, then short names."""
    offense = one.offense.lower()
    starts = all(re.search(rf"\b{re.escape(word)}", offense) for word in words)
    by_number = one.citation.lower().startswith(words[0])
    return (not by_number, not starts, len(offense), one.citation)


@lru_cache(maxsize=64)
def _listed(body_id: str) -> tuple[Statute, ...]:
    body = law.body(body_id)
    if body is None:
        return ()
    rows = {Statute(row.citation, row.offense) for row in body.offenses.listings if row.offense}
    return tuple(sorted(rows))
