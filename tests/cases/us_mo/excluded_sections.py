"""By hand: what no petition reaches by its section, RSMo 610.140.3(6) to (11)."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, answers, convicted
from tests.cases.us_mo.verdicts import (
    FROM_FELONY,
    FROM_MISDEMEANOR,
    Q,
    clears,
    felony,
    misdemeanor,
    never,
    unknown,
)


def ordinance(**more):
    return convicted("210.020", "ordinance", None, "2018-03-01", "2018-11-15", "2022-06-30", **more)


ON_THE_LIST = [
    never("a misdemeanor of chapter 566", misdemeanor("566.093", "B"), "610.140.3(6)"),
    never("any section of chapter 566", misdemeanor("566.101", "A"), "610.140.3(6)"),
    never("violating an order of protection", misdemeanor("455.085"), "610.140.3(6)"),
    never("abuse of a child", felony("568.060"), "610.140.3(6)"),
    never("endangering a child 1", felony("568.045"), "610.140.3(6)"),
    clears(
        "endangering a child 2 is not listed",
        misdemeanor("568.050"),
        "610.140.3(6)",
        FROM_MISDEMEANOR,
    ),
    never("arson 2", felony("569.050"), "610.140.3(6)"),
    never("burglary 1", felony("569.160", "B"), "610.140.3(6)"),
    clears("burglary 2 is not listed", felony("569.170"), "610.140.3(6)"),
    never("identity theft", felony("570.223"), "610.140.3(6)"),
    never("a felon with a firearm", felony("571.070"), "610.140.3(6)"),
    never("terrorist threat 2", felony("574.120", "E"), "610.140.3(6)"),
    never("perjury", felony("575.040", "E"), "610.140.3(6)"),
    never("escape from custody", felony("575.200", "E"), "610.140.3(6)"),
    clears("resisting arrest is not listed", felony("575.150", "E"), "610.140.3(6)"),
    never(
        "robbery 2 under its old number",
        felony("569.030", "B", offense_date="2012-03-01"),
        "610.140.3(6), successor 570.025",
    ),
    never(
        "a sexual performance under its old number",
        felony("568.080", "B"),
        "610.140.3(6), successor 573.200",
    ),
    never(
        "harming a police animal under its old number",
        felony("575.350"),
        "610.140.3(6), now 575.353",
    ),
    never("cross burning since 2025", felony("574.140", "E"), "610.140.3(6), SB 754 (2024)"),
    clears(
        "and not before",
        felony(
            "574.140",
            "E",
            disposition_completed_on="2021-06-30",
            obligations_satisfied_on="2021-06-30",
        ),
        "610.140.2(6) (2021)",
        "2024-06-30",
        as_of="2024-12-31",
    ),
    unknown("forgery is open since 2025", felony("570.090"), "610.140.3(6), digest 1.2"),
    a_case(
        "forgery was excluded on the last day of 2024",
        [
            felony(
                "570.090",
                disposition_completed_on="2020-06-30",
                obligations_satisfied_on="2020-06-30",
            )
        ],
        answers(Q, "never"),
        as_of="2024-12-31",
        cite="610.140.2(6) (2021)",
    ),
    unknown("mortgage fraud is open since 2025", felony("570.310"), "610.140.3(6)"),
    unknown("contraband in a prison, old number", felony("217.360"), "610.140.3(6)"),
    unknown("contraband in a jail or prison, new number", felony("221.111"), "610.140.3(6)"),
    clears("credit device fraud, eligible since 2019", felony("570.130", "E"), "SB 1 (2019)"),
    clears("property damage 1, eligible since 2019", felony("569.100", "E"), "SB 1 (2019)"),
    unknown("a section that is not known", felony(None), "610.140.3"),
]

DRIVING_AND_WEAPONS = [
    never(
        "a first drunk driving misdemeanor has its own section",
        misdemeanor("577.010", "B"),
        "610.140.3(7), (8)",
    ),
    never("drunk driving as a felony", felony("577.010", "E"), "610.140.3(8)"),
    never("boating while intoxicated", misdemeanor("577.013", "B"), "610.140.3(7), (8)"),
    never("flying with too much alcohol", misdemeanor("577.016"), "610.140.3(8)"),
    never(
        "a city ordinance that equals domestic assault",
        ordinance(ordinance_equivalent_of="565.076", ordinance_jailable=True),
        "610.140.3(9)",
    ),
    clears(
        "one that equals peace disturbance",
        ordinance(ordinance_equivalent_of="574.010", ordinance_jailable=True),
        "610.140.3(9)",
        FROM_MISDEMEANOR,
    ),
    never(
        "one that equals drunk driving",
        ordinance(ordinance_equivalent_of="577.010", ordinance_jailable=True),
        "610.140.3(7), (8), (9)",
    ),
    unknown(
        "one that equals a weapons misdemeanor is open since 2025",
        ordinance(ordinance_equivalent_of="571.030.1(8)"),
        "610.140.3(9), (11)",
    ),
    never(
        "a traffic infraction of a commercial driver",
        convicted(
            "304.010",
            "infraction",
            None,
            "2018-03-01",
            "2018-11-15",
            "2022-06-30",
            cdl_at_offense=True,
        ),
        "610.140.3(10)",
        cdl_holder=True,
    ),
    never(
        "a city's traffic ordinance, and a commercial driver",
        ordinance(traffic_ordinance=True),
        "610.140.3(10)",
        cdl_holder=True,
    ),
    unknown(
        "a city ordinance about what is not known, and a commercial driver",
        ordinance(),
        "610.140.3(10)",
        cdl_holder=True,
    ),
    clears("theft by a commercial driver", felony("570.030"), "610.140.3(10)", cdl_holder=True),
    unknown(
        "a traffic misdemeanor, and whether a commercial driver is not known",
        misdemeanor("302.321"),
        "610.140.3(10)",
        cdl_holder=None,
    ),
    clears(
        "a traffic misdemeanor of another driver",
        misdemeanor("302.321"),
        "610.140.3(10)",
        FROM_MISDEMEANOR,
    ),
    clears(
        "theft, and whether a commercial driver is not known",
        felony("570.030"),
        "610.140.3(10)",
        cdl_holder=None,
    ),
    never("a weapons felony", felony("571.030.1(3)", "E"), "610.140.3(11)"),
    never("a weapon with a drug", felony("571.030.1(11)", "E"), "610.140.3(11)"),
    clears("exhibiting a weapon", felony("571.030.1(4)", "E"), "610.140.3(11)"),
    unknown("a weapons felony whose form is not said", felony("571.030", "E"), "610.140.3(11)"),
    never(
        "one that was neither exhibiting nor carrying concealed",
        felony("571.030", "E", weapon_exhibited=False, weapon_concealed=False),
        "610.140.3(11)",
    ),
    clears(
        "one that was exhibiting", felony("571.030", "E", weapon_exhibited=True), "610.140.3(11)"
    ),
    clears(
        "carrying concealed, found guilty on the last day of 2016",
        felony("571.030.1(1)", offense_date="2016-03-01", disposition_date="2016-12-31"),
        "610.140.3(11)",
    ),
    never(
        "carrying concealed, found guilty on the first day of 2017",
        felony("571.030.1(1)", offense_date="2016-03-01", disposition_date="2017-01-01"),
        "610.140.3(11)",
    ),
    unknown(
        "a weapons misdemeanor is open since 2025",
        misdemeanor("571.030.1(8)", "B"),
        "610.140.3(11), digest 1.2",
    ),
    a_case(
        "a weapons misdemeanor was excluded in 2024",
        [misdemeanor("571.030.1(8)", "B")],
        answers(Q, "never"),
        as_of="2024-12-31",
        cite="610.140.2(11) (2021)",
    ),
]

ELSEWHERE = [
    a_case(
        "a federal conviction",
        [
            felony("570.030"),
            convicted(
                "18 USC 1343",
                "felony",
                None,
                "2010-01-01",
                "2011-01-01",
                "2013-01-01",
                jurisdiction="us",
                court="federal district",
            ),
        ],
        answers(Q, "never", None, "b"),
        answers(Q, "now", FROM_FELONY),
        cite="610.140.2(2)",
    ),
    a_case(
        "an Illinois class 3 felony",
        [
            felony("570.030"),
            convicted(
                "720 ILCS 5/16-1",
                "felony",
                "3",
                "2010-01-01",
                "2011-01-01",
                "2013-01-01",
                jurisdiction="us-il",
                county="Madison",
            ),
        ],
        answers(Q, "never", None, "b"),
        answers(Q, "now", FROM_FELONY),
        cite="610.140.2(2)",
    ),
]

ALL: list[Expectation] = [
    one for table in (ON_THE_LIST, DRIVING_AND_WEAPONS, ELSEWHERE) for rows in table for one in rows
]
