"""Assisted housing: who must be refused, until when, and how the abuse of a survivor counts."""

import pytest

from tests.law.us.homes import ask

Q = "mandatory_assisted_bar_lifted"
METH = {"description": "manufacturing methamphetamine", "on_assisted_premises": True}


@pytest.mark.parametrize(
    ("kind", "charge", "expected"),
    [
        pytest.param("voucher", {}, "now always", id="a theft is no reason that must be used"),
        pytest.param("voucher", {"registration": "lifetime"}, "never", id="registration for life"),
        pytest.param("project_based", {"registration": "lifetime"}, "never", id="in any program"),
        pytest.param("voucher", {"registration": "15_years"}, "now always", id="for 15 years"),
        pytest.param("voucher", {"registration": None}, "unknown unknown: charge.registration",
                     id="it is not known for how long"),
        pytest.param("public_housing", METH, "never", id="methamphetamine made on the premises"),
        pytest.param("project_based", METH, "now always",
                     id="that bar is for public housing and vouchers"),
        pytest.param("voucher", {**METH, "on_assisted_premises": False}, "now always",
                     id="made elsewhere"),
        pytest.param("voucher", {**METH, "on_assisted_premises": ...},
                     "unknown unknown: charge.on_assisted_premises", id="it is not known where"),
        pytest.param("voucher", {**METH, "disposition": "dismissed"}, "now always",
                     id="no conviction came of it"),
        pytest.param("voucher", {**METH, "disposition": ...}, "unknown unknown: charge.disposition",
                     id="how it ended is not known"),
        pytest.param("voucher", {**METH, "description": ...}, "unknown unknown: charge.description",
                     id="what it was is not known"),
        pytest.param("voucher", {**METH, "description": "possession of methamphetamine"},
                     "now always", id="having it is not making it"),
        pytest.param("private", {"registration": "lifetime"}, "not_applicable",
                     id="a private home"),
        pytest.param(..., {"registration": "lifetime"}, "not_applicable",
                     id="the kind of home is not told"),
    ],
)  # fmt: skip
def test_by_the_record(kind, charge, expected):
    assert ask(Q, "us-mo", charge, home={"kind": kind}, law_of="us") == expected


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({"federal_drug_eviction_on": "2023-11-23"}, "now from 2026-11-23",
                     id="three years to the day"),
        pytest.param({"federal_drug_eviction_on": "2023-11-24"}, "later from 2026-11-24",
                     id="and not a day less"),
        pytest.param({"federal_drug_eviction_on": "2024-02-29"}, "later from 2027-03-01",
                     id="from a leap day"),
        pytest.param({"federal_drug_eviction_on": "2024-08-15", "rehab_completed_on": "2025-03-31"},
                     "now from 2025-03-31", id="treatment lifts it"),
        pytest.param({"federal_drug_eviction_on": "2024-08-15", "rehab_completed_on": "2020-03-31"},
                     "later from 2027-08-15", id="treatment from before does not"),
        pytest.param({"federal_drug_eviction_on": "2024-08-15", "rehab_completed_on": "2024-08-15"},
                     "now from 2024-08-15", id="treatment that was done on that day does"),
        pytest.param({"federal_drug_eviction_on": "2024-08-15", "rehab_completed_on": None},
                     "later from 2027-08-15", id="no treatment"),
        pytest.param({"current_drug_use": True}, "never", id="drugs now"),
        pytest.param({"current_drug_use": None}, "unknown unknown: tenancy.current_drug_use",
                     id="not known whether"),
        pytest.param({}, "now always", id="nothing of it"),
    ],
)  # fmt: skip
def test_by_the_household(home, charges, expected):
    assert ask(Q, "us-mo", *charges, home={"kind": "voucher", **home}, law_of="us") == expected


@pytest.mark.parametrize(
    ("charge", "kind", "expected"),
    [
        pytest.param({"denial_ground_linked_to_abuse": True}, "voucher", "now always",
                     id="it comes from the abuse"),
        pytest.param({"denial_ground_linked_to_abuse": False}, "voucher", "never",
                     id="it does not"),
        pytest.param({}, "public_housing",
                     "unknown unknown: charge.denial_ground_linked_to_abuse", id="not known"),
        pytest.param({"denial_ground_linked_to_abuse": True}, "private", "not_applicable",
                     id="a private home"),
    ],
)  # fmt: skip
def test_survivors(charge, kind, expected):
    assert ask("denial_prohibited_vawa", "us-mo", charge, home={"kind": kind},
               law_of="us") == expected  # fmt: skip
