"""Louisiana: what a record says itself decides, of this charge and of those beside it."""

import pytest

from tests.law.us.la.records import ask, ended, felony, misdemeanor

SERVING = felony("2030-01-01", arrest_date="2024-08-01", disposition_date="2012-01-01")
AT_17 = ended("dismissed", arrest_date="2003-05-05", da_declined=True)
FELONY_ARREST = {"arrest_charge": "14:43.1 sexual battery"}
UNDONE = ["vacated_on", "set_aside_893E_on", "set_aside_894B_on"]


@pytest.mark.parametrize(
    ("question", "charge"),
    [
        ("clear.977", misdemeanor()),
        ("clear.978", felony()),
        ("interim.985_1", misdemeanor(**FELONY_ARREST)),
    ],
    ids=["a misdemeanor", "a felony", "interim expungement"],
)
def test_a_felony_term_holds_back_until_the_release(question, charge):
    found = ask(charge, SERVING, question=question, incarcerated=True,
                release_projected_on="2027-04-30")  # fmt: skip
    assert found == "later 2027-04-30"


@pytest.mark.parametrize("how", UNDONE)
def test_a_conviction_of_the_arrest_that_was_undone(how):
    undone = {how: "2011-01-01"}
    assert ask(AT_17, felony(arrest_date="2003-05-05"), question="clear.999") == "never"
    found = ask(AT_17, felony(arrest_date="2003-05-05", **undone), question="clear.999")
    assert found == "now 2010-06-01"
    assert ask(ended("dismissed"), felony(**undone), question="clear.976") == "now 2010-06-01"
    mine = misdemeanor(arrest_date="2010-01-05")
    assert ask(mine, felony(), question="interim.985_1") == "never"
    assert ask(mine, felony(**undone), question="interim.985_1") == "now 2010-06-01"


@pytest.mark.parametrize("how", ["vacated_on", "set_aside_894B_on"])
def test_a_misdemeanor_that_was_undone_leaves_the_ten_years_clean(how):
    second = misdemeanor("2020-01-01", disposition_date="2018-01-01", **{how: "2019-01-01"})
    assert ask(felony(statute="14:65"), second) == "now 2022-03-11"


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"statute": "14:43.1", "sex_offense": False}, id="no sex offense"),
        pytest.param({"statute": "14:27", "attempted_statute": "14:62"},
                     id="an attempt at burglary"),
    ],
)  # fmt: skip
def test_the_time_to_prosecute(facts):
    charge = ended("arrest_only", None, hard_labor=False, offense_date="2022-11-22", **facts)
    assert ask(charge, question="clear.976") == "now 2026-11-23"


def test_an_attempt_at_a_misdemeanor():
    assert ask(misdemeanor(statute="14:27", attempted_statute="14:35")) == "now 2017-03-11"


def test_a_first_offender_who_owes_no_costs():
    charge = felony("2025-09-06", court_costs_outstanding=False)
    assert ask(charge, prior_felony_convictions=0) == "now 2025-09-06"


def test_a_citys_drunk_driving_had_one_expungement_in_ten_years():
    charge = misdemeanor(statute="33:1", ordinance_equivalent_of="14:98")
    found = ask(charge, as_of="2020-07-31", last_expungement_on="2016-06-06")
    assert found == "later 2026-06-06"


@pytest.mark.parametrize(
    ("as_of", "person", "expected"),
    [
        pytest.param("2026-08-01", {"abuse": {"claimed": True}}, "unknown", id="abuse is told"),
        pytest.param("2026-08-01", {"trafficking_victim": True}, "unknown", id="trafficking is"),
        pytest.param("2026-08-01", {}, "not_applicable", id="nothing is told"),
        pytest.param("2026-07-31", {"trafficking_victim": True}, "not_applicable",
                     id="the day before the bill would begin"),
    ],
)  # fmt: skip
def test_survivors(as_of, person, expected):
    found = ask(felony(), question="may_apply", as_of=as_of, **person)
    assert found.partition(" ")[0] == expected
    assert ("law:us-la/survivors.la_sb91_2026_enacted" in found) == (expected == "unknown")
