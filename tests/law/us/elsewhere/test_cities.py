"""Cities with a fair-chance law of their own: Portland, Minneapolis, Detroit, California's."""

import pytest

from homeward import law
from tests.law.us.homes import ask

USE = "landlord_use_barred"
APPLIED = {"stage": "application", "conditional_offer_date": None}


def sentenced(on, severity="felony", description="theft", **more):
    return {"severity": severity, "description": description, "disposition_date": "2012-01-01",
            "sentence": {"type": "probation", "sentenced_on": on}, **more}  # fmt: skip


def city_says(place, charge, home):
    """The answer of the city's own rule, whatever the state says."""
    return ask(USE, place, charge, home=home, law_of=place)


LOW = {"path": "low_barrier"}


@pytest.mark.parametrize(
    ("charge", "home", "expected"),
    [
        pytest.param(sentenced("2019-11-22"), LOW, "now from 2026-11-23", id="felony, 7 and a day"),
        pytest.param(sentenced("2019-11-23"), LOW, "later from 2026-11-24", id="a day short"),
        pytest.param(sentenced("2023-11-22", "misdemeanor"), LOW, "now from 2026-11-23", id="3"),
        pytest.param(sentenced("2023-11-23", "misdemeanor"), LOW, "later from 2026-11-24",
                     id="a misdemeanor a day short"),
        pytest.param(sentenced("2024-02-29", "misdemeanor"), LOW, "later from 2027-03-02",
                     id="from a leap day"),
        pytest.param(sentenced("2020-01-10", sentence={
            "type": "prison", "sentenced_on": "2020-01-10", "released_on": "2023-01-10"}), LOW,
            "later from 2027-01-11", id="the release does not move it"),
        pytest.param(sentenced("2012-01-01"), {"path": "landlord_choice"}, "never",
                     id="criteria of the landlord's own"),
        pytest.param(sentenced("2012-01-01"), {},
                     "unknown not before 2019-01-02: tenancy.path", id="not known which"),
        pytest.param(sentenced("2012-01-01", None), LOW, "now not before 2015-01-02; by 2019-01-02:"
                     " charge.severity", id="the severity is not known"),
        pytest.param(sentenced("2026-01-01", sealed_on="2026-05-05"), LOW, "now from 2026-05-05",
                     id="sealed"),
        pytest.param(sentenced("2026-01-01", expunged_on="2026-05-06"), LOW, "now from 2026-05-06",
                     id="expunged"),
        pytest.param(sentenced("2026-01-01", vacated_on="2026-05-07"), LOW, "now from 2026-05-07",
                     id="taken back by a court"),
        pytest.param(sentenced("2026-01-01", pardoned_on="2026-05-08"), LOW,
                     "later from 2033-01-02", id="a pardon is not on the city's list"),
        pytest.param({"disposition_date": "2019-11-23"}, LOW, "later from 2026-11-24",
                     id="from the conviction, where no sentence is on record"),
        pytest.param(sentenced("2026-01-01", juvenile=True), LOW, "now always", id="juvenile"),
    ],
)  # fmt: skip
def test_portland(charge, home, expected):
    assert city_says("us-or-portland", charge, home) == expected


def test_on_the_low_barrier_path_an_open_charge_may_be_used():
    charge = sentenced("2026-01-01", description="theft", disposition="pending")
    assert city_says("us-or-portland", charge, LOW) == "never"


INCLUSIVE = {"path": "inclusive"}


@pytest.mark.parametrize(
    ("charge", "home", "expected"),
    [
        pytest.param(sentenced("2019-11-22"), INCLUSIVE, "now from 2026-11-23", id="felony: seven"),
        pytest.param(sentenced("2019-11-23"), INCLUSIVE, "later from 2026-11-24", id="a day short"),
        pytest.param(sentenced("2023-11-23", "misdemeanor"), INCLUSIVE, "later from 2026-11-24",
                     id="misdemeanor: three"),
        pytest.param(sentenced("2023-11-22", "misdemeanor"), INCLUSIVE, "now from 2026-11-23",
                     id="misdemeanor: three and a day"),
        pytest.param(sentenced("2016-11-22", description="murder 2"), INCLUSIVE,
                     "now from 2026-11-23", id="murder: ten and a day"),
        pytest.param(sentenced("2016-11-23", description="kidnapping"), INCLUSIVE,
                     "later from 2026-11-24", id="kidnapping: ten"),
        pytest.param(sentenced("2016-11-23", description="arson 1"), INCLUSIVE,
                     "later from 2026-11-24", id="arson in the first degree: ten"),
        pytest.param(sentenced("2016-11-23", description="first degree assault"), INCLUSIVE,
                     "later from 2026-11-24", id="assault in the first degree: ten"),
        pytest.param(sentenced("2016-11-23", description="arson 2"), INCLUSIVE,
                     "now from 2023-11-24", id="in the second: seven"),
        pytest.param(sentenced("2001-01-01", description="sale of heroin"), INCLUSIVE, "never",
                     id="dealing in drugs"),
        pytest.param(sentenced("2001-01-01", registration="lifetime"), INCLUSIVE, "never",
                     id="registration for life"),
        pytest.param(sentenced("2001-01-01", registration="15_years"), INCLUSIVE,
                     "now from 2008-01-02", id="registration for some years"),
        pytest.param(sentenced("2001-01-01"), {"path": "individualized"}, "never",
                     id="the landlord weighs each case"),
        pytest.param(sentenced("2001-01-01"), {},
                     "unknown not before 2008-01-02: tenancy.path", id="not known which"),
        pytest.param(sentenced("2026-01-01", disposition="pending"), INCLUSIVE, "now always",
                     id="an open charge"),
        pytest.param(sentenced("2026-01-01", vacated_on="2026-05-05"), INCLUSIVE,
                     "now from 2026-05-05", id="taken back"),
        pytest.param(sentenced("2026-01-01", sealed_on="2026-05-06"), INCLUSIVE,
                     "now from 2026-05-06", id="sealed"),
        pytest.param(sentenced("2026-01-01", expunged_on="2026-05-07"), INCLUSIVE,
                     "now from 2026-05-07", id="expunged"),
        pytest.param(sentenced("2026-01-01", pardoned_on="2026-05-08"), INCLUSIVE,
                     "later from 2033-01-02", id="a pardon is not on the city's list"),
        pytest.param(sentenced("2026-01-01", juvenile=True), INCLUSIVE, "now always",
                     id="a child's case"),
        pytest.param({"disposition_date": "2019-11-23"}, INCLUSIVE, "later from 2026-11-24",
                     id="from the conviction, where no sentence is on record"),
    ],
)  # fmt: skip
def test_minneapolis(charge, home, expected):
    assert city_says("us-mn-minneapolis", charge, home) == expected


@pytest.mark.parametrize(("decided", "expected"), [
    ("2026-11-09", "now from 2026-11-23"), ("2026-11-10", "later from 2026-11-24"),
])  # fmt: skip
def test_the_reasons_in_minneapolis(decided, expected):
    home = {"decision": "denied", "decision_date": decided}
    assert ask("denial_reasons_due_by", "us-mn-minneapolis", {}, home=home) == expected


@pytest.mark.parametrize(("decided", "expected"), [
    ("2026-11-18", "now from 2026-11-23"), ("2026-11-19", "later from 2026-11-24"),
])  # fmt: skip
def test_the_reasons_in_philadelphia_over_a_weekend(decided, expected):
    home = {"decision": "denied", "decision_date": decided}
    assert ask("denial_reasons_due_by", "us-pa-philadelphia", {}, home=home) == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({"criteria_name_it": False}, "now always", id="the criteria do not name it"),
        pytest.param({"criteria_name_it": True}, "never", id="they do"),
        pytest.param({}, "unknown unknown: tenancy.criteria_name_it", id="not known"),
    ],
)
def test_philadelphia(home, expected):
    assert ask(USE, "us-pa-philadelphia", {}, home=home) == expected


def test_in_saint_paul_the_law_is_open():
    assert ask(USE, "us-mn-stpaul", {}) == "unknown unknown: law:us-mn-stpaul/rent.in_force"


def prison(convicted, released, **more):
    return {"description": "forgery", "disposition_date": convicted,
            "sentence": {"type": "prison", "released_on": released}, **more}  # fmt: skip


@pytest.mark.parametrize(
    ("charge", "home", "expected"),
    [
        pytest.param(prison("2016-11-22", "2018-01-01"), {}, "now from 2026-11-23", id="ten"),
        pytest.param(prison("2016-11-23", "2018-01-01"), {}, "later from 2026-11-24", id="short"),
        pytest.param(prison("2010-01-01", "2021-11-23"), {}, "later from 2026-11-24",
                     id="five since the release"),
        pytest.param(prison("2024-01-01", "2021-11-22", severity="misdemeanor"), {},
                     "now from 2026-11-23", id="a misdemeanor: the release alone"),
        pytest.param(prison("2010-01-01", None), {},
                     "unknown not before 2020-01-02: charge.sentence.released_on", id="not known"),
        pytest.param(prison("2010-01-01", "2012-01-01", description="robbery"), {}, "never",
                     id="violence"),
        pytest.param(prison("2010-01-01", "2012-01-01", description="larceny"), {}, "never",
                     id="property"),
        pytest.param(prison("2010-01-01", "2012-01-01", registration="lifetime"), {}, "never",
                     id="registration for life"),
        pytest.param(prison("2010-01-01", "2012-01-01"), {"units": 4}, "never",
                     id="a landlord of four homes"),
        pytest.param(prison("2010-01-01", "2012-01-01"), {"units": 5}, "now from 2020-01-02",
                     id="of five"),
        pytest.param(prison("2010-01-01", "2012-01-01"), {"units": ...},
                     "unknown not before 2020-01-02: tenancy.units", id="not known how many"),
        pytest.param({"disposition": "dismissed"}, {}, "now always", id="dismissed"),
        pytest.param({"description": "forgery", "disposition_date": "2010-01-01"}, {},
                     "now from 2020-01-02", id="without imprisonment: ten from the conviction"),
        pytest.param({"description": "forgery", "disposition_date": "2010-01-01",
                      "sentence": {"type": "prison", "sentenced_on": "2024-05-05"}}, {},
                     "unknown not before 2029-05-06: charge.sentence.released_on",
                     id="a prison term that began lately ends no earlier"),
        pytest.param({"description": "forgery", "disposition_date": "2010-01-01",
                      "disposition": "adjudicated", "sentence": {"type": "probation"}}, {},
                     "unknown unknown: law:us-mi-detroit/unclear_ending",
                     id="a juvenile finding"),
        pytest.param({"disposition_date": "2010-01-01", "juvenile": True}, {},
                     "unknown unknown: law:us-mi-detroit/unclear_ending",
                     id="a theft of a child, which may count as a conviction or not"),
    ],
)  # fmt: skip
def test_detroit(charge, home, expected):
    assert ask(USE, "us-mi-detroit", charge, home=home) == expected


RELATED = {"directly_related_finding": True}
"""It bears on the safety of the home: California's own law then bars nothing."""

CITIES = [("us-ca-oakland", 3), ("us-ca-berkeley", 3), ("us-ca-alameda-county", 4)]


@pytest.mark.parametrize(("city", "most"), CITIES)
def test_no_record_may_be_used_in_these_cities(city, most):
    assert city_says(city, {}, {}) == "now always"
    assert city_says(city, {"disposition": "pending"}, {}) == "now always"
    small, larger = ({"owner_occupied": True, "units": n} for n in (most, most + 1))
    rules = law.body(city).rules
    assert {rule.question for rule in rules.values()} == {USE, "may_inquire"}
    assert city_says(city, {}, larger) == "now always"
    assert ask("may_inquire", city, {}, home=small) == "now always"
    assert ask("may_inquire", city, {}, home=larger) == "never"


METH = {"description": "manufacturing methamphetamine", "on_assisted_premises": True, **RELATED}


@pytest.mark.parametrize(("city", "most"), CITIES)
def test_what_these_cities_leave_to_the_landlord(city, most):
    """The state's own law bars nothing either: it bears on the safety of the home."""
    small = {"owner_occupied": True, "units": most}
    assert city_says(city, {**RELATED}, small) == "never"
    assert city_says(city, {**RELATED}, {**small, "owner_occupied": False}) == "now always"
    assert city_says(city, {"registration": "lifetime", **RELATED}, {}) == "never"
    assert city_says(city, {"registration": "15_years", **RELATED}, {}) == "now always"


@pytest.mark.parametrize("city", [city for city, _ in CITIES])
@pytest.mark.parametrize(
    ("kind", "expected"),
    [("voucher", "never"), ("public_housing", "never"), ("private", "now always"),
     ("project_based", "now always")],
)  # fmt: skip
def test_methamphetamine_made_in_assisted_housing(city, kind, expected):
    assert city_says(city, METH, {"kind": kind}) == expected


@pytest.mark.parametrize(("city", "_most"), CITIES)
def test_registration_for_life_may_be_looked_up_after_an_offer(city, _most):
    for_life = {"registration": "lifetime"}
    assert ask("may_inquire", city, for_life) == "now from 2026-11-23"
    assert ask("may_inquire", city, for_life, home=APPLIED) == (
        "later unknown: an offer on conditions"
    )


@pytest.mark.parametrize(
    ("place", "first"),
    [("us-ca-oakland", "2020-02-04"), ("us-ca-berkeley", "2020-04-17"),
     ("us-ca-alameda-county", "2023-01-19")],
)  # fmt: skip
def test_the_first_day(place, first):
    before = first[:-1] + str(int(first[-1]) - 1)
    assert ask("may_inquire", place, {}, as_of=before) == "not_applicable"
    assert ask("may_inquire", place, {}, as_of=first) == "never"


AFFORDABLE = {"affordable": True}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(sentenced("2019-11-22", **RELATED), "now from 2026-11-23",
                     id="7 years and a day"),
        pytest.param(sentenced("2026-01-01", disposition="dismissed"), "now always", id="no guilt"),
        pytest.param(sentenced("2026-01-01", "infraction"), "now always", id="an infraction"),
        pytest.param(sentenced("2019-11-23", **RELATED), "later from 2026-11-24", id="a day short"),
        pytest.param({"disposition_date": "2019-11-23", **RELATED}, "later from 2026-11-24",
                     id="from the conviction, where no sentence is on record"),
        pytest.param(sentenced("2026-01-01", juvenile=True, **RELATED), "now always",
                     id="a child's case"),
        *[pytest.param(sentenced("2026-01-01", **{event: "2026-05-05"}), "now from 2026-05-05",
                       id=event)
          for event in ("expunged_on", "sealed_on", "pardoned_on", "vacated_on")],
    ],
)  # fmt: skip
def test_affordable_housing_in_san_francisco(charge, expected):
    assert city_says("us-ca-sf", charge, AFFORDABLE) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(prison("2012-01-01", "2014-01-01", disposition_completed_on="2015-01-01",
                            **RELATED),
                     "now not before 2014-01-02; by 2017-01-02: law:us-ca-richmond/rent.event",
                     id="two years from any of the events"),
        pytest.param(prison("2012-01-01", "2014-01-01", **RELATED),
                     "unknown not before 2014-01-02: law:us-ca-richmond/rent.event,"
                     " charge.disposition_completed_on", id="the end of the sentence is not known"),
        pytest.param({"disposition_date": "2012-01-01", "disposition_completed_on": "2013-01-01",
                      "sentence": {"type": "probation"}, **RELATED},
                     "now not before 2014-01-02; by 2015-01-02: law:us-ca-richmond/rent.event",
                     id="no custody: the conviction or the end"),
        pytest.param({"disposition_date": "2012-01-01", "disposition_completed_on": "2013-01-01",
                      "sentence": {"type": "jail", "sentenced_on": "2026-02-02"}, **RELATED},
                     "unknown not before 2014-01-02: law:us-ca-richmond/rent.event,"
                     " charge.sentence.released_on", id="jail, and when it ended is not known"),
        pytest.param({"disposition": "adjudicated", "disposition_date": "2012-01-01",
                      "disposition_completed_on": "2013-01-01", "sentence": {"type": "probation"},
                      **RELATED}, "now always", id="a child's case"),
        pytest.param({"disposition_date": "2012-01-01", "disposition_completed_on": "2013-01-01",
                      "juvenile": True, **RELATED}, "now always", id="one that says so"),
        *[pytest.param({"disposition_date": "2025-01-01", "disposition_completed_on": "2025-06-01",
                        "sentence": {"type": "fine"}, event: "2026-05-05"}, "now from 2026-05-05",
                       id=event)
          for event in ("expunged_on", "sealed_on", "pardoned_on", "vacated_on")],
    ],
)  # fmt: skip
def test_affordable_housing_in_richmond(charge, expected):
    assert city_says("us-ca-richmond", charge, AFFORDABLE) == expected
