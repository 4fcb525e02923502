"""Knowing more never widens an answer, and a fact that is not named never moves it.

Each tree below is one notion of the language. Records are made up with gaps;
each gap is then filled with every value it may have.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.rules import (
    all_of,
    any_of,
    at_least,
    before,
    both,
    bounded,
    business_days,
    by,
    by_highest,
    charge,
    charges_of_case,
    charges_of_other_cases,
    charges_of_person,
    choose,
    claim,
    count,
    days_served,
    earliest,
    either,
    ever,
    every,
    exists,
    first_match,
    group_of,
    had_passed,
    holds_if,
    in_mean_years,
    latest,
    months_of,
    next_after,
    nth_latest,
    number,
    on,
    on_the_same_day,
    other_charges,
    other_charges_of_case,
    previous_before,
    reading,
    same,
    served,
    since,
    this,
    waits_while,
)
from tests.rules.bench import record, say

DAYS = ("2019-12-31", "2020-01-01", "2024-02-29")
VALUES = {
    "offense_date": DAYS, "arrest_date": DAYS, "disposition_date": DAYS,
    "disposition_completed_on": DAYS, "sentence.years": (1, 10), "class": ("A", "D"),
    "severity": ("felony", "misdemeanor", "infraction"), "same_course_id": ("S1", "S2"),
    "disposition": ("convicted", "dismissed", "pending"), "obligations_outstanding": (True, False),
}  # fmt: skip

CONVICTED = charge("disposition").is_in("convicted")
PENDING = charge("disposition").is_in("pending")
FELONY = charge("severity").is_in("felony")
OFFENSE, ARRESTED = charge("offense_date"), charge("arrest_date")
DECIDED, DONE = charge("disposition_date"), charge("disposition_completed_on")
YEARS = charge("sentence.years")
WAIT = choose(charge("severity"), {"felony": number(3)}, otherwise=number(1))
OTHERS = other_charges.that(CONVICTED)
OF_ARREST = group_of(on_the_same_day(ARRESTED))

TREES = {
    "a wait by severity": since(DONE, WAIT, "years"),
    "more than a year": since(DONE, number(1), "years", "day_after"),
    "a wait in mean years": since(DONE, in_mean_years(YEARS), "days"),
    "business days": business_days(DECIDED, number(5)),
    "a share of a term": served(DECIDED, months_of(YEARS), number(85)),
    "a share in days": days_served(DECIDED, months_of(YEARS), number(33)),
    "measured at another day": had_passed(ARRESTED, WAIT, "years", measured_at=DECIDED),
    # a day outside its bounds would be an error of the record; all days here lie between these
    "bounded": bounded(DONE, no_earlier=on(date(2019, 12, 31)), no_later=on(date(2024, 2, 29))),
    "the first that fits": first_match(
        (FELONY, since(DECIDED, number(7), "years")), (CONVICTED, DONE), otherwise=ARRESTED
    ),
    "a reading": reading("wait", "?", long=since(DONE, WAIT, "years"), short=DECIDED),
    "waiting": all_of(
        waits_while(PENDING, "its end"), waits_while(claim(charge("obligations_outstanding")), "it")
    ),
    "the latest other": since(latest(OTHERS, DECIDED), number(3), "years"),
    "the second latest": nth_latest(charges_of_person.that(CONVICTED), DECIDED, 2),
    "the first of other cases": earliest(charges_of_other_cases.that(FELONY), DECIDED),
    "the next": next_after(OTHERS, OFFENSE, DECIDED),
    "the last before": previous_before(OTHERS, OFFENSE, DECIDED),
    "how many": count(charges_of_person.that(either(FELONY, CONVICTED))),
    "few enough": by(count(other_charges.that(FELONY)), number(1)),
    "within years": exists(
        other_charges.that(
            both(at_least(OFFENSE, this(DECIDED)),
                 before(OFFENSE, since(this(DECIDED), WAIT, "years")))
        )
    ),
    "every of the case": every(charges_of_case, either(~FELONY, CONVICTED)),
    "every of the arrest": every(OF_ARREST, ~CONVICTED),
    "any of the course": exists(
        group_of(same(charge("same_course_id"))).that(both(CONVICTED, FELONY))
    ),
    "how many of the arrest": count(OF_ARREST),
    "the rest of the case": exists(other_charges_of_case.that(PENDING)),
    "by the highest": by_highest(
        charges_of_case,
        charge("severity"),
        {"felony": since(DONE, number(10), "years"), "misdemeanor": DONE},
        otherwise=DECIDED,
    ),
    "a running count": count(
        charges_of_person.that(both(FELONY, by(charge("position"), this(charge("position")))))
    ),
    "ever": ever(all_of(DONE, holds_if(~FELONY))),
    "conditions together": all_of(
        since(DONE, WAIT, "years"),
        since(latest(OTHERS, DECIDED), WAIT, "years"),
        any_of(holds_if(~FELONY), holds_if(charge("class").is_in("D"))),
        holds_if(~exists(charges_of_person.that(PENDING))),
    ),
}  # fmt: skip

charges = st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in VALUES.items()})
cases = st.lists(st.lists(charges, min_size=1, max_size=2), min_size=1, max_size=2)


def made(cases, place=None, value=None):
    """The record of some cases; with one gap filled, if a place is given."""
    filled = [[dict(one) for one in case] for case in cases]
    for case in filled:
        for one in case:  # a sum of which it is not said whether it is owed
            one.setdefault("obligations_outstanding", None)
    if place is not None:
        case, one, name = place
        filled[case][one][name] = value
    return record(*filled)


def gaps(cases) -> Iterator[tuple[int, int, str]]:
    for place, case in enumerate(cases):
        for inner, one in enumerate(case):
            yield from ((place, inner, name) for name in VALUES if name not in one)


def inside(new, old) -> bool:
    if isinstance(old, int):
        return old in (1, new)
    return old[0] <= new[0] <= new[1] <= old[1]


def check(node, cases):
    old = say(node, made(cases))
    for case, one, name in gaps(cases):
        whose = "" if (case, one) == (0, 0) else f"@c{case + 1}/{one + 1}"
        is_named = f"charge.{name}{whose}" in old.missing or old.waits_on
        for value in VALUES[name]:
            new = say(node, made(cases, (case, one, name), value))
            assert inside(new.value, old.value), (name, value)
            assert is_named or new.value == old.value, (name, value, old.missing)


EACH_TREE = pytest.mark.parametrize("node", TREES.values(), ids=TREES)


@EACH_TREE
@settings(max_examples=12)
@given(cases)
def test_filling_a_gap_stays_inside_the_bounds_and_only_named_facts_move_them(node, cases):
    check(node, cases)


@pytest.mark.slow
@EACH_TREE
@settings(max_examples=100)
@given(cases)
def test_so_it_is_in_many_records(node, cases):
    check(node, cases)
