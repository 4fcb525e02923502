"""Survivors in Georgia, Kentucky, Louisiana, and under federal law."""

import pytest

from tests.law.us.survivors import ask


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param({}, {}, "now from 2025-07-01", id="since the act"),
        pytest.param({"offense_date": "2025-06-30", "disposition_date": "2026-01-01"}, {},
                     "now from 2026-01-01", id="the last day before the act"),
        pytest.param({"offense_date": "2025-07-01", "disposition_date": "2026-01-01"}, {},
                     "never", id="and its first"),
        pytest.param({}, {"confined": False, "serving_sentence": True}, "now from 2025-07-01",
                     id="on probation"),
        pytest.param({}, {"confined": False, "serving_sentence": False}, "never", id="served"),
        pytest.param({}, {"confined": False},
                     "unknown not before 2025-07-01: person.serving_sentence", id="not known"),
        pytest.param({"sentence": {"sentenced_on": "2026-02-28"}}, {}, "now from 2026-02-28",
                     id="from the day of the sentence, where it came under the act"),
        pytest.param({"disposition_date": ...}, {},
                     "unknown not before 2025-07-01: charge.sentence.sentenced_on,"
                     " charge.disposition_date", id="which is not known"),
        pytest.param({"offense_date": ...}, {},
                     "unknown not before 2025-07-01: charge.offense_date",
                     id="the day of the offense is not known"),
        pytest.param({}, {"abuse": ..., "trafficking_victim": True}, "now from 2025-07-01",
                     id="who tells of trafficking is asked too"),
        pytest.param({}, {"abuse": ...}, "not_applicable", id="nothing is told of abuse"),
        pytest.param({"disposition": "dismissed"}, {}, "not_applicable", id="no sentence"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("question", ["may_apply", "new_range_years"])
def test_georgia(question, charge, person, expected):
    assert ask(question, "us-ga", charge, **person) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param("2025-05-11", "not_applicable", id="the day before it was signed"),
        pytest.param("2025-05-12", "later from 2025-07-01", id="the day it was signed"),
        pytest.param("2025-06-30", "later from 2025-07-01", id="the day before it began"),
        pytest.param("2025-07-01", "now from 2025-07-01", id="its first day"),
    ],
)
def test_georgia_around_the_act(as_of, expected):
    assert ask("may_apply", "us-ga", as_of=as_of) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({"court_found_dv_victim": True, "connection_to_offense": True}, "now always",
                     id="found, and linked"),
        pytest.param({"court_found_dv_victim": True, "connection_to_offense": False}, "never",
                     id="found, and not linked"),
        pytest.param({"court_found_dv_victim": False, "connection_to_offense": True}, "never",
                     id="not found"),
        pytest.param({"court_found_dv_victim": True},
                     "unknown unknown: charge.connection_to_offense", id="not known if linked"),
    ],
)  # fmt: skip
def test_kentucky(charge, expected):
    assert ask("violent_offender_rule_lifted", "us-ky", charge) == expected


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param({}, {}, "unknown unknown: charge.court_found_dv_victim, "
                     "charge.connection_to_offense", id="who tells of abuse is asked"),
        pytest.param({}, {"abuse": ..., "trafficking_victim": True}, "unknown unknown: "
                     "charge.court_found_dv_victim, charge.connection_to_offense",
                     id="and who tells of trafficking"),
        pytest.param({}, {"abuse": ...}, "not_applicable", id="nobody else"),
        pytest.param({"court_found_dv_victim": True, "connection_to_offense": True},
                     {"abuse": ...}, "now always", id="but who has the court's finding"),
        pytest.param({"disposition": "dismissed"}, {}, "not_applicable", id="no sentence"),
    ],
)  # fmt: skip
def test_who_is_asked_in_kentucky(charge, person, expected):
    assert ask("violent_offender_rule_lifted", "us-ky", charge, **person) == expected


def test_louisiana_does_not_guess():
    expected = "unknown unknown: law:us-la/survivors.la_sb91_2026_enacted"
    assert ask("may_apply", "us-la") == expected


PLAIN = {"violent_crime": False, "child_victim": False}
VIOLENT = {"violent_crime": True, "child_victim": False}
CHILD = {"violent_crime": True, "child_victim": True}
TRAFFICKED = {"trafficking_victim": True}


@pytest.mark.parametrize(
    ("charge", "person", "vacate", "expunge", "sentence"),
    [
        pytest.param(PLAIN, {}, "now from 2026-01-23", "now from 2026-01-23",
                     "now from 2026-01-23", id="no violent crime"),
        pytest.param(VIOLENT, {}, "never", "never", "now from 2026-01-23",
                     id="a violent crime without a child victim"),
        pytest.param(CHILD, {}, "never", "never", "never", id="with a child victim"),
        pytest.param({**VIOLENT, "disposition": "dismissed"}, {}, "never", "now from 2026-01-23",
                     "never", id="the same, dismissed"),
        pytest.param(PLAIN, {"confined": False}, "now from 2026-01-23", "now from 2026-01-23",
                     "never", id="not in prison"),
        pytest.param({**PLAIN, "violent_crime": ...}, {},
                     "unknown not before 2026-01-23: charge.violent_crime",
                     "unknown not before 2026-01-23: charge.violent_crime", "now from 2026-01-23",
                     id="not known if violent"),
        pytest.param({**PLAIN, "disposition_date": "2026-05-05"}, {}, "now from 2026-05-05",
                     "now from 2026-05-05", "now from 2026-05-05", id="decided under the act"),
        pytest.param({**PLAIN, "sentence": {"sentenced_on": "2026-06-06"}}, {},
                     "now from 2026-06-06", "now from 2026-06-06", "now from 2026-06-06",
                     id="sentenced under the act"),
        pytest.param(PLAIN, {"trafficking_victim": False}, "never", "never", "never",
                     id="nothing is told of trafficking"),
    ],
)  # fmt: skip
def test_federal(charge, person, vacate, expunge, sentence):
    told = {**TRAFFICKED, **person}
    assert ask("may_apply.3771A_vacate", "us", charge, **told) == vacate
    assert ask("may_apply.3771A_expunge", "us", charge, **told) == expunge
    assert ask("may_apply.3771A_sentence", "us-fed", charge, **told) == sentence


def test_a_state_case_is_none_of_the_federal_act():
    assert ask("may_apply.3771A_vacate", "us-mo", PLAIN, **TRAFFICKED) == "never"


@pytest.mark.parametrize(("as_of", "expected"), [
    ("2026-01-22", "not_applicable"), ("2026-01-23", "now from 2026-01-23"),
])  # fmt: skip
def test_the_first_day_of_the_federal_act(as_of, expected):
    assert ask("may_apply.3771A_vacate", "us", PLAIN, as_of=as_of, **TRAFFICKED) == expected
