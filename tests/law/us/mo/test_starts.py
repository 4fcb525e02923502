"""The first day of each rule and of each exclusion, and the day before it."""

import pytest

from tests.law.us.mo.records import a_charge, answer, ask

EXCLUDED = {
    "not_class_a_felony": {"statute": "579.065", "class": "A"},
    "not_dangerous_felony": {"statute": "570.023", "class": "B"},
    "no_sex_registration": {"statute": "573.037", "requires_sex_registration": True},
    "no_death": {"statute": "565.225", "death_element": True},
    "not_assault_or_kidnapping": {"statute": "565.054"},
    "not_listed": {"statute": "569.160"},
    "not_first_dwi": {"statute": "577.010", "severity": "misdemeanor"},
    "not_intoxication_offense": {"statute": "577.016", "severity": "misdemeanor"},
    "no_excluded_ordinance": {"statute": "City 1", "severity": "ordinance",
                              "ordinance_equivalent_of": "565.076"},
    "no_commercial_driving": {"statute": "304.010", "severity": "infraction",
                              "cdl_at_offense": True},
    "no_weapons_use": {"statute": "571.030.1(3)", "class": "E"},
    "no_excluded_target": {"statute": "562.012", "class": "E", "offense_aimed_at": "565.054"},
}  # fmt: skip


def stands_against(name, question, as_of, **facts):
    """Whether a condition is law that day and not met (or open, for an attempt)."""
    charge = a_charge(**{**EXCLUDED[name], **facts})
    found = answer(question, charge, as_of=as_of)
    return name in {r.name for r in found.reasons if r.when and r.when[1].year == 2200}


@pytest.mark.parametrize("name", EXCLUDED)
def test_an_exclusion_of_the_petition_begins_in_2018(name):
    assert not stands_against(name, "clear.610_140", "2017-12-31")
    assert stands_against(name, "clear.610_140", "2018-01-01")


@pytest.mark.parametrize("name", EXCLUDED)
def test_and_so_it_does_for_arrests(name):
    facts = {"disposition": "no_charge_filed", "disposition_date": None}
    assert stands_against(name, "clear.arrest", "2018-01-01", **facts)


def test_dangerous_felonies_are_those_of_the_day_asked():
    conspiracy = {"statute": "562.014", "class": "C", "offense_aimed_at": "570.023"}
    for as_of, listed in (("2020-08-27", False), ("2020-08-28", True)):
        found = answer("clear.610_140", a_charge(**conspiracy), as_of=as_of)
        failed = {r.name for r in found.reasons if r.when and r.when[0].year == 2200}
        assert ("not_dangerous_felony" in failed) is listed


AN_ARREST = a_charge(
    offense_date="2010-01-01", arrest_date="2010-01-01", statute="569.170",
    disposition="no_charge_filed", disposition_date=None,
)  # fmt: skip
SPEEDING = a_charge(statute="304.010", severity="misdemeanor", disposition="dismissed",
                    disposition_date="2010-03-03")  # fmt: skip


@pytest.mark.parametrize(
    ("question", "charge", "first_day", "day_before"),
    [
        ("clear.610_140", a_charge(), "2012-08-28", "2012-08-27"),
        ("clear.arrest", AN_ARREST, "2018-01-01", "2017-12-31"),
        ("clear.610_122", SPEEDING, "2014-08-28", "2014-08-27"),
        ("limit.610_140", a_charge(), "2018-01-01", "2017-12-31"),
        ("refile.610_140", a_charge(), "2018-01-01", "2017-12-31"),
        ("clear.marijuana", a_charge(), "2022-12-08", "2022-12-07"),
        ("clear.automatic", a_charge(), "2026-07-09", "2026-07-08"),
        ("state_report_barred", a_charge(), "2026-07-09", "2026-07-08"),
        ("housing.local_limit.kansas_city", a_charge(), "2024-08-01", "2024-07-31"),
    ],
)
def test_a_rule_is_asked_from_its_first_day(question, charge, first_day, day_before):
    filed = {"dismissed_petition_filed_on": "2016-05-05"} if question.startswith("refile") else {}
    assert ask(question, charge, as_of=first_day, **filed) != "not_applicable"
    assert ask(question, charge, as_of=day_before, **filed) == "not_applicable"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-07-09", "later 2026-08-28"),
        ("2026-08-27", "later 2026-08-28"),
        ("2026-08-28", "now 2026-08-28"),
    ],
)
def test_reports_are_barred_from_the_first_day_of_the_law(as_of, expected):
    charge = a_charge(expunged_on="2020-01-01")
    assert ask("state_report_barred", charge, as_of=as_of) == expected


def test_a_dismissed_petition_of_before_the_section():
    facts = {"as_of": "2018-01-01", "dismissed_petition_filed_on": "2016-05-05"}
    assert ask("refile.610_140", a_charge(), **facts) == "now 2017-05-05"


def test_an_arrest_and_a_charge_after_it_on_the_first_day():
    other = a_charge(statute="574.010", severity="misdemeanor", offense_date="2010-02-01",
                     filed_on="2010-02-01", disposition_date="2010-03-01")  # fmt: skip
    assert ask("clear.arrest", AN_ARREST, other, as_of="2018-01-01") == (
        "unknown 2013-03-01..never: law:us-mo/arrest.clean_spell"
    )
    assert ask("clear.arrest", AN_ARREST, as_of="2018-01-01") == "now 2013-01-01"


@pytest.mark.parametrize("decided", ["2016-12-31", "2017-01-01"])
def test_carrying_concealed_was_excepted_from_2018_on(decided):
    charge = a_charge(statute="571.030.1(1)", disposition_date=decided,
                      disposition_completed_on="2017-06-01")  # fmt: skip
    expected = "later 2024-06-01" if decided == "2016-12-31" else "never: no_weapons_use"
    assert ask("clear.610_140", charge, as_of="2018-01-01") == expected
