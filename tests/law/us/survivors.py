"""Invented survivors for tables of cases; answers in one line of text."""

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
    "charge_id": "1", "description": "manslaughter 1", "severity": "felony",
    "disposition": "convicted", "offense_date": "2015-07-07", "disposition_date": "2016-09-01",
}  # fmt: skip
_SENTENCE: Facts = {"type": "determinate", "years": 18, "sentenced_under": "70.02"}
_PERSON: Facts = {"confined": True, "abuse": {"claimed": True}}


def _known(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if value is not ...}


def ask(question: str, state: str, charge: Facts | None = None, *, as_of: str = TODAY,
        sentence: Facts | None = None, evidence: tuple[str, ...] | None = None,
        **person: Any) -> str:  # fmt: skip
    """The answer for one charge: its status, from when, and what it lacks."""
    term = _known({**_SENTENCE, **(sentence or {})})
    one = _known({**_CHARGE, "sentence": term, **(charge or {})})
    about = _known({**_PERSON, **person})
    if evidence is not None:
        about["evidence"] = [{"kind": kind} for kind in evidence]
    cases = [{"case_id": "c1", "jurisdiction": state, "charges": [one]}]
    record = read_record({"person": about, "cases": cases}, law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=ENGINES)
    found = session.answers(record, questions=[question])
    answer = next(a for a in found
                  if a.rule == "*" and a.question == question)  # fmt: skip
    if answer.status in ("never", "not_applicable"):
        return answer.status
    why = [name.partition("@")[0] for name in answer.missing] + answer.waits_on
    return f"{answer.status} {When(*answer.when)}" + (f": {', '.join(why)}" if why else "")
