"""Renting in Seattle: a landlord may ask, and may not act on it."""

import pytest

from tests.law.us.homes import ask

USE, SEATTLE = "landlord_use_barred", "us-wa-seattle"
APPLIED = {"stage": "application", "conditional_offer_date": None}


@pytest.mark.parametrize(
    ("charge", "home", "expected"),
    [
        pytest.param({}, {}, "now always", id="nothing may be used, however new"),
        pytest.param({"registration": "current"}, {}, "never", id="but registration"),
        pytest.param({"registration": None}, {}, "unknown unknown: charge.registration", id="if"),
        pytest.param({}, {"owner_occupied": True, "units": 1}, "never", id="the owner's house"),
        pytest.param({}, {"owner_occupied": True, "units": 2}, "now always", id="two homes"),
        pytest.param({"description": "manufacturing methamphetamine", "on_assisted_premises": True},
                     {"kind": "voucher"}, "never", id="federal law requires a refusal"),
        pytest.param({"description": "manufacturing methamphetamine", "on_assisted_premises": True},
                     {"kind": "private"}, "now always", id="not of a private landlord"),
    ],
)  # fmt: skip
def test_seattle(charge, home, expected):
    assert ask(USE, SEATTLE, charge, home=home) == expected


@pytest.mark.parametrize(("as_of", "expected"), [
    ("2023-03-20", "now always"), ("2023-03-21", "now always"),
])  # fmt: skip
def test_a_landlord_in_seattle_may_ask(as_of, expected):
    assert ask("may_inquire", SEATTLE, {}, home=APPLIED, as_of=as_of) == expected
