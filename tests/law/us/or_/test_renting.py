"""Renting in Oregon: the kinds of records that a landlord may use, and its reasons."""

import pytest

from tests.law.us.homes import ask

Q = "landlord_use_barred"
OPEN = {"disposition": "pending", "disposition_date": ..., "sentence": ...}


def words(description, **more):
    return {"description": description, **more}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(words("theft", disposition="dismissed"), "now always", id="dismissed"),
        pytest.param(words("theft", **OPEN), "never", id="an open charge may be used"),
        pytest.param(words("theft", **OPEN, diversion_on="2026-09-15"), "now from 2026-09-15",
                     id="unless it was sent to a program"),
        pytest.param(words("theft", disposition="arrest_only"), "now always", id="an arrest alone"),
        pytest.param(words("assault 4"), "never", id="a crime against a person"),
        pytest.param(words("possession of methamphetamine"), "never", id="a drug crime"),
        pytest.param(words("possession of marijuana"), "now always", id="marijuana alone"),
        pytest.param(words("possession of marijuana and heroin"), "never", id="and not alone"),
        pytest.param(words("sexual abuse 2"), "never", id="a sex offense"),
        pytest.param(words("forgery 1"), "never", id="fraud"),
        pytest.param(words("burglary 1"), "never", id="burglary harms the home"),
        pytest.param(words("driving while suspended"),
                     "unknown unknown: charge.conduct_harms_housing", id="anything else is asked"),
        pytest.param(words("driving while suspended", conduct_harms_housing=True), "never",
                     id="it would harm"),
        pytest.param(words("driving while suspended", conduct_harms_housing=False), "now always",
                     id="it would not"),
        pytest.param(words(...),
                     "unknown unknown: charge.description, charge.conduct_harms_housing",
                     id="the words are not known"),
        pytest.param(words("theft", disposition=...),
                     "unknown unknown: charge.disposition",
                     id="how it ended is not known"),
        pytest.param(words("theft", jurisdiction="us-mo", disposition="sis"), "never",
                     id="guilt without a judgment elsewhere, of a kind that may be used"),
        pytest.param(words("driving while suspended", disposition="adjudicated",
                           conduct_harms_housing=False),
                     "unknown unknown: law:us-or/unclear_ending", id="a juvenile finding"),
        pytest.param(words("driving while suspended", juvenile=True, disposition="convicted",
                           conduct_harms_housing=False), "now always",
                     id="a juvenile case with a conviction"),
    ],
)  # fmt: skip
def test_landlords(charge, expected):
    assert ask(Q, "us-or", charge) == expected


REFUSED = {"decision": "denied"}


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({**REFUSED, "decision_date": "2026-11-09"}, "now from 2026-11-23",
                     id="14 days"),
        pytest.param({**REFUSED, "decision_date": "2026-11-10"}, "later from 2026-11-24",
                     id="a day on"),
        pytest.param(REFUSED, "unknown unknown: tenancy.decision_date", id="the day is not known"),
        pytest.param({"decision": "approved", "decision_date": "2026-11-09"}, "never",
                     id="not refused"),
        pytest.param({}, "not_applicable", id="nothing was decided"),
        pytest.param({**REFUSED, "jurisdiction": "us-wa"}, "not_applicable", id="a home elsewhere"),
    ],
)  # fmt: skip
def test_reasons(home, charges, expected):
    assert ask("denial_reasons_due_by", "us-or", *charges, home=home) == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, "never", id="no limit of the state's own"),
        pytest.param({"jurisdiction": "us-wa"}, "not_applicable", id="a home elsewhere"),
    ],
)
def test_reports(home, expected):
    assert ask("state_report_barred", "us-or", {}, home=home) == expected


@pytest.mark.parametrize(
    ("question", "eve", "first"),
    [(Q, "2013-12-31", "2014-01-01"), ("state_report_barred", "1998-11-01", "1998-11-02")],
)
def test_the_first_day(question, eve, first):
    assert ask(question, "us-or", words("theft"), as_of=eve, law_of="us-or") == "not_applicable"
    assert ask(question, "us-or", words("theft"), as_of=first, law_of="us-or") != "not_applicable"


@pytest.mark.parametrize("charges", [[words("theft")], []], ids=["a charge", "the person"])
def test_the_first_day_of_the_reasons(charges):
    home = {"decision": "denied", "decision_date": "2019-12-20"}
    asked = "denial_reasons_due_by"
    known = {"home": home, "law_of": "us-or"}
    assert ask(asked, "us-or", *charges, as_of="2019-12-31", **known) == "not_applicable"
    assert ask(asked, "us-or", *charges, as_of="2020-01-01", **known) == "later from 2020-01-03"
