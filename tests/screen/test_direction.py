"""Which way a change of law moves answers, as it is read off the rules: rules made up at random.

What the trees say is held against the answers themselves: where a change is said to move a
rule one way only, no bound of any answer, with facts missing or not, moves the other way.
"""

from __future__ import annotations

from dataclasses import replace
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
from homeward.rules.patch.change import Added, Drop, Listed, Scope, Setting, Way
from homeward.rules.patch.direction import Direction
from homeward.rules.patch.moves import Moves
from homeward.rules.problem import LawError
from homeward.when import FIRST, LAST
from tests.screen.both_ways import differences, read
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


def _asking(body):
    """More that is asked for, and more ways to meet what is."""
    for rule in body.rules.values():
        name = rule.name.removeprefix("us-zz/")
        asks = st.sampled_from(_TEXTS[rule.subject])
        yield st.builds(Added, st.just(name), st.just("more"), _SINCE, st.just("more"), asks).map(
            lambda one: Patch("More is asked", "us-zz", adds=(one,))
        )
        for condition in rule.conditions:
            way = st.builds(Way, st.just(f"{name}/{condition.name}"), st.just("other"), _SINCE,
                            st.just("or more"), asks)  # fmt: skip
            yield way.map(lambda one: Patch("Another way", "us-zz", ways=(one,)))


_FOR_ALL = ["person.birth_date is before 1991-01-01", "18 years after person.birth_date"]
_OF_CASES = [*_FOR_ALL, "case.open is no and from case.filed_on"]
_TEXTS = {
    "person": _FOR_ALL, "case": _OF_CASES,
    "charge": [*_OF_CASES, "charge.severity is in felony",
               "3 years after charge.sealed_on else charge.disposition_date"],
}  # fmt: skip
_SCOPES = st.builds(
    Scope, st.sampled_from(["charge.disposition_date", "case.filed_on", "person.birth_date"]),
    st.sampled_from([FIRST, date(1995, 1, 1), date(2016, 2, 29)]),
    st.sampled_from([LAST, date(2004, 2, 29), date(2020, 1, 1)]),
).filter(lambda scope: (scope.since, scope.before) != (FIRST, LAST))  # fmt: skip


@st.composite
def changed(draw, deep):
    """A body of law, and the same with one change laid over it, for all rows or for some."""
    body = draw(laws(deep=deep))
    kinds = [*_changes(body), *_asking(body)]
    assume(kinds)
    patch = draw(st.one_of(kinds))
    scope = draw(st.none() | _SCOPES)
    patch = replace(patch, applies_to=scope)
    try:
        return body, lay(body, [patch]), patch
    except LawError:
        assume(not scope)  # a rule about people has no day of a charge
        raise


def days(record, body):
    """The bounds of each rule's answer about each row."""
    return {
        (answer.rule, answer.subject.key): answer.when
        for answer in Session(AS_OF).answers_under(record, [body], ())
        if answer.rule != "*"
    }


def moved_wrongly(law, people):
    """The answers that move in a way that the trees rule out."""
    before, after, patch = law
    kind = f"{patch.title} for {'some' if patch.applies_to else 'all'}"
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


@given(changed(deep=2), CROWD)
@settings(max_examples=60, suppress_health_check=SLOW, deadline=None)
def test_a_changed_rule_means_the_same_one_by_one_and_all_at_once(law, people):
    _, after, _ = law
    assert differences(read(people), AS_OF, [after]) == []


@pytest.mark.slow
@given(changed(deep=3), CROWD)
@settings(max_examples=2_000, suppress_health_check=SLOW, deadline=None)
def test_no_answer_of_a_deep_rule_moves_against_what_the_rules_say(law, people):
    assert list(moved_wrongly(law, people)) == []
