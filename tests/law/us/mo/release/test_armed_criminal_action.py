"""RSMo 571.015: three, five or ten years without parole, by how many findings came before."""

import pytest

from tests.law.us.mo.records import in_one_case
from tests.law.us.mo.release.prison import a_term, asked

NEEDS = "law:us-mo/second_armed_criminal_action"


def action(**facts):
    """Ten years from 1 February 2020 for an offense of 2019: not yet a dangerous felony."""
    return a_term("571.015", **{"class": None, "offense_date": "2019-05-01",
                                "arrest_date": "2019-05-01", "disposition_date": "2020-02-01",
                                "effective_start": "2020-02-01", **facts})  # fmt: skip


def earlier(found="2015-03-03", **facts):
    return action(disposition_date=found, effective_start=found, offense_date="2014-01-01", **facts)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([], "now 2023-02-01", id="the first: three years"),
        pytest.param([earlier()], "now 2025-02-01", id="the second: five"),
        pytest.param([earlier(), earlier("2016-04-04")], "later 2030-02-01", id="the third: ten"),
        pytest.param([earlier(), earlier(), earlier()], "later 2030-02-01", id="the fourth: ten"),
        pytest.param([earlier("2019-04-30")], "now 2025-02-01",
                     id="found the day before this conduct"),
        pytest.param([earlier("2019-05-01")], "now 2023-02-01..2025-02-01: " + NEEDS,
                     id="found on the day of this conduct: open law, and over by now"),
        pytest.param([earlier("2020-02-01")], "now 2023-02-01..2025-02-01: " + NEEDS,
                     id="found on the same day as this one"),
        pytest.param([earlier("2020-02-02")], "now 2023-02-01", id="found later"),
        pytest.param([earlier(), earlier("2020-02-01")], f"unknown 2025-02-01..2030-02-01: {NEEDS}",
                     id="one before, one on the same day"),
        pytest.param([earlier(disposition="dismissed")], "now 2023-02-01", id="one was dismissed"),
        pytest.param([a_term("570.023", disposition_date="2015-03-03")], "now 2023-02-01",
                     id="one was a robbery"),
        pytest.param([earlier(None), earlier()],
                     "unknown 2025-02-01..2030-02-01: charge.disposition_date@c2/1, " + NEEDS,
                     id="the day of one is not known"),
    ],
)  # fmt: skip
def test_by_how_many_came_before(others, expected):
    assert asked("release.minimum_prison_term", action(), *others) == expected


def test_two_counts_of_one_case_are_open_law():
    both = in_one_case(action(), action(), case_id="c1")
    found = asked("release.minimum_prison_term", both, as_of="2024-06-01")
    assert found == f"unknown 2023-02-01..2025-02-01: {NEEDS}"


@pytest.mark.parametrize(
    ("offended", "expected"),
    [
        pytest.param("2020-08-27", "now 2023-02-01", id="the day before it became dangerous"),
        pytest.param("2020-08-28",
                     "unknown 2023-02-01..2028-08-01: law:us-mo/release.dangerous_needs_listing",
                     id="since then: dangerous, but not on the list"),
    ],
)  # fmt: skip
def test_since_2020_it_is_a_dangerous_felony(offended, expected):
    assert asked("release.minimum_prison_term", action(offense_date=offended)) == expected


def test_it_holds_conditional_release_back_too():
    short = action(years=3)  # a third of three years would be outside from 1 February 2022 on
    assert asked("release.conditional", short) == "now 2023-02-01"
