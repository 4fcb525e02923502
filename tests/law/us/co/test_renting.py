"""Renting in Colorado: five years to the application, what counts at any age, and the reasons."""

import pytest

from tests.law.us.homes import ask

USE, REPORT, CO = "landlord_use_barred", "state_report_barred", "us-co"


def convicted(on, description="theft", **more):
    return {"disposition_date": on, "description": description, **more}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted("2021-11-22"), "now from 2026-11-23", id="five years and a day"),
        pytest.param(convicted("2021-11-23"), "later from 2026-11-24", id="on the anniversary"),
        pytest.param(convicted("2024-02-29"), "later from 2029-03-02", id="from a leap day"),
        pytest.param(convicted(...), "unknown unknown: charge.disposition_date", id="no day known"),
        pytest.param(convicted("2021-01-01", sentence={"type": "prison",
                                                       "released_on": "2025-01-01"}),
                     "now from 2026-01-02", id="the release does not move it"),
        pytest.param(convicted("2009-10-10", "distribution of methamphetamine"), "never",
                     id="selling methamphetamine"),
        pytest.param(convicted("2009-10-10", "possession of methamphetamine"),
                     "now from 2014-10-11", id="having it is not selling it"),
        pytest.param(convicted("2009-10-10", "distribution of cocaine"), "now from 2014-10-11",
                     id="another drug"),
        pytest.param(convicted("2009-10-10", "murder 2"), "never", id="homicide"),
        pytest.param(convicted("2009-10-10", "stalking"), "never", id="stalking"),
        pytest.param(convicted("2009-10-10", registration="15_years"), "never", id="registration"),
        pytest.param(convicted("2009-10-10", registration=None),
                     "unknown not before 2014-10-11: charge.registration", id="not known if"),
        pytest.param(convicted("2009-10-10", ...),
                     "unknown not before 2014-10-11: charge.description", id="no words"),
        pytest.param({"disposition": "dismissed"}, "now always", id="dismissed"),
        pytest.param({"disposition": "pending"}, "now always", id="open"),
        pytest.param({"disposition": "deferred_dismissed", "description": "stalking"}, "never",
                     id="a deferred judgment for one of them"),
        pytest.param({"disposition": "deferred_dismissed"}, "now always", id="for another"),
        pytest.param(convicted("2024-01-01", disposition=...),
                     "unknown unknown: charge.disposition, law:us-co/unclear_ending",
                     id="how it ended is not known"),
        pytest.param(convicted("2024-01-01", juvenile=True, disposition="adjudicated"),
                     "unknown unknown: law:us-co/unclear_ending", id="a juvenile finding"),
    ],
)  # fmt: skip
def test_landlords(charge, expected):
    assert ask(USE, CO, charge) == expected


@pytest.mark.parametrize(("as_of", "expected"), [
    ("2019-08-01", "not_applicable"), ("2019-08-02", "now from 2015-01-02"),
])  # fmt: skip
def test_the_first_day_of_the_act(as_of, expected):
    assert ask(USE, CO, convicted("2010-01-01"), as_of=as_of) == expected


PREEMPTED = "law:us-co/report.preempted"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted("2012-01-01"), f"unknown not before 2019-01-02: {PREEMPTED}",
                     id="seven years, if federal law leaves room"),
        pytest.param({"disposition": "dismissed", "disposition_date": "2024-05-05"},
                     f"unknown not before 2024-05-05: {PREEMPTED}", id="from the dismissal"),
        pytest.param({"disposition": "pending"},
                     f"unknown unknown: {PREEMPTED}, the end of this open charge", id="open"),
        pytest.param(convicted("2025-01-01", sealed_on="2026-01-01"),
                     f"unknown not before 2026-01-01: {PREEMPTED}", id="sealed"),
    ],
)  # fmt: skip
def test_reports(charge, expected):
    assert ask(REPORT, CO, charge) == expected


def test_a_landlord_may_ask_at_any_time():
    home = {"stage": "application", "conditional_offer_date": None}
    assert ask("may_inquire", CO, {}, home=home) == "now always"


@pytest.mark.parametrize(("decided", "expected"), [
    ("2026-11-03", "now from 2026-11-23"), ("2026-11-04", "later from 2026-11-24"),
])  # fmt: skip
def test_reasons(decided, expected):
    home = {"decision": "denied", "decision_date": decided}
    assert ask("denial_reasons_due_by", CO, {}, home=home) == expected
    assert ask("denial_reasons_due_by", CO, home=home) == expected
    assert ask("denial_reasons_due_by", CO, {}, home={**home, "decision": "approved"}) == "never"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({"sentence": {"type": "probation", "sentenced_on": "2019-11-23"}},
                     f"unknown not before 2026-11-24: {PREEMPTED}", id="from the sentence"),
        pytest.param({"disposition_date": "2012-01-01",
                      "sentence": {"type": "prison", "released_on": "2019-11-23"}},
                     f"unknown not before 2026-11-24: {PREEMPTED}", id="from the release"),
        pytest.param({"disposition_date": "2012-01-01",
                      "sentence": {"type": "fine"}},
                     f"unknown not before 2019-01-02: {PREEMPTED}", id="a fine"),
        pytest.param({"juvenile": True, "disposition_date": "2012-01-01"},
                     f"unknown not before 2012-01-01: {PREEMPTED}, law:us-co/unclear_ending",
                     id="a child's case"),
        pytest.param({"disposition": "arrest_only", "disposition_date": ...,
                      "arrest_date": "2017-01-01"},
                     f"unknown not before 2017-01-01: {PREEMPTED}", id="an arrest alone"),
        pytest.param({"expunged_on": "2026-02-01", "disposition_date": "2025-01-01"},
                     f"unknown not before 2026-02-01: {PREEMPTED}", id="expunged"),
    ],
)  # fmt: skip
def test_reports_with_gaps(charge, expected):
    assert ask(REPORT, CO, charge) == expected
