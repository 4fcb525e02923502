"""California: relief for people who were trafficked or abused, and what a landlord may use."""

import pytest

from tests.law.us.ca.records import ask, convicted, probation

ABUSED = {"abuse": {"claimed": True, "at_time_of_offense": True}}
TRAFFICKED = {"trafficking_victim": True}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted("misdemeanor"), "now 2022-01-01", id="no felony, so not violent"),
        pytest.param(convicted(violent=False), "now 2022-01-01", id="no violent felony"),
        pytest.param(convicted(statute="PC 211"), "never", id="robbery is violent"),
        pytest.param(convicted(),
                     "unknown 2022-01-01..never: charge.violent, charge.violent_felony",
                     id="off the list it is asked"),
    ],
)  # fmt: skip
def test_what_violence_brought_about(charge, expected):
    assert ask("may_apply.236_15", charge, **ABUSED) == expected


def test_what_trafficking_brought_about():
    assert ask("clear.236_14", convicted("misdemeanor"), **TRAFFICKED) == "now always"
    prostitution = probation("2027-01-01", "misdemeanor", statute="PC 647(b)", outcome="ongoing")
    assert ask("clear.1203_49", prostitution, **TRAFFICKED) == "later 2027-01-01"
    assert ask("clear.1203_49", convicted("misdemeanor"), **TRAFFICKED) == "never"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"on": "1996-08-28"}, "now always", id="the last day"),
        pytest.param({"on": "1996-08-29"}, "never", id="the first day too late"),
        pytest.param({"on": "1996-08-28", "expert_battering_evidence": "full"}, "never",
                     id="an expert was heard in full"),
        pytest.param({"on": "1996-08-28", "statute": "HS 11351", "violent": False}, "never",
                     id="no violent felony"),
    ],
)  # fmt: skip
def test_nobody_heard_about_the_battering(facts, expected):
    known = {"statute": "PC 187", "expert_battering_evidence": "none", **facts}
    assert ask("may_apply.1473_5", convicted(**known), **ABUSED) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(convicted(disposition="dismissed"), "now always", id="no conviction"),
        pytest.param(convicted("infraction"), "now always", id="an infraction"),
        pytest.param(convicted(relief_granted_on="2024-06-01"), "now 2024-06-01",
                     id="dismissed since"),
        pytest.param(convicted(), "unknown always..never: charge.directly_related_finding",
                     id="it turns on what it has to do with the home"),
        pytest.param(convicted(directly_related_finding=True), "never", id="found to bear on it"),
    ],
)  # fmt: skip
def test_a_landlord(charge, expected):
    assert ask("landlord_use_barred", charge) == expected
