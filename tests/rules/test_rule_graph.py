"""Rules that ask each other's questions never go in a circle, and every node has its meaning."""

from graphlib import TopologicalSorter

import pytest

from homeward import law
from homeward.explain.matters import LOOKS
from homeward.explain.meaning import MEANINGS
from homeward.rules.dates import AnswerOf
from homeward.rules.limit import Budget, Kind
from homeward.rules.node import walk
from tests.rules.test_printing import kinds_of_node

BODIES = [law.body(body_id) for body_id in law.body_ids()]


def asked(rule):
    """The questions whose answers a rule asks for."""
    nodes = (node for tree in rule.trees for node in walk(tree))
    return {node.question for node in nodes if isinstance(node, AnswerOf | Budget)}


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.id)
def test_no_question_asks_for_its_own_answer(body):
    graph = {}
    for rule in body.rules.values():
        graph.setdefault(rule.question, set()).update(asked(rule))
        if rule.family:
            graph.setdefault(rule.family, set()).add(rule.question)
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.id)
def test_every_question_that_is_asked_for_is_answered(body):
    answered = {q for rule in body.rules.values() for q in (rule.question, rule.family)}
    for rule in body.rules.values():
        assert asked(rule) <= answered, rule.name


@pytest.mark.parametrize("kind", kinds_of_node(), ids=lambda kind: kind.__name__)
def test_every_kind_of_node_has_its_meaning_for_one_person(kind):
    if kind is not Kind:  # a part of a lifetime limit, which reads it itself
        assert kind in MEANINGS, "add its meaning in homeward/explain/meaning"


@pytest.mark.parametrize("kind", kinds_of_node(), ids=lambda kind: kind.__name__)
def test_every_kind_of_node_that_can_be_unsettled_can_be_searched(kind):
    settled = {"Const", "Number", "Itself", "On", "Discretion", "Rows", "Kind"}
    assert (kind in LOOKS) == (kind.__name__ not in settled)
