"""Louisiana: a request to the state police waits for what a motion would wait for, art. 985.2."""

import pytest

from tests.law.us.la.records import ask, ended, felony, misdemeanor

MISDEMEANOR = {"severity": "misdemeanor", "statute": "14:35"}
MONEY = "law:us-la/automated.operating"
SMALL = {"statute": "40:966(C)(2)(a)", "disposition_date": "2026-08-01", "grams": 5,
         "first_offense": True}  # fmt: skip


def request(*charges, **person):
    """The first day on which a request may do; the last is open while the money is."""
    found = ask(*charges, question="clear.automatic", **person)
    if found == "never":
        return found
    first, _, rest = found.removeprefix("unknown ").partition("..never: ")
    assert MONEY in rest
    return first


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(ended("dismissed"), "2025-01-01", id="not before the law"),
        pytest.param(ended("dismissed", jurisdiction="us-tx"), "never", id="a case of Texas"),
        pytest.param(ended("dismissed", "2026-11-24"), "2026-11-24", id="dismissed tomorrow"),
        pytest.param(ended("arrest_only", None, limitation_period_end="2026-11-23"), "2026-11-24",
                     id="the day after the time to prosecute, as the record states it"),
        pytest.param(ended("arrest_only", None, hard_labor=False, offense_date="2022-11-23"),
                     "2026-11-24", id="four years for a felony"),
        pytest.param(ended("arrest_only", None, hard_labor=True, offense_date="2020-11-23"),
                     "2026-11-24", id="six at hard labor"),
        pytest.param(ended("arrest_only", None, **MISDEMEANOR, fine_only=False,
                           offense_date="2024-11-23"),
                     "2026-11-24", id="two for a misdemeanor that brings more than a fine"),
        pytest.param(ended("arrest_only", None, hard_labor=True, offense_date="2020-11-23",
                           da_declined=False),
                     "2026-11-24", id="not declined"),
        pytest.param(ended("diverted", **MISDEMEANOR | {"statute": "33:1"},
                           ordinance_equivalent_of="14:98", arrest_date="2021-11-24"),
                     "2026-11-24", id="a city's drunk driving: five years from the arrest"),
    ],
)  # fmt: skip
def test_an_arrest(charge, expected):
    assert request(charge) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(felony(vacated_on="2026-05-10"), "2026-05-10", id="taken back"),
        pytest.param(felony("2026-01-01", factually_innocent_comp_on="2026-11-24"), "2026-11-24",
                     id="innocent and owed compensation"),
        pytest.param(felony("2026-01-01", set_aside_893E_on="2026-11-24"), "2026-11-24",
                     id="a felony set aside"),
        pytest.param(misdemeanor("2026-01-01", set_aside_894B_on="2026-11-24"), "2026-11-24",
                     id="a misdemeanor set aside"),
        pytest.param(felony("2026-01-01", trafficking_certified=False), "2036-01-02",
                     id="ten years and a day"),
        pytest.param(felony("2026-01-01", trafficking_certified=True), "2025-01-01",
                     id="no wait for a trafficked person"),
        pytest.param(misdemeanor("2026-10-01", **SMALL), "2026-10-30",
                     id="a first small marijuana offense: ninety days"),
        pytest.param(misdemeanor("2026-10-01", **SMALL | {"first_offense": False}), "2031-10-02",
                     id="not the first: five years and a day"),
        pytest.param(misdemeanor("2026-10-01", **SMALL | {"grams": 14.1}), "2031-10-02",
                     id="more than 14 grams"),
    ],
)  # fmt: skip
def test_a_conviction(charge, expected):
    assert request(charge) == expected


@pytest.mark.parametrize(
    "charge",
    [
        pytest.param(misdemeanor(sex_offense=True), id="a sex offense"),
        pytest.param(misdemeanor(arrest_sex_offense=True), id="from an arrest for one"),
        pytest.param(misdemeanor(arrest_charge="14:43.1"), id="by the section of the arrest"),
        pytest.param(felony(statute="14:27", attempted_statute="14:64"),
                     id="an attempt at armed robbery"),
        pytest.param(felony(statute="14:46", victim_minor=True), id="against a minor"),
        pytest.param(felony(listed_crime_of_violence=True), id="a crime of violence"),
        pytest.param(felony(element_force=True), id="with force"),
        pytest.param(felony(statute="40:967(A)", description="distribution of cocaine"),
                     id="distribution"),
        pytest.param(felony(statute="40:967(A)", description="drug",
                            with_intent_to_distribute=False), id="no mere intent"),
        pytest.param(felony(statute="40:970(A)", description="distribution", max_sentence_years=6),
                     id="more than five years"),
    ],
)  # fmt: skip
def test_what_is_left_out(charge):
    assert request(charge) == "never"


@pytest.mark.parametrize("owed", [True, False])
def test_a_first_offenders_pardon(owed):
    charge = felony("2026-10-10", court_costs_outstanding=owed)
    assert request(charge, prior_felony_convictions=0) == "2026-10-10"


def test_another_expungement_sets_no_limit_since_2020():
    assert request(felony(), last_expungement_on="2024-06-06") == "2025-01-01"


def test_custody():
    serving = felony("2030-01-01", arrest_date="2024-08-01", disposition_date="2025-03-03")
    found = request(ended("dismissed"), serving, incarcerated=True,
                    release_projected_on="2027-04-30")  # fmt: skip
    assert found == "2027-04-30"
