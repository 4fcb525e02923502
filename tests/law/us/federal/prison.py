"""Invented people who serve a federal term, for tables of cases; answers in one line of text.

The term is five years from 1 January 2020 for wire fraud, unless a table says otherwise:
1 January 2025, and with 270 days of good conduct time 6 April 2024. ``…`` leaves a fact out.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward import law
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.when import When

ENGINES = Engines()
START = "2020-01-01"
Facts = dict[str, Any]

_CHARGE: Facts = {
    "statute": "18 USC 1343", "severity": "felony", "offense_date": "2015-01-01",
    "disposition": "convicted", "disposition_date": "2019-06-01",
}  # fmt: skip
_SENTENCE: Facts = {"type": "prison", "effective_start": START, "years": 5}


def ask(
    question: str, sentence: Facts, *others: Facts, as_of: str = "2026-11-23",
    jurisdiction: str = "us", person: Facts | None = None, **more: Any,
) -> str:  # fmt: skip
    """The answer for a charge, and what it lacks; ``others`` are charges of the same case."""
    first = {**_CHARGE, "sentence": _known({**_SENTENCE, **sentence}), **more}
    charges = [{"charge_id": str(n), **_known(one)} for n, one in enumerate((first, *others), 1)]
    case = {"case_id": "c1", "jurisdiction": jurisdiction, "charges": charges}
    record = read_record({"person": person or {}, "cases": [case]}, law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=ENGINES)
    found = session.answers(record, questions=[question], laws=["us"])
    answer = next(one for one in found if one.rule == "*")
    if answer.status in ("never", "not_applicable"):
        return answer.status
    why = [name.partition("@")[0] for name in answer.missing] + answer.waits_on
    return f"{answer.status} {When(*answer.when)}" + (f": {', '.join(why)}" if why else "")


def _known(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if value is not ...}
