"""Rules that ask each other's questions never go in a circle."""

from graphlib import TopologicalSorter

import pytest

from homeward import law
from homeward.rules.dates import AnswerOf
from homeward.rules.limit import Budget
from homeward.rules.node import walk

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
