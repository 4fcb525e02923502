"""Oregon: what is never set aside, ORS 137.225(5), (6) and (7)(a)(A)."""

import pytest

from tests.law.us.or_.records import against, ask, convicted, since

CLASS_B, CLASS_C = "now 2017-03-10", "now 2015-03-10"
OLD = {"on": "2010-03-10", "offense_date": "2010-02-01"}


def of(level, statute, description="", **facts):
    return convicted(level, **{**OLD, "statute": statute, "description": description, **facts})


@pytest.mark.parametrize(
    ("level", "statute", "expected"),
    [
        pytest.param("FB", "165.803", CLASS_B, id="a class B felony on no list"),
        pytest.param("FB", "164.405", "never", id="a person felony"),
        pytest.param("FB", "164.405(1)(a)", "never", id="a paragraph of a listed section"),
        pytest.param("FB", "164405", "never", id="run together, as registers do"),
        pytest.param("FC", "164.405", CLASS_C, id="of class C it is not barred"),
        pytest.param("FB", "475.752(6)(a)", "never", id="a listed subsection"),
        pytest.param("FB", "475.752(6)(b)", CLASS_B, id="another subsection of its section"),
        pytest.param("FB", "837.365(2)(c)", "never", id="a listed paragraph"),
        pytest.param("FB", "837.365(2)(a)", CLASS_B, id="a paragraph beside it"),
        pytest.param("FB", "164.377", CLASS_B, id="the section of a listed paragraph"),
        pytest.param("FB", "166.429", "never", id="a firearm in a felony, class B"),
        pytest.param("FC", "166.429", CLASS_C, id="a firearm in a felony, class C"),
        pytest.param("FA", "164.225", "never", id="class A"),
        pytest.param("FC", "166.275", "never", id="a weapon had by an inmate, whatever the class"),
        pytest.param("FU", "166.005", "never", id="treason"),
        pytest.param("FU", "163.115", "never", id="murder"),
        pytest.param("FC", "163.145", "never", id="negligent homicide, class C"),
        pytest.param("FC", "163.427(1)(a)", "never", id="a paragraph of a listed sex crime"),
        pytest.param("MA", "163.467", "never", id="a sex crime that is a misdemeanor"),
        pytest.param("FC", "475B.349(3)(C)", "never", id="a graver marijuana felony"),
        pytest.param("FC", "819.300", "never", id="possession of a stolen vehicle: vehicle code"),
        pytest.param("FC", "164.135", CLASS_C, id="unauthorized use of a vehicle: not in it"),
        pytest.param("MA", "830.325", "now 2013-03-10", id="boating: not in it"),
        pytest.param("MA", "813.010", "never", id="driving under the influence"),
        pytest.param("MA", "483.999", "never", id="the vehicle code before 1983"),
        pytest.param("VB", "811.100", "never", id="speeding"),
        pytest.param("IB", "471.430", "never", id="an infraction, which registers use for traffic"),
        pytest.param("VB", "471.430", "now 2011-03-10", id="a violation about alcohol"),
        pytest.param("FB", None, "unknown 2011-03-10..never",
                     id="the statute is not known: it may be contempt"),
    ],
)  # fmt: skip
def test_by_statute(level, statute, expected):
    assert since(of(level, statute, "PCS of schedule 4")) == expected


@pytest.mark.parametrize(
    ("level", "facts", "expected"),
    [
        ("FB", {}, "unknown 2017-03-10..never"),
        ("FB", {"crime_category": 7}, CLASS_B),
        ("FB", {"crime_category": 8}, "never"),
        ("FB", {"crime_category": 9}, "never"),
        ("FB", {"crime_category": 10}, CLASS_B),
        ("FB", {"crime_category": None}, "unknown 2017-03-10..never"),
        ("FC", {"crime_category": 8}, CLASS_C),
    ],
    ids=[
        "nothing is said",
        "below its categories",
        "the first of them",
        "the last of them",
        "above them",
        "not known",
        "of class C",
    ],
)
def test_a_felony_listed_in_some_crime_categories(level, facts, expected):
    assert since(of(level, "164.225", **facts)) == expected


UNCLASSIFIED = "charge.facts.felony_class_charged"


@pytest.mark.parametrize(
    ("statute", "words", "charged", "expected"),
    [
        pytest.param("475.890", "Delivery of Methamphetamine", "A", "never", id="class A"),
        pytest.param("475.890", "Delivery of Methamphetamine", "B", CLASS_B, id="class B"),
        pytest.param("475.890", "Delivery of Methamphetamine", "C", CLASS_C, id="class C"),
        pytest.param("475.890", "Delivery of Methamphetamine", None,
                     f"unknown 2015-03-10..never: {UNCLASSIFIED}", id="not known"),
        pytest.param("475.894", "Possession of Methamphetamine", None,
                     f"now 2015-03-10..2017-03-10: {UNCLASSIFIED}",
                     id="possession is of class B or C, and both waits are over"),
        pytest.param("164.405", "Robbery", "B", "never", id="a person felony of class B"),
        pytest.param("164.405", "Robbery", "C", CLASS_C, id="and of class C"),
        pytest.param("164.999", "Murder-for-hire", "B", "never", id="murder by its words"),
    ],
)  # fmt: skip
def test_an_unclassified_felony(statute, words, charged, expected):
    assert ask(of("FU", statute, words, facts={"felony_class_charged": charged})) == expected


FAILS = "charge.facts.romeo_juliet_fails"


@pytest.mark.parametrize(
    ("charge", "born", "expected"),
    [
        pytest.param(of("FC", "163.355", facts={"romeo_juliet_fails": True}), "1980-05-17",
                     "never", id="young list: a requirement fails"),
        pytest.param(of("FC", "163.355", facts={"romeo_juliet_fails": False}), "1980-05-17",
                     CLASS_C, id="young list: all are met"),
        pytest.param(of("FC", "163.355"), "1980-05-17", f"unknown 2015-03-10..never: {FAILS}",
                     id="young list: not known"),
        pytest.param(of("FC", "163.425"), "1980-05-17", f"unknown 2015-03-10..never: {FAILS}",
                     id="sexual abuse II is on the young list"),
        pytest.param(of("FC", "163.465"), "1994-02-01", "never",
                     id="another list: 16 on the day of the offense"),
        pytest.param(of("FC", "163.465"), "1994-02-02", f"unknown 2015-03-10..never: {FAILS}",
                     id="another list: a day short of 16"),
        pytest.param(of("FC", "163.465", facts={"romeo_juliet_fails": False}), "1994-02-02",
                     CLASS_C, id="a day short of 16, and all is met"),
        pytest.param(of("FB", "163.465"), "1994-02-02", "never", id="class B, under 16"),
        pytest.param(of("FC", "163.465", offense_date=None), "1994-02-02",
                     f"unknown 2015-03-10..never: charge.offense_date, {FAILS}",
                     id="the day of the offense is not known"),
    ],
)  # fmt: skip
def test_sex_crimes(charge, born, expected):
    assert ask(charge, birth_date=born) == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1993, "never"), (1994, "unknown 2015-03-10..never"), (1995, "unknown 2015-03-10..never")],
    ids=["16 all year", "16 on some day of that year", "under 16"],
)
def test_a_year_of_birth_tells_some_days(year, expected):
    assert since(of("FC", "163.465"), birth_date=..., birth_year=year) == expected


@pytest.mark.parametrize(
    ("level", "statute", "fact", "barred_if", "open_date"),
    [
        ("MA", "163.200", "victim_over_64", True, "now 2013-03-10"),
        ("FC", "163.205", "victim_age_18_to_64", False, CLASS_C),
        ("MA", "163.575", "physical_abuse", True, "now 2013-03-10"),
        ("MA", "163.575(1)(a)", "physical_abuse", True, "now 2013-03-10"),
        ("FC", "163.165", "victim_over_10", False, CLASS_C),
    ],
    ids=["criminal mistreatment II", "criminal mistreatment I", "endangering a minor",
         "endangering a minor, the paragraph", "assault III"],
)  # fmt: skip
def test_offenses_by_the_victim(level, statute, fact, barred_if, open_date):
    def asked(known):
        return ask(of(level, statute, facts={fact: known}))

    assert asked(barred_if) == "never"
    assert asked(not barred_if) == open_date
    day = open_date.removeprefix("now ")
    assert asked(None) == f"unknown {day}..never: charge.facts.{fact}"


@pytest.mark.parametrize(
    ("level", "statute", "expected"),
    [
        ("FC", "163.165(1)(h)", "never"),
        *(("FC", f"163.165(1)({letter})", CLASS_C) for letter in "abcdefg"),
        *(("MA", f"163.575(1)({letter})", "now 2013-03-10") for letter in "bcde"),
    ],
)
def test_paragraphs_that_leave_nothing_to_ask(level, statute, expected):
    assert ask(of(level, statute)) == expected


CONDUCT = "charge.facts.underlying_conduct"


@pytest.mark.parametrize(
    ("level", "conduct", "expected"),
    [
        ("FC", "sex_crime", "never"),
        ("FC", "traffic", "never"),
        ("FC", "other", CLASS_C),
        ("FC", "drug", CLASS_C),
        ("FC", None, f"unknown 2015-03-10..never: {CONDUCT}"),
        ("MB", "other", "now 2011-03-10"),
        ("MB", "traffic", "never"),
        ("FB", "other", "never"),
        ("FB", "traffic", "never"),
        ("FA", "other", "never"),
    ],
)
def test_attempts(level, conduct, expected):
    charge = of(
        level, "161.405", "Attempt to Commit a Felony", facts={"underlying_conduct": conduct}
    )
    assert ask(charge) == expected


@pytest.mark.parametrize(
    ("marijuana", "expected"),
    [(True, CLASS_C), (False, CLASS_B), (None, "now 2015-03-10..2017-03-10")],
)
def test_an_attempted_drug_felony_of_class_b(marijuana, expected):
    about = {"underlying_conduct": "drug", "substance_marijuana": marijuana}
    late = {"on": "2018-03-10", "offense_date": "2018-02-01"}
    days = {"2015": "2023", "2017": "2025"}
    for old, new in days.items():
        expected = expected.replace(old, new)
    charge = convicted("FB", **late, statute="161.405", description="Attempt", facts=about)
    assert since(charge) == expected


def test_an_attempt_at_what_is_no_person_felony():
    charge = of("FB", "161.405", "Attempt", facts={"underlying_conduct": "other"},
                not_a_person_felony=True)  # fmt: skip
    assert ask(charge) == CLASS_B


def test_attempted_murder_of_any_class():
    charge = of("FB", "161.405", "Attempt to commit Murder", facts={"underlying_conduct": "drug"})
    assert "level" in against(charge)


@pytest.mark.parametrize(
    ("level", "facts", "expected"),
    [
        pytest.param("V", {"county": "Multnomah"}, "unknown 2011-03-10..never",
                     id="a violation in Multnomah county may be about traffic"),
        pytest.param("V", {"county": "Multnomah", "traffic_violation": False}, "now 2011-03-10",
                     id="it was not"),
        pytest.param("V", {"county": "Multnomah", "traffic_violation": True}, "never",
                     id="it was"),
        pytest.param("V", {"county": None}, "unknown 2011-03-10..never",
                     id="the county is not known"),
        pytest.param("V", {"county": None, "traffic_violation": False}, "now 2011-03-10",
                     id="nor need it be"),
        pytest.param("M", {"county": "Multnomah", "class": "A"}, "now 2013-03-10",
                     id="a misdemeanor there is what it says"),
        pytest.param("V", {"severity": "ordinance"}, "unknown 2011-03-10..never",
                     id="a city ordinance may be about traffic"),
        pytest.param("V", {"severity": "ordinance", "traffic_violation": False},
                     "now 2011-03-10", id="a city ordinance that is not"),
        pytest.param("M", {"class": "A", "case_type": "Municipal Parking"}, "never",
                     id="a parking case"),
    ],
)  # fmt: skip
def test_traffic_that_the_statute_does_not_tell(level, facts, expected):
    assert since(of(level, "14A.40.030", **facts)) == expected


_DRUG = "PCS of schedule 4"
"""No marijuana, whose own law would be asked too."""


@pytest.mark.parametrize(
    ("statute", "category"),
    [("162.185", 6), ("163.275", 7), ("164.075", 7), ("166.643", 6), ("475.908", 8),
     ("475.910", 5)],
)  # fmt: skip
def test_each_section_that_its_category_decides(statute, category):
    assert since(of("FB", statute, _DRUG, crime_category=category)) == "never"
    assert since(of("FB", statute, _DRUG, crime_category=1)) == CLASS_B
    assert since(of("FB", statute, _DRUG)) == "unknown 2017-03-10..never"
