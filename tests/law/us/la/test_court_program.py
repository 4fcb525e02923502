"""Louisiana: after a court's program, from its end until a motion would do, art. 985.3."""

import pytest

from tests.law.us.la.records import ask, felony, misdemeanor

DONE = {"court_program_completed_on": "2025-02-01"}
TEN = "unknown 2025-02-01..2035-02-02"
FIVE = "unknown 2025-02-01..2030-02-02"
FIRST = {"prior_felony_convictions": 0}


def program(*charges, **person):
    """Status and days; what stays open is whether the years have to pass."""
    found, _, why = ask(*charges, question="clear.985_3", **person).partition(": ")
    assert not why or "law:us-la/program_waits" in why
    return found


def completed(**facts):
    """A felony whose sentence was done with the program."""
    return felony("2025-02-01", **DONE, **facts)


def lesser(**facts):
    """A misdemeanor whose sentence was done with the program."""
    return misdemeanor("2025-02-01", **DONE, **facts)


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(completed(), TEN, id="ten years and a day at most"),
        pytest.param(completed(statute="14:81", sex_offense=False), TEN,
                     id="no sex offense, by the record"),
        pytest.param(completed(statute="14:80", sex_offense=False), TEN,
                     id="nor carnal knowledge as it was before 2001"),
        pytest.param(completed(statute="14:27", attempted_statute="14:62"), TEN,
                     id="an attempt at burglary"),
        pytest.param(completed(statute="14:46", victim_minor=False,
                               listed_crime_of_violence=False), TEN,
                     id="false imprisonment of an adult"),
        pytest.param(completed(statute="14:32.1", listed_crime_of_violence=False), TEN,
                     id="no crime of violence, by the record"),
        pytest.param(completed(element_force=False), TEN, id="without force"),
        pytest.param(completed(statute="40:967(A)", description="possession with intent"), TEN,
                     id="possession with intent, by its words"),
        pytest.param(completed(statute="40:967(A)", description="drug",
                               with_intent_to_distribute=True), TEN,
                     id="possession with intent, by the record"),
        pytest.param(completed(statute="40:970(A)", description="distribution",
                               max_sentence_years=5), TEN, id="five years at most"),
        pytest.param(completed(set_aside_893E_on="2026-05-05"), "now 2025-02-01..2026-05-05",
                     id="set aside"),
        pytest.param(completed(statute="14:64"), "unknown 2025-02-01..never",
                     id="armed robbery: by a motion never"),
        pytest.param(completed(vacated_on="2026-05-05"), "not_applicable", id="taken back"),
    ],
)  # fmt: skip
def test_a_felony(charge, expected):
    assert program(charge) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(lesser(), FIVE, id="five years and a day at most"),
        pytest.param(lesser(arrest_sex_offense=False), FIVE, id="no arrest for a sex offense"),
        pytest.param(lesser(arrest_charge="14:62"), FIVE, id="an arrest for burglary"),
        pytest.param(lesser(statute="33:1", ordinance_equivalent_of="14:98"), FIVE,
                     id="a city's drunk driving"),
        pytest.param(lesser(set_aside_894B_on="2026-05-05"), "now 2025-02-01..2026-05-05",
                     id="set aside"),
        pytest.param(lesser(trafficking_certified=True), "now 2025-02-01",
                     id="no wait for a trafficked person"),
        pytest.param(lesser(statute="40:966(C)(2)(a)", first_offense=True, grams=14,
                            disposition_date="2025-01-01"), "now 2025-02-01..2025-04-01",
                     id="a first small marijuana offense: ninety days from the conviction"),
    ],
)  # fmt: skip
def test_a_misdemeanor(charge, expected):
    assert program(charge) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(felony("2026-02-01", disposition_date="2026-01-01"),
                     "unknown 2025-02-01..2036-01-01", id="ten years from the last felony"),
        pytest.param(felony(disposition_date="2026-01-01", vacated_on="2026-05-05"), TEN,
                     id="unless it was taken back"),
    ],
)  # fmt: skip
def test_another_felony(other, expected):
    assert program(completed(), other) == expected


@pytest.mark.parametrize(
    ("facts", "person", "expected"),
    [
        pytest.param({}, FIRST, "now 2025-02-01..2025-09-06", id="a first offender"),
        pytest.param({"court_costs_outstanding": False}, FIRST, "now 2025-02-01..2025-09-06",
                     id="who owes no costs"),
        pytest.param({"court_costs_outstanding": True}, FIRST, "unknown 2025-02-01..2035-09-07",
                     id="who does: ten years at most"),
        pytest.param({}, {"incarcerated": False}, "unknown 2025-02-01..2035-09-07",
                     id="not in custody"),
        pytest.param({}, {"incarcerated": True, "release_projected_on": "2037-04-30"},
                     "unknown 2025-02-01..2037-04-30", id="in custody: the release at most"),
    ],
)  # fmt: skip
def test_the_person(facts, person, expected):
    charge = felony("2025-09-06", **DONE, **facts)
    assert program(charge, **person) == expected
