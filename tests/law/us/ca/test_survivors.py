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


def term(**facts):
    """A felony conviction with a term of years."""
    return convicted(**{"sentence": {"type": "prison"}, **facts})


PENDING = {"disposition": "pending", "disposition_date": None, "sentence": None}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(term(judgment_is_final=False), "now 2022-01-01", id="on appeal"),
        pytest.param(term(judgment_is_final=True), "never", id="final"),
        pytest.param(term(), "unknown 2022-01-01..never: charge.judgment_is_final",
                     id="not known whether it is final"),
        pytest.param(convicted("misdemeanor", judgment_is_final=False), "never", id="no felony"),
        pytest.param(term(judgment_is_final=False, sentence={"type": "life"}), "never",
                     id="a life term"),
        pytest.param(term(judgment_is_final=False, sentence=None),
                     "unknown 2022-01-01..never: charge.sentence.type", id="the term is not known"),
        pytest.param(term(judgment_is_final=False, severity=None),
                     "unknown 2022-01-01..never: charge.severity", id="how grave is not known"),
        pytest.param(term(**PENDING), "now 2022-01-01", id="not sentenced yet"),
        pytest.param(term(disposition="dismissed"), "not_applicable", id="dismissed"),
    ],
)  # fmt: skip
def test_the_lower_term_at_the_sentence(charge, expected):
    assert ask("low_term_presumed", charge, **ABUSED) == expected


def test_whoever_tells_of_trafficking_is_asked_about_the_lower_term_too():
    charge = term(judgment_is_final=False)
    assert ask("low_term_presumed", charge, **TRAFFICKED) == "now 2022-01-01"
    assert ask("low_term_presumed", charge) == "not_applicable"


@pytest.mark.parametrize(("as_of", "expected"), [
    ("2021-12-31", "not_applicable"), ("2022-01-01", "now 2022-01-01"),
])  # fmt: skip
def test_the_first_day_of_the_lower_term(as_of, expected):
    charge = term(judgment_is_final=False)
    assert ask("low_term_presumed", charge, as_of=as_of, **ABUSED) == expected
