"""Deadlines and lists: both sides of a line, and what cannot be answered."""

import pytest

from homeward.facts import RecordError
from homeward.therapy import appeal, waiting_list

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


def test_a_step_that_could_not_be_used_says_so():
    line = WARDEN | {"starts_on": "2026-01-01", "unavailable_because": "in a coma"}
    found = appeal.due(line, "test")
    assert found["due_on"] == "2026-01-04"
    assert "in a coma" in found["says"]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (WARDEN, "starts_on"),
        (NURSE | {"starts_on": "2026-11-25"}, "holidays"),
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
