"""What the record says: facts, and the claims that rest on one fact alone."""

from __future__ import annotations

import re

from homeward.explain.interpret import Interpreter, Meanings
from homeward.explain.value import Function, TruthFunction, is_settled
from homeward.facts import Row
from homeward.facts.absence import absent
from homeward.rules import fact, truth
from homeward.rules.wording import pattern
from homeward.when import LAST


def a_fact(interpreter: Interpreter, node: fact.FactRef) -> Function:
    """The recorded value; what the fact's declaration says where the record is silent."""
    declared = interpreter.vocabulary[node.name]
    name, silent = declared.name, absent(declared)
    if declared.table == "charge":
        return lambda row, _outer: row.facts.get(name, silent)
    if declared.table == "case":
        return lambda row, _outer: row.case.facts.get(name, silent)
    if declared.table == "tenancy":
        return lambda row, _outer: row.person.tenancy.facts.get(name, silent)
    return lambda row, _outer: row.person.facts.get(name, silent)


def outer(interpreter: Interpreter, node: fact.Outer) -> Function:
    """The fact of the row that the rule is about."""
    get = interpreter.function(node.fact)
    return lambda _row, about: get(about, about)


def claim(interpreter: Interpreter, node: truth.Claim) -> TruthFunction:
    """A yes-or-no fact is a truth already."""
    return interpreter.truth(node.fact)


def code_in(interpreter: Interpreter, node: fact.CodeIn) -> TruthFunction:
    """Unknown while the code is."""
    get, codes = interpreter.code(node.fact), node.codes

    def is_in(row: Row, about: Row) -> int:
        code = get(row, about)
        return 1 if code is None else 2 if code in codes else 0

    return is_in


def mentions(interpreter: Interpreter, node: fact.Mentions) -> TruthFunction:
    """Unknown while the text is."""
    get, found = interpreter.code(node.fact), re.compile(pattern(node.words)).search

    def is_mentioned(row: Row, about: Row) -> int:
        text = get(row, about)
        return 1 if text is None else 2 if found(text) else 0

    return is_mentioned


def stated(interpreter: Interpreter, node: fact.Stated) -> TruthFunction:
    """Silence is no."""
    if not node.codes:
        get_any = interpreter.function(node.fact)
        return lambda row, about: 2 if is_settled(get_any(row, about)) else 0
    get, codes = interpreter.code(node.fact), node.codes
    return lambda row, about: 2 if get(row, about) in codes else 0


def happened(interpreter: Interpreter, node: fact.Happened) -> TruthFunction:
    """Yes when some day, however uncertain, is sure; no when there never is one."""
    get = interpreter.when(node.fact)

    def has_happened(row: Row, about: Row) -> int:
        low, high = get(row, about)
        return 2 if high < LAST else 0 if low == LAST else 1

    return has_happened


def tagged(interpreter: Interpreter, node: fact.Tagged) -> TruthFunction:
    """Whether the citation stands on the list on the day that counts."""
    get = interpreter.code(node.fact)
    at = None if node.at is None else interpreter.when(node.at)
    law, tag = interpreter.law, node.tag
    today = (law.day, law.day)

    listed = law.body.offenses.listed

    def is_tagged(row: Row, about: Row) -> int:
        citation = get(row, about)
        known = listed(citation) if citation else None
        if known is not None and tag not in known:
            return 0  # most citations are on few lists, so most questions end here
        span = today if at is None else at(row, about)
        return law.listed(citation, tag, row, span).truth

    return is_tagged


MEANINGS: Meanings = {
    fact.FactRef: a_fact,
    fact.Outer: outer,
    truth.Claim: claim,
    fact.CodeIn: code_in,
    fact.Mentions: mentions,
    fact.Stated: stated,
    fact.Happened: happened,
    fact.Tagged: tagged,
}
