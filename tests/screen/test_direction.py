"""Which way a change of law moves answers, as it is read off the rules: rules made up at random.

What the trees say is held against the answers themselves: where a change is said to move a
rule one way only, no bound of any answer, with facts missing or not, moves the other way.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from homeward.explain.session import Session
from homeward.rules.amounts import Parameter
from homeward.rules.fact import Tagged
from homeward.rules.node import walk
from homeward.rules.patch import Patch, lay
from homeward.rules.patch.change import Drop, Listed, Setting
from homeward.rules.patch.direction import Direction, Moves
from tests.screen.both_ways import read
from tests.screen.made_up_rules import DAYS, laws
from tests.screen.test_made_up_rules import AS_OF, CROWD

_SINCE = st.sampled_from([date(1800, 1, 1), date(2020, 1, 1), date(2026, 11, 23), date(2028, 1, 1)])
_NUMBERS = st.sampled_from([0, 2, 3, 5, 9, 60])
_VALUES = {
    "years": _NUMBERS, "months": _NUMBERS, "open_months": _NUMBERS, "percent": _NUMBERS,
    "third": st.sampled_from([Fraction(1, 4), Fraction(1, 2)]),
    "turning_day": st.sampled_from(DAYS), "all_at_once": st.booleans(),
}  # fmt: skip


def _changes(body):
    """Every kind of change to what the rules of a body speak of."""
    nodes = [node for rule in body.rules.values() for tree in rule.trees for node in walk(tree)]
    named = {node.name for node in nodes if isinstance(node, Parameter)}
    tags = {node.tag for node in nodes if isinstance(node, Tagged)}
    conditions = {f"{rule.name.removeprefix('us-zz/')}/{one.name}"
                  for rule in body.rules.values() for one in rule.conditions}  # fmt: skip
    for name in sorted(named):
        made = st.builds(Setting, st.just(name), _VALUES[name], _SINCE)
        yield made.map(lambda one: Patch("A number", "us-zz", settings=(one,)))
    for tag in sorted(tags):
        listed = st.builds(Listed, st.just(tag), st.sampled_from(["20.010", "30.010"]), _SINCE)
        yield listed.map(lambda one: Patch("A row", "us-zz", listings=(one,)))
        yield _SINCE.map(lambda day, tag=tag: Patch("No row", "us-zz", emptied=((tag, day),)))
    for name in sorted(conditions):
        yield _SINCE.map(lambda day, name=name: Patch("Less", "us-zz", drops=(Drop(name, day),)))


@st.composite
def changed(draw, deep):
    """A body of law, and the same with one change laid over it."""
    body = draw(laws(deep=deep))
    kinds = list(_changes(body))
    assume(kinds)
    patch = draw(st.one_of(kinds))
    return body, lay(body, [patch]), patch.title


def days(record, body):
    """The bounds of each rule's answer about each row."""
    return {
        (answer.rule, answer.subject.key): answer.when
        for answer in Session(AS_OF).answers_under(record, [body], ())
        if answer.rule != "*"
    }


def moved_wrongly(law, people):
    """The answers that move in a way that the trees rule out."""
    before, after, kind = law
    direction = Direction(before, after, AS_OF)
    for record in read(people):
        old, new = days(record, before), days(record, after)
        for (rule, row), (low, high) in old.items():
            moves = direction.of_rule(rule)
            event(f"{kind}: {moves.name}")
            there = new.get((rule, row), (low, high))
            if Moves.DOWN not in moves and (there[0] < low or there[1] < high):
                yield f"{rule} {row}: {low}..{high} is sooner: {there}"
            if Moves.UP not in moves and (there[0] > low or there[1] > high):
                yield f"{rule} {row}: {low}..{high} is later: {there}"


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@given(changed(deep=2), CROWD)
@settings(max_examples=150, suppress_health_check=SLOW, deadline=None)
def test_no_answer_moves_against_what_the_rules_say(law, people):
    assert list(moved_wrongly(law, people)) == []


@pytest.mark.slow
@given(changed(deep=3), CROWD)
@settings(max_examples=4_000, suppress_health_check=SLOW, deadline=None)
def test_no_answer_of_a_deep_rule_moves_against_what_the_rules_say(law, people):
    assert list(moved_wrongly(law, people)) == []
