"""By hand: what no petition reaches by its kind, RSMo 610.140.3(1) to (5)."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.us_mo.verdicts import FROM_MISDEMEANOR, clears, felony, misdemeanor, never, unknown

BY_KIND = [
    never("a class A felony", felony("579.065", "A"), "610.140.3(1)"),
    unknown("a felony of a class not known", felony("579.055", None), "610.140.3(1)"),
    clears(
        "a class A misdemeanor is no class A felony",
        misdemeanor("569.120"),
        "610.140.3(1)",
        FROM_MISDEMEANOR,
    ),
    never("robbery 1 of class B is dangerous", felony("570.023", "B"), "610.140.3(2)"),
    never(
        "murder 2, though the record denies that a death is part of it",
        felony("565.021", "B", death_element=False),
        "610.140.3(2), (4)",
    ),
    never(
        "armed criminal action of 2015 is dangerous by the definition of today",
        felony("571.015", "unclassified", offense_date="2015-03-01", disposition_date="2015-11-15"),
        "610.140.3(2), SB 600 (2020)",
    ),
    never(
        "even where the sentence was given for another kind",
        felony(
            "571.015",
            "unclassified",
            offense_date="2015-03-01",
            sentence={"type": "prison", "years": 3, "dangerous": False},
        ),
        "610.140.3(2), as that term is defined",
    ),
    never("vehicle hijacking of class A", felony("570.027", "A"), "610.140.3(1), (2)"),
    clears(
        "vehicle hijacking of class B is not dangerous",
        felony("570.027", "B"),
        "610.140.3(2), 556.061(19)",
    ),
    never(
        "what the sentence calls dangerous",
        felony("579.055", "B", sentence={"type": "prison", "years": 5, "dangerous": True}),
        "610.140.3(2)",
    ),
    never(
        "conspiracy to rob is a dangerous felony",
        felony("562.014", "C", offense_aimed_at="570.023"),
        "610.140.3(2), SB 600 (2020)",
    ),
    clears(
        "conspiracy to steal is not",
        felony("562.014", "E", offense_aimed_at="570.030"),
        "610.140.3",
    ),
    unknown("conspiracy to do what is not said", felony("562.014", "E"), "610.140.3(2)"),
    unknown(
        "an attempt at a listed offense is open law",
        felony("562.012", "C", offense_aimed_at="569.160"),
        "610.140.3(6), digest 1.2",
    ),
    clears("an attempt to steal", felony("562.012", "E", offense_aimed_at="570.030"), "610.140.3"),
    never(
        "an attempted rape with injury is a dangerous felony",
        felony("562.012", "B", offense_aimed_at="566.030", physical_injury=True),
        "610.140.3(2), 556.061(19)",
    ),
    never(
        "an offense that asks for registration",
        felony("573.037", requires_sex_registration=True),
        "610.140.3(3)",
    ),
    clears(
        "one that does not, said twice",
        felony("570.030", requires_sex_registration_unknown=False),
        "610.140.3(3)",
    ),
    unknown(
        "whether it asks for registration is not known",
        felony("573.037", requires_sex_registration=None),
        "610.140.3(3)",
    ),
    unknown(
        "and the source says so",
        felony("573.037", requires_sex_registration=None, requires_sex_registration_unknown=True),
        "610.140.3(3)",
    ),
    never("involuntary manslaughter 1", felony("565.024", "C", death_element=True), "610.140.3(4)"),
    never(
        "drunk driving that killed", felony("577.010", "B", death_element=True), "610.140.3(4), (8)"
    ),
    never(
        "another felony of which a death is part",
        felony("565.225", "E", death_element=True),
        "610.140.3(4)",
    ),
    clears(
        "a misdemeanor of which a death is part",
        misdemeanor("577.060", death_element=True),
        "610.140.3(4)",
        FROM_MISDEMEANOR,
    ),
]

ASSAULT_AND_KIDNAPPING = [
    never("assault 1", felony("565.050", "B"), "610.140.3(2), (5)"),
    never("assault 2, no special victim", felony("565.052", special_victim=False), "610.140.3(5)"),
    never("assault 3", felony("565.054", "E"), "610.140.3(5)"),
    never("assault 4 as a felony", felony("565.056", "E"), "610.140.3(5)"),
    clears("assault 4 as a misdemeanor", misdemeanor("565.056"), "610.140.3(5)", FROM_MISDEMEANOR),
    never("domestic assault 2", felony("565.073"), "610.140.3(5)"),
    never("domestic assault 4, a misdemeanor", misdemeanor("565.076"), "610.140.3(5)"),
    never("kidnapping 3, a felony", felony("565.130", "E"), "610.140.3(5), (6)"),
    never("kidnapping 3, a misdemeanor, is on the list", misdemeanor("565.130"), "610.140.3(6)"),
    never(
        "parental kidnapping for a short time",
        felony("565.153", "E", concealed_days=10),
        "610.140.3(5)",
    ),
    never("child abduction", felony("565.156", "E"), "610.140.3(5), (6)"),
]

ALL: list[Expectation] = [
    one for table in (BY_KIND, ASSAULT_AND_KIDNAPPING) for rows in table for one in rows
]
