"""RSMo 558.011.4: the last part of a term of years is served outside."""

import pytest

from tests.law.us.mo.release.prison import a_term, asked, murder_2, possession

C = "release.conditional"


def released(years, started="2015-01-01", **facts):
    charge = a_term("579.065", **{"class": "A", "years": years, "effective_start": started,
                                  "offense_date": "2014-06-01", "arrest_date": "2014-06-01",
                                  "disposition_date": started, **facts})  # fmt: skip
    return asked(C, charge)


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        pytest.param(3, "now 2017-01-01", id="a third of three years"),
        pytest.param(7, "now 2019-09-01", id="a third of seven: 56 months inside"),
        pytest.param(8.5, "now 2020-09-01", id="a third of eight and a half: 68 months"),
        pytest.param(9, "now 2021-01-01", id="a third of nine exactly: 72 months"),
        pytest.param(9.5, "now 2021-07-01", id="three years of nine and a half: 78 months"),
        pytest.param(10, "now 2022-01-01", id="three years of ten"),
        pytest.param(15, "later 2027-01-01", id="three years of fifteen exactly"),
        pytest.param(15.5, "now 2025-07-01", id="five years of fifteen and a half"),
        pytest.param(16, "now 2026-01-01", id="five years of sixteen"),
        pytest.param(20, "later 2030-01-01", id="five years of twenty"),
        pytest.param(30, "later 2040-01-01", id="five years of thirty"),
    ],
)
def test_the_part_outside_by_the_length_of_the_term(years, expected):
    assert released(years) == expected


@pytest.mark.parametrize(
    ("started", "years", "expected"),
    [
        pytest.param("2020-02-29", 3, "now 2022-03-01", id="24 months from a leap day"),
        pytest.param("2022-05-31", 7, "later 2027-01-31", id="56 months, to a day that exists"),
        pytest.param(
            "2022-06-30", 7, "later 2027-03-01", id="56 months end on 30 February: the next day"
        ),
    ],
)
def test_the_calendar(started, years, expected):
    assert released(years, started) == expected


@pytest.mark.parametrize(
    ("charge", "prior", "person", "expected"),
    [
        pytest.param(possession(years=7, effective_start="2022-05-10"), 0, {}, "later 2027-01-10",
                     id="a felony that is not dangerous"),
        pytest.param(murder_2(), 0, {}, "never: not_dangerous", id="a dangerous felony"),
        pytest.param(murder_2(years=None, life=True), 0, {}, "never: term_of_years",
                     id="a life term"),
        pytest.param(a_term(), 2, {}, "later 2029-01-15", id="the third time in prison"),
        pytest.param(a_term(), 3, {}, "never: not_fourth_remand", id="the fourth"),
        pytest.param(a_term(), 4, {}, "never: not_fourth_remand", id="the fifth"),
        pytest.param(possession(years=7), 3, {"shock_559_115_incarcerations": 1},
                     "unknown 2026-09-15..never: law:us-mo/remand_after_shock",
                     id="the fourth, if a 120-day stay is a time in prison"),
        pytest.param(possession(years=7), 4, {"shock_559_115_incarcerations": 1},
                     "never: not_fourth_remand", id="the fourth without the 120-day stay"),
        pytest.param(possession(years=7), None, {},
                     "unknown 2026-09-15..never: person.prior_doc_commitments",
                     id="how often is not known"),
        pytest.param(a_term(years=5), 2, {}, "now 2025-05-15",
                     id="a minimum of 30 months is over before the 40 inside"),
        pytest.param(a_term("571.015", **{"class": None, "years": 3, "offense_date": "2019-05-01"}),
                     0, {}, "now 2025-01-15", id="a minimum that comes later holds it back"),
        pytest.param(a_term("565.052"), 0, {},
                     "unknown 2029-01-15..never: charge.special_victim, charge.sentence.dangerous",
                     id="whether it is dangerous is not known"),
        pytest.param(a_term("562.014", offense_date="2020-08-28", offense_aimed_at="565.021"), 0,
                     {}, "never: not_dangerous", id="a conspiracy to commit a dangerous felony"),
        pytest.param(a_term("562.014", offense_date="2020-08-27", offense_aimed_at="565.021"), 0,
                     {}, "later 2029-01-15", id="before it was one itself"),
        pytest.param(a_term("562.014", offense_aimed_at="570.030"), 0, {}, "later 2029-01-15",
                     id="a conspiracy to steal"),
        pytest.param(a_term("562.014"), 0, {}, "unknown 2029-01-15..never: "
                     "charge.sentence.dangerous, charge.offense_aimed_at, "
                     "law:us-mo/release.dangerous_needs_listing",
                     id="to do what is not known"),
        pytest.param(a_term("562.014", dangerous=False), 0, {}, "later 2029-01-15",
                     id="but the sentence was not for a dangerous felony"),
        pytest.param(a_term("562.012", offense_aimed_at="566.060", physical_injury=True), 0, {},
                     "never: not_dangerous", id="an attempted sodomy with injury"),
        pytest.param(a_term("562.012", offense_aimed_at="566.060", physical_injury=False), 0, {},
                     "later 2029-01-15", id="without"),
        pytest.param(a_term("562.012", offense_aimed_at="565.021"), 0, {}, "later 2029-01-15",
                     id="an attempt at murder 2"),
    ],
)  # fmt: skip
def test_who_is_left_out(charge, prior, person, expected):
    assert asked(C, charge, prior=prior, **person) == expected


OPEN = "law:us-mo/consecutive_conditional_release"


@pytest.mark.parametrize(
    ("own", "terms", "expected"),
    [
        pytest.param(4, [4, 5], "later 2028-01-15", id="nine years in all: a third either way"),
        pytest.param(
            5,
            [5, 5],
            f"unknown 2028-09-15..2029-01-15: {OPEN}",
            id="ten years in all: a third of each, or three years of the sum",
        ),
        pytest.param(
            15,
            [15, 1],
            f"unknown 2032-09-15..2035-01-15: {OPEN}",
            id="sixteen in all: between a third and three years",
        ),
    ],
)
def test_terms_one_after_another(own, terms, expected):
    charge = a_term("579.065", years=own, consecutive_terms_years=terms)
    assert asked(C, charge) == expected


@pytest.mark.parametrize(
    ("years", "prior", "expected"),
    [
        pytest.param(6, 0, "later 1983-01-01", id="a third"),
        pytest.param(12, 0, "later 1988-01-01", id="three years"),
        pytest.param(20, 0, "later 1994-01-01", id="five years"),
        pytest.param(6, 3, "never: not_fourth_remand", id="the fourth time"),
    ],
)
def test_the_first_day_of_the_law(years, prior, expected):
    charge = a_term("569.170", years=years, effective_start="1979-01-01")
    assert asked(C, charge, prior=prior, as_of="1979-01-01") == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param("1994-08-27", "later 1995-06-01", id="the day before minimum terms"),
        pytest.param("1994-08-28", "later 1996-06-01", id="their first day"),
    ],
)
def test_minimum_terms_hold_it_back_from_1994(as_of, expected):
    """Armed criminal action, three years: two inside by this section, three by the other."""
    charge = a_term("571.015", years=3, effective_start="1993-06-01", offense_date="1994-08-28")
    assert asked(C, charge, as_of=as_of) == expected


def test_the_day_before_it_is_no_law():
    assert asked(C, a_term(), as_of="1978-12-31") == "not_applicable"
