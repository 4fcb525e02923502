"""Renting in Maryland and Montgomery County."""

import pytest

from tests.law.us.homes import ask

USE, REPORT, MD, COUNTY = "landlord_use_barred", "state_report_barred", "us-md", "us-md-montgomery"


def convicted(on, **more):
    return {"disposition_date": on, **more}


@pytest.mark.parametrize(
    ("as_of", "charge", "expected"),
    [
        pytest.param("2026-11-23", convicted("2019-11-22"), "now from 2026-11-23", id="7, a day"),
        pytest.param("2026-11-23", convicted("2019-11-23"), "later from 2026-11-24", id="short"),
        pytest.param("2026-11-23", {"disposition": "nolle_prosequi",
                                    "disposition_date": "2022-01-01"}, "now from 2024-10-01",
                     id="no conviction, since the act of 2024"),
        pytest.param("2024-09-30", {"disposition": "nolle_prosequi",
                                    "disposition_date": "2022-01-01"}, "later from 2029-01-02",
                     id="the day before the act"),
        pytest.param("2026-11-23", {"disposition": "acquitted", "disposition_date": "2026-11-24"},
                     "later from 2026-11-24", id="acquitted tomorrow"),
        pytest.param("2026-11-23", {"disposition": "nolle_prosequi",
                                    "disposition_date": "2010-01-01"}, "now from 2017-01-02",
                     id="seven years were over before"),
        pytest.param("2026-11-23", {"disposition": "diverted", "disposition_date": "2023-01-01",
                                    "plea_on": "2022-07-07"},
                     "unknown not before 2024-10-01; by 2030-01-02:"
                     " law:us-md/report.probation_before_judgment",
                     id="probation before judgment after a plea"),
        pytest.param("2026-11-23", {"disposition": "diverted", "disposition_date": "2023-01-01"},
                     "unknown not before 2024-10-01; by 2030-01-02: charge.plea_on,"
                     " law:us-md/report.probation_before_judgment", id="if there was a plea"),
        pytest.param("2026-11-23", convicted("2023-01-01", expunged_on="2023-05-05"),
                     "now from 2024-10-01", id="expunged before the act"),
        pytest.param("2026-11-23", convicted("2023-01-01", expunged_on="2025-05-05"),
                     "now from 2025-05-05", id="and under it"),
        pytest.param("2026-11-23", {"disposition": "pending"},
                     "later unknown: the end of this open charge", id="an open charge"),
    ],
)  # fmt: skip
def test_reports(as_of, charge, expected):
    assert ask(REPORT, MD, charge, as_of=as_of) == expected


def test_the_state_does_not_limit_landlords():
    assert ask(USE, MD, {"disposition": "dismissed"}) == "never"


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


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({"sentence": {"type": "probation", "sentenced_on": "2019-11-23"}},
                     "later from 2026-11-24", id="from the day of the sentence"),
        pytest.param({"disposition_date": "2012-01-01",
                      "sentence": {"type": "prison", "released_on": "2019-11-23"}},
                     "later from 2026-11-24", id="from the release"),
        pytest.param({"disposition": "arrest_only", "disposition_date": ...,
                      "arrest_date": "2017-01-01"}, "now from 2024-01-02", id="an arrest alone"),
        pytest.param({"disposition": "adjudicated", "juvenile": True,
                      "disposition_date": "2012-01-01"},
                     "unknown not before 2019-01-02: law:us-md/unclear_ending",
                     id="a juvenile finding"),
    ],
)  # fmt: skip
def test_reports_with_gaps(charge, expected):
    assert ask(REPORT, MD, charge) == expected
