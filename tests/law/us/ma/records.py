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


def ask(
    question: str, *charges: dict[str, Any], as_of: str = TODAY,
    tenancy: dict[str, Any] | None = None, **person: Any,
) -> str:  # fmt: skip
    """The answer of all rules for the first charge: its status, and from when."""
    cases = [
        {"case_id": f"c{n}", "jurisdiction": one.pop("jurisdiction", "us-ma"),
         "court": one.pop("court", "bmc"), "charges": [{**_CHARGE, **one}]}
        for n, one in enumerate((dict(charge) for charge in charges), 1)
    ]  # fmt: skip
    for case in cases:
        told = case["charges"][0]
        case["charges"][0] = {name: value for name, value in told.items() if value is not ...}
    told = {"person": {**_PERSON, **person}, "cases": cases, "tenancy": tenancy}
    record = read_record(told, law.vocabulary())
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


def sentence(kind: str, **more: Any) -> dict[str, Any]:
    """A sentence of another kind than a fine."""
    return {"sentence": {"type": kind, **more}}


def continued(until: str | None = None, **more: Any) -> dict[str, Any]:
    """A case that was continued without a finding (CWOF)."""
    return {"disposition": "continued_without_finding", **sentence("cwof", until=until), **more}


def taken_back(decided_anew: str, **more: Any) -> dict[str, Any]:
    """A continuance that was taken back, and ended in a conviction."""
    return {"disposition": "continued_without_finding", "disposition_date": "2014-01-01",
            "revised_disposition": "convicted", "revised_disposition_date": decided_anew,
            **more}  # fmt: skip


def revoked(released: str | None, **more: Any) -> dict[str, Any]:
    """A suspended sentence that was carried out after all."""
    kind = sentence("suspended", probation_until="2016-06-01")
    return {"probation_revoked_on": "2015-09-01", "revocation_released_on": released, **kind,
            **more}  # fmt: skip


def marijuana(**more: Any) -> dict[str, Any]:
    """Having an ounce and a half of marijuana."""
    return {"statute": "94C:34", "description": "possess class D", "substance": "marijuana",
            "weight_oz": 1.5, **more}  # fmt: skip


SMALL_DRIVING = {"statute": "90:23", "disposition_date": "2025-01-01", "motor_vehicle": True,
                 "max_fine": 50}  # fmt: skip
"""A driving offense that brings a fine of fifty dollars at most."""
