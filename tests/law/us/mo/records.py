"""Invented Missouri records for tables of cases, and answers in one line of text.

A charge is a felony theft unless a table says otherwise; every charge is a case
of its own unless ``in_one_case`` puts it with others.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward import law
from homeward.explain.answer import Answer
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.when import FIRST, LAST

TODAY = "2026-11-23"
ENGINES = Engines()
Facts = dict[str, Any]

_CHARGE: Facts = {
    "statute": "570.030", "severity": "felony", "class": "D", "offense_date": "2015-01-01",
    "arrest_date": "2015-01-01", "disposition": "convicted", "disposition_date": "2015-06-01",
    "disposition_completed_on": "2016-06-01", "obligations_satisfied_on": "2016-06-01",
    "requires_sex_registration": False, "death_element": False,
}  # fmt: skip
_CASE: Facts = {"jurisdiction": "us-mo", "court": "circuit", "county": "Cole", "open": False}
_OF_CASE = ("jurisdiction", "court", "county", "open", "filed_on", "case_id")


def a_charge(**facts: Any) -> Facts:
    """A charge with a few facts of its own; ``…`` as a value leaves the fact out."""
    return {key: value for key, value in {**_CHARGE, **facts}.items() if value is not ...}


def in_one_case(*charges: Facts, **about: Any) -> Facts:
    """Charges as one case, filed on the first one's offense date unless said otherwise."""
    filed_on = about.get("filed_on", charges[0].get("offense_date"))
    numbered = [{"charge_id": f"{n}", **one} for n, one in enumerate(charges, 1)]
    return {key: value for key, value in {
        **_CASE, "filed_on": filed_on, **about, "charges": numbered}.items() if value is not ...
    }  # fmt: skip


def _case_of(charge: Facts) -> Facts:
    if "charges" in charge:
        return charge
    about = {key: charge[key] for key in _OF_CASE if key in charge}
    return in_one_case({k: v for k, v in charge.items() if k not in _OF_CASE}, **about)


def ask(question: str, *charges: Facts, as_of: str = TODAY, **person: Any) -> str:
    """The answer for the first charge (or the person) as one line of text."""
    return told(answer(question, *charges, as_of=as_of, **person))


def reasons_against(charge: Facts, question: str = "clear.610_140", **about: Any) -> list[str]:
    """The conditions that a charge fails for good, in the statute's order."""
    found = answer(question, charge, **about)
    return [reason.name for reason in found.reasons if reason.when and reason.when[0] == LAST]


def answer(question: str, *charges: Facts, as_of: str = TODAY, **person: Any) -> Answer:
    """The rule's own answer for the first charge, or for the person."""
    cases = [{"case_id": f"c{n}", **_case_of(one)} for n, one in enumerate(charges, 1)]
    facts = {"birth_date": "1985-04-12", "cdl_holder": False, **person}
    kept = {key: value for key, value in facts.items() if value is not ...}
    record = read_record({"as_of": as_of, "person": kept, "cases": cases}, law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=ENGINES)
    answers = session.answers(record, questions=[question], laws=["us-mo"])
    asked = record.charges[0] if record.charges else record.person
    return next(a for a in answers if a.rule != "*" and a.question == question
                and a.subject in (asked, record.person))  # fmt: skip


def told(answer: Answer) -> str:
    """Status, days, and what the answer turns on: ``never why``, ``later waits: …``."""
    soonest, latest = answer.when
    if answer.status == "not_applicable":
        return answer.status
    if answer.status == "never":
        assert answer.binding is not None
        return f"never: {answer.binding.name}"
    if soonest == latest:
        return f"{answer.status} {_day(soonest)}"
    why = ", ".join([*answer.missing, *(f"waits on {event}" for event in answer.waits_on)])
    return f"{answer.status} {_day(soonest)}..{_day(latest)}: {why}"


def _day(day: date) -> str:
    return "always" if day == FIRST else "never" if day == LAST else day.isoformat()
