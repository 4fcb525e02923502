"""Renting in D.C.: seven years, only for crimes on the list."""

import pytest

from tests.law.us.homes import ask

USE, DC = "landlord_use_barred", "us-dc"


def crime(words, on="2020-01-01", **more):
    return {"description": words, "disposition_date": on, **more}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(crime("robbery", "2019-11-22"), "now from 2026-11-23", id="7 years and a day"),
        pytest.param(crime("robbery", "2019-11-23"), "later from 2026-11-24", id="anniversary"),
        pytest.param(crime("robbery", "2020-02-29"), "later from 2027-03-02", id="leap day"),
        pytest.param(crime("robbery", ...), "unknown unknown: charge.disposition_date", id="day"),
        pytest.param(crime("burglary", sentence={"type": "prison", "released_on": "2025-01-01"}),
                     "later from 2027-01-02", id="the release does not move it"),
        pytest.param(crime("simple possession of cocaine"), "now always", id="possession"),
        pytest.param(crime("possession with intent to distribute"), "later from 2027-01-02",
                     id="with intent to distribute"),
        pytest.param(crime("possession with intent to sell cocaine"),
                     "unknown by 2027-01-02: law:us-dc/rent.other_crimes",
                     id="possession that is not simple"),
        pytest.param(crime("simple assault"), "now always", id="simple assault"),
        pytest.param(crime("assault with a dangerous weapon"), "later from 2027-01-02", id="armed"),
        pytest.param(crime("bigamy", "2010-01-01"),
                     "now by 2017-01-02: law:us-dc/rent.other_crimes",
                     id="a crime that we have not found on the list, and old"),
        pytest.param(crime("bigamy"), "unknown by 2027-01-02: law:us-dc/rent.other_crimes",
                     id="and not old"),
        pytest.param(crime(...), "unknown by 2027-01-02: charge.description,"
                     " law:us-dc/rent.other_crimes", id="the words are not known"),
        pytest.param(crime("robbery", disposition="dismissed"), "now always", id="dismissed"),
        pytest.param(crime("robbery", disposition="pending"), "never", id="an open listed charge"),
        pytest.param(crime("speeding", disposition="pending"), "now always", id="open, not listed"),
        pytest.param(crime("robbery", juvenile=True), "now always", id="juvenile"),
        pytest.param(crime("robbery", disposition=...),
                     "unknown unknown: charge.disposition, law:us-dc/unclear_ending",
                     id="how it ended is not known"),
    ],
)  # fmt: skip
def test_landlords(charge, expected):
    assert ask(USE, DC, charge) == expected


OLD = crime("robbery", "2010-01-01")


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({"owner_occupied": True, "units": 3}, "never", id="the owner's three homes"),
        pytest.param({"owner_occupied": True, "units": 4}, "now from 2017-01-02", id="four"),
        pytest.param({"owner_occupied": ..., "units": 3},
                     "unknown not before 2017-01-02: tenancy.owner_occupied", id="not known"),
        pytest.param({"owner_occupied": True, "units": ...},
                     "unknown not before 2017-01-02: tenancy.units", id="nor how many"),
        pytest.param({"jurisdiction": "us-va"}, "not_applicable", id="in Virginia"),
    ],
)  # fmt: skip
def test_which_homes(home, expected):
    assert ask(USE, DC, OLD, home=home) == expected


@pytest.mark.parametrize(("as_of", "expected"), [
    ("2017-09-30", "not_applicable"), ("2017-10-01", "now from 2017-01-02"),
])  # fmt: skip
def test_the_first_day_of_the_law(as_of, expected):
    assert ask(USE, DC, OLD, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, "now from 2026-11-23", id="offered"),
        pytest.param({"stage": "application"}, "later unknown: an offer on conditions", id="not"),
        pytest.param({"stage": "application", "owner_occupied": True, "units": 2}, "now always",
                     id="the law does not reach the home"),
    ],
)  # fmt: skip
def test_questions(home, expected):
    assert ask("may_inquire", DC, {}, home=home) == expected


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
def test_the_notice(charges):
    home = {"decision": "withdrawn", "decision_date": "2026-11-20"}
    assert ask("notice_due", DC, *charges, home=home) == "now from 2026-11-20"


def test_reports():
    assert ask("state_report_barred", DC, {}) == "never"
