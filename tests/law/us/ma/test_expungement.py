"""Expungement in Massachusetts: both sides of each line of 100I, 100J and 100K."""

import pytest

from tests.law.us.ma.records import (
    SMALL_DRIVING,
    ask,
    felony,
    jail,
    marijuana,
    misdemeanor,
    revoked,
    sentence,
    taken_back,
)

YOUNG, ERROR = "clear.expunge", "clear.100K"
BIRTH = "1994-02-28"


def young(decided="2014-06-01", **more):
    """A misdemeanor at nineteen; the person turned 21 on 28 February 2015."""
    return misdemeanor(decided, **{"offense_date": "2014-01-01", **more})


def expunged(*charges, **more):
    return ask(YOUNG, *charges, **{"birth_date": BIRTH, **more})


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(young(), "now from 2017-06-01", id="three years"),
        pytest.param(young("2023-11-23"), "now from 2026-11-23", id="three years to the day"),
        pytest.param(young("2023-11-24"), "later from 2026-11-24", id="and a day short"),
        pytest.param(young("2024-02-29"), "later from 2027-03-01", id="from a leap day"),
        pytest.param(felony("2019-11-23", offense_date="2014-01-01"), "now from 2026-11-23",
                     id="seven for a felony"),
        pytest.param(felony("2019-11-24", offense_date="2014-01-01"), "later from 2026-11-24",
                     id="a felony a day short"),
        pytest.param(young("2015-06-01", offense_date="2015-02-27"), "now from 2018-06-01",
                     id="the day before the birthday"),
        pytest.param(young("2015-06-01", offense_date="2015-02-28"), "never",
                     id="the birthday itself"),
        pytest.param(young("2022-01-01", sentence=jail("2023-11-23")), "now from 2026-11-23",
                     id="from the release"),
        pytest.param(young(**sentence("probation", probation_until="2023-11-24")),
                     "later from 2026-11-24", id="here probation does move the clock"),
        pytest.param(young(sentence={**jail("2015-01-01"), "parole_until": "2023-11-24"}),
                     "later from 2026-11-24", id="and so does parole"),
        pytest.param(young(**revoked("2023-11-24")), "later from 2026-11-24",
                     id="and jail after revocation"),
        pytest.param(young(disposition="adjudicated_delinquent",
                           **sentence("dys_commitment", until="2023-11-24")),
                     "later from 2026-11-24", id="and a commitment"),
        pytest.param(taken_back("2023-11-24", offense_date="2014-01-01"), "later from 2026-11-24",
                     id="a continuance taken back counts from the conviction"),
        pytest.param(young(statute="90:24"), "never", id="driving under the influence"),
        pytest.param(young(statute="269:10(a)"), "never", id="carrying a gun"),
        pytest.param(young(statute="265:13A", severity="felony"), "never",
                     id="any felony of chapter 265"),
        pytest.param(young(statute="272:16", subsequent_offense=False,
                           victim_under_16=False, victim_minor=False),
                     "unknown not before 2017-06-01: law:us-ma/sexual_offense_123A",
                     id="a first open and gross lewdness"),
        pytest.param(young(statute="272:16", subsequent_offense=True), "never",
                     id="a later one is a sex offense of chapter 6"),
        pytest.param(young(statute="272:28", subsequent_offense=False,
                           victim_under_16=False, victim_minor=False),
                     "unknown not before 2017-06-01: law:us-ma/sexual_offense_123A",
                     id="harmful matter to a minor, a first time"),
        pytest.param(young(statute="272:53"), "now from 2017-06-01", id="disorderly conduct"),
        pytest.param(young(disposition="dismissed", sentence=None), "now from 2017-06-01",
                     id="no conviction: the same years"),
        pytest.param(young(severity="civil"), "not_applicable", id="a civil infraction"),
        pytest.param(young(expunged_on="2020-01-01"), "not_applicable", id="expunged already"),
        pytest.param(young(jurisdiction="us-nh"), "never", id="a case of New Hampshire"),
    ],
)  # fmt: skip
def test_before_21(charge, expected):
    assert expunged(charge) == expected


ASSAULT = {"statute": "265:13A", "elderly_or_disabled_victim": False, "serious_injury": False,
           "armed": False}  # fmt: skip
LEWD = {"statute": "272:53A", "victim_under_16": False, "victim_minor": False,
        "subsequent_offense": False}  # fmt: skip


@pytest.mark.parametrize("fact", ["elderly_or_disabled_victim", "serious_injury", "armed"])
def test_an_assault_turns_on_its_facts(fact):
    assert expunged(young(**ASSAULT)) == "now from 2017-06-01"
    assert expunged(young(**{**ASSAULT, fact: True})) == "never"
    assert expunged(young(**{**ASSAULT, fact: None})).startswith("unknown not before 2017-06-01")


@pytest.mark.parametrize(
    ("charge", "fact"),
    [(LEWD, "victim_under_16"), (LEWD, "victim_minor"), (LEWD, "subsequent_offense"),
     ({"statute": "274:6", "offense_aimed_at_sexual": False}, "offense_aimed_at_sexual")],
)  # fmt: skip
def test_a_sex_offense_is_left_out(charge, fact):
    assert expunged(young(**charge)) == "now from 2017-06-01"
    assert expunged(young(**{**charge, fact: True})) == "never"
    assert fact in expunged(young(**{**charge, fact: None}))


SECOND = misdemeanor("2016-06-01", offense_date="2016-01-01")
THIRD = misdemeanor("2018-06-01", offense_date="2018-01-01")


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([SECOND], "now from 2019-06-01", id="two records, the later one decides"),
        pytest.param([SECOND, THIRD], "never", id="three records"),
        pytest.param([SECOND, {**THIRD, "offense_date": "2016-01-01"}], "now from 2021-06-01",
                     id="two cases of one incident are one record"),
        pytest.param([SECOND, {**THIRD, "severity": "civil"}], "now from 2019-06-01",
                     id="a civil infraction is none"),
        pytest.param([SECOND, SMALL_DRIVING], "now from 2019-06-01",
                     id="nor a driving offense with a small fine"),
        pytest.param([felony("2016-06-01", offense_date="2016-01-01")], "now from 2023-06-01",
                     id="seven years where the other is a felony"),
    ],
)  # fmt: skip
def test_no_more_than_two_records(others, expected):
    assert expunged(young(), *others) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2018-10-12", "never"), ("2020-12-30", "never"), ("2020-12-31", "now from 2019-06-01"),
    ],
)  # fmt: skip
def test_one_record_only_until_the_act_of_2020(as_of, expected):
    found = expunged(young(), SECOND, as_of=as_of)
    assert found == (expected if as_of != "2018-10-12" else "not_applicable")


def test_a_conviction_elsewhere_is_one_record_too_many():
    elsewhere = [{"date": "2020-01-01"}]
    assert expunged(young(), out_of_state_convictions=elsewhere) == "never"
    assert "out_of_state" in expunged(young(), out_of_state_convictions=None)


def test_a_release_that_is_not_known_is_bounded_for_a_misdemeanor():
    """Thirty months at most, then three years."""
    found = expunged(young(sentence=jail(None)))
    assert found.startswith("now")
    assert "2017-06-01" in found
    assert "2019-12-01" in found
    assert expunged(young(sentence=jail(None), severity=None)).startswith("unknown")


# --- 100K -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param({}, {"identity_theft": True}, "now from 2015-06-01", id="another's name"),
        pytest.param({}, {"identity_theft": False}, "never", id="one's own name"),
        pytest.param({}, {}, "never", id="nothing of the kind"),
        pytest.param({"error_found": True}, {}, "now from 2015-06-01", id="an error was found"),
        pytest.param({"error_found": False}, {}, "never", id="none was found"),
        pytest.param(marijuana(), {}, "now from 2016-12-15", id="no crime now, since 2016"),
        pytest.param(marijuana(disposition_date="2018-01-01"), {}, "now from 2018-01-01",
                     id="decided after that"),
        pytest.param(marijuana(weight_oz=2), {}, "now from 2016-12-15", id="two ounces"),
        pytest.param(marijuana(weight_oz=2.1), {}, "never", id="and a little more"),
        pytest.param(marijuana(substance="other"), {}, "never", id="another drug"),
        pytest.param(marijuana(description="possess class B"), {}, "never", id="another class"),
        pytest.param(marijuana(), {"birth_date": "2005-01-01"}, "now from 2016-12-15",
                     id="the age of the person does not matter"),
        pytest.param(taken_back("2015-09-09"), {"identity_theft": True}, "now from 2015-09-09",
                     id="from the conviction, where a continuance was taken back"),
        pytest.param({"severity": "civil"}, {"identity_theft": True}, "not_applicable",
                     id="a civil infraction"),
        pytest.param({"expunged_on": "2020-01-01"}, {"identity_theft": True}, "not_applicable",
                     id="expunged already"),
        pytest.param({"jurisdiction": "us-nh"}, {"identity_theft": True}, "never",
                     id="a case of New Hampshire"),
    ],
)  # fmt: skip
def test_without_a_wait(charge, person, expected):
    assert ask(ERROR, charge, **person) == expected


@pytest.mark.parametrize("fact", ["weight_oz", "substance", "statute"])
def test_what_is_not_known_of_the_marijuana_is_named(fact):
    assert f"charge.{fact}" in ask(ERROR, marijuana(**{fact: None}))
