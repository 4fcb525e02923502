"""Renting in New Jersey: the years by degree, what never counts, and whom the Act reaches."""

import pytest

from tests.law.us.homes import ask

Q = "landlord_use_barred"


def indictable(degree, decided, **more):
    return {"class": degree, "disposition_date": decided, **more}


def prison(released):
    return {"sentence": {"type": "prison", "released_on": released}}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(indictable("1", "2020-11-22"), "now from 2026-11-23",
                     id="six years and a day"),
        pytest.param(indictable("1", "2020-11-23"), "later from 2026-11-24",
                     id="the anniversary still counts"),
        pytest.param(indictable("2", "2022-11-22"), "now from 2026-11-23",
                     id="four, second degree"),
        pytest.param(indictable("3", "2022-11-22"), "now from 2026-11-23", id="four, third degree"),
        pytest.param(indictable("3", "2022-11-23"), "later from 2026-11-24", id="a day short"),
        pytest.param(indictable("4", "2025-11-22"), "now from 2026-11-23", id="one, fourth degree"),
        pytest.param(indictable("4", "2025-11-23"), "later from 2026-11-24", id="not a day less"),
        pytest.param(indictable("3", "2024-02-29"), "later from 2028-03-01", id="leap day to leap"),
        pytest.param(indictable("4", "2024-02-29"), "now from 2025-03-02", id="from a leap day"),
        pytest.param(indictable("3", "2018-01-01", **prison("2023-05-05")), "later from 2027-05-06",
                     id="from the end of prison"),
        pytest.param(indictable("3", "2018-01-01", **prison(None)),
                     "unknown not before 2022-01-02: charge.sentence.released_on",
                     id="the release is not known"),
        pytest.param(indictable("3", "2018-01-01", sentence={"released_on": "2017-06-01"}),
                     "now from 2022-01-02", id="released before the conviction"),
        pytest.param(indictable("3", "2018-01-01", sentence={"type": "prison",
                                                             "sentenced_on": "2018-02-01"}),
                     "unknown not before 2022-02-02: charge.sentence.released_on",
                     id="the end of prison comes after the sentence"),
        pytest.param(indictable("3", "2024-01-01", sentence=...),
                     "unknown not before 2028-01-02: charge.sentence.released_on,"
                     " charge.sentence.type", id="nothing is known of the sentence"),
        pytest.param(indictable(None, "2024-06-01"),
                     "unknown not before 2025-06-02; by 2030-06-02: charge.class",
                     id="the degree is not known"),
        pytest.param(indictable("3", ...),
                     "unknown unknown: charge.disposition_date, charge.sentence.released_on",
                     id="nor the day"),
        pytest.param(indictable("1", "1990-01-01", description="murder"), "never", id="murder"),
        *(
            pytest.param(indictable("1", "1990-01-01", description=words), "never", id=words)
            for words in ("rape", "sodomy", "sexual abuse", "sexual battery")
        ),
        pytest.param(indictable("3", "1990-01-01", registration="lifetime"), "never",
                     id="registration for life"),
        pytest.param(indictable("3", "2015-01-01", registration=None),
                     "unknown not before 2019-01-02: charge.registration",
                     id="not known whether one registers"),
        pytest.param(indictable("3", "2015-01-01", description=...),
                     "unknown not before 2019-01-02: charge.description,"
                     " charge.on_assisted_premises", id="the words are not known"),
        pytest.param(indictable("2", "2015-01-01", description="manufacturing methamphetamine",
                                on_assisted_premises=True), "never",
                     id="methamphetamine in assisted housing"),
        pytest.param(indictable("2", "2015-01-01", description="manufacturing methamphetamine"),
                     "unknown not before 2019-01-02: charge.on_assisted_premises",
                     id="it is not known where"),
        pytest.param({"severity": "misdemeanor"}, "now always", id="a disorderly persons offense"),
        pytest.param({"severity": "violation"}, "now always", id="less than that"),
        pytest.param({"severity": None, "class": "1", "disposition_date": "2024-01-01"},
                     "unknown by 2030-01-02: charge.severity", id="how grave it is is not known"),
        pytest.param({"disposition": "dismissed"}, "now always", id="no conviction"),
        pytest.param({"disposition": "pending"}, "now always", id="an open charge"),
        pytest.param(indictable("1", "2024-01-01", disposition=...),
                     "unknown unknown: charge.disposition, law:us-nj/unclear_ending",
                     id="how it ended is not known"),
        pytest.param(indictable("1", "2025-01-01", sealed_on="2026-01-01"), "now from 2026-01-01",
                     id="sealed"),
        pytest.param(indictable("1", "2025-01-01", expunged_on="2026-01-02"), "now from 2026-01-02",
                     id="expunged"),
        pytest.param(indictable("1", "2025-01-01", pardoned_on="2026-01-03"), "now from 2026-01-03",
                     id="pardoned"),
        pytest.param(indictable("1", "2025-01-01", vacated_on="2026-01-04"), "now from 2026-01-04",
                     id="vacated"),
        pytest.param({"disposition": "adjudicated"}, "now always", id="a juvenile finding"),
        pytest.param(indictable("1", "2025-01-01", juvenile=True), "now always", id="juvenile"),
        pytest.param(indictable("1", "2024-01-01", disposition="sis", jurisdiction="us-mo",
                                local_equivalent_grade="1"),
                     "unknown unknown: law:us-nj/unclear_ending", id="guilt, no judgment"),
        pytest.param({"jurisdiction": "us-pa", "disposition_date": "2023-03-03"},
                     "unknown by 2029-03-04: charge.local_equivalent_grade",
                     id="an offense of another state needs its degree here"),
        pytest.param({"jurisdiction": "us-pa", "disposition_date": "2023-03-03",
                      "local_equivalent_grade": "disorderly"}, "now always",
                     id="which may be less than indictable"),
        pytest.param({"jurisdiction": "us-pa", "disposition_date": "2023-03-03",
                      "local_equivalent_grade": "4"}, "now from 2024-03-04", id="or the fourth"),
        pytest.param({"jurisdiction": "us-pa", "disposition_date": "1990-03-03",
                      "description": "murder"}, "never",
                     id="what counts for ever does so whatever its degree here"),
        pytest.param({"severity": "misdemeanor", "registration": "lifetime"}, "never",
                     id="a disorderly persons offense that brings registration for life"),
        pytest.param({"jurisdiction": ..., "class": "4", "disposition_date": "2023-03-03",
                      "local_equivalent_grade": "2"},
                     "unknown not before 2024-03-04; by 2027-03-04: case.jurisdiction",
                     id="the state of the case is not known"),
    ],
)  # fmt: skip
def test_landlords(charge, expected):
    assert ask(Q, "us-nj", charge) == expected


OLD = indictable("3", "2014-01-10")


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({"owner_occupied": True, "units": 4}, "never", id="the owner's four homes"),
        pytest.param({"owner_occupied": True, "units": 5}, "now from 2018-01-11", id="five"),
        pytest.param({"owner_occupied": False, "units": 2}, "now from 2018-01-11",
                     id="two without the owner"),
        pytest.param({"owner_occupied": ..., "units": 2},
                     "unknown not before 2018-01-11: tenancy.owner_occupied",
                     id="where the owner lives is not known"),
        pytest.param({"owner_occupied": True, "units": ...},
                     "unknown not before 2018-01-11: tenancy.units", id="nor how many homes"),
        pytest.param({"jurisdiction": "us-pa"}, "not_applicable", id="a home elsewhere"),
    ],
)  # fmt: skip
def test_which_homes(home, expected):
    assert ask(Q, "us-nj", OLD, home=home) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2021-12-31", "not_applicable"), ("2022-01-01", "now from 2018-01-11")],
)
def test_the_first_day_of_the_act(as_of, expected):
    assert ask(Q, "us-nj", OLD, as_of=as_of) == expected


APPLIED = {"stage": "application", "conditional_offer_date": ...}


@pytest.mark.parametrize(
    ("charge", "home", "expected"),
    [
        pytest.param({}, {"conditional_offer_date": "2026-11-23"}, "now from 2026-11-23",
                     id="offered today"),
        pytest.param({}, {"conditional_offer_date": "2026-11-24"}, "later from 2026-11-24",
                     id="offered tomorrow"),
        pytest.param({}, APPLIED, "later unknown: an offer on conditions", id="not offered yet"),
        pytest.param({}, {**APPLIED, "stage": ...},
                     "unknown unknown: tenancy.stage, tenancy.conditional_offer_date",
                     id="how far it has come is not known"),
        pytest.param({"registration": "lifetime"}, APPLIED, "now always",
                     id="registration for life may be asked about before"),
        pytest.param({"description": "manufacturing methamphetamine", "on_assisted_premises": True},
                     APPLIED, "now always", id="so may methamphetamine in assisted housing"),
        pytest.param({}, {**APPLIED, "owner_occupied": True, "units": 3}, "now always",
                     id="the Act does not reach the home"),
    ],
)  # fmt: skip
def test_questions(charge, home, expected):
    assert ask("may_inquire", "us-nj", charge, home=home) == expected


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({"decision": "withdrawn", "decision_date": "2026-11-23"},
                     "now from 2026-11-23", id="the offer was taken back"),
        pytest.param({"decision": "approved", "decision_date": "2026-11-23"}, "never", id="not"),
        pytest.param({"decision": "denied"},
                     "unknown unknown: tenancy.decision_date, tenancy.used_report",
                     id="the day is not known"),
        pytest.param({}, "not_applicable", id="nothing was decided"),
    ],
)  # fmt: skip
def test_notices(home, charges, expected):
    assert ask("notice_due", "us-nj", *charges, home=home) == expected


@pytest.mark.parametrize("home", [{}, {"jurisdiction": "us-nj"}], ids=["so", "told again"])
def test_reports(home):
    assert ask("state_report_barred", "us-nj", {}, home=home) == "never"
