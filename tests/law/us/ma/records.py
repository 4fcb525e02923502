"""Invented Massachusetts records for tables of cases, and answers in one line of text."""

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

_CHARGE = {
    "statute": "266:30A", "description": "shoplifting", "severity": "misdemeanor",
    "offense_date": "2015-01-01", "disposition": "convicted", "disposition_date": "2015-06-01",
    "sentence": {"type": "fine"},
}  # fmt: skip
_PERSON = {"birth_date": "1980-05-17", "out_of_state_convictions": [], "imprisonments": []}


def ask(question: str, *charges: dict[str, Any], as_of: str = TODAY, **person: Any) -> str:
    """The answer of all rules for the first charge: its status, and from when."""
    cases = [
        {"case_id": f"c{n}", "jurisdiction": one.pop("jurisdiction", "us-ma"),
         "court": one.pop("court", "bmc"), "charges": [{**_CHARGE, **one}]}
        for n, one in enumerate((dict(charge) for charge in charges), 1)
    ]  # fmt: skip
    for case in cases:
        told = case["charges"][0]
        case["charges"][0] = {name: value for name, value in told.items() if value is not ...}
    record = read_record({"person": {**_PERSON, **person}, "cases": cases}, law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=ENGINES)
    found = session.answers(record, questions=[question], laws=["us-ma"])
    answer = next(a for a in found if a.rule == "*" and a.subject is record.charges[0])
    if answer.status in ("never", "not_applicable"):
        return answer.status
    why = [name.partition("@")[0] for name in answer.missing] + answer.waits_on
    return f"{answer.status} {When(*answer.when)}" + (f": {', '.join(why)}" if why else "")


def felony(decided: str, **more: Any) -> dict[str, Any]:
    """A felony: breaking and entering at night."""
    return {"statute": "266:16", "severity": "felony", "disposition_date": decided, **more}


def misdemeanor(decided: str, **more: Any) -> dict[str, Any]:
    """A misdemeanor: shoplifting."""
    return {"disposition_date": decided, **more}


def jail(released: str | None) -> dict[str, Any]:
    """A jail sentence with its release."""
    return {"type": "incarceration", "released_on": released}
