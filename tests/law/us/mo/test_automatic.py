"""RSMo 610.141: drug possession cleared without a petition, from 2027-01-01 at the latest."""

import pytest

from tests.law.us.mo.records import a_charge, ask, in_one_case

FINES = "law:us-mo/automatic.fines_are_terms"


def possession(**facts):
    return a_charge(
        **{
            "statute": "579.015",
            "offense_date": "2018-02-03",
            "disposition_date": "2018-06-15",
            "disposition_completed_on": "2020-03-01",
            "obligations_satisfied_on": "2020-03-01",
            **facts,
        }
    )


def theft(decided="2019-01-01", **facts):
    return a_charge(
        **{
            "severity": "misdemeanor",
            "class": "A",
            "disposition_date": decided,
            "disposition_completed_on": decided,
            **facts,
        }
    )


def lasting(until, **facts):
    return possession(
        disposition_completed_on=until, obligations_satisfied_on="2018-06-15", **facts
    )


def lesser(**facts):
    return possession(severity="misdemeanor", **{"class": "A", **facts})


def used(felonies, misdemeanors):
    return {"prior_expungements": {"felony": felonies, "misdemeanor": misdemeanors}}


FIRST_OF_MANY = "unknown 2027-01-01..never: law:us-mo/automatic.which_first"


@pytest.mark.parametrize(
    ("cases", "person", "expected"),
    [
        pytest.param([possession()], {}, "later 2027-01-01", id="from the day the system runs"),
        pytest.param([possession(statute="195.202", offense_date="2010-02-03",
                                 disposition_date="2010-06-15")], {}, "later 2027-01-01",
                     id="the old number before 2017"),
        pytest.param([possession(statute="195.202", offense_date="2016-12-31")], {},
                     "later 2027-01-01", id="on its last day"),
        pytest.param([possession(statute="195.202", offense_date="2017-01-01")], {},
                     "never: one_of_four", id="and not after it"),
        pytest.param([possession(statute="195.202", offense_date=None)], {},
                     "unknown 2027-01-01..never: charge.offense_date",
                     id="the old number on an unknown day"),
        pytest.param([possession(statute="579.074", severity="misdemeanor", **{"class": "D"})], {},
                     "later 2027-01-01", id="paraphernalia"),
        pytest.param([possession(statute="579.020")], {}, "never: one_of_four", id="delivery"),
        pytest.param([theft()], {}, "never: one_of_four", id="theft"),
        pytest.param([possession(jurisdiction="us-il")], {}, "never: missouri_conviction",
                     id="another state's case"),
        pytest.param([possession(disposition="sis")], {}, "never: final_conviction",
                     id="a suspended imposition is no conviction"),
        pytest.param([possession(disposition="dismissed")], {}, "never: final_conviction",
                     id="a dismissed charge"),
        pytest.param([possession(disposition="pending", disposition_date=None,
                                 disposition_completed_on=None)], {},
                     "later 2027-01-01..never: waits on the end of this open charge",
                     id="an open charge waits"),
        pytest.param([lasting("2024-01-01")], {}, "later 2027-01-01",
                     id="a felony done three years before the start"),
        pytest.param([lasting("2024-01-02")], {}, "later 2027-01-02", id="and a day later"),
        pytest.param([lasting("2024-02-29")], {}, "later 2027-03-01", id="from a leap day"),
        pytest.param([lasting("2026-01-02", severity="misdemeanor")], {}, "later 2027-01-02",
                     id="a misdemeanor after one year"),
        pytest.param([possession(), theft("2024-03-01")], {}, "later 2027-03-01",
                     id="another conviction in those years"),
        pytest.param([possession(), theft("2024-03-01", statute="302.020")], {},
                     "later 2027-01-01", id="a traffic conviction does not count"),
        pytest.param([possession(), theft("2024-03-01", expunged_on="2026-03-01")], {},
                     "later 2027-01-01", id="nor does one that was expunged since"),
        pytest.param([possession(expunged_on="2023-03-01")], {}, "not_applicable",
                     id="what was expunged is not asked about again"),
        pytest.param([possession(), possession(), possession(expunged_on="2023-03-01")], {},
                     "later 2027-01-01", id="and it is counted by what was used, not twice"),
        pytest.param([possession(), theft("2024-03-01", disposition="sis")], {},
                     "later 2027-01-01", id="nor does a suspended imposition"),
        pytest.param([possession(), theft(None, disposition="pending")], {},
                     "later 2027-01-01..never: waits on the end of another open charge",
                     id="a pending charge holds it back"),
        pytest.param([possession(), theft(None, disposition="dismissed")], {}, "later 2027-01-01",
                     id="a charge dropped on an unknown day is over before the start"),
        pytest.param([in_one_case(possession(), theft())], {}, "never: whole_case",
                     id="a case with a conviction for something else"),
        pytest.param([in_one_case(possession(), theft(disposition="dismissed"))], {},
                     "later 2027-01-01", id="a dismissed count beside it does no harm"),
        pytest.param([in_one_case(possession(), possession(statute="579.074"))], {},
                     "later 2027-01-01", id="two of the four in one case"),
        pytest.param([possession(**{"class": "A"})], {}, "never: not_class_a",
                     id="a class A felony"),
        pytest.param([possession(paper_record_only=True)], {}, "never: electronic_record",
                     id="a record on paper"),
        pytest.param([possession()], {"prior_expungements": {"felony": 2}}, "never: place_left",
                     id="two felonies were cleared before"),
        pytest.param([possession(severity="misdemeanor")],
                     {"prior_expungements": {"felony": 2, "misdemeanor": 2}}, "later 2027-01-01",
                     id="a place for a misdemeanor is left"),
        pytest.param([possession(statute="195.233", severity="misdemeanor",
                                 offense_date="2016-12-31")], {}, "later 2027-01-01",
                     id="the old paraphernalia number on its last day"),
        *(pytest.param([possession(statute=section, offense_date=day)], {}, expected,
                       id=f"{section} on {day}")
          for section, day, expected in (
              ("195.233", "2017-01-01", "never: one_of_four"),
              ("579.015", "2016-12-31", "later 2027-01-01"),
              ("579.015", "2017-01-01", "later 2027-01-01"),
              ("579.074", "2016-12-31", "later 2027-01-01"),
              ("579.074", "2017-01-01", "later 2027-01-01"))),
        pytest.param([possession(), possession()], {}, "later 2027-01-01",
                     id="two felonies fit two places"),
        pytest.param([possession(), possession(), possession()], {}, FIRST_OF_MANY,
                     id="of three, which go first is open law"),
        pytest.param([possession(), possession()], used(1, 0), FIRST_OF_MANY,
                     id="and of two, with one place used"),
        pytest.param([lesser(), lesser(), lesser()], used(9, 0), "later 2027-01-01",
                     id="three misdemeanors fit three places"),
        pytest.param([lesser()] * 4, {}, FIRST_OF_MANY, id="four do not"),
        pytest.param([lesser(), lesser()], used(0, 2), FIRST_OF_MANY,
                     id="nor do two, with two places used"),
        pytest.param([lesser()], used(0, 3), "never: place_left",
                     id="three misdemeanors were cleared before"),
        pytest.param([lesser(), possession(), possession()], {}, "later 2027-01-01",
                     id="felonies take no place of a misdemeanor"),
        pytest.param([possession(), possession(), possession(disposition="sis")], {},
                     "later 2027-01-01", id="a suspended imposition takes none"),
        pytest.param([possession(severity="infraction")], used(9, 9), "later 2027-01-01",
                     id="an infraction is not counted"),
        pytest.param([possession()], {"prior_expungements": {"felony": None}},
                     "unknown 2027-01-01..never: person.prior_expungements.felony, "
                     "law:us-mo/automatic.which_first",
                     id="how many were cleared is not known"),
        pytest.param([possession(disposition_completed_on=None, severity="misdemeanor",
                                 sentence={"type": "fine", "fine_paid_on": "2026-03-01"})], {},
                     "later 2027-03-01", id="a fine is done when it is paid"),
        pytest.param([possession(obligations_outstanding=False)], {}, "later 2027-01-01",
                     id="nothing is owed, it says"),
        pytest.param([possession(obligations_outstanding=True)], {},
                     f"unknown 2027-01-01..never: {FINES}, waits on payment of what is still owed",
                     id="unpaid fines are an open question"),
        pytest.param([possession(obligations_satisfied_on="2024-05-01")], {},
                     f"unknown 2027-01-01..2027-05-01: {FINES}",
                     id="fines paid late are the same question"),
        pytest.param([possession(obligations_satisfied_on=None)], {},
                     f"unknown 2027-01-01..never: {FINES}, charge.obligations_satisfied_on",
                     id="fines of which nothing is known"),
        pytest.param([possession(statute=None)], {}, "unknown 2027-01-01..never: charge.statute",
                     id="the section is missing"),
        pytest.param([possession(disposition_completed_on=None)], {},
                     "unknown 2027-01-01..never: charge.disposition_completed_on",
                     id="the day of completion is missing"),
        pytest.param([possession(**{"class": None})], {}, "unknown 2027-01-01..never: charge.class",
                     id="the class is missing"),
    ],
)  # fmt: skip
def test_it_clears_without_a_petition(cases, person, expected):
    assert ask("clear.automatic", *cases, **person) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-07-08", "not_applicable"),
        ("2026-07-09", "later 2027-01-01"),
        ("2026-08-28", "later 2027-01-01"),
        ("2026-12-31", "later 2027-01-01"),
        ("2027-01-01", "now 2027-01-01"),
    ],
)
def test_the_law_is_known_from_the_day_it_was_signed(as_of, expected):
    assert ask("clear.automatic", possession(), as_of=as_of) == expected
