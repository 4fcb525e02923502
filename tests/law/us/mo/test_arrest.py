"""RSMo 610.140.7: from when an arrest that led to no charge can be cleared by petition."""

import pytest

from tests.law.us.mo.records import a_charge, ask, in_one_case

NOW = "2026-11-23"


def an_arrest(on="2024-01-15", **facts):
    return a_charge(
        offense_date=on,
        arrest_date=on,
        disposition="no_charge_filed",
        disposition_date=None,
        **facts,
    )


def a_case(filed, decided, **facts):
    """Another case: a misdemeanor that was filed and decided on these days."""
    return a_charge(
        **{
            "statute": "574.010",
            "severity": "misdemeanor",
            "class": "B",
            "offense_date": filed,
            "arrest_date": filed,
            "filed_on": filed,
            "disposition_date": decided,
            "disposition_completed_on": decided,
            **facts,
        }
    )


def unclear(since):
    return f"unknown {since}..never: law:us-mo/arrest.clean_spell"


@pytest.mark.parametrize(
    ("cases", "as_of", "expected"),
    [
        pytest.param([an_arrest("2025-05-23")], NOW, "now 2026-11-23",
                     id="eighteen months to the day"),
        pytest.param([an_arrest("2025-05-24")], NOW, "later 2026-11-24",
                     id="and not a day less"),
        pytest.param([an_arrest("2025-08-31")], NOW, "later 2027-03-01",
                     id="eighteen months after 31 August there is no 31 February"),
        pytest.param([an_arrest("2022-08-29")], NOW, "now 2024-02-29",
                     id="eighteen months may end on a leap day"),
        pytest.param([an_arrest("2023-06-01")], "2024-12-31", "later 2026-06-01",
                     id="three years under the law of 2024"),
        pytest.param([an_arrest("2023-06-01")], "2025-01-01", "now 2024-12-01",
                     id="eighteen months from the first day of the law of 2025"),
        pytest.param([a_charge()], NOW, "never: never_charged", id="a conviction is a charge"),
        pytest.param([a_charge(disposition="pending")], NOW, "never: never_charged",
                     id="so is an open charge"),
        pytest.param([a_charge(disposition="dismissed")], NOW, "never: never_charged",
                     id="so is a dismissed one"),
        pytest.param([an_arrest(**{"class": "A"})], NOW, "never: not_class_a_felony",
                     id="an arrest for a class A felony is excluded"),
        pytest.param([an_arrest(statute="577.010", severity="misdemeanor")], NOW,
                     "never: not_first_dwi", id="an arrest for drunk driving has its own section"),
        pytest.param([an_arrest(jurisdiction="us-il")], NOW, "never: missouri_arrest",
                     id="an arrest in another state"),
        pytest.param([an_arrest(), a_case("2024-06-01", "2024-09-01")], NOW,
                     unclear("2026-03-01"), id="a finding in the time: the text is silent"),
        pytest.param([an_arrest(), a_case("2023-06-01", "2024-01-14")], NOW, "now 2025-07-15",
                     id="a finding on the day before the arrest does not count"),
        pytest.param([an_arrest(), a_case("2023-06-01", "2024-01-15")], NOW,
                     unclear("2025-07-15"), id="a finding on the day of the arrest counts"),
        pytest.param([an_arrest(), a_case("2023-06-01", "2025-07-14")], NOW,
                     unclear("2027-01-14"), id="a finding on the last day counts"),
        pytest.param([an_arrest(), a_case("2023-06-01", "2025-07-15")], NOW, "now 2025-07-15",
                     id="a finding on the anniversary does not"),
        pytest.param([an_arrest(), a_case("2025-07-14", "2026-01-01", disposition="dismissed")],
                     NOW, unclear("2027-01-14"),
                     id="a charge filed in the time counts, though lost"),
        pytest.param([an_arrest(), a_case("2025-07-15", "2026-01-01", disposition="dismissed")],
                     NOW, "now 2025-07-15", id="a charge filed on the anniversary does not"),
        pytest.param([an_arrest(), a_case("2024-06-01", None, disposition="pending")], NOW,
                     unclear("2025-12-01"), id="a charge still open was filed all the same"),
        pytest.param([an_arrest(), a_case("2024-06-01", "2024-09-01", severity="infraction")], NOW,
                     "now 2025-07-15", id="an infraction is no misdemeanor"),
        pytest.param([an_arrest(), an_arrest("2024-06-01")], NOW, "now 2025-07-15",
                     id="a second arrest without charge is no charge"),
        pytest.param([an_arrest(), a_case("2024-06-01", "2024-09-01", jurisdiction="us-il")], NOW,
                     unclear("2026-03-01"), id="another state's finding counts too"),
        pytest.param([an_arrest(), a_case("2024-06-01", "2024-09-01"),
                      a_case("2025-01-10", "2025-02-01")], NOW,
                     unclear("2026-08-01"), id="a later clean spell runs from the last of them"),
        pytest.param([in_one_case(an_arrest(), a_charge(offense_date="2024-01-15"))], NOW,
                     unclear("2025-07-15"), id="a charge from the same arrest breaks the spell"),
        pytest.param([an_arrest(), a_case("2023-01-01", "2024-09-01", filed_on=None)], NOW,
                     unclear("2026-03-01"), id="with the finding known the filing is not needed"),
        pytest.param([an_arrest(), a_case("2023-01-01", None, filed_on="2023-02-01")], NOW,
                     "unknown 2025-07-15..never: charge.disposition_date@c2/1, "
                     "law:us-mo/arrest.clean_spell",
                     id="a finding on an unknown day may lie in the time"),
    ],
)  # fmt: skip
def test_an_arrest_clears(cases, as_of, expected):
    assert ask("clear.arrest", *cases, as_of=as_of) == expected


CLEARS = "now 2025-07-15"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"statute": "571.030", "weapon_exhibited": True}, CLEARS, id="exhibiting"),
        pytest.param({"statute": "571.030", "weapon_exhibited": False},
                     "never: no_weapons_use", id="another use of a weapon"),
        pytest.param({"statute": "571.030.1(1)", "offense_date": "2016-01-15",
                      "arrest_date": "2016-01-15"}, "never: no_weapons_use",
                     id="carrying concealed, of which guilt was never found"),
        pytest.param({"statute": "571.030", "weapon_exhibited": False, "weapon_concealed": True},
                     "never: no_weapons_use", id="also where the record has to say so"),
        pytest.param({"statute": "566.030", "attempted": True, "physical_injury": True},
                     "never: not_dangerous_felony", id="attempted rape under its own number"),
        pytest.param({"statute": "569.160", "attempted": True},
                     "unknown 2025-07-15..never: law:us-mo/attempts", id="an attempted burglary"),
        pytest.param({"statute": "569.160", "attempted": False}, "never: not_listed",
                     id="a completed one"),
        pytest.param({"statute": "562.014", "offense_aimed_at": "570.030"}, CLEARS,
                     id="conspiracy to steal"),
        pytest.param({"statute": "562.012", "offense_aimed_at": "566.030",
                      "physical_injury": True}, "never: not_dangerous_felony",
                     id="an attempted rape with injury"),
        pytest.param({"statute": "562.014", "offense_aimed_at": "570.030",
                      "sentence": {"dangerous": False}}, CLEARS,
                     id="not dangerous, says the record"),
        pytest.param({"requires_sex_registration_unknown": True, "registration_ordered": True},
                     "never: no_sex_registration", id="an order to register"),
        pytest.param({"requires_sex_registration_unknown": True, "registration_ordered": False},
                     CLEARS, id="no such order"),
        pytest.param({"requires_sex_registration_unknown": False}, CLEARS,
                     id="the source knows"),
        pytest.param({"statute": "302.321", "severity": "misdemeanor"}, CLEARS,
                     id="a traffic arrest"),
        pytest.param({"statute": "302.321", "severity": "misdemeanor", "cdl_at_offense": True},
                     "never: no_commercial_driving", id="of a commercial driver"),
        pytest.param({"statute": "City 3", "severity": "ordinance", "traffic_ordinance": False,
                      "cdl_at_offense": True}, CLEARS,
                     id="for a city ordinance about something else"),
        pytest.param({"statute": "City 3", "severity": "ordinance",
                      "ordinance_equivalent_of": "565.076"}, "never: no_excluded_ordinance",
                     id="for a city ordinance that equals an excluded offense"),
        pytest.param({"statute": "565.052", "special_victim": False},
                     "never: not_assault_or_kidnapping", id="for assault 2"),
        pytest.param({"statute": "566.032", "victim_under_12": False}, "never: not_listed",
                     id="for statutory rape"),
        pytest.param({"statute": "565.153", "concealed_days": 5},
                     "never: not_assault_or_kidnapping", id="for parental kidnapping"),
        pytest.param({"statute": "577.010", "habitual_offender": False},
                     "never: not_intoxication_offense", id="for drunk driving"),
        pytest.param({"statute": "568.045", "fentanyl": False}, "never: not_listed",
                     id="for endangering a child"),
    ],
)  # fmt: skip
def test_an_arrest_for_an_excluded_offense_does_not_clear(facts, expected):
    person = {"cdl_holder": True} if "cdl_at_offense" in facts else {}
    charge = an_arrest() | facts
    assert ask("clear.arrest", charge, **person) == expected


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("arrest_date", "unknown 2025-07-15..never: charge.arrest_date"),
        ("disposition", "unknown 2025-07-15..never: charge.disposition"),
        ("requires_sex_registration",
         "unknown 2025-07-15..never: charge.requires_sex_registration"),
        ("class", "unknown 2025-07-15..never: charge.class"),
    ],
)  # fmt: skip
def test_a_missing_fact_leaves_it_open(missing, expected):
    assert ask("clear.arrest", an_arrest() | {missing: None}) == expected


def test_an_incomplete_record_may_hide_a_charge():
    assert ask("clear.arrest", an_arrest(), record_complete=False) == (
        "unknown 2025-07-15..never: person.record_complete, law:us-mo/arrest.clean_spell"
    )
