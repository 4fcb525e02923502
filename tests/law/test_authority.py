"""Everything that is law has its authority and its day, in every place."""

from datetime import date

import pytest

from homeward import law
from homeward.law.pages import law_page
from homeward.rules.amounts import Parameter
from homeward.rules.fact import Tagged
from homeward.rules.node import walk
from homeward.when import FIRST

BODIES = [law.body(body_id) for body_id in law.body_ids()]
RULES = [rule for body in BODIES for rule in body.rules.values()]
CERTAINTIES = {"high", "medium", "low"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_its_citation_its_day_and_its_words(rule):
    assert rule.cite
    assert rule.about
    assert rule.title
    assert rule.since >= FIRST
    assert all(step.cite for step in rule.steps)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_condition_has_its_citation_and_its_words(rule):
    assert rule.named
    for one in rule.named:
        assert one.cite, one.name
        assert one.says, one.name
        assert getattr(one, "certainty", "high") in CERTAINTIES, one.name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_condition_has_the_day_from_which_it_is_law(rule):
    """Its own, or that of its rule; a day that was not looked up is told as such on the page."""
    page = law_page(rule.name, date(2026, 11, 23))
    told = "In force — since"
    assert told in page
    assert ("since a day that was not looked up" in page) == (rule.since == FIRST)
    for one in rule.named:
        first = one.since or rule.since
        assert isinstance(first, date), one.name
        assert rule.since <= first, one.name
        assert one.until is None or first < one.until, one.name


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.id)
def test_each_number_has_its_citation_and_its_day(body):
    for parameter in body.parameters.values():
        assert parameter.cite, parameter.name
        for entry in parameter.history:
            assert isinstance(entry.since, date), parameter.name
            assert entry.certainty in CERTAINTIES, parameter.name


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.id)
def test_each_row_of_a_list_has_its_authority(body):
    for row in body.offenses.listings:
        assert row.cite, row.citation
        assert row.certainty in CERTAINTIES, row.citation


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.id)
def test_what_a_rule_reads_is_in_the_tables(body):
    nodes = [node for rule in body.rules.values() for tree in rule.trees for node in walk(tree)]
    assert {node.tag for node in nodes if isinstance(node, Tagged)} <= body.offenses.tags
    assert {node.name for node in nodes if isinstance(node, Parameter)} <= set(body.parameters)
