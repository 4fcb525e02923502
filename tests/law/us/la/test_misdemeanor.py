"""Louisiana: misdemeanor convictions, art. 977."""

import pytest

from tests.law.us.la.records import ask, ended, felony, misdemeanor


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(misdemeanor("2021-11-22"), "now 2026-11-23", id="the day after five years"),
        pytest.param(misdemeanor("2021-11-23"), "later 2026-11-24",
                     id="more than five years: not on the anniversary"),
        pytest.param(misdemeanor("2020-02-29"), "now 2025-03-02",
                     id="from a leap day: 1 March and a day"),
        pytest.param(misdemeanor("2019-02-28"), "now 2024-02-29", id="to a leap day"),
        pytest.param(misdemeanor("2020-12-31"), "now 2026-01-01", id="the end of a year"),
        pytest.param(misdemeanor("2030-01-01"), "later 2035-01-02", id="the end lies ahead"),
        pytest.param(misdemeanor(None),
                     "unknown 2015-06-02..never: charge.disposition_completed_on",
                     id="the end is not known"),
        pytest.param(misdemeanor(severity="ordinance"), "now 2017-03-11", id="a city's ordinance"),
        pytest.param(misdemeanor(disposition="pending", disposition_date=None),
                     "later always..never: waits on the end of this open charge", id="open"),
        pytest.param(misdemeanor(jurisdiction="us-tx"), "never", id="a conviction of Texas"),
        pytest.param(misdemeanor(severity=None),
                     "unknown 2017-03-11..never: charge.severity",
                     id="a felony or a misdemeanor: each article may be the wrong one"),
        pytest.param(misdemeanor(trafficking_certified=True, disposition_completed_on=None),
                     "now 2010-06-01", id="done to a trafficked person: no wait"),
    ],
)  # fmt: skip
def test_more_than_five_years(charge, expected):
    assert ask(charge) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"set_aside_894B_on": "2024-03-15"}, "now 2024-03-15", id="from that day"),
        pytest.param({"set_aside_894B_on": "2026-11-24"}, "later 2026-11-24", id="tomorrow"),
        pytest.param({"disposition": "deferred_dismissed", "disposition_date": "2025-01-02"},
                     "now 2025-01-02", id="the record calls it deferred and dismissed"),
        pytest.param({"set_aside_894B_on": "2024-03-15", "statute": "14:35.3"}, "never",
                     id="domestic abuse battery, also when set aside"),
        pytest.param({"set_aside_894B_on": "2024-03-15", "statute": "14:40.2"}, "never",
                     id="stalking"),
        pytest.param({"set_aside_894B_on": "2024-03-15", "arrest_sex_offense": True}, "never",
                     id="from an arrest for a sex offense"),
        pytest.param({"set_aside_894B_on": "2024-03-15", "arrest_charge": "14:43.1"}, "never",
                     id="by the section of the arrest"),
        pytest.param({"set_aside_894B_on": "2024-03-15", "arrest_charge": "14:62"},
                     "now 2024-03-15", id="an arrest for something else"),
        pytest.param({"set_aside_894B_on": "2024-03-15", "arrest_sex_offense": None},
                     "unknown 2024-03-15..never: charge.arrest_sex_offense",
                     id="what the arrest was for is not known"),
        pytest.param({"set_aside_894B_on": "2024-03-15", "sex_offense": True}, "never",
                     id="a sex offense itself"),
    ],
)  # fmt: skip
def test_set_aside_and_left_out(facts, expected):
    assert ask(misdemeanor("2025-01-01", **facts)) == expected


def other(found, **facts):
    return felony("2026-01-01", disposition_date=found, arrest_date="2009-01-01", **facts)


SPOILED = "law:us-la/clean_five_years"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param(other("2012-03-09"), "now 2017-03-11", id="before the sentence was done"),
        pytest.param(other("2015-01-01"), f"unknown 2020-01-01..never: {SPOILED}",
                     id="within the five years"),
        pytest.param(other("2017-03-10"), f"unknown 2022-03-10..never: {SPOILED}",
                     id="on the last day of them"),
        pytest.param(other("2017-03-11"), f"now 2017-03-11..2022-03-11: {SPOILED}",
                     id="after them, and five years before the motion are over"),
        pytest.param(other("2024-01-01"), f"unknown 2017-03-11..2029-01-01: {SPOILED}",
                     id="after them, but within five years before the motion"),
        pytest.param(other("2015-01-01", severity="misdemeanor"), "now 2017-03-11",
                     id="another misdemeanor does not count"),
        pytest.param(other("2015-01-01", jurisdiction="us-tx"),
                     f"unknown 2020-01-01..never: {SPOILED}", id="a felony of Texas counts"),
        pytest.param(other("2015-01-01", vacated_on="2016-01-01"), "now 2017-03-11",
                     id="a felony taken back does not"),
        pytest.param(other("2015-01-01", set_aside_893E_on="2018-01-01"), "now 2017-03-11",
                     id="nor one that was set aside"),
        pytest.param(ended("pending", None),
                     "later 2017-03-11..never: waits on the end of an open felony charge",
                     id="an open felony charge"),
        pytest.param(ended("pending", None, severity="misdemeanor"), "now 2017-03-11",
                     id="an open misdemeanor charge is no bar"),
    ],
)  # fmt: skip
def test_felonies_beside_it(second, expected):
    assert ask(misdemeanor(), second) == expected


MARIJUANA = {"statute": "40:966(C)(2)(a)", "first_offense": True, "grams": 5}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"disposition_date": "2026-08-25"}, "now 2026-11-23",
                     id="ninety days after the conviction"),
        pytest.param({"disposition_date": "2026-08-26"}, "later 2026-11-24", id="a day less"),
        pytest.param({"grams": 14, "disposition_date": "2026-08-25"}, "now 2026-11-23",
                     id="fourteen grams"),
        pytest.param({"grams": 14.1}, "later 2031-10-02", id="more than that"),
        pytest.param({"first_offense": False}, "later 2031-10-02", id="not the first"),
        pytest.param({"statute": "40:967(C)"}, "later 2031-10-02", id="another drug"),
        pytest.param({"grams": ...}, "unknown 2026-10-30..2031-10-02: charge.grams",
                     id="the weight is not known"),
        pytest.param({"first_offense": ...}, "unknown 2026-10-30..2031-10-02: charge.first_offense",
                     id="not known if it was the first"),
    ],
)  # fmt: skip
def test_a_first_small_marijuana_offense(facts, expected):
    told = {"disposition_date": "2026-08-01", **MARIJUANA, **facts}
    assert ask(misdemeanor("2026-10-01", **told)) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2023-07-31", "later 2026-01-02"), ("2023-08-01", "now 2021-04-01")],
    ids=["the day before the marijuana route", "its first day"],
)
def test_the_first_day_of_the_marijuana_route(as_of, expected):
    charge = misdemeanor("2021-01-01", **MARIJUANA, disposition_date="2021-01-01")
    assert ask(charge, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("as_of", "statute", "expected"),
    [
        ("2020-07-31", "14:35", "later 2021-06-06"),
        ("2020-08-01", "14:35", "now 2017-03-11"),
        ("2020-07-31", "14:98", "later 2026-06-06"),
    ],
    ids=["one in five years until 2020", "no limit since", "drunk driving: one in ten"],
)
def test_how_often(as_of, statute, expected):
    found = ask(misdemeanor(statute=statute), as_of=as_of, last_expungement_on="2016-06-06")
    assert found == expected
