"""Mo. Const. art. XIV s. 2.10: marijuana offenses that the courts clear themselves."""

import pytest

from tests.law.us.mo.records import a_charge, ask


def felony(**facts):
    return a_charge(
        **{
            "statute": "579.015",
            "severity": "felony",
            "class": "D",
            "offense_date": "2017-01-01",
            "disposition_date": "2017-06-03",
            "disposition_completed_on": "2021-06-03",
            "substance": "marijuana",
            **facts,
        }
    )


def misdemeanor(**facts):
    return felony(**{"severity": "misdemeanor", "class": "A", **facts})


def delivery(offense_class, **facts):
    return felony(statute="579.020", **{"class": offense_class, **facts})


VACATED = "now 2023-03-08..2023-09-04: law:us-mo/marijuana.deadline.supervised_days"
LATE = {"disposition_completed_on": "2024-07-01"}


@pytest.mark.parametrize(
    ("charge", "as_of", "expected"),
    [
        (misdemeanor(), "2023-06-08", "now 2023-06-08"),
        (misdemeanor(), "2023-06-07", "later 2023-06-08"),
        (felony(), "2023-12-08", "now 2023-12-08"),
        (felony(), "2023-12-07", "later 2023-12-08"),
        (felony(), "2022-12-07", "not_applicable"),
        (misdemeanor(), "2022-12-08", "later 2023-06-08"),
        (felony(), "2022-12-08", "later 2023-12-08"),
        (felony(weight_lb=3, disposition_completed_on="2022-12-09"), "2022-12-08",
         VACATED.replace("now", "unknown")),
    ],
    ids=["a misdemeanor on the courts' last day", "and the day before it",
         "a felony on the courts' last day", "and the day before it",
         "before the amendment there is no such law", "a misdemeanor on its first day",
         "a felony on its first day", "a running sentence on its first day"],
)  # fmt: skip
def test_the_courts_have_a_deadline(charge, as_of, expected):
    assert ask("clear.marijuana", charge, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(felony(disposition="sis"), "now 2023-12-08", id="a suspended imposition"),
        pytest.param(felony(statute="195.202", **{"class": "C"}), "now 2023-12-08",
                     id="the old number"),
        pytest.param(delivery("C", delivered_to_minor=False, **LATE), "now 2024-07-01",
                     id="a sentence done after the deadline"),
        pytest.param(felony(weight_lb=3.1, disposition_completed_on="2027-07-01"),
                     "later 2027-07-01", id="a sentence over three pounds runs to its end"),
        pytest.param(felony(weight_lb=3, disposition_completed_on="2027-07-01"),
                     VACATED,
                     id="a sentence for three pounds was to be vacated, by one of three days"),
        pytest.param(misdemeanor(disposition_completed_on="2027-07-01"),
                     VACATED,
                     id="and so was one for a misdemeanor"),
        *(pytest.param(felony(statute=section, weight_lb=3, disposition_completed_on="2027-07-01",
                              **{"class": letter}), expected,
                       id=f"a running sentence for {section} of class {letter}")
          for section, letter, expected in (
              ("579.015", "D", VACATED), ("579.015", "E", VACATED),
              ("579.015", "C", "later 2027-07-01"), ("195.202", "C", VACATED),
              ("195.202", "D", VACATED), ("195.202", "B", "later 2027-07-01"),
              ("579.055", "D", "later 2027-07-01"))),
        pytest.param(misdemeanor(statute="195.202", disposition_completed_on="2027-07-01"),
                     VACATED, id="a running sentence for a misdemeanor under the old number"),
        pytest.param(felony(weight_lb=3, disposition_completed_on="2022-12-08"),
                     "now 2023-12-08", id="a sentence done on the day of the amendment"),
        pytest.param(felony(weight_lb=3, disposition_completed_on="2022-12-09"), VACATED,
                     id="and on the day after it was still running"),
        pytest.param(felony(disposition_completed_on="2027-07-01"),
                     "unknown 2023-03-08..2027-07-01: "
                     "charge.weight_lb, law:us-mo/marijuana.deadline.supervised_days",
                     id="a running sentence of unknown weight"),
        pytest.param(felony(statute="571.030.1(11)", **{"class": "E"}),
                     "never: not_a_weapons_offense", id="a weapon with a drug"),
        pytest.param(misdemeanor(statute="577.010"), "never: not_driving",
                     id="driving under the influence"),
        pytest.param(delivery("B"), "never: not_to_a_minor", id="class B delivery is to a minor"),
        pytest.param(delivery("C", delivered_to_minor=True), "never: not_to_a_minor",
                     id="class C delivery to a minor"),
        pytest.param(delivery("C"), "unknown 2023-12-08..never: charge.delivered_to_minor",
                     id="class C delivery to someone unknown"),
        pytest.param(delivery("E"), "now 2023-12-08", id="class E delivery is to an adult"),
        *(pytest.param(felony(statute=section, **{"class": "C"}), "never: not_to_a_minor",
                       id=f"{section} is delivery to a minor")
          for section in ("579.020.1(4)", "579.020.4", "579.020.5", "195.212", "195.213")),
        pytest.param(felony(statute="195.211", **{"class": "B"}), "now 2023-12-08",
                     id="delivery under the old number is to anyone"),
        pytest.param(felony(involved_violence=True), "never: no_violence", id="violence"),
        pytest.param(a_charge(substance=...), "never: marijuana_offense", id="theft"),
        pytest.param(felony(substance="other"), "never: marijuana_offense", id="another drug"),
        pytest.param(felony(substance=...), "unknown 2023-12-08..never: charge.substance",
                     id="an unknown drug"),
        pytest.param(felony(jurisdiction="us-il"), "never: missouri_court", id="another state"),
        pytest.param(misdemeanor(disposition="dismissed"),
                     "unknown 2023-06-08..never: law:us-mo/marijuana.without_guilt",
                     id="a dismissed charge is open law"),
        pytest.param(misdemeanor(severity="ordinance"),
                     "unknown 2023-06-08..never: law:us-mo/marijuana.ordinance",
                     id="a city ordinance is open law"),
        pytest.param(felony(offense_date="2022-12-08", disposition_date="2023-02-01",
                            disposition_completed_on="2023-05-01", weight_lb=4),
                     "unknown 2023-12-08..never: law:us-mo/marijuana.later_offense",
                     id="an offense from the day of the amendment on is open law"),
        pytest.param(felony(offense_date="2022-12-07", disposition_date="2023-02-01",
                            disposition_completed_on="2023-05-01", weight_lb=4),
                     "now 2023-12-08", id="an offense on the day before it"),
        pytest.param(misdemeanor(disposition_completed_on=None,
                                 sentence={"type": "fine", "fine_paid_on": "2024-02-29"}),
                     VACATED, id="a fine that was paid late was still a sentence then"),
        pytest.param(misdemeanor(statute="City 210.3", severity="ordinance",
                                 ordinance_equivalent_of="574.010"),
                     "never: marijuana_offense", id="an ordinance about something else"),
        pytest.param(felony(offense_date=None), "now 2023-12-08",
                     id="a plea before the amendment bounds the offense"),
        pytest.param(felony(disposition="pending", disposition_date=None,
                            disposition_completed_on=None, weight_lb=4),
                     "later 2023-12-08..never: waits on the end of this open charge",
                     id="an open charge waits"),
        pytest.param(felony(severity=None, weight_lb=4), "unknown 2023-06-08..never: "
                     "charge.severity, law:us-mo/marijuana.ordinance",
                     id="the severity is missing"),
        pytest.param(felony(statute=None),
                     "unknown 2023-12-08..never: charge.statute, charge.delivered_to_minor",
                     id="the section is missing"),
        pytest.param(delivery("E", disposition_completed_on=None),
                     "unknown 2023-12-08..never: charge.disposition_completed_on",
                     id="the day of completion is missing"),
    ],
)  # fmt: skip
def test_a_marijuana_offense_clears(charge, expected):
    assert ask("clear.marijuana", charge) == expected
