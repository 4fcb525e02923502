"""Claims in words: tests on facts, lists of offenses, open questions, and their logic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from homeward.rules import dates, fact, groups, logic, rows, truth
from homeward.rules.node import Node
from homeward.rules.printing.facts import owned
from homeward.rules.printing.line import Line, framed, joined
from homeward.rules.printing.links import open_question
from homeward.when import LAST

if TYPE_CHECKING:
    from homeward.rules.printing.voice import Voice

_DAYS = {"<": "is before", "<=": "is on or before", "==": "is the same day as",
         ">=": "is on or after", ">": "is after"}  # fmt: skip
_NUMBERS = {"<": "is less than", "<=": "is at most", "==": "equals", ">=": "is at least",
            ">": "is more than"}  # fmt: skip
_WHOSE = {
    ("person", "none"): "all charges of the person",
    ("person", "self"): "the person's other charges",
    ("person", "case"): "the charges of the person's other cases",
    ("case", "none"): "the charges of this case",
    ("case", "self"): "the other charges of this case",
    ("case", "case"): "no charges",
}


def _const(_voice: Voice, node: logic.Const) -> Line:
    return Line("the law says yes" if node.value else "the law says no")


def _claim(voice: Voice, node: truth.Claim) -> Line:
    return voice.say(node.fact)


def _codes(codes: frozenset[str]) -> str:
    """Codes with "or" before the last."""
    *first, last = (f"`{code}`" for code in sorted(codes))
    return f"{', '.join(first)} or {last}" if first else last


def _code_in(voice: Voice, node: fact.CodeIn, verb: str = "is") -> Line:
    return Line(f"{owned(voice, voice.vocabulary[node.fact.name])} {verb} {_codes(node.codes)}")


def _mentions(voice: Voice, node: fact.Mentions, verb: str = "mentions") -> Line:
    words = [f"“{word.removesuffix('*')}…”" if word.endswith("*") else f"“{word}”"
             for word in node.words]  # fmt: skip
    listed = f"{', '.join(words[:-1])} or {words[-1]}" if words[1:] else words[0]
    return Line(f"{owned(voice, voice.vocabulary[node.fact.name])} {verb} {listed}")


def _stated(voice: Voice, node: fact.Stated) -> Line:
    if not node.codes:
        return Line(f"the record states {owned(voice, voice.vocabulary[node.fact.name])}")
    return _code_in(voice, fact.CodeIn(node.fact, node.codes)).led_by("the record says that ")


def _happened(voice: Voice, node: fact.Happened, verb: str = "is on record") -> Line:
    return framed(f"{{0}} {verb}", voice.say(node.fact))


def _tagged(voice: Voice, node: fact.Tagged, verb: str = "is") -> Line:
    entries = sum(row.tag == node.tag for row in voice.body.offenses.listings)
    count = f"{entries} {'entry' if entries == 1 else 'entries'}"
    text = f"{_what_is_listed(voice, node.fact)} {verb} on the list `{node.tag}` ({count})"
    if node.at is None:
        return Line(text)
    return framed(f"{text} as that list stood on {{0}}", voice.say(node.at))


def _what_is_listed(voice: Voice, listed: fact.FactRef) -> str:
    declared = voice.vocabulary[listed.name]
    if declared.field != "statute":
        return voice.say(listed).text
    return "it" if voice.other else f"the {declared.table}"


def _includes(voice: Voice, node: truth.Includes) -> Line:
    return framed("{0} is one of the {1}", voice.say(node.item), voice.say(node.fact))


def _same(voice: Voice, node: truth.Same) -> Line:
    declared = voice.vocabulary[node.fact.name]
    return Line(f"{owned(voice, declared)} is known and the same as this {declared.table}'s")


def _itself(_voice: Voice, _node: groups.Itself) -> Line:
    return Line("it is this charge itself")


def _and(voice: Voice, node: logic.And) -> Line:
    said = [voice.say(part) for part in _ands(node)]
    return joined(said, "and", "all of these are true:")


def _or(voice: Voice, node: logic.Or) -> Line:
    said = [voice.say(part) for part in _ors(node)]
    return joined(said, "or", "at least one of these is true:")


def _ands(node: Node) -> Iterator[Node]:
    """The claims of nested "and"s in one row; "not one of" is "none of"."""
    if isinstance(node, logic.And):
        for part in node.claims:
            yield from _ands(part)
    elif isinstance(node, logic.Not) and isinstance(node.claim, logic.Or):
        for part in node.claim.claims:
            yield from _ands(logic.Not(part))
    else:
        yield node


def _ors(node: Node) -> Iterator[Node]:
    if isinstance(node, logic.Or):
        for part in node.claims:
            yield from _ors(part)
    else:
        yield node


def _not(voice: Voice, node: logic.Not) -> Line:
    """The shortest plain way to deny each kind of claim."""
    match node.claim:
        case logic.Not(claim):
            said = voice.say(claim)
        case fact.CodeIn() as claim:
            said = _code_in(voice, claim, "is not")
        case fact.Mentions() as claim:
            said = _mentions(voice, claim, "does not mention")
        case fact.Tagged() as claim:
            said = _tagged(voice, claim, "is not")
        case fact.Happened() as claim:
            said = _happened(voice, claim, "is not on record")
        case truth.Exists(rows_):
            said = framed("there is none among {0}", voice.say(rows_))
        case logic.Or():
            said = _and(voice, logic.And((node,)))
        case logic.And() as claim:
            said = Line("not all of these are true:", tuple(map(voice.say, _ands(claim))))
        case claim:
            said = framed("it is not true that {0}", voice.say(claim))
    return said


def _compare(voice: Voice, node: truth.Compare) -> Line:
    if isinstance(node.right, dates.On) and (node.order, node.right.day) == ("<", LAST):
        return framed("there ever is a day for this: {0}", voice.say(node.left))
    words = _DAYS if voice.is_day(node.left) or voice.is_day(node.right) else _NUMBERS
    return framed(f"{{0}} {words[node.order]} {{1}}", voice.say(node.left), voice.say(node.right))


def _exists(voice: Voice, node: truth.Exists) -> Line:
    return framed("there is at least one among {0}", voice.say(node.rows))


def _every(voice: Voice, node: truth.Every) -> Line:
    parts = voice.say(node.rows), voice.about_others().say(node.claim)
    return framed("for each of {0}, it is true that {1}", *parts)


def _open_law(voice: Voice, node: truth.OpenLaw) -> Line:
    return Line(
        f"an open question of law has the answer yes: {open_question(voice, node.question)}"
    )


def _law_says(voice: Voice, node: truth.LawSays) -> Line:
    return framed("the law says: {0}", voice.say(node.parameter))


def _rows(voice: Voice, node: rows.Rows) -> Line:
    whose = _WHOSE[node.within, node.leaving_out]
    if node.where is None:
        return Line(whose)
    return framed(f"{whose} for which {{0}}", voice.about_others().say(node.where))


SAY: dict[type[Node], Callable[[Voice, Any], Line]] = {
    logic.Const: _const,
    truth.Claim: _claim,
    fact.CodeIn: _code_in,
    fact.Mentions: _mentions,
    fact.Stated: _stated,
    fact.Happened: _happened,
    fact.Tagged: _tagged,
    truth.Same: _same,
    groups.Itself: _itself,
    truth.Includes: _includes,
    logic.And: _and,
    logic.Or: _or,
    logic.Not: _not,
    truth.Compare: _compare,
    truth.Exists: _exists,
    truth.Every: _every,
    truth.OpenLaw: _open_law,
    truth.LawSays: _law_says,
    rows.Rows: _rows,
}
