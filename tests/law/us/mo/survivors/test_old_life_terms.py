"""RSMo 217.692: survivors who killed a partner and serve an old life term without parole."""

import pytest

from tests.law.us.mo.release.prison import a_term, asked, murder_2

Q = "parole.217_692"
SURVIVOR = {
    "victim_spouse_or_partner": True,
    "prior_violent_felony": False,
    "legal_recourse_left": False,
    "abuse_history_corroborated": True,
    "abuse_presented_at_trial": False,
}


def old_term(statute="565.020", **facts):
    """Life for murder 1 in 1988, plea on 20 May 1989, from 1 June 1989."""
    return a_term(statute, **{"class": "unclassified", "offense_date": "1988-05-01",
                              "arrest_date": "1988-05-01", "disposition_date": "1989-05-20",
                              "effective_start": "1989-06-01", "years": None, "life": True,
                              **facts})  # fmt: skip


def answer(charge, as_of="2026-11-23", papers=None, **survivor):
    facts = {**SURVIVOR, **survivor}
    told = {name: value for name, value in facts.items() if value is not ...}
    found = {} if papers is None else {"evidence": [{"kind": paper} for paper in papers]}
    return asked(Q, charge, birth_date="1960-01-01", survivor=told, as_of=as_of, **found)


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(old_term(), "now 2004-06-01", id="fifteen years from 1 June 1989"),
        pytest.param(old_term(effective_start="2011-11-24", disposition_date="1990-05-01"),
                     "later 2026-11-24", id="fifteen years are over tomorrow"),
        pytest.param(old_term(effective_start="1988-02-29"), "now 2003-03-01",
                     id="from a leap day"),
        pytest.param(old_term(None, type="life_without_parole", life=...), "now 2004-06-01",
                     id="life without parole, by the kind of sentence"),
        pytest.param(old_term(None, type="life_no_parole_50", life=...), "now 2004-06-01",
                     id="without parole for fifty years"),
        pytest.param(old_term("565.021"), "never: life_without_parole",
                     id="life with parole for murder 2"),
        pytest.param(old_term(type="life"), "now 2004-06-01", id="life for murder 1"),
        pytest.param(old_term("565.001", offense_date="1984-09-30"),
                     "unknown 2004-06-01..never: law:us-mo/capital_murder_number",
                     id="capital murder under its old number"),
        pytest.param(old_term("565.001", offense_date="1984-09-30", type="life_no_parole_50"),
                     "now 2004-06-01", id="and the kind of life term is told"),
        pytest.param(murder_2(), "never: life_without_parole",
                     id="a term of years of today"),
        pytest.param(old_term("565.001", offense_date="1984-10-01"),
                     "never: life_without_parole", id="the number was no longer in use"),
    ],
)  # fmt: skip
def test_the_kind_of_term_and_fifteen_years(charge, expected):
    assert answer(charge) == expected


@pytest.mark.parametrize(
    ("decided", "began", "expected"),
    [
        pytest.param("1990-12-30", ..., "now 2004-06-01", id="found on the last day before"),
        pytest.param("1991-05-20", ..., "never: before_1991", id="found in May 1991"),
        pytest.param("1991-02-28", ..., "unknown 2004-06-01..never: charge.trial_began",
                     id="found sixty days after: the trial may have begun before"),
        pytest.param("1991-03-01", ..., "never: before_1991", id="found 61 days after"),
        pytest.param("1990-12-31", ..., "unknown 2004-06-01..never: charge.trial_began",
                     id="found on the day itself: the trial may have begun before"),
        pytest.param("1991-02-28", "1990-12-30", "now 2004-06-01",
                     id="the trial began the day before"),
        pytest.param("1991-02-28", "1990-12-31", "never: before_1991", id="on the day itself"),
        pytest.param(None, "1990-12-30", "now 2004-06-01", id="only the trial's day is told"),
        pytest.param(None, ..., "unknown 2004-06-01..never: charge.trial_began, "
                     "charge.disposition_date", id="neither is told"),
    ],
)  # fmt: skip
def test_the_plea_or_the_trial_came_before_31_december_1990(decided, began, expected):
    assert answer(old_term(disposition_date=decided, trial_began=began)) == expected


def test_an_offense_after_that_day_had_no_trial_before():
    charge = old_term(offense_date="1991-01-01", arrest_date="1991-01-01", disposition_date=None)
    assert answer(charge) == "never: before_1991"


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("victim_spouse_or_partner", False, "never: partner_killed"),
        ("prior_violent_felony", True, "never: no_violent_felony"),
        ("legal_recourse_left", True, "never: no_recourse_left"),
        ("abuse_presented_at_trial", True, "never: not_presented"),
        ("abuse_history_corroborated", False, "never: abuse_corroborated"),
    ],
)
def test_each_other_condition(fact, value, expected):
    assert answer(old_term(), **{fact: value}) == expected


@pytest.mark.parametrize(
    ("fact", "needs"),
    [
        ("victim_spouse_or_partner",
         "person.survivor.victim_spouse_or_partner, charge.victim_relation"),
        ("prior_violent_felony", "person.survivor.prior_violent_felony"),
        ("legal_recourse_left",
         "charge.legal_claims_remaining, person.survivor.legal_recourse_left"),
        ("abuse_presented_at_trial",
         "charge.abuse_presented_as_defense, person.survivor.abuse_presented_at_trial"),
        ("abuse_history_corroborated", "person.survivor.abuse_history_corroborated"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(fact, needs):
    assert answer(old_term(), **{fact: ...}) == f"unknown 2004-06-01..never: {needs}"


@pytest.mark.parametrize(
    ("facts", "without", "expected"),
    [
        pytest.param({"victim_relation": "spouse"}, "victim_spouse_or_partner", "now 2004-06-01",
                     id="a spouse"),
        pytest.param({"victim_relation": "domestic_partner"}, "victim_spouse_or_partner",
                     "now 2004-06-01", id="a domestic partner"),
        pytest.param({"victim_relation": "stranger"}, "victim_spouse_or_partner",
                     "never: partner_killed", id="a stranger"),
        pytest.param({"legal_claims_remaining": False}, "legal_recourse_left", "now 2004-06-01",
                     id="no claim of the case is left"),
        pytest.param({"legal_claims_remaining": True}, "legal_recourse_left",
                     "never: no_recourse_left", id="one is"),
        pytest.param({"abuse_presented_as_defense": False}, "abuse_presented_at_trial",
                     "now 2004-06-01", id="not raised in defense"),
        pytest.param({"abuse_presented_as_defense": True}, "abuse_presented_at_trial",
                     "never: not_presented", id="raised in defense"),
    ],
)  # fmt: skip
def test_the_same_facts_may_be_told_of_the_charge(facts, without, expected):
    assert answer(old_term(**facts), **{without: ...}) == expected


OPEN = "unknown 2004-06-01..never: person.survivor.abuse_history_corroborated"


@pytest.mark.parametrize(
    ("papers", "told", "expected"),
    [
        pytest.param(["hospital_record"], ..., "now 2004-06-01", id="a hospital's record"),
        pytest.param(["sworn_statement_witness"], ..., "now 2004-06-01", id="a witness"),
        pytest.param(["social_services_record"], ..., "now 2004-06-01", id="a social worker"),
        pytest.param(["law_enforcement_record"], ..., "now 2004-06-01", id="the police"),
        pytest.param(["domestic_incident_report"], ..., "now 2004-06-01",
                     id="the police, of an incident at home"),
        pytest.param(["own_statement"], ..., OPEN, id="one's own word alone"),
        pytest.param(["clergy_letter"], ..., OPEN, id="a letter of no kind that is named"),
        pytest.param([], ..., OPEN, id="no paper yet: some may be found"),
        pytest.param(["hospital_record"], False, "never: abuse_corroborated",
                     id="a paper that, as the record says, confirms nothing"),
    ],
)  # fmt: skip
def test_papers_of_the_kinds_that_the_law_names_confirm_the_abuse(papers, told, expected):
    assert answer(old_term(), papers=papers, abuse_history_corroborated=told) == expected


def test_a_record_that_tells_of_no_abuse_is_asked_only_about_life_terms():
    assert asked(Q, murder_2()) == "not_applicable"
    assert asked(Q, murder_2(abuse_presented_as_defense=True)) == "never: life_without_parole"
    assert asked(Q, old_term("565.021")) == "never: life_without_parole"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(a_term(type=..., years=..., life=..., effective_start=...), "not_applicable",
                     id="robbery with no word of a sentence"),
        pytest.param(a_term(None, years=..., life=...), "not_applicable",
                     id="a prison term of no known length for an offense that is not told"),
        pytest.param(old_term(type=..., life=...),
                     "unknown 2004-06-01..never: charge.sentence.type, "
                     "person.survivor.victim_spouse_or_partner, charge.victim_relation, "
                     "person.survivor.prior_violent_felony, charge.legal_claims_remaining, "
                     "person.survivor.legal_recourse_left, charge.abuse_presented_as_defense, "
                     "person.survivor.abuse_presented_at_trial, "
                     "person.survivor.abuse_history_corroborated",
                     id="murder 1 always is about life"),
        pytest.param(a_term("565.021", type="life", life=...), "never: life_without_parole",
                     id="a life term by its kind"),
    ],
)  # fmt: skip
def test_it_is_asked_where_the_record_speaks_of_life(charge, expected):
    assert asked(Q, charge) == expected


def test_the_first_day_of_the_law():
    assert answer(old_term(), as_of="2007-08-27") == "not_applicable"
    assert answer(old_term(), as_of="2007-08-28") == "now 2004-06-01"
    late = old_term(disposition_date="1991-02-28")
    assert answer(late, as_of="2007-08-28") == "unknown 2004-06-01..never: charge.trial_began"
