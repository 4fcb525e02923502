"""Answers in one plain sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from homeward.facts import Vocabulary
from homeward.when import FIRST, LAST

if TYPE_CHECKING:
    from homeward.explain.answer import Answer

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip
_NAMED = 3


def in_words(day: date) -> str:
    """A day as people say it.

    >>> in_words(date(2027, 3, 3))
    '3 March 2027'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def because(answer: Answer, vocabulary: Vocabulary) -> str:
    """One sentence: the answer, and what decides it."""
    holds = answer.source.holds if answer.source else answer.question
    soonest, latest = answer.when
    if answer.status == "now":
        return f"Yes: {holds}{_since(soonest, latest)}."
    if answer.status == "later":
        return f"Not yet: {holds} {_from(answer)}."
    if answer.status == "never":
        return f"No: {_never(answer)}."
    if answer.status == "unknown":
        return (
            f"It depends: {_bounds(soonest, latest)}. Still needed: {_needed(answer, vocabulary)}."
        )
    return "This question does not fit here."


def _since(soonest: date, latest: date) -> str:
    if latest == FIRST:
        return ""
    return f", since {in_words(latest)}{'' if soonest == latest else ' at the latest'}"


def _from(answer: Answer) -> str:
    soonest, latest = answer.when
    if soonest == latest:
        return f"from {in_words(soonest)}"
    waits = " and ".join(answer.waits_on)
    floor = f", and not before {in_words(soonest)}" if soonest > answer.as_of else ""
    return f"only after {waits}{floor}"


def _never(answer: Answer) -> str:
    binding = answer.binding
    if binding is None:
        return "the law gives no way"
    return f"{binding.unmet or f'the law asks that {binding.says}'} ({binding.cite})"


def _bounds(soonest: date, latest: date) -> str:
    if soonest > FIRST and latest < LAST:
        return f"not before {in_words(soonest)} and by {in_words(latest)} at the latest"
    if soonest > FIRST:
        return f"not before {in_words(soonest)}, and perhaps never"
    if latest < LAST:
        return f"by {in_words(latest)} at the latest, perhaps already"
    return "it may hold already, later or never"


def _needed(answer: Answer, vocabulary: Vocabulary) -> str:
    said = [meaning(name, vocabulary) for name in [*answer.missing, *answer.waits_on]]
    more = f", and {len(said) - _NAMED} more" if len(said) > _NAMED else ""
    return "; ".join(said[:_NAMED]) + more


def meaning(name: str, vocabulary: Vocabulary) -> str:
    """What a missing entry means: a fact's plain meaning, or the open question of law."""
    fact, _, whose = name.partition("@")
    if fact.startswith("law:"):
        return f"an open question of law ({fact.removeprefix('law:')})"
    if fact not in vocabulary:
        return name
    return vocabulary[fact].says + (f" (for {whose})" if whose else "")
