"""Invented Virginia records for tables of cases, and answers in one line of text.

Every charge is a case of its own: a misdemeanor of trespass in 2012 unless a table says otherwise.
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

_CONDUCT = "2012-01-10"
_OF_CASE = ("jurisdiction", "filed_on", "restitution_owed")
_LEVELS = {"F": "felony", "M": "misdemeanor", "I": "infraction", "C": "civil", "O": "other"}


def a_charge(level: str, ended: str, on: str | None, **facts: Any) -> Facts:
    """A charge; the level is a letter for the severity and one for the class, ``…`` leaves out."""
    known = {
        "statute": "18.2-119", "severity": _LEVELS[level[0]], "class": level[1:] or None,
        "offense_date": min(on or _CONDUCT, _CONDUCT), "disposition": ended,
        "disposition_date": on, **facts,
    }  # fmt: skip
    return {key: value for key, value in known.items() if value is not ...}


def convicted(level: str = "M1", on: str | None = "2012-03-10", **facts: Any) -> Facts:
    """A conviction."""
    return a_charge(level, "convicted", on, **facts)


HARMLESS = {"firearm_used": False, "violent_felony_listed": False}


def plain(level: str = "M1", on: str | None = "2012-03-10", **facts: Any) -> Facts:
    """A conviction of bad checks, without time in jail; a petition lacks no fact of it."""
    known = {"statute": "18.2-181", "sentence": {"imprisoned": False}, **HARMLESS, **facts}
    return convicted(level, on=on, **known)


def deferred(level: str = "M1", on: str | None = "2012-03-10", **facts: Any) -> Facts:
    """A charge that was deferred and then dismissed."""
    return a_charge(level, "deferred_dismissed", on, **facts)


def dismissed(level: str = "M1", on: str | None = "2012-03-10", **facts: Any) -> Facts:
    """A dismissal."""
    return a_charge(level, "dismissed", on, **facts)


def _case(number: int, one: Facts) -> Facts:
    about = {key: one[key] for key in _OF_CASE if key in one}
    own = {key: value for key, value in one.items() if key not in _OF_CASE}
    charge = {"charge_id": "1", **own}
    return {"case_id": f"c{number}", "jurisdiction": "us-va", **about, "charges": [charge]}


def answers(
    question: str, *charges: Facts, as_of: str = TODAY, laws: str = "us-va", **person: Any
) -> list[Answer]:
    """What each rule answers for the first charge, and last what they answer together."""
    cases = [_case(number, one) for number, one in enumerate(charges, 1)]
    record = read_record({"person": person, "cases": cases}, law.vocabulary())
    session = Session(date.fromisoformat(as_of), engines=ENGINES)
    found = session.answers(record, questions=[question], laws=[laws])
    asked = record.charges[0]
    of_rules = [one for one in found if one.subject is asked and one.rule != "*"]
    together = [one for one in found if one.subject is asked and one.rule == "*"
                and one.question == question]  # fmt: skip
    return [*of_rules, *together]


def ask(*charges: Facts, question: str = "clear", **about: Any) -> str:
    """The answer for the first charge as one line of text."""
    found = answers(question, *charges, **about)[-1]
    if not found.applies:
        return "not asked"
    return "never" if found.status == "never" else told(found)


def since(*charges: Facts, **about: Any) -> str:
    """The same without the reasons: ``now 2023-03-10``, ``never``, ``unknown 2021-..``."""
    return ask(*charges, **about).partition(":")[0]


def against(*charges: Facts, question: str = "clear", **about: Any) -> list[str]:
    """The conditions that the first charge fails for good, in the statute's order."""
    asked = [one for one in answers(question, *charges, **about)[:-1] if one.applies]
    return [reason.name for one in asked for reason in one.reasons
            if reason.when and reason.when[0] == LAST]  # fmt: skip
