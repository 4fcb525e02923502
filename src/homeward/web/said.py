"""An answer in one plain sentence in the reader's language, and the rule's own words beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from homeward.explain.answer import Answer
from homeward.explain.sentences import outcome
from homeward.language import Words as LawWords
from homeward.web.language import Words
from homeward.web.language import marked as _
from homeward.when import FIRST, LAST

STATUS = {
    "now": _("YES"),
    "later": _("NOT YET"),
    "never": _("NO"),
    "unknown": _("IT DEPENDS"),
    "not_applicable": _("DOES NOT FIT"),
}
"""How an answer stands, in a word."""

TRANSLATED = _(
    "The words of the law are a translation that no court interpreter has reviewed. What has no "
    "translation yet is in English."
)
"""What a page in another language than English says of its words."""

MARKS = {
    "met": _("met"),
    "notyet": _("not yet"),
    "cannot": _("cannot be met"),
    "open": _("not known"),
    "weighed": _("people decide"),
}
"""How a condition stands, in a word."""


@dataclass(frozen=True)
class Said:
    """An answer in words.

    Attributes:
        short: its days in the reader's language; empty where there are none to tell.
        law: the sentence of the rule itself.
        title: the rule's name.
        href: the rule, by its name.
    """

    short: str
    law: str
    title: str
    rule: str


def sentence(answer: Answer, words: Words, law: LawWords) -> Said:
    """An answer in words, those of the rule in the words that the law has for them."""
    title = law.told(answer.source.title) if answer.source else answer.question
    told = outcome(answer, law)
    return Said(short_of(answer, words), told[:1].upper() + told[1:], title, answer.rule)


def short_of(answer: Answer, words: Words) -> str:
    """The days of an answer, as a sentence of its own."""
    soonest, latest = answer.when
    match answer.status:
        case "now":
            return _since(soonest, latest, words)
        case "later":
            return _later(answer, words)
        case "never":
            return words.say("No. Waiting does not change it.")
        case "not_applicable":
            return words.say("This question does not fit here.")
    return _open(soonest, latest, answer.as_of, words)


def _since(soonest: date, latest: date, words: Words) -> str:
    if latest == FIRST:
        return words.say("Yes, already.")
    if soonest == latest:
        return words.say("Yes, since %s.") % words.day(latest)
    return words.say("Yes, since %s at the latest.") % words.day(latest)


def _later(answer: Answer, words: Words) -> str:
    soonest, latest = answer.when
    if soonest == latest:
        return words.say("From %s.") % words.day(soonest)
    if soonest > answer.as_of:
        said = words.say("It waits on something to happen, and is not before %s.")
        return said % words.day(soonest)
    return words.say("It waits on something to happen.")


def _open(soonest: date, latest: date, as_of: date, words: Words) -> str:
    """What is known of an answer that is not settled."""
    low, high = soonest > FIRST, latest < LAST
    if low and not high and soonest <= as_of:
        return words.say("Perhaps since %s, perhaps later or never.") % words.day(soonest)
    if low and high:
        said = words.say("Not before %(low)s, and by %(high)s at the latest.")
        return said % {"low": words.day(soonest), "high": words.day(latest)}
    if low:
        said = words.say("Not before %s. What comes after that is not known yet.")
        return said % words.day(soonest)
    if high:
        return words.say("By %s at the latest, perhaps already.") % words.day(latest)
    return words.say("It may hold already, later or never.")


def days_of(soonest: date, latest: date, as_of: date, words: Words) -> str:
    """The days of one condition; empty where it always held."""
    if soonest == latest == FIRST:
        return ""
    if soonest == latest == LAST:
        return words.say("no, and waiting does not change it")
    if soonest == latest:
        said = words.say("since %s") if latest <= as_of else words.say("from %s")
        return said % words.day(soonest)
    if latest <= as_of:
        return words.say("since %s at the latest") % words.day(latest)
    return _between(soonest, latest, words)


def _between(soonest: date, latest: date, words: Words) -> str:
    low, high = soonest > FIRST, latest < LAST
    if low and high:
        said = words.say("not before %(low)s, by %(high)s at the latest")
        return said % {"low": words.day(soonest), "high": words.day(latest)}
    if low:
        return words.say("not before %s") % words.day(soonest)
    if high:
        return words.say("by %s at the latest") % words.day(latest)
    return words.say("not known")
