"""RSMo 558.047: those sentenced for murder as children may ask the board after 25 years."""

import pytest

from tests.law.us.mo.release.prison import a_term, asked

Q = "parole.558_047"
KIND, AGE = "never: kind_of_term", "never: under_18"


def by_a_child(statute="565.020", **facts):
    """Life for murder 1, seventeen at the offense, from 20 November 2001."""
    return a_term(statute, **{"class": "unclassified", "offense_date": "2001-05-01",
                              "arrest_date": "2001-05-01", "disposition_date": "2001-12-01",
                              "effective_start": "2001-11-20", "years": None, "life": True,
                              **facts})  # fmt: skip


def review(charge, born="1984-03-03", **about):
    return asked(Q, charge, birth_date=born, **about)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, "now 2026-11-20", id="25 years are over"),
        pytest.param({"effective_start": "2001-11-24"}, "later 2026-11-24", id="tomorrow"),
        pytest.param({"effective_start": "2004-02-29"}, "later 2029-03-01",
                     id="25 years from a leap day"),
        pytest.param({"offense_date": "2002-03-02"}, "now 2026-11-20",
                     id="the day before turning eighteen"),
        pytest.param({"offense_date": "2002-03-03"}, AGE, id="on the eighteenth birthday"),
        pytest.param({"offense_date": None}, "unknown 2026-11-20..never: charge.offense_date",
                     id="the day of the offense is not known"),
    ],
)  # fmt: skip
def test_twenty_five_years_for_who_was_under_eighteen(facts, expected):
    assert review(by_a_child(**facts)) == expected


def test_the_age_may_be_unknown():
    assert review(by_a_child(), born=None) == "unknown 2026-11-20..never: person.birth_date"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"statute": "570.023", "life": ..., "type": "life_without_parole"},
                     "now 2026-11-20", id="life without parole for something else, before 2016"),
        pytest.param({"years": 30, "life": False}, KIND, id="a term of years before 2016"),
        pytest.param({"years": 30, "life": False, "disposition_date": "2016-08-27"}, KIND,
                     id="on the last day of the old law"),
        pytest.param({"years": 30, "life": False, "disposition_date": "2016-08-28"},
                     "now 2026-11-20", id="thirty years, on the first day of the new one"),
        pytest.param({"years": 29, "life": False, "disposition_date": "2016-08-28"}, KIND,
                     id="29 years"),
        pytest.param({"years": 40, "life": False, "disposition_date": "2016-08-28"},
                     "now 2026-11-20", id="forty years"),
        pytest.param({"years": 41, "life": False, "disposition_date": "2016-08-28"}, KIND,
                     id="41 years"),
        pytest.param({"disposition_date": "2016-08-28"}, "now 2026-11-20", id="life since 2016"),
        pytest.param({"disposition_date": "2016-08-28", "without_parole": True}, KIND,
                     id="life without parole since 2016"),
        pytest.param({"disposition_date": "2016-08-20", "sentenced_on": "2016-08-28", "years": 30,
                      "life": False}, "now 2026-11-20", id="found before, sentenced after"),
        pytest.param({"disposition_date": None, "years": 30, "life": False},
                     "unknown 2026-11-20..never: charge.sentence.sentenced_on, "
                     "charge.disposition_date", id="when is not known"),
        pytest.param({"disposition_date": "2016-08-28", "life": False},
                     "unknown 2026-11-20..never: charge.sentence.years",
                     id="for how long is not known"),
    ],
)  # fmt: skip
def test_which_terms_are_reviewed(facts, expected):
    assert review(by_a_child(**{"statute": "565.020", **facts})) == expected


@pytest.mark.parametrize(
    "charge",
    [
        pytest.param(by_a_child("565.021", life=False, years=30), id="murder 2"),
        pytest.param(by_a_child("565.021"), id="life with parole for murder 2"),
        pytest.param(by_a_child(disposition="dismissed"), id="a dismissed charge"),
    ],
)
def test_where_it_is_not_asked(charge):
    assert review(charge) == "not_applicable"


def test_the_first_day_of_the_law():
    assert review(by_a_child(), as_of="2016-07-12") == "not_applicable"
    assert review(by_a_child(), as_of="2016-07-13") == "later 2026-11-20"


@pytest.mark.parametrize("years", [30, 40])
def test_terms_of_years_on_the_first_day(years):
    charge = by_a_child(years=years, life=False, disposition_date="2016-08-28")
    assert review(charge, as_of="2016-07-13") == "later 2026-11-20"
