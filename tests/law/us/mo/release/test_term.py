"""RSMo 558.011.1, 558.031: from when a term counts, how long it is, and when it is over."""

import pytest

from tests.law.us.mo.release.prison import a_term, asked, possession

END = "release.term_end"
START = "charge.sentence.effective_start"
CREDIT = "charge.sentence.jail_credit_days"
RECEIVED = "charge.sentence.received_on"
YEARS = "charge.sentence.years"
EXTENDED = "charge.sentence.extended_term"


def ends(charge, **about):
    return asked(END, charge, **about)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, "later 2032-01-15", id="ten years from the day it counts from"),
        pytest.param({"effective_start": "2016-02-29"}, "now 2026-03-01",
                     id="ten years from a leap day"),
        pytest.param({"days_at_large": 30}, "later 2032-02-14", id="an escape of thirty days"),
        pytest.param({"effective_start": None, "received_on": "2022-01-20",
                      "jail_credit_days": 100}, "later 2031-10-12",
                     id="received on 20 January, with a hundred days of credit"),
        pytest.param({"effective_start": None, "received_on": "2022-01-20",
                      "jail_credit_days": 0}, "later 2032-01-20", id="with none"),
        pytest.param({"effective_start": None, "received_on": "2022-01-20"},
                     f"unknown 2031-06-01..2032-01-20: {START}, {CREDIT}",
                     id="the credit is not known: from the arrest, or from the day of receipt"),
        pytest.param({"effective_start": None, "received_on": "2022-01-20",
                      "jail_credit_from": "2021-09-01"},
                     f"unknown 2031-09-01..2032-01-20: {START}, {CREDIT}",
                     id="credit from a day, but perhaps with gaps"),
        pytest.param({"effective_start": None},
                     f"unknown 2031-06-01..never: {START}, {CREDIT}, {RECEIVED}",
                     id="neither day is known"),
        pytest.param({"effective_start": None, "arrest_date": None},
                     f"unknown 2031-06-01..never: {START}, {CREDIT}, {RECEIVED}",
                     id="nor the arrest: not before the offense"),
    ],
)  # fmt: skip
def test_from_when_a_term_counts(facts, expected):
    assert ends(a_term(**facts)) == expected


@pytest.mark.parametrize(
    ("years", "terms", "expected"),
    [
        pytest.param(10, [5, 5], "later 2032-01-15", id="the sum and its parts"),
        pytest.param(5, [5, 5], "later 2032-01-15", id="this term among them"),
        pytest.param(None, [5, 5], "later 2032-01-15", id="only the parts"),
        pytest.param(5, [5], "later 2032-01-15", id="one other term of the same length"),
        pytest.param(10, [5], "later 2037-01-15", id="one other term"),
        pytest.param(3, [5, 7], "later 2037-01-15", id="two others, this one left out"),
        pytest.param(10, [], "later 2032-01-15", id="none"),
        pytest.param(10, None,
                     "unknown 2032-01-15..never: charge.sentence.consecutive_terms_years",
                     id="whether there are others is not known"),
    ],
)  # fmt: skip
def test_terms_that_run_one_after_another_are_added(years, terms, expected):
    assert ends(a_term(years=years, consecutive_terms_years=terms)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"class": "A"}, f"unknown 2032-01-15..never: {YEARS}",
                     id="class A: ten years or more, or life"),
        pytest.param({"class": "B"}, f"unknown 2027-01-15..never: {YEARS}, {EXTENDED}",
                     id="class B: five years or more, life if extended"),
        pytest.param({"class": "B", "extended_term": False},
                     f"unknown 2027-01-15..2037-01-15: {YEARS}",
                     id="class B, not extended: fifteen at most"),
        pytest.param({"class": "C"}, f"unknown 2025-01-15..2037-01-15: {YEARS}, {EXTENDED}",
                     id="class C: three to ten, fifteen if extended"),
        pytest.param({"class": "C", "extended_term": False},
                     f"unknown 2025-01-15..2032-01-15: {YEARS}", id="class C, not extended"),
        pytest.param({"class": "D"}, f"unknown 2023-01-15..2032-01-15: {YEARS}, {EXTENDED}",
                     id="class D: more than a year, ten if extended"),
        pytest.param({"class": "D", "extended_term": False},
                     f"unknown 2023-01-15..2029-01-15: {YEARS}", id="class D, not extended"),
        pytest.param({"class": "E", "extended_term": True},
                     f"unknown 2023-01-15..2029-01-15: {YEARS}", id="class E, extended"),
        pytest.param({"class": "E", "extended_term": False}, f"now 2023-01-15..2026-01-15: {YEARS}",
                     id="class E, not extended: four years at most, and over by now"),
        pytest.param({"class": "C", "extended_term": False, "offense_date": "2016-12-31"},
                     f"unknown 2023-01-15..2029-01-15: {YEARS}", id="class C before 2017"),
        pytest.param({"class": "D", "extended_term": False, "offense_date": "2016-12-31"},
                     f"now 2023-01-15..2026-01-15: {YEARS}", id="class D before 2017"),
        pytest.param({"class": "D", "extended_term": False, "offense_date": "1979-01-01"},
                     f"unknown 2023-01-15..2027-01-15: {YEARS}, law:us-mo/term.max_years.D",
                     id="class D on the first day of the code: four or five years at most"),
        pytest.param({"class": "D", "extended_term": False, "offense_date": "1978-12-31"},
                     f"unknown 2022-01-15..never: {YEARS}, law:us-mo/term.county_jail_max_years, "
                     "law:us-mo/term.max_years.D", id="the day before: nothing is known"),
        pytest.param({"class": None},
                     f"unknown 2022-01-15..never: {YEARS}, charge.class, {EXTENDED}",
                     id="the class is not known either"),
        pytest.param({"class": "D", "severity": None},
                     f"unknown 2023-01-15..never: charge.severity, {YEARS}, {EXTENDED}",
                     id="nor that it is a felony"),
    ],
)  # fmt: skip
def test_the_class_bounds_a_term_of_unknown_length(facts, expected):
    assert ends(a_term("570.080", **{"years": None, **facts})) == expected


def test_a_life_term_does_not_end():
    assert ends(a_term(years=None, life=True)) == "never: not_for_life"


def test_whether_it_is_for_life_may_be_unknown():
    assert ends(possession(life=None)) == "unknown 2032-01-15..never: charge.sentence.life"


@pytest.mark.parametrize(
    ("as_of", "expected"), [("1978-12-31", "not_applicable"), ("1979-01-01", "later 1989-01-01")]
)
def test_the_first_day_of_the_law(as_of, expected):
    assert ends(a_term(effective_start="1979-01-01"), as_of=as_of) == expected
