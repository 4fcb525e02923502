"""Invented prison terms: robbery 2 (a listed felony, not a dangerous one), ten years.

Facts of the term and of the charge may be given together; each goes where it belongs.
"""

from __future__ import annotations

from typing import Any

from homeward import law
from tests.law.us.mo.records import Facts, a_charge, ask

_TERM = {
    name.removeprefix("charge.sentence.")
    for name in law.vocabulary()
    if name.startswith("charge.sentence.")
}


def a_term(statute: str | None = "570.025", **facts: Any) -> Facts:
    """A felony with a prison term; ``…`` leaves a fact out."""
    term = {"type": "prison", "years": 10, "life": False, "effective_start": "2022-01-15"}
    term |= {name: value for name, value in facts.items() if name in _TERM}
    charge = {"class": "B", "offense_date": "2021-06-01", "arrest_date": "2021-06-01",
              "disposition_date": "2022-01-15", "disposition_completed_on": None,
              "obligations_satisfied_on": None}  # fmt: skip
    charge |= {name: value for name, value in facts.items() if name not in _TERM}
    charge["sentence"] = {name: value for name, value in term.items() if value is not ...}
    return a_charge(**{"statute": statute, **charge})


def asked(question: str, *charges: Facts, prior: int | None = 0, **about: Any) -> str:
    """The answer for a person who was never in prison before, in one line of text."""
    return ask(question, *charges, prior_doc_commitments=prior, **about)


def murder_2(started: str = "2015-06-15", **facts: Any) -> Facts:
    """Murder in the second degree, ten years: a dangerous felony."""
    return a_term("565.021", **{"class": "A", "offense_date": "2014-12-01",
                                "arrest_date": "2014-12-01", "disposition_date": started,
                                "effective_start": started, **facts})  # fmt: skip


def possession(**facts: Any) -> Facts:
    """Possession of a controlled substance, a felony of class D that is on no list."""
    return a_term("579.015", **{"class": "D", **facts})
