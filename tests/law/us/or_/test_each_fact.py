"""Oregon: for each fact a record in which it is known and settles the answer.

tests/law/test_missing_facts.py takes each away in turn and looks at what is left.
"""

import pytest

from tests.law.us.or_.records import a_charge, convicted, dismissed, pending, since

JUVENILE = "Juvenile Delinquency: Felony"
DUII = {"statute": "813.010", "description": "DUII"}
SPEEDING = {"statute": "811.100", "description": "Speeding"}
ALCOHOL = {"statute": "471.430", "description": "Alcohol"}
NO_SECTION = {"statute": "00", "description": "Theft"}
CONTEMPT = {"statute": "33.015", "description": "Contempt"}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted(obligations_outstanding=False), "now 2023-03-10",
                     id="no money is owed"),
        pytest.param(convicted(restitution_owed=False), "now 2023-03-10", id="no restitution"),
        pytest.param(convicted(case_type="Offense Misdemeanor"), "now 2023-03-10",
                     id="the kind of case"),
        pytest.param(convicted(jurisdiction="us-wa", case_type=JUVENILE), "never",
                     id="a juvenile record elsewhere"),
        pytest.param(dismissed("O", is_offense=True, **NO_SECTION), "now 2020-03-10",
                     id="a dismissed offense of no level"),
        pytest.param(dismissed("VB", county="Multnomah", traffic_violation=False, **ALCOHOL),
                     "now 2020-03-10", id="a dismissed violation that is not about traffic"),
        pytest.param(dismissed("VB", statute="161.405", description="Attempt to commit theft",
                               facts={"underlying_conduct": "other"}),
                     "now 2020-03-10", id="a dismissed attempt at the level of a violation"),
        pytest.param(a_charge("VB", "no_complaint", "2026-01-01", lesser_charge=False, **SPEEDING),
                     "never", id="no complaint about speeding"),
        pytest.param(a_charge("O", "no_complaint", "2026-01-01", is_offense=True, **NO_SECTION),
                     "now 2026-03-02", id="no complaint about an offense of no level"),
        pytest.param(a_charge("VB", "no_complaint", "2026-01-01", county="Multnomah",
                              traffic_violation=False, **ALCOHOL),
                     "now 2026-03-02", id="no complaint about what is not traffic"),
        pytest.param(a_charge("VB", "no_complaint", "2026-01-01", statute="161.405",
                              description="Attempt", facts={"underlying_conduct": "other"}),
                     "now 2026-03-02", id="no complaint about an attempt"),
        pytest.param(a_charge("MA", "no_complaint", "2026-01-01", case_type="Offense"),
                     "now 2026-03-02", id="no complaint, and the kind of case"),
        pytest.param(a_charge("O", "no_complaint", "2026-01-01", statute="0",
                              description="Fugitive Complaint"),
                     "never", id="no complaint about a fugitive"),
        pytest.param(convicted("VB", statute="475.864(3)", description="Less than an ounce",
                               case_type=JUVENILE),
                     "unknown always..never", id="a juvenile marijuana violation"),
    ],
)  # fmt: skip
def test_one_charge(charge, expected):
    assert since(charge) == expected


YOUNG = {"on": "2020-01-01", "offense_date": "2019-12-01"}
MAKING = {"statute": "475.856", "description": "Making marijuana"}
UNNAMED = {"statute": "475.992", "description": "PCS"}
ATTEMPT = {"statute": "161.405", "description": "Attempt to deliver"}


def young(level="FC", **facts):
    """A marijuana conviction of a person of nineteen."""
    return convicted(level, **{**YOUNG, **MAKING, **facts})


@pytest.mark.parametrize(
    ("charge", "other", "expected"),
    [
        pytest.param(young(), None, "now 2021-01-01", id="nothing else"),
        pytest.param(young(case_type="Offense Felony"), None, "now 2021-01-01",
                     id="the kind of case"),
        pytest.param(young(statute="475.999", description="Del MJ"), None, "now 2021-01-01",
                     id="marijuana by its words"),
        pytest.param(young("FA", **UNNAMED, substance="marijuana"), None, "now 2021-01-01",
                     id="marijuana by the drug"),
        pytest.param(young("FA", **UNNAMED, facts={"substance_marijuana": True}), None,
                     "now 2021-01-01", id="marijuana as somebody knows"),
        pytest.param(young("FB", **ATTEMPT, facts={"underlying_conduct": "drug",
                                                   "substance_marijuana": True}), None,
                     "now 2021-01-01", id="an attempt"),
        pytest.param(young(restitution_owed=False), None, "now 2021-01-01", id="no restitution"),
        pytest.param(young(obligations_outstanding=False), None, "now 2021-01-01",
                     id="no money owed"),
        pytest.param(young(), convicted("O", "2026-01-01", is_offense=False, **NO_SECTION),
                     "now 2021-01-01", id="beside what is no offense"),
        pytest.param(young(), convicted("VB", "2026-01-01", **ALCOHOL), "now 2025-01-01",
                     id="beside a violation that is not about traffic"),
        pytest.param(young(), convicted("VB", "2026-01-01", county="Multnomah",
                                        traffic_violation=True, **ALCOHOL),
                     "now 2021-01-01", id="beside one that is"),
        pytest.param(young(), convicted("VB", "2026-01-01", case_type="Municipal Parking",
                                        **ALCOHOL),
                     "now 2021-01-01", id="beside a parking case"),
        pytest.param(young(), pending("O", contempt_about_abuse=False, **CONTEMPT),
                     "now 2021-01-01", id="beside an open contempt about something else"),
        pytest.param(young(), pending("O", **{**CONTEMPT, "contempt_about_abuse": True}),
                     "later 2021-01-01..never", id="beside one about abuse"),
    ],
)  # fmt: skip
def test_marijuana_of_a_person_of_nineteen(charge, other, expected):
    others = [] if other is None else [other]
    assert since(charge, *others, birth_date="2000-06-01") == expected


def test_money_that_expired_and_a_person_of_nineteen():
    charge = convicted("VB", "2015-08-01", offense_date="2015-06-30", statute="475.864(3)",
                       disposition_completed_on=None, only_unpaid_money=True)  # fmt: skip
    assert since(charge, birth_date="1996-06-01", question="clear.137_226") == "now 2025-09-26"
