"""What a report may show under federal law: both sides of each line, each fact missing in turn."""

import pytest

from tests.law.us.homes import ask

Q = "federal_report_barred"
DISMISSED = {"disposition": "dismissed", "disposition_date": "2021-08-02", "sentence": ...}
ARREST = {"disposition": "no_complaint", "disposition_date": ..., "sentence": ...}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({**DISMISSED, "filed_on": "2019-11-22"}, "now from 2026-11-23",
                     id="seven years and a day since the charge"),
        pytest.param({**DISMISSED, "filed_on": "2019-11-23"}, "later from 2026-11-24",
                     id="on the seventh anniversary it may still be shown"),
        pytest.param({**DISMISSED, "filed_on": "2020-02-29"}, "later from 2027-03-02",
                     id="from a leap day"),
        pytest.param({**DISMISSED, "filed_on": "2019-10-31"}, "now from 2026-11-01",
                     id="from the end of a month"),
        pytest.param({"filed_on": "1990-01-01"}, "never", id="a conviction has no limit"),
        pytest.param({**DISMISSED}, "unknown by 2028-08-03: case.filed_on",
                     id="the day of the charge is not known, but it was before the dismissal"),
        pytest.param({"disposition": "pending", "disposition_date": ..., "sentence": ...,
                      "filed_on": "2025-07-01"}, "later from 2032-07-02", id="an open charge"),
        pytest.param({"disposition": ..., "filed_on": "2015-01-01"},
                     "unknown unknown: charge.disposition, charge.plea_on, law:us/"
                     "report.plea_without_judgment, law:us/report.insanity, law:us/report.juvenile"
                     ", charge.arrest_date, charge.limitation_period_end",
                     id="how it ended is not known"),
        pytest.param({**ARREST, "arrest_date": "2018-05-05", "limitation_period_end": "2019-05-05"},
                     "now from 2025-05-06", id="an arrest alone, by its own day"),
        pytest.param({**ARREST, "arrest_date": "2018-05-05", "limitation_period_end": "2026-11-22"},
                     "now from 2026-11-23", id="or the day after the last one to charge"),
        pytest.param({**ARREST, "arrest_date": "2018-05-05", "limitation_period_end": "2026-11-23"},
                     "later from 2026-11-24", id="which is not over on that last day"),
        pytest.param({**ARREST, "arrest_date": "2018-05-05", "limitation_period_end": "none"},
                     "never", id="an offense that can always be charged"),
        pytest.param({**ARREST, "arrest_date": "2012-02-02"},
                     "unknown not before 2019-02-03: charge.limitation_period_end",
                     id="the last day to charge is not known"),
        pytest.param({**ARREST, "limitation_period_end": "2019-05-05"},
                     "unknown not before 2019-05-06: charge.arrest_date",
                     id="the day of the arrest is not known"),
        pytest.param({"sealed_on": "2025-09-30"}, "now from 2025-09-30", id="a sealed conviction"),
        pytest.param({"expunged_on": "2026-11-24"}, "later from 2026-11-24",
                     id="expunged tomorrow"),
        pytest.param({"pardoned_on": "2026-04-01"}, "now from 2026-04-01", id="a pardon"),
        pytest.param({"vacated_on": "2026-04-02"}, "now from 2026-04-02", id="taken back"),
        pytest.param({"disposition": "sis", "filed_on": "2010-01-01"},
                     "unknown not before 2017-01-02: law:us/report.plea_without_judgment",
                     id="guilt without a judgment is open law"),
        pytest.param({"disposition": "guilty_except_for_insanity", "filed_on": "2010-01-01"},
                     "unknown not before 2017-01-02: law:us/report.insanity", id="insanity too"),
        pytest.param({"disposition": "adjudicated", "filed_on": "2010-01-01"},
                     "unknown not before 2017-01-02: law:us/report.juvenile",
                     id="and a juvenile finding"),
        pytest.param({"juvenile": True, "disposition": "dismissed", "filed_on": "2010-01-01"},
                     "unknown not before 2017-01-02: law:us/report.juvenile",
                     id="a juvenile case that says so"),
        pytest.param({"juvenile": False, "disposition": "dismissed", "filed_on": "2010-01-01"},
                     "now from 2017-01-02", id="none that says so"),
    ],
)  # fmt: skip
def test_reports(charge, expected):
    assert ask(Q, "us-mo", charge, law_of="us") == expected


PLEA = {"disposition": "diverted", "disposition_date": "2014-08-03", "filed_on": "2013-12-12"}


@pytest.mark.parametrize(
    ("place", "charge", "expected"),
    [
        pytest.param("us-il", {"plea_on": "2014-02-03"}, "never",
                     id="a plea counts as a conviction in the Seventh Circuit"),
        pytest.param("us-il-cook", {"plea_on": "2014-02-03"}, "never", id="in a county of it too"),
        pytest.param("us-wi", {"plea_on": "2014-02-03"}, "never", id="and in Wisconsin"),
        pytest.param("us-mo", {"plea_on": "2014-02-03"},
                     "unknown not before 2020-12-13: law:us/report.plea_without_judgment",
                     id="elsewhere it is open"),
        pytest.param("us-il", {}, "unknown not before 2020-12-13: charge.plea_on",
                     id="whether there was a plea is not known"),
        pytest.param(..., {"plea_on": "2014-02-03"},
                     "unknown not before 2020-12-13: tenancy.jurisdiction,"
                     " law:us/report.plea_without_judgment",
                     id="nor where the home is"),
    ],
)  # fmt: skip
def test_a_plea_without_a_judgment(place, charge, expected):
    home = {"jurisdiction": place}
    assert ask(Q, "us-mo", {**PLEA, **charge}, home=home, law_of="us") == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({"arrest_date": "2019-01-10", "limitation_period_end": "2022-01-10"},
                     "now from 2026-01-11", id="the arrest of a conviction has its own years"),
        pytest.param({"arrest_date": "2019-11-23", "limitation_period_end": "2022-01-10"},
                     "later from 2026-11-24", id="a day short"),
        pytest.param({"arrest_date": "2019-01-10"},
                     "unknown not before 2026-01-11: charge.limitation_period_end",
                     id="without the last day to charge"),
        pytest.param({"arrest_date": "2025-01-10", "sealed_on": "2026-01-01"},
                     "now from 2026-01-01", id="sealed before that"),
        pytest.param({"arrest_date": "2025-01-10", "expunged_on": "2026-01-02",
                      "limitation_period_end": "2030-01-10"},
                     "now from 2026-01-02", id="expunged before that"),
        pytest.param({}, "not_applicable", id="no arrest on record"),
    ],
)  # fmt: skip
def test_the_entry_of_the_arrest(charge, expected):
    assert ask("federal_report_barred.arrest_entry", "us-mo", charge, law_of="us") == expected


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({"decision": "denied", "decision_date": "2026-11-20", "used_report": True},
                     "now from 2026-11-20", id="refused over a report"),
        pytest.param({"decision": "higher_deposit", "decision_date": "2026-11-24",
                      "used_report": True}, "later from 2026-11-24", id="a higher deposit"),
        pytest.param({"decision": "denied", "decision_date": "2026-11-20", "used_report": False},
                     "never", id="no report was used"),
        pytest.param({"decision": "approved", "decision_date": "2026-11-20", "used_report": True},
                     "never", id="not refused"),
        pytest.param({"decision": "denied", "decision_date": "2026-11-20"},
                     "unknown not before 2026-11-20: tenancy.used_report",
                     id="whether a report was used is not known"),
        pytest.param({"decision": "denied", "used_report": True},
                     "unknown unknown: tenancy.decision_date", id="nor when it was decided"),
        pytest.param({"decision_date": "2026-11-20", "used_report": True},
                     "unknown not before 2026-11-20: tenancy.decision", id="nor what"),
        pytest.param({"kind": "voucher", "decision": "denied", "decision_date": "2026-11-20",
                      "used_report": False}, "now from 2026-11-20",
                     id="an assisted landlord owes one in any case"),
        pytest.param({}, "not_applicable", id="nothing was decided"),
    ],
)  # fmt: skip
def test_the_notice_after_a_refusal(home, charges, expected):
    assert ask("notice_due", "us-mo", *charges, home=home, law_of="us") == expected


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({"dispute_received_on": "2026-10-24"}, "now from 2026-11-23", id="30 days"),
        pytest.param({"dispute_received_on": "2026-10-25"}, "later from 2026-11-24", id="a day on"),
        pytest.param({"dispute_received_on": "2026-10-20", "extra_information_on": "2026-11-19"},
                     "later from 2026-12-04", id="45, if more came on the last of the 30"),
        pytest.param({"dispute_received_on": "2026-10-20", "extra_information_on": "2026-11-20"},
                     "now from 2026-11-19", id="but not after it"),
        pytest.param({"dispute_received_on": "2026-10-20", "extra_information_on": "2026-10-19"},
                     "now from 2026-11-19", id="and not before the dispute"),
        pytest.param({"dispute_received_on": "2026-10-20", "extra_information_on": None},
                     "now from 2026-11-19", id="nothing more came"),
        pytest.param({}, "not_applicable", id="no dispute"),
    ],
)  # fmt: skip
def test_the_answer_to_a_dispute(home, charges, expected):
    assert ask("dispute_result_due", "us-mo", *charges, home=home, law_of="us") == expected
