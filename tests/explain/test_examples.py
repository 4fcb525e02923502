"""The made-up people of ``examples/``: what each is told, worked out by hand from the law."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from homeward.explain import explain

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.json"))
NEVER, ALWAYS = "never", "always"
DONE = "charge.disposition_completed_on"
PAID = "charge.obligations_satisfied_on"


def record_of(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def told(name, question, charge):
    """The question's answer for a charge of an example, as plain data."""
    answers = explain(record_of(name), questions=[question]).as_dict()["answers"]
    (answer,) = [
        one
        for one in answers
        if one["rule"] == "*" and one["question"] == question
        and charge in (f"{one['subject'].get('case_id')}/{one['subject']['id']}", "*")
    ]  # fmt: skip
    return answer


MURDER, POSSESSION = "15-CR-0001/1", "19-CR-0222/1"

# name, charge, question, status, soonest, latest
ANSWERS = [
    # Ten years from 15 June 2015, in custody since: 85 percent of 120 months is 102 months, eight
    # years and six months (558.019.3). The department may reckon in days: three days either way.
    pytest.param("ten-years", MURDER, "release.minimum_prison_term", "now", "2023-12-15",
                 id="85 percent of ten years for murder is reached on 15 December 2023"),
    pytest.param("ten-years", MURDER, "release.term_end", "now", "2025-06-15",
                 id="ten years from 15 June 2015 are over on 15 June 2025"),
    pytest.param("ten-years", MURDER, "release.conditional", "never", NEVER,
                 id="no conditional release from a term for a dangerous felony (558.011.4)"),
    pytest.param("ten-years", MURDER, "clear", "never", NEVER,
                 id="murder in the second degree is never cleared (610.140.3)"),
    pytest.param("ten-years", MURDER, "closed", "never", NEVER,
                 id="a conviction is not closed without a petition (610.105)"),
    # The felonies wait three years from the last finding of guilt, of 3 June 2013 (610.140.6(2)):
    # their own sentences were done in 2008 and 2011. The misdemeanors wait one year from it.
    pytest.param("choose", "04-CR-0310/1", "clear", "now", "2016-06-03",
                 id="the first felony: three years after the last finding of guilt"),
    pytest.param("choose", "07-CR-0112/1", "clear", "now", "2016-06-03",
                 id="the second felony: three years after the last finding of guilt"),
    pytest.param("choose", "05-CR-0099/1", "clear", "now", "2014-06-03",
                 id="property damage: one year after the last finding of guilt"),
    pytest.param("choose", "09-CR-0777/1", "clear", "now", "2014-06-03",
                 id="peace disturbance: one year after the last finding of guilt"),
    pytest.param("choose", "11-CR-0208/1", "clear", "now", "2014-06-03",
                 id="trespass: one year after the last finding of guilt"),
    # The last one's own sentence was done on 3 June 2015, and it waits a year from that.
    pytest.param("choose", "13-CR-0455/1", "clear", "now", "2016-06-03",
                 id="the last misdemeanor: one year after its own sentence was done"),
    # 2024-CR-0031: done and paid on 1 June 2025, one year (610.140.6(1)).
    pytest.param("missing-dates", "24-CR-0031/1", "clear", "now", "2026-06-01",
                 id="with every date there is a day"),
    # A suspended imposition is no conviction: closed when the case is over (610.105.1), which is
    # the end of probation; and three years after that a petition for a felony is open.
    pytest.param("already-closed", POSSESSION, "closed", "now", "2022-09-09",
                 id="a suspended imposition closed with the end of probation"),
    pytest.param("already-closed", POSSESSION, "clear.610_140", "now", "2025-09-09",
                 id="and can be asked for three years later"),
    # The same person in three homes. Federal law sets no limit in time for convictions
    # (1681c(a)(5)); Missouri sets none, and no city of it may (441.043.2).
    pytest.param("us-mo-private", MURDER, "federal_report_barred", "never", NEVER,
                 id="a report may show a conviction of any age, by federal law"),
    pytest.param("us-mo-private", MURDER, "state_report_barred", "never", NEVER,
                 id="and by the law of Missouri, as long as it is not expunged"),
    pytest.param("us-mo-private", MURDER, "landlord_use_barred", "never", NEVER,
                 id="a private landlord in Missouri may use it, however old it is"),
    pytest.param("us-mo-private", MURDER, "notice_due", "now", "2026-11-16",
                 id="the refusal of 16 November rested on a report: a notice is due (1681m(a))"),
    # Lifetime registration, methamphetamine made on the premises, an eviction over drugs: none.
    pytest.param("us-mo-voucher", MURDER, "mandatory_assisted_bar_lifted", "now", ALWAYS,
                 id="no federal rule makes the agency refuse a voucher over it (13661, 13663)"),
    pytest.param("us-mo-voucher", MURDER, "landlord_use_barred", "never", NEVER,
                 id="a voucher does not change what a landlord in Missouri may use"),
    pytest.param("us-nj-private", MURDER, "landlord_use_barred", "never", NEVER,
                 id="murder is on New Jersey's list of what counts for ever (46:8-56)"),
    pytest.param("us-nj-private", MURDER, "may_inquire", "now", "2026-11-20",
                 id="in New Jersey a landlord may ask from the conditional offer on (46:8-55)"),
]  # fmt: skip


def test_the_three_homes_are_asked_about_by_the_same_person():
    person, cases = (record_of("ten-years")[part] for part in ("person", "cases"))
    homes = [record_of(name) for name in ("us-mo-private", "us-mo-voucher", "us-nj-private")]
    assert [home["person"] for home in homes] == [person] * 3
    assert [home["cases"] for home in homes] == [cases] * 3


@pytest.mark.parametrize(("name", "charge", "question", "status", "day"), ANSWERS)
def test_a_settled_answer(name, charge, question, status, day):
    answer = told(name, question, charge)
    assert (answer["status"], answer["soonest"], answer["latest"]) == (status, day, day)


def test_the_minimum_term_agrees_with_a_reckoning_in_days():
    """85 percent of the true span of ten years, rounded up: within three days (558.019.3)."""
    starts, ends = date(2015, 6, 15), date(2025, 6, 15)
    by_days = starts + timedelta(days=-(-(ends - starts).days * 85 // 100))
    answer = told("ten-years", "release.minimum_prison_term", MURDER)
    assert abs(date.fromisoformat(answer["soonest"]) - by_days) <= timedelta(days=3)


def test_murder_is_excluded_on_three_grounds_each_with_its_subsection():
    answers = explain(record_of("ten-years"), questions=["clear.610_140"]).as_dict()["answers"]
    (petition,) = [one for one in answers if one["rule"] == "us-mo/expungement"]
    grounds = [one["cite"] for one in petition["conditions"] if one["soonest"] == NEVER]
    assert grounds == ["RSMo 610.140.3(1)", "RSMo 610.140.3(2)", "RSMo 610.140.3(4)"]


# Bounds, where a date is missing. The wait of a felony is three years and of a misdemeanor one,
# from the end of the sentence, which cannot lie before the finding of 10 May 2018. Another finding
# of guilt, of 1 June 2024, starts the same years anew: that is the later of the two.
BOUNDS = [
    pytest.param("17-CR-0900/1", "2027-06-01", {DONE, PAID},
                 id="a felony whose end and payments are not known: not before 1 June 2027"),
    pytest.param("17-CR-0900/2", "2025-06-01", {DONE},
                 id="a misdemeanor whose end is not known: not before 1 June 2025"),
]  # fmt: skip


@pytest.mark.parametrize(("charge", "soonest", "missing"), BOUNDS)
def test_a_missing_date_leaves_bounds_that_say_something(charge, soonest, missing):
    answer = told("missing-dates", "clear", charge)
    assert answer["status"] == "unknown"
    assert (answer["soonest"], answer["latest"]) == (soonest, NEVER)
    assert set(answer["missing"]) == missing


@pytest.mark.parametrize(
    ("charge", "facts", "day"),
    [
        # sentence done on 30 June 2021, paid before: the other finding still decides
        ("17-CR-0900/1", {DONE: "2021-06-30", PAID: "2021-06-30"}, "2027-06-01"),
        # sentence done on 30 June 2025: three years from that come later
        ("17-CR-0900/1", {DONE: "2025-06-30", PAID: "2021-06-30"}, "2028-06-30"),
        ("17-CR-0900/2", {DONE: "2019-05-10"}, "2025-06-01"),
        ("17-CR-0900/2", {DONE: "2024-12-01"}, "2025-12-01"),
    ],
)
def test_the_missing_dates_settle_it_inside_the_bounds(charge, facts, day):
    record = record_of("missing-dates")
    case, _, number = charge.partition("/")
    (found,) = [c for c in record["cases"] if c["case_id"] == case]
    (mine,) = [c for c in found["charges"] if c["charge_id"] == number]
    mine |= {name.removeprefix("charge."): value for name, value in facts.items()}
    answers = explain(record, questions=["clear"]).as_dict()["answers"]
    (answer,) = [
        one for one in answers
        if (one["rule"], one["question"]) == ("*", "clear")
        and one["subject"] == {"kind": "charge", "id": number, "case_id": case}
    ]  # fmt: skip
    assert (answer["soonest"], answer["latest"]) == (day, day)


def test_whoever_has_more_charges_than_places_gets_the_plan_that_clears_the_most():
    """Two felonies and three misdemeanors in a lifetime (610.140.13)."""
    (plan,) = explain(record_of("choose")).plans
    assert plan["places_left_before"] == {"felony": 2, "misdemeanor": 3}
    assert plan["places_left_after"] == {"felony": 0, "misdemeanor": 0}
    asked = {one["case_id"] for one in plan["ask_for"]}
    left = {one["case_id"] for one in plan["leave"]}
    assert {"04-CR-0310", "07-CR-0112"} < asked
    assert len(asked) == 5
    assert asked | left == {case["case_id"] for case in record_of("choose")["cases"]}
    assert not asked & left


def test_the_lifetime_limit_says_no_to_all_of_them_together():
    answer = told("choose", "limit.610_140", "*")
    assert answer["status"] == "never"


def test_the_file_of_four_people_holds_the_four_examples():
    lines = (EXAMPLES / "four-people.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        record_of(name) for name in ("ten-years", "choose", "missing-dates", "already-closed")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_example_names_a_day_and_nobody_real(name):
    record = record_of(name)
    assert record["as_of"] == "2026-11-23"
    assert record["person"]["person_id"].startswith("invented-")
