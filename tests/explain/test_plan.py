"""Plans under Missouri's lifetime limits: the most that fits, and what it uses up."""

from datetime import date
from itertools import chain, combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward import law
from homeward.explain.engines import Engines
from homeward.explain.plan import plans
from homeward.explain.session import Session
from homeward.facts import read_record

ENGINES = Engines()
NAMES = "abcdefghij"


def charge(severity="felony", course=..., **facts):
    told = {
        "statute": "569.170", "severity": severity, "class": "D", "offense_date": "2010-01-01",
        "disposition": "convicted", "disposition_date": "2010-06-01",
        "disposition_completed_on": "2012-06-01", "obligations_satisfied_on": "2012-06-01",
        "requires_sex_registration": False, "death_element": False, **facts,
    }  # fmt: skip
    return told if course is ... else {**told, "same_course_id": course}


def a_plan(*charges, as_of="2026-11-23", one_case=False, felonies=0, misdemeanors=0):
    """The plan for charges called a, b, c …, each a case of its own or all in one."""
    named = [{"charge_id": name, **one} for name, one in zip(NAMES, charges, strict=False)]
    cases = [named] if one_case else [[one] for one in named]
    data = {
        "person": {"birth_date": "1980-01-01", "cdl_holder": False,
                   "prior_expungements": {"felony": felonies, "misdemeanor": misdemeanors}},
        "cases": [{"case_id": f"c{n}", "jurisdiction": "us-mo", "charges": of_case}
                  for n, of_case in enumerate(cases)],
    }  # fmt: skip
    record = read_record(data, law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=ENGINES)
    bodies, _ = session.bodies(record, ["us-mo"])
    return next(plans(session, record, bodies), None)


def ids(plan, part):
    return "".join(row["id"] for row in plan[part])


FELONY, THEFT = charge(), charge("misdemeanor", statute="569.120")
POSSESSION = charge("misdemeanor", statute="579.015", offense_date="2017-02-01",
                    disposition_date="2017-06-01")  # fmt: skip


@pytest.mark.parametrize(
    ("charges", "about", "ask_for", "leave", "left"),
    [
        pytest.param([FELONY, THEFT], {}, "ab", "", (1, 2), id="everything fits"),
        pytest.param([FELONY] * 3, {}, "ab", "c", (0, 3),
                     id="three alike: the first two of the record"),
        pytest.param([FELONY, charge(disposition_completed_on="2011-06-01"), FELONY], {},
                     "ab", "c", (0, 3), id="the soonest, and then the first"),
        pytest.param([charge(disposition_completed_on="2030-01-01"), FELONY, FELONY], {},
                     "bc", "a", (0, 3), id="one that clears later is left"),
        pytest.param([charge(disposition_completed_on=None), FELONY, FELONY], {},
                     "bc", "a", (0, 3), id="so is one of which it is not sure that it clears"),
        pytest.param([charge(disposition_completed_on=None), FELONY], {}, "ab", "", (0, 3),
                     id="but what may clear is better than nothing"),
        pytest.param([charge("felony", "S"), charge("felony", "S"), FELONY, FELONY], {},
                     "abc", "d", (0, 3), id="a course counts once"),
        pytest.param([charge("felony", "S"), charge("misdemeanor", "S", statute="569.120")], {},
                     "ab", "", (1, 3), id="as the highest in it"),
        pytest.param([charge("felony", "S"), charge("misdemeanor", "S", statute="569.120")],
                     {"felonies": 2}, "b", "", (0, 2),
                     id="without a felony's place a misdemeanor of it is asked for alone"),
        pytest.param([charge("felony", "S"), charge("misdemeanor", "S", statute="569.120"),
                      FELONY, FELONY, THEFT, THEFT, THEFT], {}, "abcefg", "d", (0, 0),
                     id="the course comes first, because it clears more"),
        pytest.param([FELONY, charge(severity=None), FELONY], {}, "ac", "b", (0, 3),
                     id="a charge of unknown kind keeps a place of each kind, so it is left"),
        pytest.param([FELONY, charge(severity=None)], {}, "ab", "", (0, 2),
                     id="or takes both where there is room"),
        pytest.param([charge("infraction", statute="569.140")] * 5 + [FELONY] * 3, {},
                     "abcdefg", "h", (0, 3), id="infractions take no place"),
        pytest.param([charge("ordinance", ordinance_jailable=True)] * 4, {}, "abc", "d", (2, 0),
                     id="ordinances that allow jail do"),
        pytest.param([charge("ordinance", ordinance_jailable=False)] * 4, {}, "abcd", "", (2, 3),
                     id="those that do not take none"),
        pytest.param([FELONY, FELONY], {"felonies": 1}, "a", "b", (0, 3),
                     id="a felony cleared before has used a place"),
        pytest.param([charge(**{"class": "A"}), FELONY, FELONY], {}, "bc", "", (0, 3),
                     id="what can never be cleared is no part of the plan"),
        pytest.param([FELONY, FELONY, FELONY], {"as_of": "2024-12-31", "one_case": True},
                     "abc", "", (0, 2), id="counts of one indictment counted once in 2024"),
        pytest.param([FELONY, FELONY, FELONY], {"as_of": "2025-01-01", "one_case": True},
                     "ab", "c", (0, 3), id="and no longer in 2025"),
    ],
)  # fmt: skip
def test_a_plan(charges, about, ask_for, leave, left):
    plan = a_plan(*charges, **about)
    assert (ids(plan, "ask_for"), ids(plan, "leave")) == (ask_for, leave)
    assert tuple(plan["places_left_after"].values()) == left


def test_there_is_no_plan_where_nothing_clears():
    assert a_plan(charge(**{"class": "A"})) is None
    assert a_plan() is None


def test_what_might_make_room_is_named():
    plan = a_plan(charge("felony", "S"), FELONY, FELONY)
    assert plan["missing"] == ["charge.same_course_id@c1/b", "charge.same_course_id@c2/c"]
    assert a_plan(FELONY, FELONY)["missing"] == []
    unknown = a_plan(FELONY, felonies=None)
    assert ids(unknown, "leave") == "a"
    assert unknown["missing"][0] == "person.prior_expungements.felony"


def test_what_the_state_clears_by_itself_need_not_be_asked_for():
    plan = a_plan(THEFT, POSSESSION)
    assert (ids(plan, "ask_for"), ids(plan, "automatic")) == ("a", "b")
    assert plan["automatic"][0]["from"] == "2027-01-01"
    assert tuple(plan["places_left_after"].values()) == (2, 1)
    assert plan["order_before"] is None


def test_what_it_will_clear_competes_until_then():
    # all clear; the possession clears later than the thefts by petition, and is left
    later = {**POSSESSION, "disposition_completed_on": "2026-05-01"}
    plan = a_plan(THEFT, THEFT, THEFT, later)
    assert (ids(plan, "ask_for"), ids(plan, "leave")) == ("abc", "d")
    assert plan["order_before"] == "2027-05-01"


def test_what_it_has_cleared_keeps_its_place():
    later = {**POSSESSION, "disposition_completed_on": "2026-05-01"}
    plan = a_plan(THEFT, THEFT, THEFT, later, as_of="2027-05-01")
    assert (ids(plan, "automatic"), ids(plan, "ask_for"), ids(plan, "leave")) == ("d", "ab", "c")
    assert plan["order_before"] is None


# --- against every set that is allowed -----------------------------------------------------

KINDS = {"felony": [0], "misdemeanor": [1], "infraction": [None], None: [0, 1, None]}
some_charges = st.lists(
    st.tuples(
        st.sampled_from(list(KINDS)), st.sampled_from(["S1", "S2", None]),
        st.sampled_from(["2012-06-01", "2013-01-01", "2029-01-01", None]),
    ),
    min_size=1, max_size=6,
)  # fmt: skip


def worlds(chosen):
    """Every way in which the chosen charges may turn out: a kind each, or not cleared at all."""
    for kinds in product(*(
        KINDS[severity] + ([] if done else [None]) for _, (severity, _, done) in chosen
    )):  # fmt: skip
        groups = [course or name for name, (_, course, _) in chosen]
        highest = {}
        for kind, group in zip(kinds, groups, strict=True):
            if kind is not None:
                highest[group] = min(kind, highest.get(group, kind))
        yield [list(highest.values()).count(kind) for kind in (0, 1)]


def is_allowed(chosen, left):
    return all(used[0] <= left[0] and used[1] <= left[1] for used in worlds(chosen))


@settings(max_examples=200)
@given(some_charges, st.integers(0, 2), st.integers(1, 3))
def test_no_allowed_set_clears_more(told, felonies, misdemeanors):
    charges = [
        charge(severity, course, disposition_completed_on=done, statute="569.120",
               ordinance_jailable=False)
        for severity, course, done in told
    ]  # fmt: skip
    plan = a_plan(*charges, felonies=felonies, misdemeanors=misdemeanors)
    named = list(zip(NAMES, told, strict=False))
    sets = chain.from_iterable(combinations(named, n) for n in range(len(named) + 1))
    left = (2 - felonies, 3 - misdemeanors)
    possible = [chosen for chosen in sets if is_allowed(chosen, left) and may_clear(chosen, left)]
    found = [pair for pair in named if plan and pair[0] in ids(plan, "ask_for")]
    assert is_allowed(found, left)
    assert worth(found, left) == max(worth(chosen, left) for chosen in possible)


def may_clear(chosen, left):
    """A kind without a place left is never cleared, so it is no part of any set."""
    closed = {kind for kind, places in enumerate(left) if not places}
    return not any(set(KINDS[severity]) <= closed for _, (severity, _, _) in chosen)


def worth(chosen, left):
    """How many surely clear, then how many may: the plan's first two aims."""
    closed = {kind for kind, places in enumerate(left) if not places}
    sure = [1 for _, (severity, _, done) in chosen if done and not set(KINDS[severity]) & closed]
    return len(sure), len(chosen)
