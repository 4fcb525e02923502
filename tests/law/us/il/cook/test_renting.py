"""Renting in Illinois and Cook County: no arrest, and in the county no conviction after 3 years."""

import pytest

from tests.law.us.homes import ask

USE, COOK = "landlord_use_barred", "us-il-cook"


def convicted(on, **more):
    return {"disposition_date": on, **more}


@pytest.mark.parametrize(
    ("charge", "state", "county"),
    [
        pytest.param(convicted("2023-11-22"), "never", "now from 2026-11-23", id="3 years, a day"),
        pytest.param(convicted("2023-11-23"), "never", "later from 2026-11-24", id="anniversary"),
        pytest.param(convicted("2024-02-29"), "never", "later from 2027-03-02", id="leap day"),
        pytest.param(convicted("2004-02-02", registration="current"), "never", "never",
                     id="who has to register may be refused"),
        pytest.param(convicted("2004-02-02", registration=None), "never",
                     "unknown not before 2007-02-03: charge.registration", id="not known if"),
        pytest.param(convicted(...), "never", "unknown unknown: charge.disposition_date",
                     id="no day known"),
        pytest.param({"disposition": "dismissed"}, "now always", "now always", id="dismissed"),
        pytest.param({"disposition": "pending"}, "now always", "now always", id="open"),
        pytest.param({"disposition": "diverted"}, "now always", "now always", id="diverted"),
        pytest.param({"disposition": "adjudicated"}, "now always", "now always", id="juvenile"),
        pytest.param(convicted("2026-01-01", juvenile=True), "now always", "now always",
                     id="a juvenile case"),
        pytest.param(convicted("2026-01-01", sealed_on="2026-06-01"), "now from 2026-06-01",
                     "now from 2026-06-01", id="sealed"),
        pytest.param(convicted("2026-01-01", expunged_on="2026-06-02"), "now from 2026-06-02",
                     "now from 2026-06-02", id="expunged"),
        pytest.param(convicted("2026-01-01", pardoned_on="2026-06-03"), "never",
                     "now from 2026-06-03", id="pardoned: in the county"),
        pytest.param(convicted("2026-01-01", vacated_on="2026-06-04"), "never",
                     "now from 2026-06-04", id="taken back: in the county"),
        pytest.param(convicted("2023-01-01", disposition=...),
                     "unknown unknown: charge.disposition, law:us-il/unclear_ending",
                     "unknown unknown: charge.disposition, law:us-il-cook/unclear_ending,"
                     " law:us-il/unclear_ending", id="how it ended is not known"),
    ],
)  # fmt: skip
def test_landlords(charge, state, county):
    assert ask(USE, "us-il", charge) == state
    assert ask(USE, COOK, charge) == county


@pytest.mark.parametrize(("as_of", "expected"), [
    ("2019-12-31", "not_applicable"), ("2020-01-01", "now from 2013-01-02"),
])  # fmt: skip
def test_the_first_day_of_both_laws(as_of, expected):
    assert ask(USE, COOK, convicted("2010-01-01"), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, "now from 2026-11-23", id="all else was checked"),
        pytest.param({"stage": "application"}, "later unknown: an offer on conditions", id="not"),
        pytest.param({"stage": ...}, "unknown unknown: tenancy.stage", id="not known"),
        pytest.param({"conditional_offer_date": ...},
                     "unknown unknown: tenancy.conditional_offer_date", id="nor when"),
        pytest.param({"jurisdiction": "us-il"}, "not_applicable", id="elsewhere in the state"),
    ],
)  # fmt: skip
def test_questions(home, expected):
    assert ask("may_inquire", COOK, {}, home=home) == expected


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
def test_the_notice(charges):
    home = {"decision": "denied", "decision_date": "2026-11-20"}
    assert ask("notice_due", COOK, *charges, home=home) == "now from 2026-11-20"


def test_reports():
    assert ask("state_report_barred", COOK, {}) == "never"
