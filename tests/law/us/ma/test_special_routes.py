"""Drugs, pardons and survivors of trafficking in Massachusetts: both sides of each line."""

import pytest

from tests.law.us.ma.records import (
    ask,
    continued,
    felony,
    jail,
    marijuana,
    misdemeanor,
    revoked,
    sentence,
    taken_back,
)

DROPPED, FIRST = "clear.94C_44", "clear.94C_34"
PARDON, SURVIVOR = "clear.pardon", "clear.265_59"
POSSESSION = {"statute": "94C:34", "description": "possess class B", "substance": "other"}
ENDS = "charge.dismissed_on, charge.sentence.until, charge.sentence.probation_until"
NONE_BEFORE = {"prior_drug_convictions": 0}


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param({"disposition": "dismissed"}, "now from 2015-06-01", id="dismissed"),
        pytest.param({"disposition": "nolle_prosequi"}, "now from 2015-06-01", id="dropped"),
        pytest.param({"disposition": "acquitted"}, "now from 2015-06-01", id="not guilty"),
        pytest.param({"disposition": "convicted"}, "never", id="convicted"),
        pytest.param(taken_back("2016-01-01"), "never", id="convicted in the end"),
        pytest.param({"disposition": "dismissed", "statute": "94C:32A(a)"}, "never",
                     id="distribution is no possession"),
        pytest.param({"disposition": "dismissed", "severity": "civil"}, "not_applicable",
                     id="a civil infraction"),
        pytest.param({"disposition": "dismissed", "sealed_on": "2020-01-01"}, "not_applicable",
                     id="sealed already"),
        pytest.param({"disposition": "dismissed", "expunged_on": "2020-01-01"}, "not_applicable",
                     id="expunged already"),
        pytest.param({"disposition": "dismissed", "jurisdiction": "us-nh"}, "never",
                     id="a case of New Hampshire"),
    ],
)  # fmt: skip
def test_possession_that_came_to_nothing(charge, expected):
    assert ask(DROPPED, {**POSSESSION, "sentence": None, **charge}) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(continued("2026-11-23"), "now from 2026-11-23", id="the continuance is done"),
        pytest.param(continued("2026-11-24"), "later from 2026-11-24", id="it ends tomorrow"),
        pytest.param(continued(dismissed_on="2025-07-01"), "now from 2025-07-01",
                     id="dismissed after the continuance"),
        pytest.param(sentence("probation", probation_until="2025-06-01"), "now from 2025-06-01",
                     id="probation"),
        pytest.param({**sentence("probation"), "dismissed_under_34_on": "2026-03-01"},
                     "now from 2026-03-01", id="the court has dismissed it already"),
        pytest.param(sentence("probation"), f"unknown not before 2015-06-01: {ENDS}",
                     id="the end of probation is not known"),
        pytest.param({**taken_back("2024-06-01"), **sentence("probation")},
                     f"unknown not before 2024-06-01: {ENDS}",
                     id="probation after a continuance was taken back"),
        pytest.param({"sentence": jail("2016-01-01")}, "never", id="jail is no probation"),
        pytest.param({**sentence("probation", probation_until="2025-06-01"), "statute": "94C:32"},
                     "never", id="distribution"),
        pytest.param({**continued("2020-01-01"), "sealed_on": "2021-01-01"}, "not_applicable",
                     id="sealed already"),
        pytest.param({**continued("2020-01-01"), "expunged_on": "2021-01-01"}, "not_applicable",
                     id="expunged already"),
    ],
)  # fmt: skip
def test_a_first_possession(charge, expected):
    assert ask(FIRST, {**POSSESSION, **charge}, **NONE_BEFORE) == expected


@pytest.mark.parametrize(
    ("decided", "expected"),
    [("2014-12-31", "never"), ("2015-01-01", "now from 2020-01-01")],
    ids=["convicted before the offense", "convicted on its day: not before"],
)
def test_an_earlier_drug_conviction_on_the_record(decided, expected):
    earlier = felony(decided, statute="94C:32A(a)")
    mine = {**POSSESSION, **continued("2020-01-01")}
    assert ask(FIRST, mine, earlier, **NONE_BEFORE) == expected


@pytest.mark.parametrize(
    ("before", "expected"), [(0, "now"), (1, "never"), (None, "unknown")]
)  # fmt: skip
def test_drug_convictions_before(before, expected):
    mine = {**POSSESSION, **continued("2020-01-01")}
    assert ask(FIRST, mine, prior_drug_convictions=before).split(" ")[0] == expected


# --- a pardon ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param({"pardoned_on": "2020-02-29"}, {}, "now from 2020-02-29", id="its own pardon"),
        pytest.param({}, {"pardoned": True}, "now from 2015-06-01",
                     id="a pardon without a day: from the disposition"),
        pytest.param(taken_back("2016-01-01"), {"pardoned": True}, "now from 2016-01-01",
                     id="from the conviction after a continuance"),
        pytest.param({}, {}, "never", id="no pardon"),
        pytest.param(marijuana(disposition_date="2024-03-12"), {}, "now from 2024-04-03",
                     id="marijuana, the day before the governor's line"),
        pytest.param(marijuana(disposition_date="2024-03-13"), {}, "never", id="on the line"),
        pytest.param(marijuana(severity="felony"), {}, "never", id="a felony is not in it"),
        pytest.param(marijuana(substance="other"), {}, "never", id="nor another drug"),
        pytest.param(marijuana(description="possess class A"), {}, "never", id="nor another class"),
        pytest.param({"disposition": "dismissed"}, {"pardoned": True}, "not_applicable",
                     id="there is no conviction"),
        pytest.param({"sealed_on": "2020-01-01"}, {"pardoned": True}, "not_applicable",
                     id="sealed already"),
        pytest.param({"expunged_on": "2020-01-01"}, {"pardoned": True}, "not_applicable",
                     id="expunged already"),
        pytest.param({"jurisdiction": "us-nh"}, {"pardoned": True}, "never",
                     id="a conviction of New Hampshire"),
    ],
)  # fmt: skip
def test_after_a_pardon(charge, person, expected):
    assert ask(PARDON, charge, **person) == expected


# --- survivors of trafficking --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "survivor", "expected"),
    [
        pytest.param({"statute": "272:8"}, True, "now from 2015-06-01", id="soliciting"),
        pytest.param({"statute": "272:53A"}, True, "now from 2015-06-01", id="prostitution"),
        pytest.param(POSSESSION, True, "now from 2015-06-01", id="possession"),
        pytest.param({}, True, "never", id="shoplifting"),
        pytest.param({"statute": "272:8"}, False, "never", id="no survivor"),
        pytest.param({"statute": "272:8"}, None, "not_applicable",
                     id="nobody is asked who does not say it"),
        pytest.param(taken_back("2016-01-01", statute="272:8"), True, "now from 2016-01-01",
                     id="convicted after a continuance"),
        pytest.param({"statute": "272:8", "disposition": "dismissed"}, True, "not_applicable",
                     id="there is no conviction"),
        pytest.param({"statute": "272:8", "sealed_on": "2020-01-01"}, True, "not_applicable",
                     id="sealed already"),
        pytest.param({"statute": "272:8", "expunged_on": "2020-01-01"}, True, "not_applicable",
                     id="expunged already"),
        pytest.param({"statute": "272:8", "jurisdiction": "us-nh"}, True, "never",
                     id="a conviction of New Hampshire"),
    ],
)  # fmt: skip
def test_a_survivor_of_trafficking(charge, survivor, expected):
    assert ask(SURVIVOR, charge, trafficking_survivor=survivor) == expected


# --- more of sealing ---------------------------------------------------------------------

A, B, C = "clear.100A", "clear.100B", "clear.100C"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(marijuana(disposition_date="2025-06-01", offense_date="2025-01-01"),
                     "now from 2025-06-01", id="what is no crime now is sealed at once"),
        pytest.param(marijuana(disposition_date="2025-06-01", offense_date="2025-01-01",
                               weight_oz=2.5), "later from 2028-06-01", id="too much of it waits"),
        pytest.param(taken_back("2023-11-23"), "now from 2026-11-23",
                     id="a continuance taken back"),
        pytest.param(continued("2019-01-01"), "now from 2019-01-01",
                     id="a continuance has to be dismissed"),
        pytest.param(continued(dismissed_on="2016-01-01"), "now from 2018-06-01",
                     id="and its years count from the continuance"),
        pytest.param({"disposition": "pretrial_probation",
                      **sentence("probation", probation_until="2019-01-01")},
                     "now from 2019-01-01", id="probation before a trial"),
        pytest.param({"sealed_on": "2020-01-01"}, "not_applicable", id="sealed already"),
        pytest.param({"expunged_on": "2020-01-01"}, "not_applicable", id="expunged already"),
    ],
)  # fmt: skip
def test_by_mail(charge, expected):
    assert ask(A, charge) == expected


def test_marijuana_at_twenty():
    """At 21 on the day of the offense, and a day short of it."""
    charge = marijuana(disposition_date="2025-06-01", offense_date="2025-01-01")
    assert ask(A, charge, birth_date="2004-01-01") == "now from 2025-06-01"
    assert ask(A, charge, birth_date="2004-01-02") == "later from 2028-06-01"


LEWD = {"statute": "272:53A", "victim_under_16": False, "victim_minor": False,
        "subsequent_offense": False}  # fmt: skip


@pytest.mark.parametrize(
    ("charge", "fact"),
    [(LEWD, "victim_under_16"), (LEWD, "victim_minor"), (LEWD, "subsequent_offense"),
     ({"statute": "274:6", "offense_aimed_at_sexual": False}, "offense_aimed_at_sexual")],
)  # fmt: skip
def test_what_makes_it_a_sex_offense(charge, fact):
    assert ask(A, charge) == "now from 2018-06-01"
    found = ask(A, {**charge, fact: True}, sex_offender_level=1, registration_duty=False)
    assert found == "later from 2030-06-01"
    assert fact in ask(A, {**charge, fact: None})


@pytest.mark.parametrize(
    ("parole", "expected"),
    [("2011-11-23", "now from 2026-11-23"), ("2011-11-24", "later from 2026-11-24")],
)
def test_a_sex_offense_waits_from_the_end_of_parole(parole, expected):
    charge = felony("2000-01-01", statute="265:13H",
                    sentence={**jail("2002-01-01"), "parole_until": parole})  # fmt: skip
    assert ask(A, charge, sex_offender_level=1, registration_duty=False) == expected


@pytest.mark.parametrize("question", [A, C])
def test_a_continuance_taken_back_waits_for_the_new_decision(question):
    found = ask(question, continued("2019-01-01", cwof_revoked_on="2016-01-01"))
    assert found.startswith("later")
    assert "a new decision" in found


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(taken_back("2016-01-01"), "never", id="convicted in the end"),
        pytest.param({"disposition": "pretrial_probation",
                      **sentence("probation", probation_until="2019-01-01")},
                     "now from 2019-01-01", id="probation before a trial"),
        pytest.param({"disposition": "acquitted", "opted_out_of_sealing": True}, "never",
                     id="the person wanted it open"),
        pytest.param({"disposition": "acquitted", "opted_out_of_sealing": False},
                     "now from 2015-06-01", id="and did not"),
        pytest.param({"disposition": "acquitted", "not_guilty_by_insanity": False},
                     "now from 2015-06-01", id="not by insanity"),
    ],
)  # fmt: skip
def test_without_a_conviction(charge, expected):
    assert ask(C, charge) == expected


@pytest.mark.parametrize("how", ["sealed_on", "expunged_on"])
@pytest.mark.parametrize("ended", ["acquitted", "dismissed"])
def test_what_is_cleared_already_is_not_sealed_again(how, ended):
    assert ask(C, {"disposition": ended, how: "2020-01-01"}) == "not_applicable"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(taken_back("2023-11-23"), "now from 2026-11-23", id="convicted in the end"),
        pytest.param({"disposition_date": "2022-01-01", "sentence": jail("2023-11-24")},
                     "later from 2026-11-24", id="jail"),
        pytest.param(sentence("dys_commitment", until="2023-11-23"), "now from 2026-11-23",
                     id="a commitment"),
        pytest.param(revoked("2023-11-24"), "later from 2026-11-24", id="jail after revocation"),
        pytest.param({"sentence": {**jail("2016-01-01"), "parole_until": "2023-11-23"}},
                     "now from 2026-11-23", id="parole"),
        pytest.param({"sealed_on": "2020-01-01"}, "not_applicable", id="sealed already"),
        pytest.param({"expunged_on": "2020-01-01"}, "not_applicable", id="expunged already"),
    ],
)  # fmt: skip
def test_a_record_of_a_juvenile_court(charge, expected):
    assert ask(B, {"court": "juvenile", **charge}) == expected


def test_a_small_driving_offense_does_not_hold_a_juvenile_record_back():
    mine = {"court": "juvenile"}
    driving = misdemeanor("2025-01-01", statute="90:23", max_fine=50)
    assert ask(B, mine, driving) == "now from 2018-06-01"
    assert ask(B, mine, {**driving, "motor_vehicle": False}) == "later from 2028-01-01"
    assert ask(B, mine, {**driving, "max_fine": 51}) == "later from 2028-01-01"


def test_a_release_that_is_not_known_is_bounded_for_a_juvenile_misdemeanor():
    found = ask(B, {"court": "juvenile", "sentence": jail(None)})
    assert found.startswith("now")
    assert "2018-06-01" in found
    assert "2020-12-01" in found
