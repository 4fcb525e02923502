"""Invented Louisiana records for tables of cases, and answers in one line of text.

A charge is a simple burglary unless a table says otherwise; every charge is an arrest
and a case of its own. The person has an earlier felony, so that no first offender's
pardon comes in, unless a table says otherwise.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward import law
from homeward.explain.answer import Answer
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.facts import read_record
from tests.law.us.mo.records import told

TODAY = "2026-11-23"
ENGINES = Engines()
Facts = dict[str, Any]


def felony(done: str | None = "2012-03-10", **facts: Any) -> Facts:
    """A felony conviction whose sentence was done on a day."""
    return {
        "statute": "14:62", "description": "simple burglary", "severity": "felony",
        "offense_date": "2010-01-05", "arrest_date": "2010-01-05", "disposition": "convicted",
        "disposition_date": "2010-06-01", "disposition_completed_on": done, **facts,
    }  # fmt: skip


def misdemeanor(done: str | None = "2012-03-10", **facts: Any) -> Facts:
    """A misdemeanor conviction: simple battery."""
    lesser = {"statute": "14:35", "description": "simple battery", "severity": "misdemeanor"}
    return felony(done, **{**lesser, "arrest_date": "2010-02-05", **facts})


def ended(how: str, on: str | None = "2010-06-01", **facts: Any) -> Facts:
    """A felony charge that ended, or stands, without a conviction."""
    return felony(None, disposition=how, disposition_date=on, **facts)


def answer(question: str, *charges: Facts, as_of: str = TODAY, **person: Any) -> Answer:
    """What all rules together answer for the first charge; ``…`` leaves a fact out."""
    cases = []
    for number, one in enumerate(charges, 1):
        known = {key: value for key, value in one.items() if value is not ...}
        place = known.pop("jurisdiction", "us-la")
        charge = {"charge_id": "1", **known}
        cases.append({"case_id": f"c{number}", "jurisdiction": place, "charges": [charge]})
    facts = {"birth_date": "1986-02-09", "prior_felony_convictions": 1, **person}
    kept = {key: value for key, value in facts.items() if value is not ...}
    record = read_record({"as_of": as_of, "person": kept, "cases": cases}, law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=ENGINES)
    found = session.answers(record, questions=[question], laws=["us-la"])
    return next(a for a in found if a.rule == "*" and a.question == question
                and a.subject is record.charges[0])  # fmt: skip


def ask(*charges: Facts, question: str = "clear", as_of: str = TODAY, **person: Any) -> str:
    """The same as one line of text: ``now 2022-03-11``, ``later 2030-..: waits on …``."""
    found = answer(question, *charges, as_of=as_of, **person)
    return "never" if found.status == "never" else told(found)
