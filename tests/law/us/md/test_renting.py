"""Renting in Maryland: what reports may show."""

import pytest

from tests.law.us.homes import ask

USE, REPORT, MD = "landlord_use_barred", "state_report_barred", "us-md"


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
        pytest.param("2024-10-01", {"disposition": "nolle_prosequi",
                                    "disposition_date": "2022-01-01"}, "now from 2024-10-01",
                     id="and its first day"),
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
