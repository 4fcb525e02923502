"""Renting in Missouri: what a landlord may use, before and after 28 August 2025."""

import pytest

from tests.law.us.homes import ask

KC = {"city": "Kansas City"}


@pytest.mark.parametrize(
    ("as_of", "home", "expected"),
    [
        pytest.param("2025-08-27", KC, "now from 2024-08-01",
                     id="Kansas City's limit, on its last day"),
        pytest.param("2025-08-28", KC, "never", id="since that day no city may have one"),
        pytest.param("2025-08-27", {"city": "Columbia"}, "never", id="another city had none"),
        pytest.param("2025-08-27", {}, "unknown not before 2024-08-01: tenancy.city",
                     id="the city is not known"),
        pytest.param("2026-11-23", {}, "never", id="after that day the city does not matter"),
        pytest.param("2026-11-23", {**KC, "kind": "city_owned"},
                     "unknown unknown: law:us-mo/housing.city_owned_homes",
                     id="a home that the city owns"),
        pytest.param("2026-11-23", {**KC, "kind": ...},
                     "unknown unknown: tenancy.kind, law:us-mo/housing.city_owned_homes",
                     id="whose home it is is not known"),
        pytest.param("2026-11-23", {"jurisdiction": "us-ks"}, "not_applicable",
                     id="a home in Kansas"),
        pytest.param("2026-11-23", {"jurisdiction": ...}, "not_applicable", id="no place told"),
    ],
)  # fmt: skip
def test_landlords(as_of, home, expected):
    assert ask("landlord_use_barred", "us-mo", {}, home=home, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, "now always", id="a landlord may ask at any time"),
        pytest.param({"jurisdiction": "us-ks"}, "not_applicable", id="a home in Kansas"),
    ],
)
def test_questions(home, expected):
    assert ask("may_inquire", "us-mo", {}, home=home) == expected


@pytest.mark.parametrize(
    ("question", "eve", "first"),
    [("landlord_use_barred", "2024-07-31", "2024-08-01"),
     ("may_inquire", "2025-08-27", "2025-08-28")],
)  # fmt: skip
def test_the_first_day(question, eve, first):
    known = {"law_of": "us-mo"}
    assert ask(question, "us-mo", {}, as_of=eve, **known) == "not_applicable"
    assert ask(question, "us-mo", {}, as_of=first, **known) != "not_applicable"


CLEARED = {"expunged_on": "2026-09-09"}
PARDONED = {"pardoned_on": "2026-09-10"}


@pytest.mark.parametrize(
    ("charge", "home", "expected"),
    [
        pytest.param({}, {}, "never", id="Missouri has no limit but that on cleared records"),
        pytest.param({}, {"jurisdiction": ...}, "never", id="no home is told of"),
        pytest.param({}, {"jurisdiction": "us-nj"}, "not_applicable",
                     id="for a home elsewhere its no says nothing"),
        pytest.param(CLEARED, {"jurisdiction": "us-nj"}, "now from 2026-09-09",
                     id="but a record that Missouri cleared stays off reports there too"),
        pytest.param(PARDONED, {"jurisdiction": "us-nj"}, "now from 2026-09-10", id="or pardoned"),
        pytest.param(CLEARED, {}, "now from 2026-09-09", id="cleared, and a home here"),
    ],
)  # fmt: skip
def test_reports_of_cleared_records(charge, home, expected):
    told = ask("state_report_barred", "us-mo", charge, home=home, law_of="us-mo")
    assert told == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, "now from 2024-08-01", id="a home in Missouri"),
        pytest.param({"jurisdiction": ...}, "now from 2024-08-01", id="no home is told of"),
        pytest.param({"jurisdiction": "us-co"}, "not_applicable", id="a home in Denver"),
    ],
)
def test_kansas_citys_limit_is_for_homes_in_missouri(home, expected):
    question = "housing.local_limit.kansas_city"
    assert ask(question, "us-mo", home=home, as_of="2025-08-27", law_of="us-mo") == expected
