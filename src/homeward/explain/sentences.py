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
    from homeward.explain.reasons import Reason

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
    return ENGLISH.day(day)


def because(answer: Answer, vocabulary: Vocabulary, words: Words = ENGLISH) -> str:
    """One sentence: the answer, what decides it, and what is still needed."""
    first = words.word(_FIRST_WORDS[answer.status])
    if answer.status == "not_applicable":
        return f"{first}."
    said = f"{first}: {outcome(answer, words)}."
    if answer.status != "unknown":
        return said
    needed = _needed(answer, vocabulary, words)
    return f"{said} {words.say('Still needed: {needed}.', needed=needed)}"


def outcome(answer: Answer, words: Words = ENGLISH) -> str:
    """What holds, and from when, without the yes or no before it."""
    if answer.status == "never":
        return _never(answer, words)
    if answer.status == "unknown":
        return bounds(answer, words)
    holds = words.told(answer.source.holds) if answer.source else answer.question
    days = when_it_holds(answer, words)
    dated = answer.status != "now" and answer.when[0] == answer.when[1]
    joined = " " if dated else ", " if days else ""
    return f"{holds}{joined}{days}{_give(answer, words)}"


def _give(answer: Answer, words: Words) -> str:
    """How far the official day may differ, where the rule says so and there is a day."""
    days = answer.source.tolerance_days if answer.source else 0
    if not days or answer.when[0] in (FIRST, LAST):
        return ""
    return words.say(" (give or take {days} days: the official count decides)", days=days)


def when_it_holds(answer: Answer, words: Words = ENGLISH) -> str:
    """The days of an answer that holds or will: ``since …``, ``from …``, ``only after …``."""
    soonest, latest = answer.when
    if answer.status == "now":
        if latest == FIRST:
            return ""
        said = "since {day}" if soonest == latest else "since {day} at the latest"
        return words.say(said, day=words.day(latest))
    if soonest == latest:
        return words.say("from {day}", day=words.day(soonest))
    waits = words.and_(map(words.told, answer.waits_on))
    if soonest <= answer.as_of:
        return words.say("only after {waits}", waits=waits)
    day = words.day(soonest)
    return words.say("only after {waits}, and not before {day}", waits=waits, day=day)


def _never(answer: Answer, words: Words) -> str:
    grounds = answer.grounds
    if answer.closes is not None and answer.when[0] < LAST:
        ended = answer.closes[1]
        if ended <= answer.as_of:
            return words.say("this way was open until {day}", day=words.day(ended))
        return words.say("this way closes before it opens, on {day}", day=words.day(ended))
    if not grounds:
        return words.say("the law gives no way")
    said = f"{ground_in_words(grounds[0], words)} ({grounds[0].cite})"
    others = len(grounds) - 1
    if not others:
        return said
    more = counted(others, "other ground", words)
    return words.say("{ground}, and on {more}", ground=said, more=more)


def ground_in_words(reason: Reason, words: Words = ENGLISH) -> str:
    """Why a condition is not met, or, where the law has no words for that, what it asks."""
    if reason.unmet:
        return words.told(reason.unmet)
    return words.say("the law asks that {what}", what=words.told(reason.says))


def bounds(answer: Answer, words: Words = ENGLISH) -> str:
    """What is known of an answer that is not settled."""
    soonest, latest = answer.when
    low, high = words.day(soonest), words.day(latest)
    if FIRST < soonest <= answer.as_of and latest == LAST:
        return words.say("perhaps since {low}, perhaps later or never", low=low)
    if soonest > FIRST and latest < LAST:
        return words.say("not before {low} and by {high} at the latest", low=low, high=high)
    if soonest > FIRST:
        said = "not before {low}; whether and when after that is not known yet"
        return words.say(said, low=low)
    if latest < LAST:
        return words.say("by {high} at the latest, perhaps already", high=high)
    return words.say("it may hold already, later or never")


def _needed(answer: Answer, vocabulary: Vocabulary, words: Words) -> str:
    needed = [meaning(name, vocabulary, words) for name in answer.missing]
    needed += map(words.told, answer.waits_on)
    named, more = "; ".join(needed[:_NAMED]), len(needed) - _NAMED
    return words.say("{named}, and {more} more", named=named, more=more) if more > 0 else named


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
    return ENGLISH.listed(words)


def counted(number: int, what: str, words: Words = ENGLISH) -> str:
    """A number of things in words, or, in other languages than English, in figures.

    >>> counted(1, "ground"), counted(3, "ground"), counted(12, "ground")
    ('one ground', 'three grounds', '12 grounds')
    """
    if words.language != "en":
        return f"{number} {words.word(what if number == 1 else f'{what}s')}"
    names = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    said = names[number] if number < len(names) else str(number)
    return f"{said} {what}{'' if number == 1 else 's'}"
