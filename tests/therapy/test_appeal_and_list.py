"""Deadlines and lists: both sides of a line, and what cannot be answered."""

from datetime import date, timedelta

import pytest

from homeward.facts import RecordError
from homeward.therapy import appeal, waiting_list
from homeward.when import add_business_days

WARDEN = {"system": "us-bop", "step": "warden answers, emergency"}
NURSE = {"system": "us-ca", "step": "grievance triaged by a nurse or above"}


@pytest.mark.parametrize(
    ("line", "due_on"),
    [
        pytest.param(WARDEN | {"starts_on": "2028-02-27"}, "2028-03-01", id="over a leap day"),
        pytest.param(WARDEN | {"starts_on": "2027-02-27"}, "2027-03-02", id="without one"),
        pytest.param(
            NURSE | {"starts_on": "2026-11-25", "holidays": ["2026-11-26", "2026-11-27"]},
            "2026-11-30",
            id="past two holidays and a weekend",
        ),
        pytest.param(
            NURSE | {"starts_on": "2026-11-25", "holidays": []}, "2026-11-26", id="no holiday"
        ),
    ],
)
def test_the_last_day_of_a_step(line, due_on):
    assert appeal.due(line, "test")["due_on"] == due_on


@pytest.mark.parametrize(
    ("step", "soonest", "latest"),
    [
        # From Wednesday, 25 November 2026: Thursday; two more weekdays make it Monday.
        (NURSE["step"], "2026-11-26", "2026-11-30"),
        ("expedited health care grievance answered", "2026-12-02", "2026-12-04"),
        # 45 weekdays are nine weeks, 60 are twelve; six more are a week and a day.
        ("health care grievance answered, from receipt", "2027-01-27", "2027-02-04"),
        ("headquarters appeal answered, from receipt", "2027-02-17", "2027-02-25"),
    ],
)
def test_business_days_without_the_holidays_are_told_from_the_soonest_to_the_latest(
    step, soonest, latest
):
    found = appeal.due({"system": "us-ca", "step": step, "starts_on": "2026-11-25"}, "test")
    assert (found["due_on"], found["not_before"], found["not_after"]) == (None, soonest, latest)
    said = f"by {soonest} at the soonest, {latest} at the latest, as the holidays are not given"
    assert said in appeal.as_text(found)


@pytest.mark.parametrize(
    ("step", "holidays", "soonest", "latest"),
    [
        # 15 calendar days from Friday, 6 November; 15 weekdays are three weeks; three holidays more
        ("informal resolution request, from the event", None, "2026-11-21", "2026-12-02"),
        ("informal resolution request, from the event", [], "2026-11-21", "2026-11-27"),
        ("grievance, from the answer to the informal request", ["2026-11-11"], "2026-11-13",
         "2026-11-18"),
        ("grievance appeal, from the answer to the grievance", None, "2026-11-13", "2026-11-19"),
    ],
)  # fmt: skip
def test_missouri_counts_from_calendar_to_working_days_as_it_is_not_settled(
    step, holidays, soonest, latest
):
    line = {"system": "us-mo", "step": step, "starts_on": "2026-11-06", "holidays": holidays,
            "unavailable_because": "in a coma"}  # fmt: skip
    found = appeal.due(line, "test")
    assert (found["due_on"], found["not_before"], found["not_after"]) == (None, soonest, latest)
    said = appeal.as_text(found)
    assert "not settled if calendar or working days are meant; act by the soonest" in said
    assert "in a coma" in said


def nth(year, month, weekday, number):
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))


def californias(year):
    """The days that the comment in appeals.toml names; a weekend's moves to the next weekday."""
    fixed = [date(year, *day) for day in ((1, 1), (3, 31), (7, 4), (11, 11), (12, 25))]
    moved = {day + timedelta({5: -1, 6: 1}.get(day.weekday(), 0)) for day in fixed}
    thanks = nth(year, 11, 3, 4)
    memorial = nth(year, 6, 0, 1) - timedelta(7)
    return moved | {nth(year, 1, 0, 3), nth(year, 2, 0, 3), memorial, nth(year, 9, 0, 1), thanks,
                    thanks + timedelta(1)}  # fmt: skip


@pytest.mark.parametrize(
    "step", [own["step"] for own in appeal.steps().values() if own.get("business") is True]
)
def test_no_more_holidays_fall_into_a_step_than_it_says_and_sometimes_as_many(step):
    days = sorted(set().union(*map(californias, range(2024, 2041))))
    listed = [str(day) for day in days]
    own = appeal.steps()["us-ca", step]
    most = 0
    for start in (date(2024, 9, 1) + timedelta(n) for n in range(365 * 15)):
        end = add_business_days(start, own["days"], holidays=frozenset(days))
        most = max(most, sum(start < day <= end for day in days))
    assert most == own["holidays_most"]
    line = {"system": "us-ca", "step": step, "starts_on": "2026-11-25", "holidays": listed}
    exact = appeal.due(line, "test")["due_on"]
    bounds = appeal.due(line | {"holidays": None}, "test")
    assert bounds["not_before"] <= exact <= bounds["not_after"]


def test_a_step_that_could_not_be_used_says_so():
    line = WARDEN | {"starts_on": "2026-01-01", "unavailable_because": "in a coma"}
    found = appeal.due(line, "test")
    assert found["due_on"] == "2026-01-04"
    assert "in a coma" in found["says"]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (WARDEN, "starts_on"),
        (NURSE | {"starts_on": "2026-11-25", "holidays": "none"}, "holidays"),
        (NURSE | {"starts_on": "2026-11-25", "holidays": ["Friday"]}, "holidays"),
        (WARDEN | {"step": "x"}, "step"),
        ({"system": "us-zz"}, "system"),
        ([], ""),
    ],
)
def test_a_step_that_cannot_be_counted_names_the_field(line, field):
    with pytest.raises(RecordError) as refused:
        appeal.due(line, "test")
    assert refused.value.problems[0].field == field


@pytest.mark.parametrize(
    ("release_on", "status"), [("2026-01-11", "started"), ("2026-01-10", "never")]
)
def test_must_finish_bars_who_leaves_the_day_before_the_end(release_on, status):
    policy = {"kind": "rolling", "seats": 1, "course_days": 10, "order": "first come"}
    person = {"id": "a", "joined_on": "2026-01-01", "urgency": 1, "release_on": release_on}
    line = {"first_day": "2026-01-01", "last_day": "2026-02-01", "people": [person]}
    found = waiting_list.answer(line | {"policy": policy | {"must_finish": True}}, "test")
    assert found["people"][0]["status"] == status


def test_a_list_without_a_policy_names_what_is_missing():
    with pytest.raises(RecordError, match="policy"):
        waiting_list.answer({"people": []}, "test")
