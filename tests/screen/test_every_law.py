"""People made up for each law are answered alike one by one and all at once, by every rule there.

Their facts are those that the rules of a place read. Each has values on both sides of every line,
or is missing: days around the day asked, month ends and 29 February, and the same day twice.
"""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from homeward import law
from homeward.explain.session import Session
from homeward.sample import covered
from homeward.screen.plans import make_plan
from tests.screen.both_ways import differences, read
from tests.screen.made_up_people import people

DAY = date(2026, 11, 23)
AROUND = [DAY, DAY - timedelta(days=1), DAY + timedelta(days=1)]
YEARS = [date(2026 - years, 11, day) for years in (1, 3, 7, 10) for day in (22, 23, 24)]
ENDS = [date(2024, 2, 29), date(2023, 2, 28), date(2021, 8, 31), date(1990, 2, 28)]
DAYS = [one.isoformat() for one in (*AROUND, *YEARS, *ENDS)]
CITED = 12
"""So many of a place's cited sections stand in the records."""

SLOW_TO_MAKE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def values(fact, body):
    """What a fact may be."""
    if fact.name.endswith(".jurisdiction"):
        return [body.id.partition("@")[0], body.id.partition("@")[0], "us-mo", "us-zz"]
    if fact.kind in ("date", "dates"):
        return DAYS if fact.kind == "date" else [[], [DAYS[0]], [DAYS[3], DAYS[4]]]
    if fact.kind in ("number", "numbers"):
        held = [one for one in (0, 1, 2, 5, 12, 2000) if fact.least <= one <= fact.most]
        return held if fact.kind == "number" else [[], held[:1], held[:2]]
    if fact.kind == "truth":
        return [True, False]
    if fact.kind == "citation":
        listed = [one.citation for one in body.offenses.listings]
        return [*listed[:: max(1, len(listed) // CITED)], fact.example or "1.1", "no such law"]
    return [*fact.values, *fact.unknown_values[:1]] or [fact.example or "A", "B"]


@cache
def asked(body_id):
    """The law, a session, and the plan of each question, with the facts that they read."""
    body, session = law.body(body_id), Session(DAY)
    questions = sorted({rule.question for rule in body.rules.values()})
    return body, session, {one: make_plan(session, [body], [one]) for one in questions}


def crowds(body, plan):
    """People with the facts that a plan reads."""
    known = law.vocabulary()
    held = {table: {} for table in ("person", "case", "charge", "tenancy")}
    for name in sorted(plan.facts):
        fact = known[name]
        held[fact.table][fact.field] = values(fact, body)
    held["case"]["jurisdiction"] = values(known["case.jurisdiction"], body)
    for name in ("case_id", "charge_id", "person_id"):
        for facts in held.values():
            facts.pop(name, None)
    return st.lists(people(**held), min_size=4, max_size=12)


def check(body_id, examples):
    body, session, plans = asked(body_id)
    quiet = settings(max_examples=examples, suppress_health_check=SLOW_TO_MAKE, deadline=None,
                     phases=[Phase.generate], derandomize=True, database=None)  # fmt: skip
    for question, plan in plans.items():

        def alike(crowd):
            told = {"session": session, "plan": plan, "questions": [question]}  # noqa: B023  run at once
            assert differences(read(crowd), DAY, [body], **told) == []

        quiet(given(crowds(body, plan))(alike))()


@pytest.mark.parametrize("body_id", [one for one in law.body_ids() if one not in covered()])
def test_every_rule_of_a_place_is_answered_alike(body_id):
    """Places with sampled people have tests of their own, and are asked here in the slow step."""
    check(body_id, 1)


@pytest.mark.slow
@pytest.mark.parametrize("body_id", law.body_ids())
def test_every_rule_of_a_place_is_answered_alike_for_many_made_up_people(body_id):
    check(body_id, 10)
