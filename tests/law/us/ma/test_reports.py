"""What a check may show in Massachusetts, and what an employer may ask: both sides of each line."""

import pytest

from tests.law.us.ma.records import (
    SMALL_DRIVING,
    ask,
    continued,
    felony,
    jail,
    misdemeanor,
    revoked,
    sentence,
    taken_back,
)

CORI, COMPANY, EMPLOYER = "report.cori_standard", "report.cra_93_52", "ask.151B_4_9"
LANDLORD, HERE = "state_report_barred", {"jurisdiction": "us-ma"}


# --- a background report: more than seven years ------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(misdemeanor("2019-11-22"), "now from 2026-11-23", id="more than seven years"),
        pytest.param(misdemeanor("2019-11-23"), "later from 2026-11-24", id="seven to the day"),
        pytest.param(misdemeanor("2020-02-29"), "later from 2027-03-02", id="from a leap day"),
        pytest.param(felony("2018-01-01", sentence=jail("2019-11-23")), "later from 2026-11-24",
                     id="from the release"),
        pytest.param(misdemeanor("2015-06-01", **revoked("2019-11-22")), "now from 2026-11-23",
                     id="from jail after revocation"),
        pytest.param(misdemeanor("2015-06-01", disposition="adjudicated_delinquent",
                                 **sentence("dys_commitment", until="2019-11-22")),
                     "now from 2026-11-23", id="from a commitment"),
        pytest.param(taken_back("2019-11-22"), "now from 2026-11-23",
                     id="from the conviction, where a continuance was taken back"),
        pytest.param(misdemeanor("2019-11-22", disposition="dismissed", sentence=None),
                     "now from 2026-11-23", id="a dismissal has the same years"),
    ],
)  # fmt: skip
def test_a_company_and_a_report_for_a_landlord(charge, expected):
    assert ask(COMPANY, charge) == expected
    assert ask(LANDLORD, charge, tenancy=HERE) == expected


@pytest.mark.parametrize("question", [COMPANY, LANDLORD])
def test_a_release_that_is_not_known_is_bounded_for_a_misdemeanor(question):
    """Thirty months at most, then seven years and a day."""
    found = ask(question, misdemeanor("2015-06-01", sentence=jail(None)), tenancy=HERE)
    assert found.startswith("now")
    assert "2022-06-02" in found
    assert "2024-12-02" in found
    more = misdemeanor("2015-06-01", sentence=jail(None), severity=None)
    assert ask(question, more, tenancy=HERE).startswith("unknown")


@pytest.mark.parametrize("how", ["sealed_on", "expunged_on"])
def test_what_was_cleared_is_not_for_landlords(how):
    charge = felony("2025-01-01", **{how: "2026-02-28"})
    assert ask(LANDLORD, charge, tenancy=HERE) == "now from 2026-02-28"


def test_it_is_asked_for_a_home_in_massachusetts():
    assert ask(LANDLORD, {}, tenancy={"jurisdiction": "us-nh"}) == "not_applicable"


# --- the state's own record -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(misdemeanor("2021-11-23"), "now from 2026-11-23", id="five years to the day"),
        pytest.param(misdemeanor("2021-11-24"), "later from 2026-11-24", id="and a day short"),
        pytest.param(misdemeanor("2024-02-29"), "later from 2029-03-01", id="from a leap day"),
        pytest.param(felony("2016-11-23"), "now from 2026-11-23", id="ten for a felony"),
        pytest.param(felony("2016-11-24"), "later from 2026-11-24", id="a felony a day short"),
        pytest.param(felony("2005-01-01", sentence=jail("2016-11-24")), "later from 2026-11-24",
                     id="from the release"),
        pytest.param(misdemeanor("2016-11-24", statute="209A:7"), "later from 2026-11-24",
                     id="breaking an order counts as a felony"),
        pytest.param(misdemeanor("2015-06-01", **revoked("2021-11-23")), "now from 2026-11-23",
                     id="from jail after revocation"),
        pytest.param(taken_back("2021-11-24"), "later from 2026-11-24",
                     id="a continuance that was taken back is a conviction"),
        pytest.param(continued("2027-06-01"), "later from 2027-06-01",
                     id="a continuance, until it is dismissed"),
        pytest.param(continued(dismissed_on="2019-01-01"), "now from 2019-01-01",
                     id="dismissed already"),
        pytest.param(continued("2019-01-01"), "now from 2019-01-01", id="its time was over"),
        pytest.param({"disposition": "pretrial_probation",
                      **sentence("probation", probation_until="2019-01-01")},
                     "now from 2019-01-01", id="probation before a trial"),
        pytest.param({"disposition": "dismissed", "sentence": None}, "now from 2015-06-01",
                     id="a dismissal is not shown"),
        pytest.param({"disposition": "acquitted", "sentence": None,
                      "not_guilty_by_insanity": False}, "now from 2015-06-01", id="nor not guilty"),
        pytest.param(felony("2016-11-24", disposition="acquitted", sentence=None,
                            not_guilty_by_insanity=True),
                     "later from 2026-11-24", id="by insanity: ten years"),
        pytest.param(felony("1990-01-01", statute="265:1"), "never", id="murder, for good"),
        pytest.param(felony("1990-01-01", statute="265:13"), "never", id="manslaughter"),
        pytest.param(felony("1990-01-01", statute="265:13H"), "never", id="a felony sex offense"),
        pytest.param(felony("1990-01-01", statute="265:1", sealed_on="2026-02-28"),
                     "now from 2026-02-28", id="unless it was sealed"),
        pytest.param(felony("1990-01-01", statute="265:1", expunged_on="2026-02-28"),
                     "now from 2026-02-28", id="or expunged"),
        pytest.param({"jurisdiction": "us-nh"}, "never", id="a case of New Hampshire"),
    ],
)  # fmt: skip
def test_standard_access(charge, expected):
    assert ask(CORI, charge) == expected


def test_a_continuance_that_was_taken_back_waits_for_the_new_decision():
    found = ask(CORI, continued("2019-01-01", cwof_revoked_on="2016-01-01"))
    assert found.startswith("later")
    assert "a new decision" in found


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(misdemeanor("2021-11-24"), "later from 2026-11-24",
                     id="an older one stays as long as the last one"),
        pytest.param(misdemeanor("2014-01-01"), "now from 2020-06-01", id="an older one does not"),
        pytest.param(misdemeanor("2025-01-01", disposition="dismissed", sentence=None),
                     "now from 2020-06-01", id="nor does a dismissal"),
        pytest.param(SMALL_DRIVING, "now from 2020-06-01", id="nor a small driving offense"),
        pytest.param(misdemeanor("2025-01-01", jurisdiction="us-nh"), "now from 2020-06-01",
                     id="nor a conviction elsewhere, which CORI does not hold"),
    ],
)  # fmt: skip
def test_another_conviction_on_the_record(other, expected):
    assert ask(CORI, {}, other) == expected


LEWD = {"statute": "272:53A", "victim_under_16": False, "victim_minor": False,
        "subsequent_offense": False}  # fmt: skip


@pytest.mark.parametrize(
    ("charge", "fact"),
    [(LEWD, "victim_under_16"), (LEWD, "victim_minor"), (LEWD, "subsequent_offense"),
     ({"statute": "274:6", "offense_aimed_at_sexual": False}, "offense_aimed_at_sexual")],
)  # fmt: skip
def test_what_makes_it_a_sex_offense(charge, fact):
    assert ask(CORI, felony("2015-06-01", **charge)) == "now from 2025-06-01"
    assert ask(CORI, felony("2015-06-01", **{**charge, fact: True})) == "never"
    assert fact in ask(CORI, felony("2015-06-01", **{**charge, fact: None}))


# --- what an employer may ask --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(misdemeanor("2023-11-23"), "now from 2026-11-23", id="three years to the day"),
        pytest.param(misdemeanor("2023-11-24"), "later from 2026-11-24", id="and a day short"),
        pytest.param(misdemeanor("2024-02-29"), "later from 2027-03-01", id="from a leap day"),
        pytest.param(misdemeanor("2022-01-01", sentence=jail("2023-11-24")),
                     "later from 2026-11-24", id="from the release"),
        pytest.param(misdemeanor("2015-06-01", **revoked("2023-11-23")), "now from 2026-11-23",
                     id="from jail after revocation"),
        pytest.param(misdemeanor("2015-06-01", **sentence("dys_commitment", until="2023-11-23")),
                     "now from 2026-11-23", id="from a commitment"),
        pytest.param(taken_back("2023-11-23"), "now from 2026-11-23",
                     id="a continuance taken back"),
        pytest.param(felony("1990-01-01"), "never", id="a felony, however old"),
        pytest.param(felony("1990-01-01", sealed_on="2020-01-01"), "now from 2020-01-01",
                     id="unless it was sealed"),
        pytest.param(felony("1990-01-01", expunged_on="2020-01-01"), "now from 2020-01-01",
                     id="or expunged"),
        pytest.param(felony("2026-11-01", disposition="dismissed", sentence=None),
                     "now from 2026-11-01", id="no conviction came of it"),
        pytest.param(misdemeanor("2026-11-01", statute="272:48"), "now from 2026-11-01",
                     id="a first conviction of drunkenness"),
    ],
)  # fmt: skip
def test_an_employer(charge, expected):
    assert ask(EMPLOYER, charge) == expected


@pytest.mark.parametrize(
    ("charge", "other", "expected"),
    [
        pytest.param({}, misdemeanor("2023-11-23"), "now from 2026-11-23", id="three clean years"),
        pytest.param({}, misdemeanor("2023-11-24"), "later from 2026-11-24", id="and a day short"),
        pytest.param({}, SMALL_DRIVING, "now from 2018-06-01", id="a small driving offense"),
        pytest.param({}, misdemeanor("2025-01-01", expunged_on="2025-06-01"), "now from 2018-06-01",
                     id="what was expunged does not count"),
        pytest.param(misdemeanor("2026-11-01", statute="272:48"),
                     misdemeanor("2020-01-01", statute="272:48"), "later from 2029-11-01",
                     id="it was not the first"),
    ],
)  # fmt: skip
def test_an_employer_and_another_conviction(charge, other, expected):
    assert ask(EMPLOYER, charge, other) == expected


@pytest.mark.parametrize(("as_of", "years"), [("2018-10-12", "2021"), ("2018-10-13", "2019")])
def test_five_years_before_the_act_of_2018(as_of, years):
    found = ask(EMPLOYER, misdemeanor("2016-06-01"), as_of=as_of)
    assert found == f"later from {years}-06-01"
