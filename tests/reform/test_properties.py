"""What holds of every reform: nothing from nothing, shorter waits never put off, no day too early.

Rules and people are made up at random, and real places are asked about the people of the cases with
facts taken away at random. Everything is answered by the engine that answers people.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.reform.crowds import raw_crowds
from tests.screen.both_ways import read
from tests.screen.made_up_rules import CHARGE_DATES, CHARGE_TRUTHS, law_of
from tests.screen.test_direction import changed
from tests.screen.test_made_up_rules import AS_OF, CROWD

from homeward import law
from homeward.explain.session import Session
from homeward.rules import amounts, choice, conditions, dates, fact, logic, truth
from homeward.rules.outcome import Limb, Outcome
from homeward.rules.patch import lay, read_patch
from homeward.rules.rows import Rows

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
WAITS = {
    "us-mo": ["expunge.wait.felony_years", "expunge.wait.misdemeanor_years",
              "expunge.wait.arrest_months", "automatic.wait.felony_years",
              "automatic.wait.misdemeanor_years", "dwi.wait_years"],
    "us-ma": ["seal.wait.felony_years", "seal.wait.misdemeanor_years",
              "seal.wait.sex_offense_years", "juvenile.wait_years"],
    "us-ca": ["petition.misdemeanor_years", "petition.split_years", "petition.custody_years",
              "auto.misdemeanor_years", "arrest.misdemeanor_years", "arrest.felony_years",
              "arrest.long_felony_years"],
    "us-or": ["wait.felony_b_years", "wait.felony_c_years", "wait.misdemeanor_a_years",
              "wait.lesser_years", "wait.contempt_years"],
    "us-va": ["automatic.years", "minor.years", "petition.misdemeanor_years",
              "petition.felony_years", "traffic.years"],
    "us-la": ["misdemeanor.wait_years", "felony.wait_years"],
}  # fmt: skip
"""The waits of each place: from something that ended until a record can be cleared."""

# --- made-up rules ------------------------------------------------------------------------------

_DAYS = st.sampled_from(CHARGE_DATES).map(fact.FactRef)
_CLAIMS = st.one_of(
    st.sampled_from(CHARGE_TRUTHS).map(fact.FactRef).map(truth.Claim),
    st.just(fact.FactRef("charge.severity").is_in("felony")),
    st.just(logic.Not(fact.FactRef("charge.disposition").is_in("convicted"))),
)
_OTHERS = st.builds(Rows, st.sampled_from(["person", "case"]), st.just("self"),
                    st.none() | _CLAIMS)  # fmt: skip
_NUMBERS = st.sampled_from(["years", "months"])


def _waits(event):
    """So many years or months of the law after a day, or longer for some than for others."""
    unit = _NUMBERS.map(lambda name: (amounts.Parameter(name), name))
    plain = st.builds(lambda day, of: dates.Since(day, of[0], of[1]), event, unit)
    return st.one_of(plain, st.builds(
        lambda day, of, claim: dates.Since(
            day, choice.FirstMatch(((claim, of[0]),), amounts.Number(0)), of[1]),
        event, unit, _CLAIMS,
    ))  # fmt: skip


def _rules(inner):
    """Waits put together as statutes do it: all of them, one of them, by what kind it is."""
    items = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        items.map(dates.AllOf), items.map(dates.AnyOf),
        st.builds(lambda claim, a, b: choice.FirstMatch(((claim, a),), b), _CLAIMS, inner, inner),
        st.builds(lambda a, b: choice.Reading("which", "which", (("one", a), ("two", b))),
                  inner, inner),
        st.builds(lambda tree: Limb(tree, Outcome("petition")), inner),
        st.builds(lambda n, tree: conditions.Condition(f"named{n}", "Code 9", "it is so", tree),
                  st.integers(0, 10_000), inner),
        st.builds(dates.Latest, _OTHERS, _waits(_DAYS)),
        st.builds(dates.Earliest, _OTHERS, _waits(_DAYS)),
        st.builds(dates.Bounded, _DAYS, inner, st.none()),
    )  # fmt: skip


RULES = st.recursive(
    st.one_of(_waits(_DAYS), _CLAIMS.map(dates.HoldsIf), _DAYS), _rules, max_leaves=12
).map(law_of)


def bounds(record, body, day):
    """The bounds of each rule's answer about each row."""
    return {
        (answer.rule, answer.subject.key): answer.when
        for answer in Session(day).answers_under(record, [body], ())
        if answer.rule != "*"
    }


def moves(people, before, after, day):
    """Each answer whose bounds are not the same: which, and the bounds under both laws."""
    for record in people:
        old, new = bounds(record, before, day), bounds(record, after, day)
        assert old.keys() == new.keys()
        yield from ((name, old[name], new[name]) for name in old if old[name] != new[name])


def least(body, name):
    """The shortest that a wait is by the law of the day asked and by what is known to follow."""
    return min(one.span[0] for one in body.parameters[name].history if one.until > AS_OF)


def is_later(old, new):
    return new[0] > old[0] or new[1] > old[1]


@given(RULES, CROWD, _NUMBERS, st.integers(0, 3))
@settings(max_examples=40, suppress_health_check=SLOW, deadline=None)
def test_a_shorter_wait_makes_no_answer_of_a_made_up_rule_later(body, people, name, value):
    shorter = {"title": "Shorter", "law": "us-zz", "set": {name: min(value, least(body, name))}}
    found = moves(read(people), body, lay(body, [read_patch(shorter)]), AS_OF)
    assert [one for one in found if is_later(*one[1:])] == []


@given(changed(deep=2), CROWD)
@settings(max_examples=60, suppress_health_check=SLOW, deadline=None)
def test_no_answer_from_before_the_start_of_a_reform_moves(law, people):
    before, after, patch = law
    start = min(patch.starts)
    day = date(2018, 1, 31)
    assume(start > day)
    for name, old, new in moves(read(people), before, after, day):
        for bound in zip(old, new, strict=True):
            assert bound[0] == bound[1] or min(bound) >= start, name


@given(changed(deep=2), CROWD)
@settings(max_examples=40, suppress_health_check=SLOW, deadline=None)
def test_an_empty_reform_changes_nothing_of_a_made_up_rule(law, people):
    before, _, _ = law
    empty = read_patch({"title": "Nothing", "law": "us-zz", "from": "2027-01-01"})
    assert list(moves(read(people), before, lay(before, [empty]), AS_OF)) == []


# --- real places --------------------------------------------------------------------------------


def crowds(place):
    """Some of a place's people, with facts lost."""
    return raw_crowds(place).map(read)


@st.composite
def shortened(draw):
    """A place, a reform of it that shortens some of its waits, and some people."""
    place = draw(st.sampled_from(sorted(WAITS)))
    body = law.body(place)
    names = draw(st.lists(st.sampled_from(WAITS[place]), min_size=1, unique=True))
    values = {name: draw(st.integers(0, int(least(body, name)))) for name in names}
    start = draw(st.sampled_from(["1800-01-01", "2024-02-29", "2027-08-28"]))
    patch = read_patch({"title": "Shorter", "law": place, "from": start, "set": values})
    return patch, draw(crowds(place))


@given(shortened())
@settings(max_examples=40, suppress_health_check=SLOW, deadline=None)
def test_a_shorter_wait_makes_no_answer_of_a_real_place_later(reform):
    patch, people = reform
    before = law.body(patch.law)
    found = moves(people, before, lay(before, [patch]), AS_OF)
    assert [one for one in found if is_later(*one[1:])] == []


@given(shortened())
@settings(max_examples=30, suppress_health_check=SLOW, deadline=None)
def test_a_real_place_gives_no_day_before_the_start_of_a_reform(reform):
    patch, people = reform
    before = law.body(patch.law)
    start = min(patch.starts)
    for name, old, new in moves(people, before, lay(before, [patch]), date(2023, 1, 1)):
        if start > date(2023, 1, 1):
            for bound in zip(old, new, strict=True):
                assert bound[0] == bound[1] or min(bound) >= start, name


@pytest.mark.slow
@given(shortened())
@settings(max_examples=200, suppress_health_check=SLOW, deadline=None)
def test_a_shorter_wait_makes_no_answer_of_many_people_later(reform):
    patch, people = reform
    before = law.body(patch.law)
    found = moves(people, before, lay(before, [patch]), AS_OF)
    assert [one for one in found if is_later(*one[1:])] == []
