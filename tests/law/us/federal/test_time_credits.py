"""Time credits of the First Step Act: who can use them, and how much earlier they bring release."""

import pytest

from tests.law.us.federal.prison import ask

Q = "release.time_credits"
LOW = {"risk_level": "low"}
CREDITS = {"supervised_release": True, "time_credit_days": 100}


def credits_of(sentence=None, *others, person=None, **more):
    return ask(Q, {**CREDITS, **(sentence or {})}, *others, person={**LOW, **(person or {})},
               **more)  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # The end with good conduct time is 6 April 2024.
        pytest.param({}, "now from 2023-12-28", id="100 days before the end with good conduct"),
        pytest.param({"time_credit_days": 0}, "now from 2024-04-06", id="no credit, no day"),
        pytest.param({"time_credit_days": 365}, "now from 2023-04-07", id="365 days"),
        pytest.param({"time_credit_days": 366}, "now from 2023-04-06", id="twelve months"),
        pytest.param({"time_credit_days": 900}, "now from 2023-04-06", id="and never more"),
        pytest.param({"time_credit_days": ...},
                     "now not before 2023-04-06; by 2024-04-06: "
                     "charge.sentence.time_credit_days", id="the days are not known"),
        pytest.param({"years": 10}, "later from 2028-04-01", id="ten years: 10 July 2028 less 100"),
        # A year and a day ends on 2 January 2021; 54 and 100 days before that is 1 August 2020.
        pytest.param({"years": 1, "days": 1}, "now from 2020-08-01", id="a year and a day"),
        pytest.param({"supervised_release": False}, "never", id="no supervised release imposed"),
        pytest.param({"supervised_release": ...},
                     "unknown not before 2023-12-28: charge.sentence.supervised_release",
                     id="it is not known whether"),
        pytest.param({"life": True}, "never", id="a life term"),
        pytest.param({"type": "probation"}, "not_applicable", id="no prison"),
    ],
)  # fmt: skip
def test_the_days(sentence, expected):
    assert credits_of(sentence) == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        pytest.param({"risk_level": "minimum"}, "now from 2023-12-28", id="minimum risk"),
        pytest.param({"risk_level": "medium"},
                     "later not before 2023-12-28: a lower risk level", id="medium risk"),
        pytest.param({"risk_level": "high"},
                     "later not before 2023-12-28: a lower risk level", id="high risk"),
        pytest.param({"risk_level": None},
                     "unknown not before 2023-12-28: person.risk_level",
                     id="the level is not known"),
        pytest.param({"final_removal_order": True}, "never", id="a final order of removal"),
        pytest.param({"final_removal_order": False}, "now from 2023-12-28", id="no such order"),
    ],
)  # fmt: skip
def test_the_person(person, expected):
    assert credits_of(person=person) == expected


# 18 USC 3632(d)(4)(D), group by group. Where it names a chapter, the sections of the chapter that
# are offenses, but for those that it leaves out.
LIST = {
    "transport": "18 USC 32, 33, 36, 1992, 2283, 2284, 2291; 49 USC 60123(b)",
    "fire, explosives": "18 USC 81, 842(p), 844(f)(3), 844(h), 844(i)",
    "officers, officials": "18 USC 111(b), 351, 871, 879, 1751",
    "assault": "18 USC 113(a)(1), 113(a)(7), 113(a)(8), 116, 117",
    "homicide, chapter 51": "18 USC 1111, 1114, 1116, 1117, 1118, 1119, 1120, 1121",
    "killing by other sections": "18 USC 1091, 1841(a)(2)(C), 2113(e), 2118(c)(2)",
    "kidnapping, chapter 55": "18 USC 1201, 1202, 1203, 1204",
    "slavery, chapter 77": "18 USC 1581, 1582, 1583, 1584, 1585, 1586, 1587, 1588, 1589, 1590, "
    "1591, 1592, 1597",
    "sexual abuse, chapter 109A": "18 USC 2241, 2242, 2243, 2244, 2245",
    "children, transport for sex": "18 USC 2251, 2251A, 2252, 2252A, 2260, 2421, 2422, 2423",
    "weapons, gangs, prison": "18 USC 924(c), 521, 751, 1791, 1792",
    "dangerous articles, chapter 39": "18 USC 831, 832",
    "biological, chapter 10": "18 USC 175, 175a, 175b, 175c, 176, 177, 178",
    "chemical, chapter 11B": "18 USC 229, 229A, 229B, 229C, 229D, 229E, 229F",
    "security": "18 USC 793, 794, 1030(a)(1), 2340A, 2381, 2442; 50 USC 1705, 3121",
    "sabotage, chapter 105": "18 USC 2151, 2153, 2154, 2155, 2156",
    "terrorism, chapter 113B": "18 USC 2332, 2332a, 2332b, 2332c, 2332d, 2332e, 2332f, 2332g, "
    "2332h, 2332i, 2339, 2339A, 2339B, 2339C, 2339D",
    "atomic energy": "42 USC 2077(b), 2122, 2131, 2274, 2275, 2284",
    "immigration": "8 USC 1326(b)(1), 1326(b)(2), 1327, 1328",
    "fentanyl": "21 USC 841(b)(1)(A)(vi), 841(b)(1)(B)(vi), 960(b)(1)(F), 960(b)(2)(F)",
}
EACH_LISTED = [
    pytest.param(f"{title} USC {section}", id=f"{group}: {title} USC {section}")
    for group, sections in LIST.items()
    for title, _, those in (part.strip().partition(" USC ") for part in sections.split(";"))
    for section in those.split(", ")
]


@pytest.mark.parametrize("statute", EACH_LISTED)
def test_every_section_of_the_list(statute):
    assert credits_of(statute=statute) == "never"


NOT_LISTED = ["18 USC 1343", "18 USC 922(g)(1)", "18 USC 1112(b)", "18 USC 1115", "18 USC 1122",
              "18 USC 1594", "18 USC 836", "18 USC 2152", "18 USC 113(a)(3)", "18 USC 111(a)(1)",
              "18 USC 844(e)", "18 USC 1030(a)(5)", "8 USC 1325"]  # fmt: skip
LISTED = ["18 USC 924(c)(1)(A)(i)", "18 U.S.C. § 1111(a)", "18 USC 1201(a)(1)", "18 USC 1591(a)",
          "18 USC 2252A(a)(2)", "18 USC 113(a)(7)", "18 USC 111(b)", "18 USC 844(i)",
          "18 USC 2332a", "18 USC 2339B", "18 USC 1792", "8 USC 1326(b)(2)", "8 USC 1327",
          "21 USC 841(b)(1)(A)(vi)", "21 USC 960(b)(2)(F)", "49 USC 60123(b)",
          "50 USC 1705"]  # fmt: skip
IN_PART = ["21 USC 841(a)(1)", "21 USC 846", "8 USC 1326(a)", "18 USC 1113", "18 USC 2119",
           "18 USC 115(a)(1)(B)", "18 USC 2250(a)", "21 USC 960(a)", "21 USC 963"]  # fmt: skip


@pytest.mark.parametrize("statute", NOT_LISTED)
def test_an_offense_that_is_not_on_the_list(statute):
    assert credits_of(statute=statute) == "now from 2023-12-28"


@pytest.mark.parametrize("statute", LISTED)
def test_an_offense_on_the_list(statute):
    assert credits_of(statute=statute) == "never"


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        pytest.param(True, "never", id="the listed part"),
        pytest.param(False, "now from 2023-12-28", id="the other part"),
        pytest.param(
            ...,
            "unknown not before 2023-12-28: charge.credits_listed_part",
            id="it is not known which part",
        ),
    ],
)
@pytest.mark.parametrize("statute", IN_PART)
def test_a_section_that_is_listed_in_part(statute, listed, expected):
    assert credits_of(statute=statute, credits_listed_part=listed) == expected


GUN = {"statute": "18 USC 924(c)", "severity": "felony", "disposition": "convicted"}


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(GUN, "never", id="one listed count keeps all of it back"),
        pytest.param({**GUN, "disposition": "dismissed"}, "now from 2023-12-28",
                     id="a listed count that was dismissed does not"),
        pytest.param({**GUN, "disposition": ...},
                     "unknown not before 2023-12-28: charge.disposition",
                     id="how it ended is not known"),
    ],
)  # fmt: skip
def test_the_other_counts_of_the_case(other, expected):
    assert credits_of(None, other) == expected


@pytest.mark.parametrize(
    ("violent", "before", "expected"),
    [
        pytest.param(True, True, "never", id="a violent offense after a listed one"),
        pytest.param(False, True, "now from 2023-12-28", id="no violent offense"),
        pytest.param(True, False, "now from 2023-12-28", id="the first"),
        pytest.param(
            ...,
            True,
            "unknown not before 2023-12-28: charge.violent_crime",
            id="it is not known whether it is violent",
        ),
    ],
)
def test_violence_after_violence(violent, before, expected):
    told = credits_of(person={"prior_listed_violence_over_a_year": before}, violent_crime=violent)
    assert told == expected


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        pytest.param({"jurisdiction": "us-mo"}, "not_applicable", id="a court of a state"),
        pytest.param({"disposition": "dismissed"}, "not_applicable", id="no conviction"),
        pytest.param({"statute": ...}, "unknown not before 2023-12-28: charge.statute, "
                     "charge.credits_listed_part", id="the offense is not known"),
        pytest.param({"as_of": "2022-01-18"}, "not_applicable", id="the day before the rule"),
        pytest.param({"as_of": "2022-01-19"}, "later from 2023-12-28", id="its first day"),
    ],
)  # fmt: skip
def test_whom_it_reaches_and_from_when(about, expected):
    assert credits_of(**about) == expected
