"""Louisiana: felony convictions, art. 978."""

import pytest

from tests.law.us.la.records import ask, ended, felony, misdemeanor

FIRST = {"prior_felony_convictions": 0}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(felony("2016-11-22"), "now 2026-11-23", id="the day after ten years"),
        pytest.param(felony("2016-11-23"), "later 2026-11-24",
                     id="more than ten years: not on the anniversary"),
        pytest.param(felony("2012-02-29"), "now 2022-03-02", id="from a leap day"),
        pytest.param(felony(None),
                     "unknown 2020-06-02..never: charge.disposition_completed_on",
                     id="the end is not known"),
        pytest.param(felony(statute="14:31"), "never", id="manslaughter is a crime of violence"),
        pytest.param(felony(statute="La. R.S. 14:62.8"), "never", id="home invasion"),
        pytest.param(felony(statute="14:43.1"), "never", id="a sex offense"),
        pytest.param(felony(sex_offense=True), "never", id="a sex offense, as the record says"),
        pytest.param(felony(statute="14:46", victim_minor=True), "never", id="against a minor"),
        pytest.param(felony(statute="14:46", victim_minor=False, listed_crime_of_violence=False),
                     "now 2022-03-11", id="false imprisonment of an adult, no crime of violence"),
        pytest.param(felony(statute="14:46", listed_crime_of_violence=False),
                     "unknown 2022-03-11..never: charge.victim_minor",
                     id="the victim's age is not known"),
        pytest.param(felony(statute="14:40.1"),
                     "unknown 2022-03-11..never: charge.listed_crime_of_violence, "
                     "law:us-la/general_clause",
                     id="terrorizing: the general clause may reach it"),
        pytest.param(felony(statute="14:93"),
                     "unknown 2022-03-11..never: charge.listed_crime_of_violence, "
                     "law:us-la/general_clause",
                     id="cruelty to juveniles: so too"),
        pytest.param(felony(statute="14:40.1", listed_crime_of_violence=False),
                     "now 2022-03-11", id="terrorizing that is no crime of violence"),
        pytest.param(felony(statute="14:40.1", element_force=True), "never",
                     id="terrorizing with force"),
        pytest.param(felony(statute="14:67"), "now 2022-03-11",
                     id="theft is no offense against a person"),
        pytest.param(felony(statute="14:35.3"), "never", id="domestic abuse battery"),
        pytest.param(felony(listed_crime_of_violence=True), "never", id="violent by the record"),
        pytest.param(felony(element_force=None),
                     "unknown 2022-03-11..never: charge.element_force",
                     id="not known if force is part of it"),
        pytest.param(felony(element_force=True), "never", id="force is part of it"),
        pytest.param(felony(statute="14:32.1", listed_crime_of_violence=False), "now 2022-03-11",
                     id="vehicular homicide below the line"),
        pytest.param(felony(statute="14:32.1"),
                     "unknown 2022-03-11..never: charge.listed_crime_of_violence, "
                     "law:us-la/vehicular_homicide",
                     id="vehicular homicide of a kind not known"),
        pytest.param(felony(statute="14:27", attempted_statute="14:64"), "never",
                     id="an attempt at armed robbery"),
        pytest.param(felony(statute="14:27", attempted_statute="14:62"), "now 2022-03-11",
                     id="an attempt at burglary"),
        pytest.param(felony(statute="14:80", offense_date="2001-08-14"),
                     "unknown 2022-03-11..never: law:us-la/carnal_knowledge_before_2001",
                     id="carnal knowledge the day before the law changed"),
        pytest.param(felony(statute="14:80", offense_date="2001-08-15"), "never", id="on that day"),
        pytest.param(felony(trafficking_certified=True, disposition_completed_on=None),
                     "now 2010-06-01", id="done to a trafficked person: no wait"),
        pytest.param(felony(jurisdiction="us-tx"), "never", id="a conviction of Texas"),
    ],
)  # fmt: skip
def test_more_than_ten_years(charge, expected):
    assert ask(charge) == expected


def drug(statute, words="drug", **facts):
    return felony(statute=statute, description=words, **facts)


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(drug("40:967(C)"), "now 2022-03-11", id="possession"),
        pytest.param(drug("40:967(A)", "possession with intent, cocaine"), "now 2022-03-11",
                     id="with intent, by its words"),
        pytest.param(drug("40:967(A)", with_intent_to_distribute=True), "now 2022-03-11",
                     id="with intent, by the record"),
        pytest.param(drug("40:967(A)", "distribution of cocaine"), "never", id="distribution"),
        pytest.param(drug("40:967(A)", with_intent_to_distribute=False), "never",
                     id="no mere intent"),
        pytest.param(drug("40:967(A)"),
                     "unknown 2022-03-11..never: charge.with_intent_to_distribute",
                     id="not known which"),
        pytest.param(drug("40:970(A)", "distribution", max_sentence_years=5), "now 2022-03-11",
                     id="five years at most"),
        pytest.param(drug("40:970(A)", "distribution", max_sentence_years=6), "never", id="six"),
        pytest.param(drug("40:970(A)", "distribution"),
                     "unknown 2022-03-11..never: charge.max_sentence_years",
                     id="the longest term is not known"),
        pytest.param(drug("40:967(A)", "distribution of cocaine", set_aside_893E_on="2024-07-09"),
                     "now 2024-07-09", id="distribution, but set aside"),
    ],
)  # fmt: skip
def test_drugs(charge, expected):
    assert ask(charge) == expected


@pytest.mark.parametrize(
    ("facts", "person", "expected"),
    [
        pytest.param({}, FIRST, "now 2025-09-06", id="on the day the sentence is done"),
        pytest.param({"disposition_completed_on": "2026-11-24"}, FIRST, "later 2026-11-24",
                     id="tomorrow"),
        pytest.param({"statute": "40:967(A)", "description": "distribution"}, FIRST,
                     "now 2025-09-06", id="drugs are no bar"),
        pytest.param({"statute": "14:34.1"}, FIRST, "later 2035-09-07",
                     id="second degree battery: only after ten years"),
        pytest.param({"statute": "14:66"}, FIRST, "now 2025-09-06",
                     id="extortion left the list of crimes of violence"),
        pytest.param({"court_costs_outstanding": True}, FIRST,
                     "later 2025-09-06..2035-09-07: waits on payment of the court costs",
                     id="court costs are unpaid"),
        pytest.param({"court_costs_outstanding": None}, FIRST,
                     "unknown 2025-09-06..2035-09-07: charge.court_costs_outstanding",
                     id="not known if they are paid"),
        pytest.param({}, {"prior_felony_convictions": 1}, "later 2035-09-07", id="not the first"),
        pytest.param({}, {"prior_felony_convictions": ...},
                     "unknown 2025-09-06..2035-09-07: person.prior_felony_convictions",
                     id="not known if it is the first"),
    ],
)  # fmt: skip
def test_a_first_offenders_pardon(facts, person, expected):
    assert ask(felony("2025-09-06", **facts), **person) == expected


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        pytest.param("2020-01-01", "later 2035-09-07", id="an earlier felony on the record"),
        pytest.param("2022-01-01", "now 2025-09-06", id="a later one"),
    ],
)
def test_the_first_of_two_felonies(earlier, expected):
    charge = felony("2025-09-06", disposition_date="2021-01-01")
    second = felony("2024-01-01", disposition_date=earlier, arrest_date="2009-05-05")
    assert ask(charge, second, **FIRST) == expected


def test_a_first_offenders_pardon_is_law_since_2019():
    charge = felony("2015-05-05")
    assert ask(charge, as_of="2019-07-31", **FIRST) == "later 2025-05-06"
    assert ask(charge, as_of="2019-08-01", **FIRST) == "now 2015-05-05"


OPEN = "later 2022-03-11..never: waits on the end of an open criminal charge"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param(felony("2020-01-01", disposition_date="2016-11-24"), "later 2026-11-24",
                     id="another felony: ten years from its conviction"),
        pytest.param(felony("2020-01-01", disposition_date="2016-11-23"), "now 2026-11-23",
                     id="over today"),
        pytest.param(misdemeanor("2020-01-01", disposition_date="2018-01-01"), "now 2022-03-11",
                     id="a misdemeanor does not count since 2024"),
        pytest.param(ended("pending", None), OPEN, id="an open felony charge"),
        pytest.param(ended("pending", None, severity="misdemeanor"), OPEN,
                     id="an open misdemeanor charge"),
        pytest.param(ended("pending", None, severity="infraction"), "now 2022-03-11",
                     id="an infraction is no crime"),
    ],
)  # fmt: skip
def test_other_convictions_and_charges(second, expected):
    assert ask(felony(arrest_date="2009-01-01"), second) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2024-07-31", "unknown 2028-01-01..never: law:us-la/clean_ten_years"),
     ("2024-08-01", "now 2022-03-11")],
    ids=["any conviction until Acts 2024 No. 580", "only felonies since"],
)  # fmt: skip
def test_a_misdemeanor_in_the_ten_years(as_of, expected):
    second = misdemeanor("2019-01-01", disposition_date="2018-01-01")
    assert ask(felony(), second, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param(misdemeanor(disposition_date="2011-01-01"), "now 2022-03-11",
                     id="a conviction before the sentence was done"),
        pytest.param(misdemeanor(disposition_date="2018-01-01"),
                     "unknown 2028-01-01..never: law:us-la/clean_ten_years",
                     id="any conviction within the ten years"),
        pytest.param(ended("pending", None, severity="misdemeanor"), OPEN, id="an open charge"),
    ],
)  # fmt: skip
def test_six_crimes_of_violence(second, expected):
    assert ask(felony(statute="14:65", arrest_date="2009-01-01"), second) == expected


@pytest.mark.parametrize(
    ("statute", "expected"),
    [("14:34", "unknown 2022-03-11..never: law:us-la/one_of_four"), ("14:65", "now 2022-03-11")],
    ids=["one of the four", "simple robbery is not"],
)
def test_two_of_the_four_crimes(statute, expected):
    another = felony(statute="14:94", disposition_date="2009-06-01", arrest_date="2009-01-01")
    assert ask(felony(statute=statute), another) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, "now 2016-10-10", id="from that day"),
        pytest.param({"set_aside_893E_on": "2026-11-24"}, "later 2026-11-24", id="tomorrow"),
        pytest.param({"statute": "14:43.1"}, "never", id="a sex offense, also when set aside"),
        pytest.param({"statute": "14:64"}, "never", id="a crime of violence"),
        pytest.param({"disposition": "deferred_dismissed", "disposition_date": "2016-12-12"},
                     "now 2016-12-12", id="the record calls it deferred and dismissed"),
    ],
)  # fmt: skip
def test_set_aside(facts, expected):
    told = {"set_aside_893E_on": "2016-10-10", **facts}
    assert ask(felony("2020-01-01", **told)) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2020-07-31", "later 2031-06-06"), ("2020-08-01", "now 2018-01-02")],
    ids=["one in fifteen years until 2020", "no limit since"],
)
def test_how_often(as_of, expected):
    assert ask(felony("2008-01-01", disposition_date="2006-01-01"), as_of=as_of,
               last_expungement_on="2016-06-06") == expected  # fmt: skip


@pytest.mark.parametrize(
    "section",
    ["14:34.3", "14:34.5", "14:35.1", "14:37.6", "14:38.2", "14:40.1", "14:40.3", "14:40.4",
     "14:46", "14:46.1", "14:93", "14:93.3", "14:108.2", "14:122", "14:129.1"],
)  # fmt: skip
def test_the_general_clause_may_reach_it(section):
    found = ask(felony(statute=section, victim_minor=False))
    assert found.startswith("unknown 2022-03-11..never: ")
    assert "law:us-la/general_clause" in found
