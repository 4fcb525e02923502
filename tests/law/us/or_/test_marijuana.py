"""Oregon: marijuana, ORS 137.226, ORS 475C.397 and 2025 c.395."""

import pytest

from tests.law.us.or_.records import ask, convicted, pending, since

MAKING = {"statute": "475.856", "description": "Unlawful manufacture of marijuana"}
UNNAMED = {"statute": "475.992(1)(b)", "description": "Manu/Del Cntrld Sub-SC 1"}
NEW = {"on": "2020-01-01", "offense_date": "2019-12-01"}
OLD = {"on": "2010-01-01", "offense_date": "2009-12-01"}
LEVEL = "charge.level_if_done_today"
DRUG = "charge.facts.substance_marijuana"


@pytest.mark.parametrize(
    ("level", "facts", "expected"),
    [
        pytest.param("FA", MAKING, "now 2025-01-01", id="class A counts as class C"),
        pytest.param("FB", MAKING, "now 2025-01-01", id="and class B"),
        pytest.param("FU", MAKING, "now 2025-01-01", id="and one without a class"),
        pytest.param("FC", MAKING, "now 2025-01-01", id="class C"),
        pytest.param("MA", MAKING, "now 2023-01-01", id="class A misdemeanor"),
        pytest.param("MB", MAKING, "now 2021-01-01", id="class B misdemeanor"),
        pytest.param("FB", {"statute": "475.999", "description": "Del MJ"}, "now 2025-01-01",
                     id="marijuana by the words alone"),
        pytest.param("FB", {"statute": "165.803", "description": "Del MJ"}, "later 2027-01-01",
                     id="words do not make another chapter a drug offense"),
        pytest.param("FA", {**UNNAMED, "facts": {"substance_marijuana": True}}, "now 2025-01-01",
                     id="a drug that is not named: marijuana"),
        pytest.param("FA", {**UNNAMED, "facts": {"substance_marijuana": False}}, "never",
                     id="a drug that is not named: another"),
        pytest.param("FA", UNNAMED, f"unknown 2025-01-01..never: {DRUG}",
                     id="a drug that is not named: not known"),
        pytest.param("FA", {**UNNAMED, "substance": "marijuana"}, "now 2025-01-01",
                     id="the record's own word for the drug"),
        pytest.param("FA", {**UNNAMED, "substance": "other"}, "never", id="another drug"),
        pytest.param("FB", UNNAMED, f"unknown 2025-01-01..2027-01-01: {DRUG}",
                     id="class B, not known"),
        pytest.param("FC", UNNAMED, "now 2025-01-01", id="of class C nothing is asked"),
        pytest.param("FA", {**UNNAMED, "description": "Del Schedule 2"}, "never",
                     id="schedule 2 is not marijuana"),
        pytest.param("FA", {"statute": "475.850", "description": "Delivery of Heroin"}, "never",
                     id="nor is heroin"),
        pytest.param("FB", {"statute": "475.908", "description": "Causing another to ingest",
                            "crime_category": 8},
                     "never", id="neither having, making nor delivering"),
        pytest.param("FA", {"statute": "475B.359", "description": "Arson"}, "never",
                     id="a graver marijuana felony"),
    ],
)  # fmt: skip
def test_the_level_of_marijuana(level, facts, expected):
    assert ask(convicted(level, **NEW, **facts)) == expected


@pytest.mark.parametrize(
    ("level", "today", "expected"),
    [
        ("FA", "felony_c", "now 2015-01-01"),
        ("FA", "misdemeanor_a", "now 2013-01-01"),
        ("FA", "misdemeanor_b", "now 2011-01-01"),
        ("FA", "no_crime", "now 2011-01-01"),
        ("FA", None, f"now 2011-01-01..2015-01-01: {LEVEL}"),
        ("MA", None, f"now 2011-01-01..2013-01-01: {LEVEL}"),
        ("MB", None, "now 2011-01-01"),
    ],
)
def test_old_conduct_takes_the_level_of_2017(level, today, expected):
    assert ask(convicted(level, **OLD, **MAKING, level_if_done_today=today)) == expected


@pytest.mark.parametrize(
    ("offended", "expected"),
    [("2017-04-20", "now 2018-05-01"), ("2017-04-21", "now 2022-05-01"),
     (None, "now 2018-05-01..2022-05-01: charge.offense_date")],
    ids=["the day before", "the day itself", "not known"],
)  # fmt: skip
def test_which_conduct_is_old(offended, expected):
    charge = convicted("FA", "2017-05-01", offense_date=offended, **MAKING,
                       level_if_done_today="misdemeanor_b")  # fmt: skip
    assert ask(charge) == expected


YOUNG = convicted("FA", "2026-01-01", offense_date="2025-12-01", **MAKING)


@pytest.mark.parametrize(
    ("charge", "others", "person", "expected"),
    [
        pytest.param(YOUNG, [], {"birth_date": "2006-06-01"}, "later 2027-01-01", id="19"),
        pytest.param(YOUNG, [], {"birth_date": "2005-01-02"}, "later 2027-01-01",
                     id="21 on the day after the conviction"),
        pytest.param(YOUNG, [], {"birth_date": "2005-01-01"}, "later 2031-01-01",
                     id="21 on the day of the conviction"),
        pytest.param(YOUNG, [], {"birth_date": ..., "birth_year": 2006}, "later 2027-01-01",
                     id="a year of birth is enough"),
        pytest.param(YOUNG, [], {"birth_date": ..., "birth_year": 2004}, "later 2031-01-01",
                     id="a year of birth that is too early"),
        pytest.param(YOUNG, [], {"birth_date": ..., "birth_year": 2005},
                     "unknown 2027-01-01..2031-01-01", id="a year that leaves it open"),
        pytest.param(YOUNG, [], {"birth_date": ...}, "unknown 2027-01-01..2031-01-01",
                     id="no birth date at all"),
        pytest.param(YOUNG, [convicted("MA", "2025-01-01")], {"birth_date": "2006-06-01"},
                     "later 2031-01-01", id="with another conviction"),
        pytest.param(YOUNG, [convicted("VB", "2025-01-01", statute="811.100")],
                     {"birth_date": "2006-06-01"}, "later 2027-01-01",
                     id="a traffic violation is none"),
        pytest.param(YOUNG, [convicted("MA", "2025-01-01", disposition=None)],
                     {"birth_date": "2006-06-01"}, "unknown 2027-01-01..never",
                     id="whether there is another is not known"),
        pytest.param(YOUNG, [pending("MA")], {"birth_date": "2006-06-01"},
                     "later 2027-01-01..never", id="while another charge is open"),
        pytest.param({**YOUNG, "disposition_completed_on": "2028-05-05"}, [],
                     {"birth_date": "2006-06-01"}, "later 2028-05-05",
                     id="the sentence is done later"),
        pytest.param(convicted("FA", "2025-11-23", offense_date="2025-11-01", **MAKING), [],
                     {"birth_date": "2006-06-01"}, "now 2026-11-23", id="a year ago today"),
        pytest.param(convicted("FA", "2025-11-24", offense_date="2025-11-01", **MAKING), [],
                     {"birth_date": "2006-06-01"}, "later 2026-11-24", id="a day less"),
        pytest.param(convicted("FA", "2026-01-01", statute="475B.371", description="To a minor"),
                     [], {"birth_date": "2006-06-01"}, "never", id="a graver felony"),
        pytest.param(convicted("FA", "2026-01-01", **UNNAMED), [], {"birth_date": "2006-06-01"},
                     "unknown 2027-01-01..never", id="a drug that is not named"),
    ],
)  # fmt: skip
def test_the_short_wait_of_the_young(charge, others, person, expected):
    assert since(charge, *others, **person) == expected


@pytest.mark.parametrize(
    ("statute", "expected"),
    [("475.864(3)", "now 2026-03-10..2027-03-10"), ("471.430", "later 2027-03-10")],
    ids=["marijuana: perhaps at any time", "another violation"],
)
def test_a_qualifying_marijuana_conviction_is_open_law(statute, expected):
    charge = convicted("VB", "2026-03-10", statute=statute, description="Possession")
    assert since(charge) == expected.replace("now", "unknown")


@pytest.mark.parametrize(
    ("offended", "unpaid", "expected"),
    [
        ("2015-06-30", True, "now 2025-09-26"),
        ("2015-07-01", True, "unknown 2016-08-01..never"),
        ("2015-06-30", False, "unknown 2016-08-01..never"),
        (None, True, "unknown 2016-08-01..never"),
    ],
    ids=["conduct before July 2015", "in July 2015", "something else is left", "not known when"],
)
def test_money_that_expired(offended, unpaid, expected):
    charge = convicted("VB", "2015-08-01", offense_date=offended, statute="471.430",
                       disposition_completed_on=None, only_unpaid_money=unpaid)  # fmt: skip
    assert since(charge) == expected
