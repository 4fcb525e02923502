"""Less is known, less is said: without some facts the answer still holds the whole one."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward import law
from homeward.explain.session import Session
from homeward.facts import read_record
from tests.law.us.mo.records import ENGINES, in_one_case
from tests.law.us.mo.release.prison import a_term

QUESTIONS = (
    "release.minimum_prison_term", "release.conditional", "release.term_end",
    "sentence.lawful_term", "parole.eligibility", "parole.558_047", "parole.217_692",
    "supervision.end", "supervision.early_discharge",
)  # fmt: skip
# 85 percent of a longer span of days may, in whole days, end a day sooner: the official count
# decides there, and every such answer says so
COUNTING = timedelta(days=3)

SECTIONS = ["565.020", "565.021", "565.021.1(2)", "565.052", "565.153", "566.030", "566.034",
            "568.045", "568.060", "569.170", "570.023", "570.025", "570.030", "571.015",
            "577.010", "579.055"]  # fmt: skip
MAYBE = st.booleans()


def days(first, last):
    return st.dates(date.fromisoformat(first), date.fromisoformat(last)).map(date.isoformat)


# lengths that the class allows, before 2017 and since
LENGTHS = {"A": (10, 15, 16, 20, 30), "B": (5, 8.5, 9, 10, 15), "C": (3, 4, 5, 6, 7),
           "D": (1.5, 2, 3, 3.5, 4), "E": (1.5, 2, 3, 3.5, 4)}  # fmt: skip
TERMS = st.fixed_dictionaries({
    "statute": st.sampled_from(SECTIONS),
    "class": st.sampled_from(sorted(LENGTHS)),
    "offense_date": days("1993-01-01", "2026-06-30"),
    "length": st.integers(0, 4),
    "life": st.sampled_from([False, False, True]),
    "type": st.sampled_from(["prison", "prison", "prison", "probation", "life_without_parole"]),
    "served_after": st.integers(0, 900),
    "paroled_after": st.sampled_from([None, 300, 2000]),
    "followed_by": st.sampled_from([[], [], [5], [5, 5], [70]]),
    "consecutive_at_one_time": MAYBE,
    "extended_term": MAYBE,
    "parole_offense_group": st.sampled_from(["drug", "nonviolent", "violent", "dwi"]),
    "compliance_months": st.integers(0, 40),
    "credits_refused": MAYBE,
    "lifetime_supervision": MAYBE,
    "special_victim": MAYBE,
    "physical_injury": MAYBE,
    "attempted": MAYBE,
    "fentanyl": MAYBE,
    "habitual_offender": MAYBE,
    "death_element": MAYBE,
    "concealed_days": st.sampled_from([0, 119, 120]),
})  # fmt: skip
PEOPLE = st.fixed_dictionaries({
    "birth_date": days("1940-01-01", "2004-12-31"),
    "prior_doc_commitments": st.integers(0, 4),
    "shock_559_115_incarcerations": st.integers(0, 1),
})  # fmt: skip
NULLED = (
    "charge.statute", "charge.class", "charge.severity", "charge.disposition",
    "charge.offense_date", "charge.disposition_date", "charge.special_victim",
    "charge.physical_injury", "charge.attempted", "charge.fentanyl", "charge.habitual_offender",
    "charge.death_element", "charge.concealed_days", "charge.sentence.type",
    "charge.sentence.years", "charge.sentence.life", "charge.sentence.effective_start",
    "charge.sentence.paroled_on", "charge.sentence.consecutive_terms_years",
    "charge.sentence.consecutive_at_one_time", "charge.sentence.extended_term",
    "charge.sentence.parole_offense_group", "charge.sentence.compliance_months",
    "charge.sentence.credits_refused", "charge.sentence.lifetime_supervision",
    "person.birth_date", "person.prior_doc_commitments", "person.shock_559_115_incarcerations",
)  # fmt: skip


def whole(term, person):
    """A record in which nothing is missing."""
    term = dict(term)
    start = date.fromisoformat(term["offense_date"]) + timedelta(days=term.pop("served_after"))
    term["years"] = LENGTHS[term["class"]][term.pop("length")]
    others = term.pop("followed_by")
    term["consecutive_terms_years"] = [term["years"], *others] if others else []
    term["lifetime_supervision"] &= term["statute"].startswith("566")  # no others bring it
    paroled = term.pop("paroled_after")
    if paroled is not None:
        term["paroled_on"] = (start + timedelta(days=paroled)).isoformat()
    charge = a_term(term.pop("statute"), arrest_date=term["offense_date"],
                    disposition_date=start.isoformat(), effective_start=start.isoformat(),
                    **term)  # fmt: skip
    return {"person": dict(person), "cases": [in_one_case(charge, case_id="c1")]}


def without(data: dict[str, Any], names):
    """The same record with some facts not known."""
    charge = dict(data["cases"][0]["charges"][0])
    charge["sentence"] = dict(charge["sentence"])
    person = dict(data["person"])
    for name in names:
        table, _, field = name.partition(".")
        holder = person if table == "person" else charge
        if field.startswith("sentence."):
            holder, field = charge["sentence"], field.removeprefix("sentence.")
        holder[field] = None
    return {"person": person, "cases": [{**data["cases"][0], "charges": [charge]}]}


def spans(data):
    record = read_record(data, law.vocabulary())
    session = Session(date(2026, 11, 23), engines=ENGINES)
    answers = session.answers(record, questions=QUESTIONS, laws=["us-mo"])
    return {answer.question: answer for answer in answers if answer.rule != "*"}


def lost(full, some):
    """The questions whose answer is no longer held once some facts are missing.

    A question that is no longer asked says nothing, and so nothing wrong.
    """
    return [
        (question, full[question].when, found.when)
        for question, found in some.items()
        if full[question].applies
        and found.applies
        and not (
            found.when[0] <= _later(full[question].when[0])
            and full[question].when[1] <= _later(found.when[1])
        )
    ]


def _later(day):
    return min(day, date(2200, 12, 28)) + COUNTING


@settings(max_examples=200)
@given(TERMS, PEOPLE, st.sets(st.sampled_from(NULLED), min_size=1, max_size=6))
def test_what_is_missing_only_widens_an_answer(term, person, names):
    data = whole(term, person)
    assert lost(spans(data), spans(without(data, names))) == []


PLAIN = whole(
    {"statute": "570.023", "class": "B", "offense_date": "2019-06-01", "length": 4, "life": False,
     "type": "prison", "served_after": 200, "paroled_after": None, "followed_by": [],
     "consecutive_at_one_time": True, "extended_term": False, "parole_offense_group": "violent",
     "compliance_months": 0, "credits_refused": False, "lifetime_supervision": False,
     "special_victim": False, "physical_injury": True, "attempted": False, "fentanyl": False,
     "habitual_offender": False, "death_element": False, "concealed_days": 0},
    {"birth_date": "1970-05-05", "prior_doc_commitments": 2, "shock_559_115_incarcerations": 0},
)  # fmt: skip


@pytest.mark.parametrize("name", NULLED)
def test_each_fact_missing_in_turn(name):
    assert lost(spans(PLAIN), spans(without(PLAIN, [name]))) == []
