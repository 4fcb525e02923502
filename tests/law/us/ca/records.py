"""Invented California records for tables of cases, and answers in one line of text.

A conviction is felony possession for sale with probation, all of it done, unless a table
says otherwise; every charge is a case of its own.
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


def convicted(kind: str = "felony", *, on: str = "2010-04-02", **facts: Any) -> Facts:
    """A conviction; what it was sentenced to is for the functions below."""
    return {
        "statute": "HS 11351", "severity": kind, "offense_date": on, "disposition": "convicted",
        "disposition_date": on, "serious": False, "registrable": False, **facts,
    }  # fmt: skip


def probation(until: str | None, kind: str = "felony", *, outcome: str | None = "completed",
              **facts: Any) -> Facts:  # fmt: skip
    """A conviction with probation."""
    sentence = {"type": "probation", "probation_ends_on": until, "probation_outcome": outcome}
    return convicted(kind, sentence={**sentence, **facts.pop("sentence", {})}, **facts)


def custody(how: str, released: str | None, over: str | None = None, kind: str = "felony",
            **facts: Any) -> Facts:  # fmt: skip
    """A conviction with jail or prison, and the end of the supervision after it."""
    sentence = {"type": how, "released_on": released}
    if over:
        name = "mandatory_supervision_ends_on" if how == "split" else "supervision_ends_on"
        sentence |= {name: over, **({} if how == "split" else {"supervision": "parole"})}
    return convicted(kind, sentence=sentence, **facts)


def arrest(kind: str, how: str, on: str | None = None, **facts: Any) -> Facts:
    """An arrest on 8 August 2020, and how it ended."""
    return {
        "statute": "PC 242", "severity": kind, "offense_date": "2020-08-08",
        "arrest_date": "2020-08-08", "disposition": how, "disposition_date": on, **facts,
    }  # fmt: skip


def answer(question: str, *charges: Facts, as_of: str = TODAY, tenancy: Facts | None = None,
           engines: Engines = ENGINES, **person: Any) -> Answer:  # fmt: skip
    """What all rules together answer for the first charge; ``…`` leaves a fact out.

    ``jurisdiction`` and ``county`` of a charge are those of its case.
    """
    cases = []
    for number, one in enumerate(charges, 1):
        known = {"jurisdiction": "us-ca", "charge_id": "1", **one}
        known = {key: value for key, value in known.items() if value is not ...}
        about = {key: known.pop(key) for key in ("jurisdiction", "county") if key in known}
        cases.append({"case_id": f"c{number}", **about, "charges": [known]})
    facts = {"birth_date": "1985-03-03", "registered_290": False, **person}
    kept = {key: value for key, value in facts.items() if value is not ...}
    home = {"tenancy": tenancy} if tenancy else {}
    told_of = {"as_of": as_of, "person": kept, "cases": cases, **home}
    record = read_record(told_of, law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=engines)
    found = session.answers(record, questions=[question], laws=["us-ca"])
    return next(a for a in found if a.rule == "*" and a.question == question
                and a.subject is record.charges[0])  # fmt: skip


def ask(question: str, *charges: Facts, **more: Any) -> str:
    """The same in a line: status, day, what is missing or waited on."""
    found = answer(question, *charges, **more)
    return "never" if found.status == "never" else told(found)
