"""Renting in Montgomery County: small misdemeanors, and two years for a first one."""

import pytest

from tests.law.us.homes import ask

USE, COUNTY = "landlord_use_barred", "us-md-montgomery"


def words(description, **more):
    return {"description": description, "severity": "misdemeanor", **more}


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        pytest.param([words("trespass")], "now always", id="a small misdemeanor"),
        pytest.param([words("theft")], "now always", id="a misdemeanor theft"),
        pytest.param([words("possession of marijuana")], "now always", id="having marijuana"),
        pytest.param([words("theft", severity="felony")], "never", id="a felony has no limit"),
        pytest.param([words("assault 2", disposition_date="2024-11-22")], "now from 2026-11-23",
                     id="another misdemeanor after two years and a day"),
        pytest.param([words("assault 2", disposition_date="2024-11-23")], "later from 2026-11-24",
                     id="on the anniversary not yet"),
        pytest.param([words("assault 2", disposition_date="2024-02-29")], "now from 2026-03-02",
                     id="from a leap day"),
        pytest.param([words("assault 2", disposition_date="2020-01-01"),
                      words("assault 2", disposition_date="2019-01-01")], "never",
                     id="a second conviction"),
        pytest.param([words("assault 2", disposition_date="2020-01-01"),
                      words("assault 2", disposition_date="2021-01-01")], "now from 2022-01-02",
                     id="the first of two"),
        pytest.param([words("sexual assault 4", disposition_date="2010-01-01")], "never",
                     id="a sex offense"),
        pytest.param([words("trespass", registration="15_years")], "never", id="registration"),
        pytest.param([words("assault 2", disposition="dismissed")], "now always", id="dismissed"),
        pytest.param([words("assault 2", disposition_date="2020-01-01", juvenile=True)],
                     "now by 2022-01-02: law:us-md-montgomery/unclear_ending",
                     id="a child's case, which may count as a conviction or not"),
        pytest.param([words(...)], "unknown unknown: charge.description", id="no words known"),
    ],
)  # fmt: skip
def test_montgomery(charges, expected):
    assert ask(USE, COUNTY, *charges) == expected


@pytest.mark.parametrize(("as_of", "expected"), [
    ("2021-07-29", "never"), ("2021-07-30", "now always"),
])  # fmt: skip
def test_the_first_day_of_the_county_act(as_of, expected):
    assert ask(USE, COUNTY, words("trespass"), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, "now from 2026-11-23", id="offered"),
        pytest.param({"stage": "application"}, "later unknown: an offer on conditions", id="not"),
    ],
)  # fmt: skip
def test_questions(home, expected):
    assert ask("may_inquire", COUNTY, {}, home=home) == expected


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
def test_the_notice(charges):
    home = {"decision": "withdrawn", "decision_date": "2026-11-20"}
    assert ask("notice_due", COUNTY, *charges, home=home) == "now from 2026-11-20"
