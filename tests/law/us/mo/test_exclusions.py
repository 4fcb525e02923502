"""RSMo 610.140.3: which offenses no petition reaches, item by item and section by section."""

import csv
from pathlib import Path

import pytest

from tests.law.us.mo.records import a_charge, answer, ask, reasons_against

CLEARS = "now 2019-06-01"
"""A felony that was done on 2016-06-01, with nothing against it."""

# section, offense, listed in the text of 2021, listed in the model of the text of 2025,
# successor, status since 2025, confidence: copied from a reading of both texts
with Path(__file__).with_name("listed-610-140-3-6.csv").open(encoding="utf-8") as file:
    LISTED = list(csv.DictReader(file))


def felony(statute, offense_class="D", **facts):
    return a_charge(statute=statute, **{"class": offense_class, **facts})


def misdemeanor(statute, **facts):
    return felony(statute, severity="misdemeanor", **facts)


def an_ordinance(**facts):
    return felony("City 210.020", severity="ordinance", **facts)


def on_list(row):
    """An infraction of the section, so that no item but the list speaks of it."""
    section = f"{row['section']}.010" if "." not in row["section"] else row["section"]
    return felony(section, severity="infraction")


IN_566_OR_SUCCESSOR = ("566.116", "573.200", "573.205")


@pytest.mark.parametrize("row", LISTED, ids=lambda row: f"{row['section']} {row['offense']}")
@pytest.mark.parametrize(
    "as_of", ["2018-01-01", "2021-08-27", "2021-08-28", "2024-12-31", "2025-01-01", "2026-11-23"]
)
def test_a_section_of_the_list(row, as_of):
    listed = row["listed_2021_08_28"] == "1" or row["section"] in IN_566_OR_SUCCESSOR
    wait = 3 if as_of < "2021-08-28" else 1
    expected = "never: not_listed"
    if as_of >= "2025-01-01" and row["status_from_2025"] == "open":
        question = f"listed_{row['section'].replace('.', '_')}"
        expected = f"unknown {2016 + wait}-06-01..never: law:us-mo/{question}"
    elif as_of < "2025-01-01" and not listed:
        status = "now" if as_of >= f"{2016 + wait}-06-01" else "later"
        expected = f"{status} {2016 + wait}-06-01"
    assert ask("clear.610_140", on_list(row), as_of=as_of) == expected


@pytest.mark.parametrize("row", LISTED, ids=lambda row: row["section"])
def test_the_list_of_2012_is_not_held_here(row):
    assert ask("clear.610_140", on_list(row), as_of="2017-12-31") == (
        "unknown 2026-06-01..never: law:us-mo/closed_list"
    )


@pytest.mark.parametrize(
    ("statute", "as_of", "expected"),
    [
        ("570.030", "2019-08-27", "never: not_listed"),
        ("570.030", "2019-08-28", "later 2023-06-01"),
        ("569.100", "2019-08-27", "never: not_listed"),
        ("569.100", "2019-08-28", "later 2023-06-01"),
        ("570.130", "2019-08-27", "never: not_listed"),
        ("570.130", "2019-08-28", "later 2023-06-01"),
        ("570.100", "2019-08-27", "never: not_listed"),
        ("570.100", "2019-08-28", "later 2023-06-01"),
        ("570.030", "2018-01-01", "never: not_listed"),
        ("569.100", "2018-01-01", "never: not_listed"),
        ("570.130", "2018-01-01", "never: not_listed"),
        ("570.100", "2018-01-01", "never: not_listed"),
        ("221.111", "2018-01-01", "unknown 2023-06-01..never: law:us-mo/listed_217_360"),
        ("221.111", "2026-11-23", "unknown 2019-06-01..never: law:us-mo/listed_217_360"),
    ],
)
def test_what_became_eligible_in_2019_and_what_is_open(statute, as_of, expected):
    assert ask("clear.610_140", felony(statute), as_of=as_of) == expected


FELONY_ASSAULTS = [
    "565.050",
    "565.052",
    "565.054",
    "565.056",
    "565.060",
    "565.070",
    "565.081",
    "565.082",
    "565.083",
]
KIDNAPPINGS = ["565.110", "565.115", "565.120", "565.130", "565.153", "565.156"]


@pytest.mark.parametrize("statute", [*FELONY_ASSAULTS, *KIDNAPPINGS])
def test_a_felony_assault_or_kidnapping(statute):
    assert "not_assault_or_kidnapping" in reasons_against(felony(statute))
    assert "not_assault_or_kidnapping" not in reasons_against(misdemeanor(statute))


@pytest.mark.parametrize("statute", ["565.072", "565.073", "565.074", "565.076"])
@pytest.mark.parametrize("severity", ["felony", "misdemeanor"])
def test_a_domestic_assault_of_any_grade(statute, severity):
    assert "not_assault_or_kidnapping" in reasons_against(felony(statute, severity=severity))


DANGEROUS = [
    "565.021", "565.050", "565.072", "565.081", "565.110", "565.115", "565.180", "566.030",
    "566.060", "566.067", "566.068", "569.020", "569.040", "570.023", "571.015",
]  # fmt: skip


@pytest.mark.parametrize("statute", DANGEROUS)
def test_a_dangerous_felony(statute):
    assert "not_dangerous_felony" in reasons_against(felony(statute))
    assert "not_dangerous_felony" not in reasons_against(misdemeanor(statute))


@pytest.mark.parametrize(
    ("statute", "from_day"),
    [
        ("571.015", "2020-08-28"), ("570.027", "2020-08-28"), ("562.014", "2020-08-28"),
        ("564.016", "2020-08-28"),
    ],
)  # fmt: skip
def test_a_dangerous_felony_since_a_day(statute, from_day):
    charge = felony(statute, "A" if statute == "570.027" else "C", offense_aimed_at="570.023")
    day_before = {"2020-08-28": "2020-08-27"}[from_day]
    assert "not_dangerous_felony" not in reasons_against(charge, as_of=day_before)
    assert "not_dangerous_felony" in reasons_against(charge, as_of=from_day)


@pytest.mark.parametrize(
    ("charge", "is_dangerous"),
    [
        (felony("570.027", "A"), True),
        (felony("570.027", "B"), False),
        (felony("565.052", special_victim=True), True),
        (felony("565.052", special_victim=False), False),
        (felony("566.032", victim_under_12=True), True),
        (felony("566.032", victim_under_12=False), False),
        (felony("566.062", victim_under_12=True), True),
        (felony("568.060", death_element=True), True),
        (felony("568.060", death_element=False), False),
        (felony("565.153", concealed_days=120), True),
        (felony("565.153", concealed_days=119), False),
        (felony("577.010", "B", habitual_offender=True), True),
        (felony("577.012", "B", habitual_offender=True), True),
        (felony("577.013", "B", habitual_offender=True), True),
        (felony("577.014", "B", habitual_offender=True), True),
        (felony("577.010", "B", habitual_offender=False), False),
        (felony("568.045", fentanyl=True), True),
        (felony("562.012", "B", offense_aimed_at="566.030", physical_injury=True), True),
        (felony("564.011", "B", offense_aimed_at="566.060", physical_injury=True), True),
        (felony("562.012", "B", offense_aimed_at="566.030", physical_injury=False), False),
        (felony("562.012", "B", offense_aimed_at="565.021"), False),
        (felony("562.014", "B", offense_aimed_at="565.021"), True),
        (felony("562.014", "B", offense_aimed_at="569.170"), False),
        (felony("579.055", sentence={"dangerous": True}), True),
        (felony("579.055", sentence={"dangerous": False}), False),
        (felony("571.015", sentence={"dangerous": False}), True),
    ],
)
def test_a_dangerous_felony_by_its_facts(charge, is_dangerous):
    assert ("not_dangerous_felony" in reasons_against(charge)) == is_dangerous


@pytest.mark.parametrize("statute", ["565.020", "565.021", "565.023", "565.024", "565.027"])
@pytest.mark.parametrize("said", [True, False, None], ids=["said", "denied", "not said"])
def test_a_felony_of_which_a_death_is_part(statute, said):
    assert "no_death" in reasons_against(felony(statute, death_element=said))


@pytest.mark.parametrize("statute", ["577.010", "577.013", "568.060"])
def test_a_felony_of_which_a_death_may_be_part(statute):
    assert "no_death" in reasons_against(felony(statute, death_element=True))
    assert "no_death" not in reasons_against(felony(statute, death_element=False))
    assert "no_death" not in reasons_against(misdemeanor(statute, death_element=True))


@pytest.mark.parametrize("statute", ["577.010", "577.013", "568.060"])
def test_whether_a_death_was_part_of_it_has_to_be_told(statute):
    charge = felony(statute, death_element=None)
    in_doubt = [r.name for r in answer("clear.610_140", charge).reasons
                if r.when and r.when[0].year == 1800 and r.when[1].year == 2200]  # fmt: skip
    assert "no_death" in in_doubt


@pytest.mark.parametrize("statute", ["577.010", "577.012", "577.013", "577.014"])
def test_driving_or_boating_while_intoxicated(statute):
    both_items = ["not_first_dwi", "not_intoxication_offense"]
    assert reasons_against(misdemeanor(statute)) == both_items
    assert reasons_against(felony(statute, habitual_offender=False)) == both_items[1:]
    city = an_ordinance(ordinance_equivalent_of=statute)
    assert reasons_against(city) == both_items


@pytest.mark.parametrize("statute", ["577.015", "577.016"])
def test_flying_while_intoxicated(statute):
    assert reasons_against(misdemeanor(statute)) == ["not_intoxication_offense"]


@pytest.mark.parametrize(
    "statute",
    ["300.010", "301.020", "302.020", "303.025", "304.010", "307.178", "577.060"],
)
def test_a_law_of_the_road_and_a_commercial_driver(statute):
    charge = misdemeanor(statute, cdl_at_offense=True)
    assert reasons_against(charge, cdl_holder=True) == ["no_commercial_driving"]
    assert reasons_against(misdemeanor(statute, cdl_at_offense=False), cdl_holder=True) == []
    city = an_ordinance(ordinance_equivalent_of=statute, traffic_ordinance=False)
    assert reasons_against(city, cdl_holder=True) == ["no_commercial_driving"]


@pytest.mark.parametrize("statute", ["577.010", "577.012"])
def test_drunk_driving_by_a_commercial_driver_fails_on_every_ground(statute):
    found = reasons_against(misdemeanor(statute), cdl_holder=True)
    assert found == ["not_first_dwi", "not_intoxication_offense", "no_commercial_driving"]


@pytest.mark.parametrize(
    "statute", ["301.010", "306.100", "305.010"], ids=["a car", "a boat", "a plane"]
)
def test_boats_and_planes_are_no_motor_vehicles(statute):
    is_car = statute.startswith("301")
    expected = ["no_commercial_driving"] if is_car else []
    assert reasons_against(misdemeanor(statute), cdl_holder=True) == expected


@pytest.mark.parametrize("number", range(1, 12))
def test_unlawful_use_of_a_weapon(number):
    # a court finds guilt on the first day on which carrying concealed is excluded
    charge = felony(f"571.030.1({number})", "E", disposition_date="2017-01-01",
                    disposition_completed_on="2017-06-01")  # fmt: skip
    assert reasons_against(charge) == ([] if number == 4 else ["no_weapons_use"])


WEAPON = "unknown 2020-06-01..never: charge.weapon_exhibited"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, WEAPON, id="after 2016 only exhibiting is excepted"),
        pytest.param({"weapon_exhibited": False}, "never: no_weapons_use", id="it was not that"),
        pytest.param({"weapon_exhibited": True}, "now 2020-06-01", id="it was"),
        pytest.param({"disposition_date": "2016-12-31"}, WEAPON + ", charge.weapon_concealed",
                     id="before 2017 carrying concealed is excepted too"),
        pytest.param({"disposition_date": "2016-12-31", "weapon_concealed": True},
                     "now 2020-06-01", id="it was that"),
        pytest.param({"disposition_date": "2016-12-31", "weapon_exhibited": False,
                      "weapon_concealed": False}, "never: no_weapons_use", id="it was neither"),
        pytest.param({"disposition_date": None, "weapon_exhibited": False,
                      "weapon_concealed": True},
                     "unknown 2020-06-01..never: charge.disposition_date",
                     id="when guilt was found is not known"),
    ],
)  # fmt: skip
def test_a_weapons_felony_of_an_unnamed_form(facts, expected):
    charge = felony("571.030", "E", **{"disposition_date": "2017-01-01",
                    "disposition_completed_on": "2017-06-01", **facts})  # fmt: skip
    assert ask("clear.610_140", charge) == expected


WEAPONS_OPEN = "unknown 2017-06-01..never: law:us-mo/expunge.weapons_misdemeanor_excluded"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2018-01-01", "never: no_weapons_use"),
        ("2024-12-31", "never: no_weapons_use"),
        ("2025-01-01", WEAPONS_OPEN),
    ],
)
def test_a_weapons_misdemeanor_is_open_since_2025(as_of, expected):
    assert ask("clear.610_140", misdemeanor("571.030.1(8)"), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("570.030", "now 2019-06-01", id="at theft"),
        pytest.param("569.160", "unknown 2019-06-01..never: law:us-mo/attempts", id="at burglary"),
        pytest.param("565.050", "unknown 2019-06-01..never: law:us-mo/attempts", id="at assault"),
        pytest.param("565.076", "unknown 2019-06-01..never: law:us-mo/attempts",
                     id="at domestic assault"),
        pytest.param("565.110", "unknown 2019-06-01..never: law:us-mo/attempts",
                     id="at kidnapping"),
        pytest.param("565.027", "unknown 2019-06-01..never: law:us-mo/attempts", id="at a death"),
        pytest.param("577.010", "unknown 2019-06-01..never: law:us-mo/attempts",
                     id="at drunk driving"),
        pytest.param("577.016", "unknown 2019-06-01..never: law:us-mo/attempts", id="at flying"),
        pytest.param("571.030", "unknown 2019-06-01..never: law:us-mo/attempts",
                     id="at weapons use"),
        pytest.param("570.023", "unknown 2019-06-01..never: law:us-mo/attempts", id="at robbery"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("statute", ["562.012", "564.011"])
def test_an_attempt_at_an_excluded_offense_is_open_law(statute, target, expected):
    assert ask("clear.610_140", felony(statute, "E", offense_aimed_at=target)) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(felony("569.170"), "now 2019-06-01", id="at burglary 2"),
        *(pytest.param(one, "unknown 2019-06-01..never: law:us-mo/attempts", id=name)
          for name, one in {
              "at robbery 1": felony("570.023"), "at burglary 1": felony("569.160"),
              "at assault 3": felony("565.054"), "at kidnapping 2": felony("565.120"),
              "at involuntary manslaughter 1": felony("565.024"),
              "at drunk driving": felony("577.010", habitual_offender=False),
              "at flying drunk": felony("577.016"),
              "at using a weapon": felony("571.030.1(3)"),
          }.items()),
        pytest.param(felony("566.030", physical_injury=True), "never: not_dangerous_felony",
                     id="at rape, with injury"),
        pytest.param(felony("566.030", physical_injury=False),
                     "unknown 2019-06-01..never: law:us-mo/attempts", id="at rape, without"),
        pytest.param(felony("570.030", requires_sex_registration=True),
                     "never: no_sex_registration", id="at what asks for registration"),
        pytest.param(felony("579.065", "A"), "never: not_class_a_felony", id="of class A"),
    ],
)  # fmt: skip
def test_an_attempt_under_the_number_of_its_target(charge, expected):
    assert ask("clear.610_140", {**charge, "attempted": True}) == expected


@pytest.mark.parametrize("statute", ["562.014", "564.016"])
def test_so_is_a_conspiracy(statute):
    charge = felony(statute, "E", offense_aimed_at="569.160")
    assert ask("clear.610_140", charge) == "unknown 2019-06-01..never: law:us-mo/attempts"


MAY_CLEAR = "unknown 2019-06-01..never: "


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param(felony("570.030", None), {}, MAY_CLEAR + "charge.class", id="the class"),
        pytest.param(felony("570.027", None), {}, MAY_CLEAR + "charge.class",
                     id="the class of a hijacking"),
        pytest.param(felony("573.037", requires_sex_registration=None), {},
                     MAY_CLEAR + "charge.requires_sex_registration",
                     id="whether it asks for registration"),
        pytest.param(felony("573.037", requires_sex_registration_unknown=True), {},
                     MAY_CLEAR + "charge.registration_ordered",
                     id="whether the word of the source can be trusted"),
        pytest.param(felony("573.037", requires_sex_registration_unknown=True,
                            registration_ordered=True), {},
                     "never: no_sex_registration", id="an order settles it"),
        pytest.param(felony("573.037", requires_sex_registration_unknown=True,
                            registration_ordered=False), {}, "now 2019-06-01",
                     id="and so does its absence"),
        pytest.param(misdemeanor("304.010"), {"cdl_holder": None},
                     "unknown 2017-06-01..never: charge.cdl_at_offense, person.cdl_holder",
                     id="whether a commercial driver"),
        pytest.param(an_ordinance(), {"cdl_holder": True},
                     "unknown 2017-06-01..never: charge.traffic_ordinance",
                     id="what the ordinance is about, for a commercial driver"),
        pytest.param(an_ordinance(traffic_ordinance=False), {"cdl_holder": True},
                     "now 2017-06-01", id="an ordinance about something else"),
        pytest.param(an_ordinance(ordinance_equivalent_of="455.085"), {},
                     "never: no_excluded_ordinance", id="an ordinance that equals a listed one"),
        pytest.param(an_ordinance(ordinance_equivalent_of="571.030.1(4)"), {},
                     "now 2017-06-01", id="an ordinance that equals exhibiting"),
        pytest.param(felony("562.014", "E"), {},
                     MAY_CLEAR + "charge.sentence.dangerous, charge.offense_aimed_at, "
                     "law:us-mo/attempts", id="what a conspiracy aimed at"),
        pytest.param(felony("565.225", death_element=None), {}, "now 2019-06-01",
                     id="a death, where the section says that there is none"),
        pytest.param(felony("565.075"), {}, MAY_CLEAR + "law:us-mo/felony_assault_565_075",
                     id="assault on school property, an old number"),
        pytest.param(misdemeanor("565.075"), {}, "now 2017-06-01",
                     id="which as a misdemeanor is no felony assault"),
        pytest.param(misdemeanor("306.111"), {},
                     "unknown 2017-06-01..never: law:us-mo/boating_old_numbers",
                     id="a boating number from before 2017"),
        pytest.param(misdemeanor("306.112"), {},
                     "unknown 2017-06-01..never: law:us-mo/boating_old_numbers",
                     id="and its neighbor"),
    ],
)  # fmt: skip
def test_what_is_missing(charge, person, expected):
    assert ask("clear.610_140", charge, **person) == expected
