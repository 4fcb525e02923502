"""Renting in New York City: three and five years, from the release or the sentence."""

import pytest

from tests.law.us.homes import ask

Q, NYC = "landlord_use_barred", "us-ny-nyc"


def sentenced(on, severity="felony", **more):
    return {"severity": severity, "disposition_date": "2012-01-01",
            "sentence": {"type": "probation", "sentenced_on": on}, **more}  # fmt: skip


def released(on, **more):
    return {"sentence": {"type": "prison", "sentenced_on": "2012-01-01", "released_on": on}, **more}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(sentenced("2021-11-23"), "now from 2026-11-23", id="five years to the day"),
        pytest.param(sentenced("2021-11-24"), "later from 2026-11-24", id="and not a day less"),
        pytest.param(sentenced("2023-11-23", "misdemeanor"), "now from 2026-11-23", id="three"),
        pytest.param(sentenced("2023-11-24", "misdemeanor"), "later from 2026-11-24", id="a day"),
        pytest.param(sentenced("2024-02-29"), "later from 2029-03-01", id="from a leap day"),
        pytest.param(released("2021-11-24"), "later from 2026-11-24", id="from the release"),
        pytest.param(released(None), "unknown not before 2017-01-01: charge.sentence.released_on",
                     id="the release is not known"),
        pytest.param({"disposition_date": "2012-01-01", "sentence": ...},
                     "unknown not before 2017-01-01: charge.sentence.released_on,"
                     " charge.sentence.type", id="nor the kind of sentence"),
        pytest.param({"disposition_date": "2021-11-23"}, "now from 2026-11-23",
                     id="the sentence came with the conviction"),
        pytest.param({"disposition_date": ...},
                     "unknown unknown: charge.sentence.released_on, charge.sentence.sentenced_on,"
                     " charge.disposition_date",
                     id="no day is known"),
        pytest.param(sentenced("2023-01-01", None),
                     "unknown by 2028-01-01: charge.severity", id="the severity is not known"),
        pytest.param(sentenced("2012-01-01", registration="current"), "never",
                     id="a sex offense while one registers"),
        pytest.param(sentenced("2012-01-01", registration=None),
                     "unknown not before 2017-01-01: charge.registration", id="not known if"),
        pytest.param(sentenced("2026-01-01", "violation"), "now always", id="a violation"),
        pytest.param({"disposition": "pending"}, "now always", id="an open charge"),
        pytest.param({"disposition": "dismissed"}, "now always", id="a dismissal"),
        pytest.param(sentenced("2025-01-01", disposition=...),
                     "unknown unknown: charge.disposition, law:us-ny-nyc/unclear_ending",
                     id="how it ended is not known"),
        pytest.param(sentenced("2025-01-01", sealed_on="2026-01-01"), "now from 2026-01-01",
                     id="sealed"),
        pytest.param(sentenced("2025-01-01", expunged_on="2026-01-01"), "now from 2026-01-01",
                     id="expunged"),
        pytest.param(sentenced("2025-01-01", juvenile=True), "now always", id="juvenile"),
    ],
)  # fmt: skip
def test_landlords(charge, expected):
    assert ask(Q, NYC, charge, law_of=NYC) == expected


OLD = sentenced("2012-01-01")


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({"owner_occupied": True, "units": 2}, "never", id="the owner's two homes"),
        pytest.param({"owner_occupied": True, "units": 3}, "now from 2017-01-01", id="three"),
        pytest.param({"owner_occupied": ..., "units": 2},
                     "unknown not before 2017-01-01: tenancy.owner_occupied", id="not known"),
        pytest.param({"owner_occupied": True, "units": ...},
                     "unknown not before 2017-01-01: tenancy.units", id="nor how many"),
        pytest.param({"jurisdiction": "us-ny"}, "not_applicable", id="elsewhere in the state"),
    ],
)  # fmt: skip
def test_which_homes(home, expected):
    assert ask(Q, NYC, OLD, home=home, law_of=NYC) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2024-12-31", "not_applicable"), ("2025-01-01", "now from 2017-01-01")],
)
def test_the_first_day_of_the_law(as_of, expected):
    assert ask(Q, NYC, OLD, as_of=as_of, law_of=NYC) == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, "now from 2026-11-23", id="offered"),
        pytest.param({"stage": "application", "conditional_offer_date": None},
                     "later unknown: an offer on conditions", id="not offered yet"),
        pytest.param({"stage": ..., "conditional_offer_date": None},
                     "unknown unknown: tenancy.stage, tenancy.conditional_offer_date",
                     id="unknown"),
        pytest.param({"conditional_offer_date": None, "stage": "application", "units": 2,
                      "owner_occupied": True}, "now always", id="the law does not reach the home"),
    ],
)  # fmt: skip
def test_questions(home, expected):
    assert ask("may_inquire", NYC, {}, home=home) == expected


@pytest.mark.parametrize("charges", [({},), ()], ids=["about a charge", "about the person"])
@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({"decision": "withdrawn", "decision_date": "2026-11-20"},
                     "now from 2026-11-20", id="the offer was taken back"),
        pytest.param({"decision": "approved", "decision_date": "2026-11-20"}, "never", id="not"),
        pytest.param({"decision": "denied"}, "unknown unknown: tenancy.decision_date,"
                     " tenancy.used_report", id="the day is not known"),
    ],
)  # fmt: skip
def test_notices(home, charges, expected):
    assert ask("notice_due", NYC, *charges, home=home) == expected
