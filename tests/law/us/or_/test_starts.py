"""Oregon: the first day of each rule and of each number, and the day before it."""

import pytest

from tests.law.us.or_.records import a_charge, answers, convicted, dismissed, pending, since

FIRST_DAY, DAY_BEFORE = "2022-01-01", "2021-12-31"
LONG_AGO = {"on": "2010-01-01", "offense_date": "2009-12-01"}
MAKING = {"statute": "475.856", "description": "Making marijuana"}
JUVENILE = {"case_type": "Juvenile Delinquency: Felony"}

RULES = {
    "us-or/conviction": convicted("MA", **LONG_AGO),
    "us-or/dismissal": dismissed("MA", **LONG_AGO),
    "us-or/no-complaint": a_charge("MA", "no_complaint", "2010-01-01"),
    "us-or/marijuana-under-21": convicted("FC", **LONG_AGO, **MAKING),
    "us-or/qualifying-marijuana": convicted("VB", **{**LONG_AGO, **MAKING}),
    "us-or/insanity": a_charge("MA", "guilty_except_for_insanity", "2010-01-01"),
    "us-or/juvenile-record": convicted("MA", **LONG_AGO, **JUVENILE),
}


def applies(rule, as_of):
    found = answers("clear", RULES[rule], as_of=as_of, birth_date="1990-06-01")
    return next(one.applies for one in found if one.rule == rule)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_begins_in_2022(rule):
    assert not applies(rule, DAY_BEFORE)
    assert applies(rule, FIRST_DAY)


CONTEMPT = {"statute": "33.065", "description": "Contempt"}
SEX = {"statute": "163.465", "description": "Public indecency"}
UNPAID = {"statute": "471.430", "disposition_completed_on": None, "only_unpaid_money": True}


@pytest.mark.parametrize(
    ("charge", "born", "expected"),
    [
        pytest.param(convicted("FB", **LONG_AGO, statute="165.803"), "1980-01-01",
                     "now 2017-01-01", id="seven years"),
        pytest.param(convicted("FC", **LONG_AGO), "1980-01-01", "now 2015-01-01",
                     id="five years"),
        pytest.param(convicted("MA", **LONG_AGO), "1980-01-01", "now 2013-01-01",
                     id="three years"),
        pytest.param(convicted("MB", **LONG_AGO), "1980-01-01", "now 2011-01-01", id="one year"),
        pytest.param(convicted("O", **LONG_AGO, **CONTEMPT, contempt_about_abuse=False),
                     "1980-01-01", "now 2011-01-01", id="contempt"),
        pytest.param(convicted("O", **LONG_AGO, **CONTEMPT, contempt_about_abuse=True),
                     "1980-01-01", "now 2011-01-01", id="contempt about abuse"),
        pytest.param(convicted("MA", **LONG_AGO, probation_revoked_on="2011-01-01"),
                     "1980-01-01", "now 2014-01-01", id="after a revocation"),
        pytest.param(a_charge("MA", "no_complaint", "2010-01-01"), "1980-01-01",
                     "now 2010-03-02", id="sixty days"),
        pytest.param(convicted("FC", **LONG_AGO, **SEX), "1990-01-01", "never",
                     id="a sex crime of a person of nineteen"),
        pytest.param(convicted("FC", **{**LONG_AGO, "offense_date": "2019-12-01", **MAKING,
                                        "on": "2020-01-01"}), "2000-01-02", "now 2021-01-01",
                     id="marijuana under 21"),
        pytest.param(convicted("FC", **LONG_AGO, **MAKING, level_if_done_today="no_crime"),
                     "1980-01-01", "now 2011-01-01", id="marijuana conduct before 2017"),
        *(pytest.param(a_charge(level, "guilty_except_for_insanity", "2010-01-01",
                                statute="165.803", review_board_ended_on="2010-01-01"),
                       "1980-01-01", f"now {year}-01-01", id=f"insanity, {level}")
          for level, year in (("FB", 2017), ("FC", 2015), ("MA", 2013), ("MB", 2011))),
        pytest.param(convicted("VB", "2015-06-30", offense_date="2015-06-01", **UNPAID),
                     "1980-01-01", "later 2025-09-26", id="money that will expire"),
    ],
)  # fmt: skip
def test_a_number_is_law_from_the_first_day(charge, born, expected):
    assert since(charge, as_of=FIRST_DAY, birth_date=born) == expected


def test_pending_contempt_about_abuse_does_not_yet_hold_back_on_the_first_day():
    contempt = pending("O", **CONTEMPT, contempt_about_abuse=True)
    assert since(convicted("MB", **LONG_AGO), contempt, as_of=FIRST_DAY) == "now 2011-01-01"
