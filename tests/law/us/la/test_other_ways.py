"""Louisiana: interim expungement, requests to the police, court programs, arrests at 17."""

import pytest

from tests.law.us.la.records import ask, ended, felony, misdemeanor

SAME_ARREST = {"arrest_date": "2010-01-05"}


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        pytest.param([misdemeanor(arrest_charge="14:43.1 sexual battery")], "now 2010-06-01",
                     id="an arrest for a listed felony"),
        pytest.param([misdemeanor(arrest_charge="14:67.26 theft of a motor vehicle (felony)")],
                     "now 2010-06-01", id="an arrest that the record calls a felony"),
        pytest.param([misdemeanor(arrest_charge="14:67 theft", arrest_was_felony=True)],
                     "now 2010-06-01", id="as the record says beside it"),
        pytest.param([misdemeanor(arrest_charge="14:67 theft", arrest_was_felony=False)],
                     "never", id="an arrest for a misdemeanor"),
        pytest.param([misdemeanor(arrest_charge="14:67 theft")],
                     "unknown 2010-06-01..never: charge.arrest_was_felony",
                     id="the level of the arrest is not known"),
        pytest.param([misdemeanor()], "never", id="the arrest was for the misdemeanor itself"),
        pytest.param([felony(arrest_charge="14:64 armed robbery")], "never",
                     id="it ended in a felony conviction"),
        pytest.param([misdemeanor(**SAME_ARREST), ended("dismissed")], "now 2010-06-01",
                     id="a felony charge of the arrest was dropped"),
        pytest.param([ended("dismissed"), misdemeanor(**SAME_ARREST)], "now 2010-06-01",
                     id="asked of the felony charge"),
        pytest.param([misdemeanor(**SAME_ARREST), felony()], "never",
                     id="a felony charge of the arrest ended in a conviction"),
        pytest.param([misdemeanor(**SAME_ARREST), ended("pending", None)],
                     "later 2010-06-01..never: waits on the end of the charges of this arrest",
                     id="a felony charge of the arrest is open"),
        pytest.param([misdemeanor(), ended("dismissed")], "never", id="of another arrest"),
    ],
)  # fmt: skip
def test_interim_expungement(charges, expected):
    assert ask(*charges, question="interim.985_1") == expected


@pytest.mark.parametrize(
    ("charge", "as_of", "expected"),
    [
        pytest.param(ended("dismissed"), "2026-11-23",
                     "unknown 2025-01-01..never: law:us-la/automated.operating",
                     id="not known if there is money for it"),
        pytest.param(felony("2026-01-01"), "2026-11-23",
                     "unknown 2036-01-02..never: law:us-la/automated.operating",
                     id="not before a motion"),
        pytest.param(felony(statute="14:64"), "2026-11-23", "never", id="never like a motion"),
        pytest.param(ended("dismissed"), "2024-12-31", "not_applicable", id="before the law"),
    ],
)  # fmt: skip
def test_on_request(charge, as_of, expected):
    assert ask(charge, question="clear.automatic", as_of=as_of) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(felony("2025-02-01", court_program_completed_on="2025-02-01"),
                     "unknown 2025-02-01..2035-02-02: law:us-la/program_waits",
                     id="at once, or after the ten years"),
        pytest.param(misdemeanor("2012-03-10", court_program_completed_on="2012-03-10"),
                     "now 2012-03-10..2017-03-11: law:us-la/program_waits",
                     id="past the five years it makes no difference"),
        pytest.param(felony("2025-02-01"), "later 2035-02-02", id="without a program"),
    ],
)  # fmt: skip
def test_after_a_court_program(charge, expected):
    assert ask(charge) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"arrest_date": "2004-02-08"},
                     "unknown 2010-06-01..never: law:us-la/expedited_both",
                     id="the day before the 18th birthday"),
        pytest.param({"arrest_date": "2004-02-09"}, "not_applicable", id="on it"),
        pytest.param({"arrest_date": "2003-02-09"},
                     "unknown 2010-06-01..never: law:us-la/expedited_both", id="on the 17th"),
        pytest.param({"arrest_date": "2003-02-08"}, "not_applicable", id="the day before"),
        pytest.param({"arrest_date": "2003-05-05", "da_declined": True}, "now 2010-06-01",
                     id="declined and dismissed"),
        pytest.param({"arrest_date": "2003-05-05", "da_declined": True, "statute": "32:58"},
                     "never", id="a traffic offense"),
    ],
)  # fmt: skip
def test_an_arrest_at_17(facts, expected):
    assert ask(ended("dismissed", **facts), question="clear.999") == expected
