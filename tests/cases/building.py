"""Short forms for writing cases by hand: the same fields as the files of cases beside this one.

A charge holds every field that those files hold, and null for what is not known, so
that a case written here is read just as one that comes from elsewhere.
"""

from __future__ import annotations

from typing import Any

from tests.cases.agreement import Expectation

TODAY = "2026-11-23"
_CASE_FACTS = ("jurisdiction", "court", "county", "filed_on", "open")


def a_charge(statute: str | None, severity: str | None, offense_class: str | None,
             offended: str | None, disposition: str | None, decided: str | None = None,
             completed: str | None = None, **more: Any) -> dict[str, Any]:  # fmt: skip
    """A charge; money is paid on the day of completion unless ``more`` says otherwise."""
    return {
        "statute": statute, "description": "", "severity": severity, "class": offense_class,
        "offense_date": offended, "arrest_date": offended, "disposition": disposition,
        "disposition_date": decided, "disposition_completed_on": completed,
        "obligations_satisfied_on": completed, "requires_sex_registration": False,
        "death_element": False, **more,
    }  # fmt: skip


def convicted(statute: str, severity: str, offense_class: str | None, offended: str, decided: str,
              completed: str | None, **more: Any) -> dict[str, Any]:  # fmt: skip
    """A charge that ended in a conviction."""
    return a_charge(
        statute, severity, offense_class, offended, "convicted", decided, completed, **more
    )


def sentenced(
    statute: str,
    offense_class: str | None,
    offended: str,
    decided: str,
    started: str | None,
    years: float | None,
    **sentence: Any,
) -> dict[str, Any]:
    """A felony with a prison term; ``sentence`` adds to the term's own facts."""
    term = {
        "type": "prison", "years": years, "life": False, "effective_start": started,
        "dangerous": False, **sentence,
    }  # fmt: skip
    return convicted(statute, "felony", offense_class, offended, decided, None, sentence=term)


def answers(
    question: str, status: str, day: str | None = None, charge: str = "a", **more: Any
) -> dict[str, Any]:
    """What a question is expected to answer; ``day`` is the day from which it holds."""
    return {"question": question, "status": status, "from": day, "charge_id": charge, **more}


def a_case(name: str, charges: list[Any], *expected: dict[str, Any], as_of: str = TODAY,
           cite: str = "", **person: Any) -> list[Expectation]:  # fmt: skip
    """One person's case and what is expected of it; a list of charges is one court case."""
    facts = {"birth_date": "1985-04-12", "cdl_holder": False,
             "prior_expungements": {"felony": 0, "misdemeanor": 0}, **person}  # fmt: skip
    letters = iter("abcdefghijkl")
    cases = [
        _case(f"{name}-K{place}", one if isinstance(one, list) else [one], letters)
        for place, one in enumerate(charges, 1)
    ]
    record = {"id": name, "as_of": as_of, "person": facts, "cases": cases, "confidence": "high"}
    return [Expectation(record, {"why": cite, **one}) for one in expected]


def _case(case_id: str, charges: list[dict[str, Any]], letters: Any) -> dict[str, Any]:
    told = charges[0]
    is_open = any(one["disposition"] == "pending" for one in charges)
    about = {"jurisdiction": "us-mo", "court": "circuit", "county": "Cole",
             "filed_on": told["offense_date"], "open": is_open}  # fmt: skip
    about |= {key: told[key] for key in _CASE_FACTS if key in told}
    kept = [{"charge_id": next(letters), **one} for one in charges]
    for one in kept:
        for key in _CASE_FACTS:
            one.pop(key, None)
    return {"case_id": case_id, **about, "charges": kept}
