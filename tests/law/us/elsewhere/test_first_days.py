"""The first day of every rule on reports, renting and survivors: none the day before, there on it.

The days are those of the acts, as the digest of the law or the act itself gives them. Where only
the year, or nothing, was found, the page of open questions of the place says so.
"""

from datetime import date, timedelta

import pytest

from homeward import law
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.rules.amounts import Parameter
from homeward.when import FIRST
from tests.law.us.homes import TODAY, ask
from tests.mutation.readers import readings

QUESTIONS = {
    "federal_report_barred", "state_report_barred", "landlord_use_barred", "may_inquire",
    "notice_due", "denial_reasons_due_by", "dispute_result_due", "mandatory_assisted_bar_lifted",
    "denial_prohibited_vawa", "may_apply", "application_complete", "housing", "new_range_years",
    "violent_offender_rule_lifted", "low_term_presumed", "assessment_due", "records_request_by",
    "records_due",
    "report_copy_due", "answer_by", "decision_due", "appeal_by", "complaint_by",
}  # fmt: skip
ENGINES = Engines()

# A report may show a conviction without limit in time since Pub. L. 105-347; older limits of the
# states are asked from that day on.
NO_LIMIT_SINCE = "1998-11-02"
OLDER_LIMITS = [
    "us-co", "us-dc", "us-il", "us-ks", "us-ky", "us-md", "us-mi", "us-mt", "us-nh", "us-nj",
    "us-nm", "us-ny", "us-or", "us-pa", "us-tx", "us-wa",
]  # fmt: skip

# place, first day, rules
FIRST_DAYS = [
    ("us", NO_LIMIT_SINCE, "reports arrest-entry notice notice-of-the-person"),
    ("us", NO_LIMIT_SINCE, "dispute dispute-of-the-person"),
    ("us", "2001-06-25", "assisted-housing assisted-housing-of-the-person"),
    ("us", "2001-06-25", "assisted-notice assisted-notice-to-the-person"),
    ("us", "2013-03-07", "survivors-in-assisted-housing"),
    ("us", "2026-01-23", "trafficking-vacatur trafficking-arrest trafficking-sentence"),
    *[(place, NO_LIMIT_SINCE, "reports") for place in OLDER_LIMITS],
    ("us-ma", NO_LIMIT_SINCE, "report-for-landlords"),
    ("us-ca", "2002-01-01", "reports battering-habeas"),
    ("us-ca", "2020-01-01", "landlords"),
    ("us-ca", "2022-01-01", "abuse-vacatur low-term"),
    ("us-ca", "2024-01-01", "recall"),
    ("us-ca-alameda-county", "2023-01-19", "landlords questions"),
    ("us-ca-berkeley", "2020-04-17", "landlords questions"),
    ("us-ca-oakland", "2020-02-04", "landlords questions"),
    ("us-ca-richmond", "2016-12-20", "landlords"),
    ("us-ca-sf", "2014-08-13", "landlords"),
    ("us-co", "2019-08-02", "landlords questions reasons reasons-to-the-person"),
    ("us-dc", "2017-10-01", "landlords notice notice-to-the-person questions"),
    ("us-dc", "2017-10-01", "assessment assessment-before-the-refusal"),
    ("us-dc", "2017-10-01", "records-request records complaint"),
    ("us-ga", "2025-07-01", "survivor-resentencing survivor-range"),
    ("us-il", "2020-01-01", "landlords"),
    ("us-il", "2024-01-01", "survivor-relief"),
    ("us-il-cook", "2020-01-01", "landlords notice notice-to-the-person questions"),
    ("us-il-cook", "2020-01-01", "assessment assessment-before-the-refusal"),
    ("us-il-cook", "2020-01-01", "copy answer decision complaint"),
    ("us-in", "2013-07-01", "reports"),
    ("us-ky", "1992-07-14", "survivor-parole-rule"),
    ("us-la", "2026-08-01", "survivor-resentencing"),
    ("us-md", "2020-01-01", "landlords"),
    ("us-md-montgomery", "2021-07-30", "landlords notice notice-to-the-person questions"),
    ("us-md-montgomery", "2021-07-30", "answer"),
    ("us-mi-detroit", "2019-08-01", "landlords"),
    ("us-mn", "2010-07-01", "reports"),
    ("us-mn-minneapolis", "2020-12-01", "landlords reasons reasons-to-the-person"),
    ("us-mn-minneapolis", "2020-12-01", "assessment assessment-before-the-refusal"),
    ("us-mn-stpaul", "2021-06-23", "landlords"),
    ("us-mo", "2024-08-01", "landlords kansas-city-screening"),
    ("us-mo", "2025-08-28", "questions"),
    ("us-mo", "2026-08-28", "reports-of-cleared-records"),
    ("us-nj", "2022-01-01", "landlords notice notice-to-the-person questions"),
    ("us-nj", "2022-01-01", "assessment assessment-before-the-refusal records-request records"),
    ("us-nv", "2015-06-09", "reports"),
    ("us-ny", "2019-08-12", "survivor-file survivor-resentencing survivor-range"),
    ("us-ny-nyc", "2025-01-01", "landlords notice notice-to-the-person questions"),
    ("us-ny-nyc", "2025-01-01", "assessment assessment-before-the-refusal answer"),
    ("us-ok", "2024-08-29", "survivor-resentencing survivor-file survivor-range"),
    ("us-or", "2014-01-01", "landlords"),
    ("us-or", "2020-01-01", "reasons reasons-to-the-person"),
    ("us-or", "2020-01-01", "assessment assessment-before-the-refusal"),
    ("us-or-portland", "2020-03-01", "landlords"),
    ("us-or-portland", "2020-03-01", "assessment assessment-before-the-refusal appeal"),
    ("us-pa-philadelphia", "2021-10-13", "landlords reasons reasons-to-the-person"),
    ("us-va", "2026-07-01", "background-check"),
    ("us-wa", "2016-06-09", "notice notice-to-the-person"),
    ("us-wa", "2020-01-01", "landlords questions"),
    ("us-wa-seattle", "2018-02-19", "landlords"),
    ("us-wa-seattle", "2023-03-21", "questions"),
]  # fmt: skip
EACH = [
    pytest.param(place, name, date.fromisoformat(first), id=f"{place}/{name} begins on {first}")
    for place, first, names in FIRST_DAYS
    for name in names.split()
]


def is_law_on(place, name, day):
    """Whether a rule is law on a day, and not only known to be coming."""
    body = law.body(place)
    stretches = Session(day, engines=ENGINES).stretches(body, body.rules[f"{place}/{name}"])
    return any(stretch.starts == FIRST for stretch in stretches)


@pytest.mark.parametrize(("place", "name", "first"), EACH)
def test_a_rule_begins_on_its_first_day(place, name, first):
    assert not is_law_on(place, name, first - timedelta(days=1))
    assert is_law_on(place, name, first)


@pytest.mark.parametrize(("place", "name", "first"), EACH)
def test_every_number_of_a_rule_is_there_from_its_first_day(place, name, first):
    assert is_law_on(place, name, first)
    body = law.body(place)
    rule = body.rules[f"{place}/{name}"]
    for one in readings(body):
        if one.rule is rule and isinstance(one.node, Parameter) and one.node.at is None:
            assert body.parameters[one.node.name].on(max(first, one.since)), one.node.name


def test_every_rule_on_reports_renting_and_survivors_has_its_first_day_here():
    listed = {f"{place}/{name}" for place, _, names in FIRST_DAYS for name in names.split()}
    bodies = [law.body(body_id) for body_id in law.body_ids() if not law.is_reading(body_id)]
    there = {
        rule.name
        for body in bodies
        for rule in body.rules.values()
        if rule.question.partition(".")[0] in QUESTIONS
    }
    assert listed == there


# --- what changed inside a rule, or did not ---------------------------------------------------

CONVICTED = {"disposition_date": "2015-03-10"}
KANSAS_CITY = {"city": "Kansas City"}


@pytest.mark.parametrize(
    ("as_of", "home", "status"),
    [
        pytest.param("2025-08-27", KANSAS_CITY, "now", id="the city's limit, on its last day"),
        pytest.param("2025-08-28", KANSAS_CITY, "never", id="the state ends it (441.043.2)"),
    ],
)
def test_missouri_on_both_sides_of_28_august_2025(as_of, home, status):
    told = ask("landlord_use_barred", "us-mo", CONVICTED, home=home, as_of=as_of)
    assert told.partition(" ")[0] == status


@pytest.mark.parametrize("kind", ["voucher", "public_housing", "project_based"])
@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, "now always", id="nothing that requires a refusal"),
        pytest.param({"federal_drug_eviction_on": "2024-08-15"}, "later from 2027-08-15",
                     id="three years from an eviction over drugs"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("as_of", ["2025-11-24", "2025-11-25", TODAY])
def test_the_letter_of_25_november_2025_moved_no_regulation(kind, home, expected, as_of):
    """HUD took back its notices of 2015 and 2016; 24 CFR 960.204 and 982.553 stand as they were."""
    told = ask("mandatory_assisted_bar_lifted", "us", CONVICTED, home={"kind": kind, **home},
               as_of=as_of)  # fmt: skip
    assert told == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param("2026-08-27", "later from 2026-08-28", id="the day before RSMo 610.143"),
        pytest.param("2026-08-28", "now from 2026-08-28", id="its first day"),
        pytest.param("2026-07-08", "not_applicable", id="the day before the act was signed"),
    ],
)
def test_missouris_law_on_reports_of_cleared_records(as_of, expected):
    cleared = {**CONVICTED, "expunged_on": "2026-03-02"}
    assert ask("state_report_barred", "us-mo", cleared, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("eve", "first"),
    [
        pytest.param("2025-05-11", "2025-05-12", id="the bureau's advice taken back (90 FR 20084)"),
        pytest.param("2025-10-27", "2025-10-28", id="its rule on the states' limits (90 FR 48710)"),
        pytest.param("2026-01-13", "2026-01-14", id="24 CFR 100.500 to be removed (91 FR 1475)"),
    ],
)
@pytest.mark.parametrize(
    ("question", "place", "charge", "home", "expected"),
    [
        pytest.param("federal_report_barred", "us-mo", {"sealed_on": "2024-02-02"}, {},
                     "now from 2024-02-02", id="a sealed record is still wrong in a report"),
        pytest.param("state_report_barred", "us-mt", {"disposition_date": "2015-03-10"}, {},
                     "now from 2022-03-11", id="a limit from before 1996 stands"),
        pytest.param("state_report_barred", "us-tx", {"disposition_date": "2015-03-10"}, {},
                     "unknown not before 2022-03-11: law:us-tx/report.preempted",
                     id="a newer one was open before, and is"),
        pytest.param("mandatory_assisted_bar_lifted", "us-mo", {}, {"kind": "voucher"},
                     "now always", id="no duty to refuse came or went"),
    ],
)  # fmt: skip
def test_guidance_that_came_or_went_moved_no_law(
    question, place, charge, home, expected, eve, first
):
    for as_of in (eve, first):
        told = ask(question, place, {**CONVICTED, **charge}, home=home, as_of=as_of)
        assert told == expected
