"""Every text of a body of law that an answer may say: what a place in another language needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from homeward import law
from homeward.law.open_questions import open_questions
from homeward.rules.body import Body
from homeward.rules.conditions import Condition, Discretion
from homeward.rules.dates import WaitsWhile
from homeward.rules.limit import Budget
from homeward.rules.node import Node, walk
from homeward.rules.rule import Rule

Groups = Mapping[str, list[str]]
"""Texts in the order in which they stand, by the rule or the list that they stand in."""


def texts_of_law(body: Body) -> Groups:
    """The texts of a place by where they stand; each once, at its first place."""
    groups = {"place": [body.title]}
    groups |= {rule.name: list(_of_rule(rule)) for rule in body.rules.values()}
    groups["facts"] = [fact.says for fact in body.facts.values()]
    groups["open_questions"] = list(open_questions(body.id).values())
    return _once(groups)


def own_texts(body_id: str) -> Groups:
    """The texts that the catalog of a place has to hold.

    A text that several places have stands in the catalog of the place above them all.
    """
    found = law.body(body_id)
    groups = {} if found is None else texts_of_law(found)
    above = law.parents(body_id)
    if above:
        return {name: [text for text in texts if _places(above[-1])[text] == 1]
                for name, texts in groups.items()}  # fmt: skip
    shared = [text for text, count in _places(body_id).items() if count > 1]
    return _once({**groups, "places": shared})


@cache
def _places(above: str) -> Counter[str]:
    """In how many places under one, itself among them, each text stands."""
    within = [one for one in law.body_ids() if one == above or above in law.parents(one)]
    bodies = filter(None, map(law.body, within))
    return Counter(text for body in bodies for own in texts_of_law(body).values() for text in own)


def _of_rule(rule: Rule) -> Iterator[str]:
    yield rule.title
    yield rule.holds
    for tree in rule.trees:
        for node in walk(tree):
            yield from _of_node(node)
    yield from (step.do for step in rule.steps)


def _of_node(node: Node) -> Iterator[str]:
    if isinstance(node, Condition | Discretion):
        yield node.says
    if isinstance(node, Condition):
        yield node.unmet
    if isinstance(node, WaitsWhile):
        yield node.event
    if isinstance(node, Budget):
        yield from (kind.name for kind in node.kinds)


def _once(groups: Groups) -> Groups:
    seen = {""}
    found = {}
    for name, texts in groups.items():
        own = list(dict.fromkeys(text for text in texts if text not in seen))
        seen.update(own)
        if own:
            found[name] = own
    return found
