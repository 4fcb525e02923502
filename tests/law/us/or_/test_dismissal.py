"""Oregon: dismissals, acquittals, arrests without a charge, ORS 137.225(1)(c), (d), (8)."""

import pytest

from tests.law.us.or_.records import a_charge, ask, convicted, dismissed, pending, since

DAY = "2026-03-10"
DUII = {"statute": "813.010", "description": "DUII"}
SPEEDING = {"statute": "811.100", "description": "Violating the basic speed rule"}
DIVERSION = "charge.facts.dismissed_by_diversion"
TARGET = "charge.facts.lesser_charge_target_eligible"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(dismissed("MA", DAY), f"now {DAY}", id="a misdemeanor"),
        pytest.param(dismissed("FA", DAY, statute="163.115"), f"now {DAY}", id="even murder"),
        pytest.param(dismissed("MA", "2026-11-23"), "now 2026-11-23", id="dismissed today"),
        pytest.param(dismissed("MA", "2026-11-24"), "later 2026-11-24", id="to be so tomorrow"),
        pytest.param(dismissed("MA", DAY, disposition="acquitted"), f"now {DAY}", id="acquitted"),
        pytest.param(dismissed("MA", DAY, disposition="diverted"), f"now {DAY}", id="diverted"),
        pytest.param(dismissed("MA", None), "unknown always..never: charge.disposition_date",
                     id="the day is not known"),
        pytest.param(dismissed("MA", DAY, **DUII), f"unknown {DAY}..never: {DIVERSION}",
                     id="a DUII, diversion not known"),
        pytest.param(dismissed("MA", DAY, **DUII, facts={"dismissed_by_diversion": True}),
                     "never", id="a DUII after diversion"),
        pytest.param(dismissed("MA", DAY, **DUII, facts={"dismissed_by_diversion": False}),
                     f"now {DAY}", id="a DUII without"),
        pytest.param(dismissed("VB", DAY, **SPEEDING), "never", id="a traffic violation"),
        pytest.param(dismissed("MA", DAY, statute="811.140"), f"now {DAY}", id="a traffic crime"),
        pytest.param(dismissed("VB", DAY, statute="471.430", county="Multnomah"),
                     f"unknown {DAY}..never: charge.traffic_violation",
                     id="a violation that may be about traffic"),
        pytest.param(dismissed("VB", DAY, statute="475.864(3)", county="Multnomah"),
                     f"now {DAY}", id="not one that is marijuana by its statute"),
        pytest.param(dismissed("MA", DAY, case_type="Municipal Parking"),
                     f"unknown {DAY}..never: law:us-or/dismissed_parking", id="a parking case"),
        pytest.param(dismissed("VB", DAY, lesser_charge=True, **SPEEDING),
                     f"unknown {DAY}..never: {TARGET}", id="gave way to a lesser charge"),
        pytest.param(dismissed("VB", DAY, lesser_charge=True, **SPEEDING,
                               facts={"lesser_charge_target_eligible": True}),
                     f"now {DAY}", id="which can be set aside"),
        pytest.param(dismissed("MA", DAY, lesser_charge=True,
                               facts={"lesser_charge_target_eligible": False}),
                     "never", id="which cannot"),
        pytest.param(dismissed("MA", DAY, lesser_charge=None),
                     f"unknown {DAY}..never: charge.lesser_charge, {TARGET}",
                     id="whether it gave way is not known"),
        pytest.param(dismissed("MA", DAY, jurisdiction="us-wa"), "never", id="in another state"),
        pytest.param(pending("MA", **DUII),
                     "later always..never: waits on the end of this open charge",
                     id="a DUII that is open"),
        pytest.param(pending("VB", **SPEEDING), "never", id="an open traffic violation"),
    ],
)  # fmt: skip
def test_dismissals(charge, expected):
    assert ask(charge) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2025-12-31", "unknown 2025-03-10..never: law:us-or/dismissed_traffic_violation_barred"),
     ("2026-01-01", "never")],
    ids=["disputed before the act of 2025", "never since"],
)  # fmt: skip
def test_a_dismissed_traffic_violation_over_time(as_of, expected):
    assert ask(dismissed("VB", "2025-03-10", **SPEEDING), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2025-12-31", "unknown 2025-03-10..2028-06-01: law:us-or/dismissal_clean_period"),
     ("2026-01-01", "now 2025-03-10")],
    ids=["open before the act of 2025", "none since"],
)  # fmt: skip
def test_a_clean_period_for_dismissals_over_time(as_of, expected):
    other = convicted("MA", "2025-06-01")
    assert ask(dismissed("MA", "2025-03-10"), other, as_of=as_of) == expected


UNNAMED = {"statute": "475.992", "description": "PCS"}
MAKING = {"statute": "475.856", "description": "Making marijuana"}


@pytest.mark.parametrize(
    ("level", "facts", "latest"),
    [
        pytest.param("FB", {"statute": "165.803"}, "2032-06-01", id="seven years"),
        pytest.param("FC", {}, "2030-06-01", id="five years"),
        pytest.param("MB", {}, "2026-06-01", id="one year"),
        pytest.param("O", {"statute": "33.015", "contempt_about_abuse": False}, "2026-06-01",
                     id="contempt"),
        pytest.param("FU", {"facts": {"felony_class_charged": "C"}}, "2030-06-01",
                     id="unclassified, class C"),
        pytest.param("FB", {**UNNAMED, "substance": "marijuana"}, "2030-06-01",
                     id="marijuana by the drug"),
        pytest.param("FB", {**UNNAMED, "facts": {"substance_marijuana": True}}, "2030-06-01",
                     id="marijuana as somebody knows"),
        pytest.param("FB", {**MAKING, "offense_date": "2009-12-01",
                            "level_if_done_today": "no_crime"}, "2026-06-01",
                     id="old marijuana conduct"),
    ],
)  # fmt: skip
def test_the_clean_period_that_dismissals_may_have_had(level, facts, latest):
    charge, other = dismissed(level, "2025-03-10", **facts), convicted("MA", "2025-06-01")
    assert since(charge, other, as_of="2025-12-31") == f"unknown 2025-03-10..{latest}"


def test_a_pending_charge_or_a_new_conviction_does_not_hold_back_a_dismissal():
    others = [pending("FC"), convicted("FC", "2026-10-01")]
    assert since(dismissed("MA", DAY), *others) == f"now {DAY}"


@pytest.mark.parametrize(
    ("on", "facts", "expected"),
    [
        pytest.param("2026-09-24", {}, "now 2026-11-23", id="sixty days are over today"),
        pytest.param("2026-09-25", {}, "later 2026-11-24", id="and will be tomorrow"),
        pytest.param("2024-02-29", {}, "now 2024-04-29", id="from a leap day"),
        pytest.param("2026-01-01", DUII, "now 2026-03-02", id="a DUII that was never charged"),
        pytest.param("2026-01-01", {"statute": "131.582", "severity": "other"}, "never",
                     id="a forfeiture"),
        pytest.param("2026-01-01", {"severity": "violation", **SPEEDING}, "never",
                     id="a traffic violation"),
        pytest.param("2026-01-01", {"jurisdiction": "us-wa"}, "never", id="in another state"),
        pytest.param("2026-01-01", {"case_type": "Municipal Parking"},
                     "unknown 2026-03-02..never: law:us-or/dismissed_parking",
                     id="a parking case"),
        pytest.param(None, {}, "unknown always..never: charge.disposition_date",
                     id="the day is not known"),
    ],
)  # fmt: skip
def test_no_complaint(on, facts, expected):
    assert ask(a_charge("MA", "no_complaint", on, **facts)) == expected


def test_how_it_ended_is_not_known():
    found = ask(convicted("MA", "2026-01-01", disposition=None))
    assert found == "unknown always..never: charge.disposition"
