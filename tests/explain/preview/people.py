"""Invented people with a home, for previews; the answers were worked out by hand from the law."""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward.explain import Explainer
from homeward.explain.preview import Comparison, Outlook, compare, look_ahead

Facts = dict[str, Any]
ASKED = "2026-11-23"
ABOUT_HOMES = ["federal_report_barred", "state_report_barred", "landlord_use_barred"]

THEFT: Facts = {
    "charge_id": "1", "description": "theft", "severity": "felony", "class": "3",
    "disposition": "convicted", "disposition_date": "2022-09-15",
    "sentence": {"type": "prison", "released_on": "2023-02-28"},
}  # fmt: skip
STEALING: Facts = {
    "charge_id": "1", "statute": "570.030", "description": "stealing", "severity": "misdemeanor",
    "class": "A", "offense_date": "2014-01-01", "disposition": "convicted",
    "disposition_date": "2014-06-01", "disposition_completed_on": "2015-06-01",
    "obligations_satisfied_on": "2015-06-01", "requires_sex_registration": False,
    "death_element": False, "local_equivalent_grade": "4",
    "sentence": {"type": "probation"},
}  # fmt: skip
SUSPENDED: Facts = {
    "charge_id": "1", "statute": "579.015", "description": "possession", "severity": "felony",
    "class": "D", "substance": "other", "disposition": "sis", "disposition_date": "2024-06-01",
    "disposition_completed_on": "2027-01-15", "obligations_satisfied_on": "2025-06-01",
    "requires_sex_registration": False, "death_element": False, "local_equivalent_grade": "3",
    "sentence": {"type": "probation"},
}  # fmt: skip


def applicant(charge: Facts, place: str = "us-nj", state: str = "us-nj", **case: Any) -> Facts:
    """A record of one charge, and an application for a home in a place."""
    home = {"jurisdiction": place, "kind": "private", "units": 24, "owner_occupied": False,
            "stage": "conditional_offer", "conditional_offer_date": "2026-11-20"}  # fmt: skip
    case = {"case_id": "c1", "jurisdiction": state, "court": "circuit", "charges": [charge], **case}
    tenancy = {"tenancy": home} if place else {}
    return {"as_of": ASKED, "person": {"cdl_holder": False}, "cases": [case], **tenancy}


def outlook(data: Facts, on: str, *questions: str, **choices: Any) -> Outlook:
    """What will stand on a day."""
    explainer = Explainer(questions=questions, **choices)
    return look_ahead(explainer, explainer.read(data), date.fromisoformat(on))


def comparison(data: Facts, *places: str, on: str = "", questions: Any = ABOUT_HOMES) -> Comparison:
    """The answers in some places."""
    explainer = Explainer(questions=questions)
    return compare(explainer, explainer.read(data), places, date.fromisoformat(on) if on else None)


def items(data: Facts, on: str, *questions: str) -> dict[str, Facts]:
    """The items of a preview about the record's charge, by question."""
    told = outlook(data, on, *questions).as_dict()["preview"]["items"]
    return {one["question"]: one for one in told if one["subject"]["kind"] == "charge"}


def chains(data: Facts, on: str) -> list[Facts]:
    """The chains of a preview as plain data."""
    return outlook(data, on).as_dict()["preview"]["chains"]
