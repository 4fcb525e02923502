"""Answers in one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from homeward.facts import Vocabulary
from homeward.language import ENGLISH, Words
from homeward.law.open_questions import open_question
from homeward.when import FIRST, LAST

if TYPE_CHECKING:
    from homeward.explain.answer import Answer

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip
_FIRST_WORDS = {
    "now": "Yes",
    "later": "Not yet",
    "never": "No",
    "unknown": "It depends",
    "not_applicable": "This question does not fit here",
}
_NAMED = 3


def in_words(day: date) -> str:
    """A day as people say it.

    >>> in_words(date(2027, 3, 3))
    '3 March 2027'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def because(answer: Answer, vocabulary: Vocabulary) -> str:
    """One sentence: the answer, what decides it, and what is still needed."""
    first = _FIRST_WORDS[answer.status]
    if answer.status == "not_applicable":
        return f"{first}."
    needed = ""
    if answer.status == "unknown":
        needed = f" Still needed: {_needed(answer, vocabulary)}."
    return f"{first}: {outcome(answer)}.{needed}"


def outcome(answer: Answer) -> str:
    """What holds, and from when, without the yes or no before it."""
    if answer.status == "never":
        return _never(answer)
    if answer.status == "unknown":
        return bounds(answer)
    holds = answer.source.holds if answer.source else answer.question
    days = when_it_holds(answer)
    joined = ", " if days.startswith(("since", "only")) else " " if days else ""
    return f"{holds}{joined}{days}{_give(answer)}"


def _give(answer: Answer) -> str:
    """How far the official day may differ, where the rule says so and there is a day."""
    days = answer.source.tolerance_days if answer.source else 0
    if not days or answer.when[0] in (FIRST, LAST):
        return ""
    return f" (give or take {days} days: the official count decides)"


def when_it_holds(answer: Answer) -> str:
    """The days of an answer that holds or will: ``since …``, ``from …``, ``only after …``."""
    soonest, latest = answer.when
    if answer.status == "now":
        if latest == FIRST:
            return ""
        return f"since {in_words(latest)}{'' if soonest == latest else ' at the latest'}"
    if soonest == latest:
        return f"from {in_words(soonest)}"
    floor = f", and not before {in_words(soonest)}" if soonest > answer.as_of else ""
    return f"only after {' and '.join(answer.waits_on)}{floor}"


def _never(answer: Answer) -> str:
    grounds = answer.grounds
    if answer.closes is not None and answer.when[0] < LAST:
        ended = answer.closes[1]
        word = "was open until" if ended <= answer.as_of else "closes before it opens, on"
        return f"this way {word} {in_words(ended)}"
    if not grounds:
        return "the law gives no way"
    first = grounds[0]
    others = len(grounds) - 1
    more = f", and on {counted(others, 'other ground')}" if others else ""
    return f"{first.unmet or f'the law asks that {first.says}'} ({first.cite}){more}"


def bounds(answer: Answer) -> str:
    """What is known of an answer that is not settled."""
    soonest, latest = answer.when
    if FIRST < soonest <= answer.as_of and latest == LAST:
        return f"perhaps since {in_words(soonest)}, perhaps later or never"
    if soonest > FIRST and latest < LAST:
        return f"not before {in_words(soonest)} and by {in_words(latest)} at the latest"
    if soonest > FIRST:
        return f"not before {in_words(soonest)}; whether and when after that is not known yet"
    if latest < LAST:
        return f"by {in_words(latest)} at the latest, perhaps already"
    return "it may hold already, later or never"


def _needed(answer: Answer, vocabulary: Vocabulary) -> str:
    needed = [*answer.missing, *answer.waits_on]
    more = f", and {len(needed) - _NAMED} more" if len(needed) > _NAMED else ""
    return "; ".join(meaning(name, vocabulary) for name in needed[:_NAMED]) + more


def meaning(name: str, vocabulary: Vocabulary, words: Words = ENGLISH) -> str:
    """What a missing entry means: a fact's plain meaning, or the open question of law."""
    fact, _, whose = name.partition("@")
    if fact.startswith("law:"):
        asked = words.told(what_is_open(fact))
        return words.say("a ruling on what the law leaves open: {what}", what=asked)
    if fact not in vocabulary:
        return name
    declared = vocabulary[fact]
    says = words.told(declared.says)
    said = words.say("whether {what}", what=says) if declared.kind == "truth" else says
    return words.say("{what} (for {whose})", what=said, whose=whose) if whose else said


def what_is_open(name: str) -> str:
    """An open question of law in words, by its name in a list of what is missing."""
    slug = name.removeprefix("law:")
    return open_question(slug) or slug


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def counted(number: int, what: str) -> str:
    """A number of things in words.

    >>> counted(1, "ground"), counted(3, "ground"), counted(12, "ground")
    ('one ground', 'three grounds', '12 grounds')
    """
    names = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    said = names[number] if number < len(names) else str(number)
    return f"{said} {what}{'' if number == 1 else 's'}"
