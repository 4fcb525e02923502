"""Invented people who look for a home, for tables of cases; answers in one line of text.

A charge is a theft that ended in a conviction, with probation, unless a table says
otherwise. ``…`` as a value leaves a fact out.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward import law
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.when import When

TODAY = "2026-11-23"
ENGINES = Engines()
Facts = dict[str, Any]

_CHARGE: Facts = {
    "charge_id": "1", "description": "theft", "severity": "felony", "disposition": "convicted",
    "disposition_date": "2020-03-10", "sentence": {"type": "probation"},
}  # fmt: skip
_HOME: Facts = {
    "kind": "private", "units": 24, "owner_occupied": False, "stage": "conditional_offer",
    "application_date": TODAY, "conditional_offer_date": TODAY,
}  # fmt: skip


def a_record(place: str, *charges: Facts, home: Facts | None = None, **person: Any) -> Facts:
    """Each charge is a case of its own, of the state of the home unless it says otherwise."""
    state = "-".join(place.split("-")[:2])
    cases = [_case(number, state, dict(one)) for number, one in enumerate(charges, 1)]
    tenancy = _known({**_HOME, "jurisdiction": place, **(home or {})})
    return {"person": person, "tenancy": tenancy, "cases": cases}


def _case(number: int, state: str, told: Facts) -> Facts:
    about = {"jurisdiction": told.pop("jurisdiction", state), "filed_on": told.pop("filed_on", ...)}
    return {"case_id": f"c{number}", **_known(about), "charges": [_known({**_CHARGE, **told})]}


def _known(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if value is not ...}


def ask(
    question: str, place: str, *charges: Facts, home: Facts | None = None, as_of: str = TODAY,
    law_of: str = "", **person: Any,
) -> str:  # fmt: skip
    """The answer for the first charge (of the person, where there is none), and what it lacks."""
    record = read_record(a_record(place, *charges, home=home, **person), law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=ENGINES)
    found = session.answers(record, questions=[question], laws=[law_of or place])
    about = record.charges[0] if record.charges else record.person
    answer = next(a for a in found
                  if a.rule == "*" and a.question == question and a.subject is about)  # fmt: skip
    if answer.status in ("never", "not_applicable"):
        return answer.status
    why = [name.partition("@")[0] for name in answer.missing] + answer.waits_on
    return f"{answer.status} {When(*answer.when)}" + (f": {', '.join(why)}" if why else "")
