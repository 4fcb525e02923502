"""The span of days in which each person on a list can expect to start, and who leaves first."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.therapy.expected_start import Allowance, expected_starts
from homeward.therapy.list_rules import ORDERS, Policy, Waiter, run
from tests.cli.commands import homeward, lines_of, written

FIRST, FAR = date(2026, 1, 5), date(2028, 6, 30)
COURSE = 20


def after(days):
    return FIRST + timedelta(days)


def rules(order="first come", *, seats=1, must_finish=True, groups=None, taken=()):
    return Policy(seats, timedelta(COURSE), order, must_finish,
                  None if groups is None else frozenset(map(after, groups)),
                  {"1": 30, "2": 15}, 1, tuple(map(after, taken)))  # fmt: skip


def waiter(name, joined, home=..., urgency=1):
    """Someone who goes home after so many days; "never"; or, left out, nobody knows when."""
    given = home is not ...
    day = after(home) if isinstance(home, int) else None
    return Waiter(name, after(joined), urgency, day, stays=given)


def spans(people, policy, **allowed):
    found = expected_starts(people, policy, FIRST, FAR, Allowance(**allowed))
    return {
        one.id: (one.soonest and (one.soonest - FIRST).days,
                 one.latest and (one.latest - FIRST).days, one.leaves_first)
        for one in found
    }  # fmt: skip


# --- by hand ----------------------------------------------------------------------------------


def test_a_list_on_which_every_day_home_is_given_has_one_day_each():
    people = [waiter("a", 0, "never"), waiter("b", 1, 60), waiter("c", 2, 500)]
    assert spans(people, rules()) == {"a": (0, 0, "no"), "b": (20, 20, "no"), "c": (40, 40, "no")}


@pytest.mark.parametrize(
    ("home", "b", "c"),
    [
        pytest.param(40, (20, 20, "no"), (40, 40, "no"), id="home on the day after the last one"),
        pytest.param(39, (None, None, "yes"), (20, 20, "no"), id="home a day before the end"),
        pytest.param(..., (20, 20, "unknown"), (20, 40, "no"), id="the day home is not given"),
    ],
)
def test_who_leaves_first_and_what_that_does_to_the_next(home, b, c):
    people = [waiter("a", 0, "never"), waiter("b", 1, home), waiter("c", 2, "never")]
    assert spans(people, rules()) == {"a": (0, 0, "no"), "b": b, "c": c}


def test_without_the_rule_to_finish_only_a_day_home_before_the_start_counts():
    people = [waiter("a", 0, "never"), waiter("b", 1, 21), waiter("c", 1, 20)]
    found = spans(people, rules(must_finish=False))
    assert (found["b"], found["c"]) == ((20, 20, "no"), (None, None, "yes"))


def test_a_list_without_people_is_an_empty_answer():
    assert spans([], rules()) == spans([], rules(groups=[5]), give_up=0.5) == {}


def test_who_starts_on_the_day_of_joining_does_not_leave_first():
    people = [waiter("a", 3), waiter("b", 4)]
    assert spans(people, rules(must_finish=False)) == {
        "a": (3, 3, "no"), "b": (23, 23, "unknown")}  # fmt: skip
    assert spans(people, rules())["a"] == (3, 3, "unknown")  # may have too little time left


def test_a_place_that_is_in_use_is_waited_for():
    assert spans([waiter("a", 0, "never")], rules(taken=[7])) == {"a": (7, 7, "no")}


def test_a_group_is_waited_for_and_after_the_last_known_group_nothing_is_known():
    people = [waiter("a", 0, "never"), waiter("b", 1, "never"), waiter("c", 2, 50)]
    found = spans(people, rules(groups=[5, 30]))
    assert found == {"a": (5, 5, "no"), "b": (30, 30, "no"), "c": (None, None, "yes")}
    later = [*people[:2], waiter("c", 2, 51)]  # a group on day 31 could still be finished by then
    assert spans(later, rules(groups=[5, 30]))["c"] == (None, None, "unknown")


def test_people_who_give_up_make_it_sooner():
    people = [waiter(name, n, "never") for n, name in enumerate("abcde")]
    # Half of the four ahead of e are two: it can be as soon as the turn of c.
    assert spans(people, rules(), give_up=0.5)["e"] == (40, 80, "no")
    assert spans(people, rules(), give_up=0.5)["b"] == (1, 20, "no")


def test_people_who_join_ahead_make_it_later_where_the_order_lets_them():
    people = [waiter("a", 0, "never"), waiter("b", 1, "never", 3)]
    assert spans(people, rules(), join_ahead_a_year=10)["b"] == (20, 20, "no")
    # One every 36 or 37 days from day 1: on day 20 nobody is ahead yet.
    assert spans(people, rules("strict"), join_ahead_a_year=10)["b"] == (20, 20, "no")
    # One every 18 days: the one of day 19 is ahead on day 20, the one of day 38 on day 40, …
    assert spans(people, rules("strict"), join_ahead_a_year=20)["b"][1] is None


# --- whatever the days turn out to be, the start lies in the span -------------------------------


@st.composite
def lists(draw):
    number = draw(st.integers(1, 8))
    people = [
        waiter(f"p{n}", draw(st.integers(0, 50)),
               draw(st.sampled_from([..., "never"]) | st.integers(1, 150)),
               draw(st.integers(1, 3)))
        for n in range(number)
    ]  # fmt: skip
    groups = draw(st.none() | st.lists(st.integers(0, 150), min_size=1, max_size=6, unique=True))
    seats = draw(st.integers(1, 3))
    taken = draw(st.lists(st.integers(0, 40), max_size=seats))
    policy = rules(draw(st.sampled_from(ORDERS)), seats=seats, must_finish=draw(st.booleans()),
                   groups=groups, taken=taken)  # fmt: skip
    return people, policy


@st.composite
def turns_out(draw):
    """A list, and one way in which the days that are not given turn out."""
    people, policy = draw(lists())
    left = st.none() | st.integers(1, 250).map(timedelta)
    known = [
        replace(one) if one.stays else
        replace(one, release_on=None if (days := draw(left)) is None else one.joined_on + days,
                stays=True)
        for one in people
    ]  # fmt: skip
    return people, known, policy


def check(one, span):
    soonest, latest, leaves = span
    if one.started_on is not None:
        day = (one.started_on - FIRST).days
        assert leaves != "yes"
        assert soonest is not None
        assert soonest <= day
        assert latest is None or day <= latest
    elif one.left:
        assert leaves != "no"


@settings(max_examples=150, deadline=None)
@given(turns_out())
def test_every_way_it_can_turn_out_lies_in_the_span(found):
    people, known, policy = found
    told = spans(people, policy)
    run(known, policy, FIRST, FAR)
    for one in known:
        check(one, told[one.id])


@settings(max_examples=150, deadline=None)
@given(turns_out(), st.data())
def test_and_so_it_does_when_some_give_up(found, data):
    people, known, policy = found
    share = data.draw(st.sampled_from([0.2, 0.5, 1.0]))
    gone = data.draw(st.sets(st.sampled_from([one.id for one in known])))
    told = spans(people, policy, give_up=share)
    rank = policy.place(FIRST)
    ahead = {one.id: {other.id for other in known if rank(other) < rank(one)} for one in known}
    stay = [one for one in known if one.id not in gone]
    run(stay, policy, FIRST, FAR)
    for one in stay:
        if len(gone & ahead[one.id]) <= math.ceil(share * len(ahead[one.id])):
            check(one, told[one.id])


@settings(max_examples=100, deadline=None)
@given(lists())
def test_what_is_given_in_full_has_one_day_and_it_is_the_plan(found):
    people, policy = found
    known = [replace(one, stays=True) for one in people]
    told = spans(known, policy)
    run(known, policy, FIRST, FAR)
    for one in known:
        if one.started_on is not None:
            day = (one.started_on - FIRST).days
            assert told[one.id] == (day, day, "no")
        elif policy.group_starts is None:
            assert told[one.id] == (None, None, "yes")


# --- the command ------------------------------------------------------------------------------

LIST = {
    "id": "x", "first_day": "2026-01-05", "last_day": "2026-12-31",
    "policy": {"kind": "rolling", "seats": 1, "course_days": 20, "order": "first come",
               "must_finish": True},
    "people": [
        {"id": "a", "joined_on": "2026-01-05", "urgency": 1, "release_on": "never"},
        {"id": "b", "joined_on": "2026-01-06", "urgency": 1},
        {"id": "c", "joined_on": "2026-01-07", "urgency": 1, "release_on": "2026-02-01"},
        {"id": "d", "joined_on": "2026-01-08", "urgency": 1, "release_on": "2027-01-01"},
    ],
}  # fmt: skip


def test_the_command_tells_the_plan_the_span_and_who_leaves_first(tmp_path):
    file = written(tmp_path, "list.json", LIST)
    told = lines_of(homeward("therapy", "list", file, "--format", "json"))[0]
    # a takes the place until 25 January; b may be gone by then; c cannot finish by 1 February.
    assert told["expected_starts"] == [
        {"id": "a", "soonest": "2026-01-05", "latest": "2026-01-05", "leaves_first": "no"},
        {"id": "b", "soonest": "2026-01-25", "latest": "2026-01-25", "leaves_first": "unknown"},
        {"id": "c", "soonest": None, "latest": None, "leaves_first": "yes"},
        {"id": "d", "soonest": "2026-01-25", "latest": "2026-02-14", "leaves_first": "no"},
    ]
    said = homeward("therapy", "list", file).stdout
    assert "  d: starts 2026-02-14, expected 2026-01-25 to 2026-02-14\n" in said
    assert "  leave before a place comes free: c\n" in said
    assert "  may leave before a place comes free: b\n" in said
    assert "not counted: people who give up their place; " in said


def test_a_reform_has_spans_of_its_own(tmp_path):
    line = LIST | {"reform": LIST["policy"] | {"seats": 2}, "allow": {"give_up": 0.2}}
    told = lines_of(homeward("therapy", "list", written(tmp_path, "x.json", line), "--format",
                             "json"))[0]  # fmt: skip
    starts = {one["id"]: one["soonest"] for one in told["expected_starts_under_reform"]}
    assert starts["b"] == "2026-01-06"
    assert "people who give up their place" not in told["not_counted"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"people": None}, "people", id="nobody"),
        pytest.param({"people": [{"joined_on": "2026-01-05", "urgency": 1}]}, "people.1.id",
                     id="a person without an id"),
        pytest.param({"people": [LIST["people"][0], LIST["people"][0]]}, "people", id="twice"),
        pytest.param({"people": [{"id": "a", "joined_on": "5 January", "urgency": 1}]},
                     "people.1.joined_on", id="no day"),
        pytest.param({"people": [{"id": "a", "joined_on": "2026-01-05", "urgency": "high"}]},
                     "people.1.urgency", id="no number"),
        pytest.param({"people": [LIST["people"][0] | {"release_on": "soon"}]},
                     "people.1.release_on", id="no day to go home"),
        pytest.param({"policy": LIST["policy"] | {"seats": -1}}, "policy.seats", id="below zero"),
        pytest.param({"policy": LIST["policy"] | {"course_days": 0}}, "policy.course_days",
                     id="no course"),
        pytest.param({"policy": LIST["policy"] | {"order": "loudest"}}, "policy.order",
                     id="no such order"),
        pytest.param({"policy": LIST["policy"] | {"kind": "groups"}}, "policy.group_starts",
                     id="groups without a day"),
        pytest.param({"policy": LIST["policy"] | {"must_finish": "yes"}}, "policy.must_finish",
                     id="neither true nor false"),
        pytest.param({"policy": LIST["policy"] | {"points": 3}}, "policy.points", id="no table"),
        pytest.param({"reform": 3}, "reform", id="no reform"),
        pytest.param({"allow": {"give_up": 2}}, "allow.give_up", id="more than all"),
        pytest.param({"allow": {"gave_up": 0.2}}, "allow.gave_up", id="no such allowance"),
        pytest.param({"allow": 3}, "allow", id="no allowances"),
        pytest.param({"last_day": None}, "last_day", id="no last day"),
        pytest.param({"last_day": "2026-01-04"}, "last_day", id="the last day before the first"),
        pytest.param({"first_day": "2026-13-01"}, "first_day", id="no such day"),
    ],
)  # fmt: skip
def test_a_list_that_cannot_be_read_names_the_field(tmp_path, change, field):
    file = written(tmp_path, "x.json", LIST | change)
    result = homeward("therapy", "list", file, "--format", "json")
    told = lines_of(result)[0]["error"]["problems"]
    assert (result.exit_code, [one["field"] for one in told]) == (1, [field])
    assert all(one["problem"] for one in told)


def test_every_field_that_is_wrong_is_named_at_once(tmp_path):
    line = LIST | {"first_day": "x", "people": [{"id": "a", "joined_on": "y", "urgency": 1.5}]}
    told = lines_of(homeward("therapy", "list", written(tmp_path, "x.json", line), "--format",
                             "json"))[0]["error"]["problems"]  # fmt: skip
    assert [one["field"] for one in told] == [
        "first_day", "people.1.joined_on", "people.1.urgency"]  # fmt: skip
