"""Branches in words: by a fact, by the first claim that fits, by a reading; and named parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from homeward.rules import choice, conditions
from homeward.rules.node import Node
from homeward.rules.outcome import Limb, Outcome
from homeward.rules.printing.facts import owned
from homeward.rules.printing.line import Line, framed
from homeward.rules.printing.links import open_question

if TYPE_CHECKING:
    from homeward.rules.printing.voice import Voice


def _choose(voice: Voice, node: choice.Choose) -> Line:
    under = [voice.say(branch).led_by(f"{codes}: ") for codes, branch in _shared(node)]
    if node.otherwise is not None:
        under.append(voice.say(node.otherwise).led_by("anything else: "))
    return Line(f"by {owned(voice, voice.vocabulary[node.fact.name])}:", tuple(under))


def _shared(node: choice.Choose) -> Iterator[tuple[str, Node]]:
    """The branches with the codes that share each."""
    for branch in dict.fromkeys(branch for _, branch in node.branches):
        yield ", ".join(f"`{code}`" for code, one in node.branches if one is branch), branch


def _first_match(voice: Voice, node: choice.FirstMatch) -> Line:
    under = [framed("if {0}: {1}", voice.say(claim), voice.say(branch))
             for claim, branch in node.branches]  # fmt: skip
    rest = voice.say(node.otherwise).led_by("otherwise: ")
    return Line("the first of these that fits:", (*under, rest))


def _recorded(voice: Voice, node: choice.Recorded) -> Line:
    fact, otherwise = voice.say(node.fact), voice.say(node.otherwise)
    if otherwise.is_short:
        return framed("{0} (where the record is silent: {1})", fact, otherwise)
    return framed("{0}; where the record is silent: {1}", fact, otherwise)


def _reading(voice: Voice, node: choice.Reading) -> Line:
    taken = f"; “{node.default}” is taken" if node.default else ""
    return Line(
        f"an open question of law, {open_question(voice, node.question)}: {node.says}{taken}. "
        "Its readings:",
        tuple(voice.say(branch).led_by(f"“{name}”: ") for name, branch in node.readings),
    )


_HOW = {
    "automatic": "by itself: nothing to file",
    "petition": "on a petition, which someone must file",
    "judge": "a judge decides without a petition",
    "board": "a board decides",
    "agency": "an agency decides",
}
_STANDARD = {
    "shall": "“shall”: who meets every condition must be given it",
    "may": "“may”: who meets every condition can be given it",
}


def outcome_in_words(found: Outcome) -> Iterator[tuple[str, str]]:
    """What an answer brings, each part with its heading."""
    if found.how:
        yield "How", _HOW[found.how]
    if found.standard:
        yield "Standard", _STANDARD[found.standard]
    if found.effect:
        yield "Effect", found.effect


def _limb(voice: Voice, node: Limb) -> Line:
    brings = "; ".join(f"{name.lower()}: {said}" for name, said in outcome_in_words(node.outcome))
    return framed(f"{{0}} ({brings})", voice.say(node.tree))


def _named(_voice: Voice, node: conditions.Condition | conditions.Discretion) -> Line:
    return Line(f"**{node.name.replace('_', ' ')}** ({node.cite})")


SAY: dict[type[Node], Callable[[Voice, Any], Line]] = {
    choice.Choose: _choose,
    choice.FirstMatch: _first_match,
    choice.Recorded: _recorded,
    choice.Reading: _reading,
    Limb: _limb,
    conditions.Condition: _named,
    conditions.Discretion: _named,
}
