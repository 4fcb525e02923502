"""Invented Oregon records for tables of cases, and answers in one line of text.

A charge is a theft of class A unless a table says otherwise, completed on the day of
the conviction and without imprisonment; every charge is a case of its own.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward import law
from homeward.explain.answer import Answer
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.when import LAST
from tests.law.us.mo.records import told

TODAY = "2026-11-23"
ENGINES = Engines()
Facts = dict[str, Any]

_OF_CASE = ("jurisdiction", "court", "county", "case_type", "restitution_owed")
_LEVELS = {"F": "felony", "M": "misdemeanor", "V": "violation", "O": "other", "I": "infraction"}


def convicted(level: str = "MA", on: str | None = "2020-03-10", **facts: Any) -> Facts:
    """A conviction; the level is a letter for the severity and one for the class."""
    return a_charge(
        level, "convicted", on,
        **{"disposition_completed_on": on, "sentence": {"imprisoned": False}, **facts},
    )  # fmt: skip


def dismissed(level: str = "MA", on: str | None = "2020-03-10", **facts: Any) -> Facts:
    """A dismissal."""
    return a_charge(level, "dismissed", on, **facts)


def pending(level: str = "MA", **facts: Any) -> Facts:
    """An open charge."""
    return a_charge(level, "pending", None, **facts)


def a_charge(level: str, ended: str, on: str | None, **facts: Any) -> Facts:
    """A charge; ``…`` as a value leaves the fact out."""
    known = {
        "statute": "164.045", "description": "Theft", "severity": _LEVELS[level[0]],
        "class": level[1:] or None, "offense_date": "2020-02-01", "disposition": ended,
        "disposition_date": on, **facts,
    }  # fmt: skip
    return {key: value for key, value in known.items() if value is not ...}


def _case(number: int, *charges: Facts) -> Facts:
    about = {key: charges[0][key] for key in _OF_CASE if key in charges[0]}
    own = [{key: value for key, value in one.items() if key not in _OF_CASE} for one in charges]
    case = {"case_id": f"c{number}", "jurisdiction": "us-or", "county": "Lane", **about}
    numbered = [{"charge_id": f"{place}", **one} for place, one in enumerate(own, 1)]
    return {**{k: v for k, v in case.items() if v is not ...}, "charges": numbered}


def answers(question: str, *charges: Facts, as_of: str = TODAY, **person: Any) -> list[Answer]:
    """What each rule answers for the first charge, and last what they answer together."""
    facts = {"birth_date": "1980-05-17", **person}
    cases = [_case(number, one) for number, one in enumerate(charges, 1)]
    kept = {key: value for key, value in facts.items() if value is not ...}
    record = read_record({"person": kept, "cases": cases}, law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=ENGINES)
    found = session.answers(record, questions=[question], laws=["us-or"])
    asked = record.charges[0]
    of_rules = [one for one in found if one.subject is asked and one.rule != "*"]
    together = [one for one in found if one.subject is asked and one.rule == "*"
                and one.question == question]  # fmt: skip
    return [*of_rules, *together]


def ask(*charges: Facts, question: str = "clear", as_of: str = TODAY, **person: Any) -> str:
    """The answer for the first charge as one line of text."""
    found = answers(question, *charges, as_of=as_of, **person)[-1]
    return "never" if found.status == "never" else told(found)


def against(*charges: Facts, question: str = "clear.137_225", **person: Any) -> list[str]:
    """The conditions that the first charge fails for good, in the statute's order."""
    asked = [one for one in answers(question, *charges, **person)[:-1] if one.applies]
    return [reason.name for one in asked for reason in one.reasons
            if reason.when and reason.when[0] == LAST]  # fmt: skip


def since(*charges: Facts, **about: Any) -> str:
    """The same without the reasons: ``now 2023-03-10``, ``never``, ``unknown 2021-..``."""
    return ask(*charges, **about).partition(":")[0]
