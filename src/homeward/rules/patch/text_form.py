"""A condition in the text form that a reform's file may hold: a small part of the language.

::

    charge.severity is in misdemeanor, ordinance
    charge.statute is not listed dangerous-felony and not charge.class is in A
    charge.disposition is in dismissed and from charge.dismissed_on else charge.disposition_date
    5 years after charge.disposition_completed_on or charge.obligations_outstanding is no

A claim is about a fact: a code ``is in`` some codes, a citation ``is listed`` under a tag, a yes or
no ``is yes`` or ``is no``, a number ``<=``, ``<``, ``>=`` or ``>`` a number, a day ``is before`` a
day. A wait is so many years, months or days after a day, or ``from`` a day on; ``else`` names the
day that counts where the record is silent about the first. ``as`` names a question about the same
row, whose answer counts. ``not``, ``and``, ``or`` and parentheses put them together. Nothing else
can be said here, and nothing of it is ever run as a program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from homeward.facts import Fact
from homeward.rules.amounts import Number
from homeward.rules.choice import Recorded
from homeward.rules.dates import AllOf, AnswerOf, AnyOf, HoldsIf, On, Since, Unit
from homeward.rules.fact import FactRef
from homeward.rules.logic import And, Not, Or, TruthNode
from homeward.rules.node import Node
from homeward.rules.patch.known import unknown
from homeward.rules.problem import LawError
from homeward.rules.truth import Claim, Compare, Comparison

_TOKEN = re.compile(r"\s*(\d{4}-\d\d-\d\d|\d+(?:\.\d+)?|[A-Za-z][\w.@-]*|<=|>=|<|>|[(),])")
_UNITS = ("years", "months", "days")
_ORDERS = ("<=", "<", ">=", ">")
ABOVE = {"charge": ("charge", "case", "person"), "case": ("case", "person"), "person": ("person",)}


@dataclass
class Words:
    """What a condition may name.

    Attributes:
        facts: the facts there are, by name.
        tags: the lists of offenses.
        subject: what kind of row the rule is about.
        questions: the questions that are asked about such rows.
    """

    facts: Mapping[str, Fact]
    tags: Collection[str]
    subject: str
    questions: Collection[str] = ()
    tokens: list[str] = field(default_factory=list)


def read_condition(text: str, words: Words) -> Node:
    """A condition as a tree of the language.

    Raises:
        LawError: saying what cannot be read, and the nearest name that is there.
    """
    words.tokens = _tokens(text)
    tree = _either(words)
    if words.tokens:
        msg = f"{text!r}: {words.tokens[0]!r} cannot stand there; join claims with and, or"
        raise LawError(msg)
    return _when(tree)


def _tokens(text: str) -> list[str]:
    found, place = [], 0
    while place < len(text.rstrip()):
        token = _TOKEN.match(text, place)
        if token is None:
            msg = f"{text!r}: {text[place:].strip()[:1]!r} cannot be read"
            raise LawError(msg)
        found.append(token[1])
        place = token.end()
    return found


def _either(words: Words) -> Node:
    return _joined(words, "or", _both, Or, AnyOf)


def _both(words: Words) -> Node:
    return _joined(words, "and", _single, And, AllOf)


def _joined(
    words: Words,
    word: str,
    part: Callable[[Words], Node],
    of_truths: Callable[[tuple[Node, ...]], Node],
    of_days: Callable[[tuple[Node, ...]], Node],
) -> Node:
    parts = [part(words)]
    while words.tokens and words.tokens[0] == word:
        words.tokens.pop(0)
        parts.append(part(words))
    if len(parts) == 1:
        return parts[0]
    if all(isinstance(one, TruthNode) for one in parts):
        return of_truths(tuple(parts))
    return of_days(tuple(map(_when, parts)))


def _when(node: Node) -> Node:
    return HoldsIf(node) if isinstance(node, TruthNode) else node


def _single(words: Words) -> Node:
    first = _next(words, "a fact, a number of years, not or (")
    if first == "not":
        inner = _single(words)
        if not isinstance(inner, TruthNode):
            msg = "not stands before a claim, and a wait is no claim"
            raise LawError(msg)
        return Not(inner)
    if first == "(":
        inner = _either(words)
        _take(words, ")")
        return inner
    if first == "from":
        return _day_of_record(words)
    if first == "as":
        question = _next(words, "a question")
        if question not in words.questions:
            what = f"question about a {words.subject}"
            raise unknown(what, question, words.questions)
        return AnswerOf(question)
    if first[0].isdigit():
        return _wait(words, first)
    return _claim(words, first)


def _wait(words: Words, amount: str) -> Node:
    unit = _next(words, "years, months or days")
    if unit not in _UNITS:
        raise unknown("unit", unit, _UNITS)
    _take(words, "after")
    return Since(_day_of_record(words), Number(float(amount)), cast("Unit", unit))


def _day_of_record(words: Words) -> Node:
    """A day that the record has, or else another."""
    fact = FactRef(_fact(words, _next(words, "a day"), ("date",)).name)
    if words.tokens and words.tokens[0] == "else":
        words.tokens.pop(0)
        return Recorded(fact, _day_of_record(words))
    return fact


def _claim(words: Words, name: str) -> Node:
    fact = _fact(words, name, ("code", "truth", "number", "date", "citation"))
    ref = FactRef(fact.name)
    word = _next(words, "is, <=, <, >= or >")
    if word in _ORDERS:
        if fact.kind != "number":
            raise _wrong_kind(fact, "number")
        number = float(_next(words, "a number"))
        return Compare(ref, cast("Comparison", word), Number(number))
    if word != "is":
        raise unknown("word", word, ("is", *_ORDERS))
    denied = bool(words.tokens) and words.tokens[0] == "not"
    if denied:
        words.tokens.pop(0)
    found = _said(words, fact, ref)
    return Not(found) if denied else found


def _said(words: Words, fact: Fact, ref: FactRef) -> TruthNode:
    word = _next(words, "in, listed, before, yes or no")
    if word == "in":
        return _in(words, fact, ref)
    if word == "listed":
        if fact.kind != "citation":
            raise _wrong_kind(fact, "citation")
        tag = _next(words, "a list")
        if tag not in words.tags:
            raise unknown("list of offenses", tag, words.tags)
        return ref.tagged(tag)
    if word == "before":
        if fact.kind != "date":
            raise _wrong_kind(fact, "date")
        return Compare(ref, "<", On(_day(_next(words, "a day"))))
    if word in ("yes", "no"):
        if fact.kind != "truth":
            raise _wrong_kind(fact, "truth")
        return Claim(ref) if word == "yes" else Not(Claim(ref))
    raise unknown("word", word, ("in", "listed", "before", "yes", "no"))


def _in(words: Words, fact: Fact, ref: FactRef) -> TruthNode:
    if fact.kind != "code":
        raise _wrong_kind(fact, "code")
    codes = [_next(words, "a code")]
    while words.tokens and words.tokens[0] == ",":
        words.tokens.pop(0)
        codes.append(_next(words, "a code"))
    for code in codes:
        if fact.values and code not in fact.values:
            raise unknown(f"value of {fact.name}", code, fact.values)
    return ref.is_in(*codes)


def _fact(words: Words, name: str, kinds: Collection[str]) -> Fact:
    fact = words.facts.get(name)
    if fact is None:
        raise unknown("fact", name, words.facts)
    if name.partition(".")[0] not in ABOVE.get(words.subject, (words.subject,)):
        msg = f"{name} cannot be asked of a {words.subject}, which the rule is about"
        raise LawError(msg)
    if fact.kind not in kinds:
        raise _wrong_kind(fact, " or ".join(kinds))
    return fact


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"{text!r} is not a day; write 2027-01-01"
        raise LawError(msg) from None


def _next(words: Words, expected: str) -> str:
    if not words.tokens:
        msg = f"the condition ends where it needs {expected}"
        raise LawError(msg)
    return words.tokens.pop(0)


def _take(words: Words, token: str) -> None:
    found = _next(words, token)
    if found != token:
        msg = f"{found!r} stands where {token!r} has to be"
        raise LawError(msg)


def _wrong_kind(fact: Fact, kind: str) -> LawError:
    return LawError(f"{fact.name} is a {fact.kind}, and a {kind} has to stand there")
