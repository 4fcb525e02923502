"""Renting in Washington: the state limits reports, and leaves what landlords use to its cities."""

import pytest

from tests.law.us.homes import ask

USE, REPORT, WA = "landlord_use_barred", "state_report_barred", "us-wa"
APPLIED = {"stage": "application", "conditional_offer_date": None}


def convicted(on, **more):
    return {"disposition_date": on, **more}


def released(on):
    return {"sentence": {"type": "prison", "released_on": on}}


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param(convicted("2019-11-22"), {}, "now from 2026-11-23", id="7 years and a day"),
        pytest.param(convicted("2019-11-23"), {}, "later from 2026-11-24", id="anniversary"),
        pytest.param(convicted("2012-01-01", **released("2019-11-22")), {}, "now from 2026-11-23",
                     id="from the release"),
        pytest.param(convicted("2019-11-22", **released("2019-01-01")), {}, "now from 2026-11-23",
                     id="the later of the two"),
        pytest.param(convicted("2012-01-01", **released(None)), {},
                     "unknown not before 2019-01-02: charge.sentence.released_on", id="not known"),
        pytest.param(convicted("2012-01-01", sentence=...), {},
                     "unknown not before 2019-01-02: charge.sentence.released_on,"
                     " charge.sentence.type", id="nor the kind of sentence"),
        pytest.param({"disposition": "dismissed", "disposition_date": "2019-11-22"}, {},
                     "now from 2026-11-23", id="a dismissal, from its end"),
        pytest.param({"disposition": "arrest_only", "disposition_date": ...,
                      "arrest_date": "2019-11-23"}, {}, "later from 2026-11-24", id="an arrest"),
        pytest.param({"disposition": "pending"}, {}, "later unknown: the end of this open charge",
                     id="an open charge"),
        pytest.param({"disposition": "adjudicated", "disposition_date": "2019-11-23"},
                     {"birth_date": "2005-11-23"}, "now from 2026-11-23", id="juvenile, now 21"),
        pytest.param({"disposition": "adjudicated", "disposition_date": "2022-11-23"},
                     {"birth_date": "2005-11-24"}, "later from 2026-11-24", id="tomorrow 21"),
        pytest.param(convicted("2022-11-23", juvenile=True), {"birth_date": "2005-11-23"},
                     "now from 2026-11-23", id="a child's case with a conviction"),
        pytest.param(convicted("2012-01-01", disposition=...), {"birth_date": "1990-01-01"},
                     "unknown unknown: charge.disposition, law:us-wa/unclear_ending",
                     id="how it ended is not known"),
    ],
)  # fmt: skip
def test_reports(charge, person, expected):
    assert ask(REPORT, WA, charge, **person) == expected


def test_the_juvenile_clause_began_in_2011():
    child = {"disposition": "adjudicated", "disposition_date": "2009-01-01"}
    born = {"birth_date": "1990-01-01"}
    before = ask(REPORT, WA, child, as_of="2011-07-21", **born)
    assert before == "unknown not before 2016-01-02: law:us-wa/unclear_ending"
    assert ask(REPORT, WA, child, as_of="2011-07-22", **born) == "now from 2011-01-01"


def test_in_the_rest_of_the_state_there_is_no_limit():
    assert ask(USE, WA, {}) == "never"
    assert ask("may_inquire", WA, {}, home=APPLIED) == "now always"


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
def test_the_notice(charges):
    home = {"decision": "denied", "decision_date": "2026-11-20"}
    assert ask("notice_due", WA, *charges, home=home) == "now from 2026-11-20"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({"sentence": {"type": "probation", "sentenced_on": "2019-11-23"}},
                     "later from 2026-11-24", id="from the day of the sentence"),
        pytest.param({"disposition": "convicted", "juvenile": True,
                      "disposition_date": "2019-11-23"},
                     "unknown by 2026-11-24: person.birth_date", id="a child of unknown age"),
    ],
)  # fmt: skip
def test_reports_with_gaps(charge, expected):
    assert ask(REPORT, WA, charge) == expected
