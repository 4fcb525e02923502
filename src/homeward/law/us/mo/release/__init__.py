"""Leaving a Missouri prison: the term, its minimum, conditional release, parole, supervision."""

from homeward.law.us.mo.release import (
    conditional_release,
    juvenile_life,
    lawful_term,
    minimum_term,
    parole,
    supervision,
    term_end,
)

__all__ = [
    "conditional_release",
    "juvenile_life",
    "lawful_term",
    "minimum_term",
    "parole",
    "supervision",
    "term_end",
]
