"""The look at one's own case that a landlord owes, and the last days around a refusal.

The days were counted by hand. 23 November 2026 is a Monday.
"""

import pytest

from homeward.explain import explain
from tests.law.us.homes import a_record, ask

LOOK = "assessment_due"
OWED = "later unknown: the landlord’s decision"
EVERYWHERE = ["us-nj", "us-ny-nyc", "us-il-cook", "us-dc", "us-or", "us-or-portland"]
REFUSED = {"decision": "denied", "decision_date": "2026-11-23"}


@pytest.mark.parametrize("place", EVERYWHERE)
@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, OWED, id="owed before any refusal"),
        pytest.param(REFUSED, "now from 2026-11-23", id="refused today: by then"),
        pytest.param({**REFUSED, "decision": "withdrawn", "decision_date": "2026-11-24"},
                     "later from 2026-11-24", id="the offer will be taken back tomorrow"),
        pytest.param({"decision": "denied"}, "unknown unknown: tenancy.decision_date",
                     id="the day of the refusal is not known"),
        pytest.param({"decision": "approved", "decision_date": "2026-11-20"}, "not_applicable",
                     id="not refused"),
        pytest.param({"jurisdiction": "us-wy"}, "not_applicable", id="a home elsewhere"),
    ],
)  # fmt: skip
def test_a_look_at_the_persons_own_case(place, home, expected):
    assert ask(LOOK, place, home=home, law_of=place) == expected


@pytest.mark.parametrize("decided", [{}, REFUSED], ids=["undecided", "refused"])
@pytest.mark.parametrize(("place", "most"), [("us-nj", 4), ("us-ny-nyc", 2), ("us-dc", 3)])
def test_a_small_building_of_the_owner_is_not_reached(place, most, decided):
    small = {"owner_occupied": True, "units": most, **decided}
    holds = "now from 2026-11-23" if decided else OWED
    assert ask(LOOK, place, home=small) == "never"
    assert ask(LOOK, place, home={**small, "units": most + 1}) == holds
    assert ask(LOOK, place, home={**small, "owner_occupied": False}) == holds
    for unknown in ("owner_occupied", "units"):
        assert f"tenancy.{unknown}" in ask(LOOK, place, home={**small, unknown: ...})


@pytest.mark.parametrize("decided", [{}, REFUSED], ids=["undecided", "refused"])
@pytest.mark.parametrize("path", ["individualized", "landlord_choice", "inclusive", ...])
def test_in_minneapolis_only_of_a_landlord_with_criteria_of_its_own(path, decided):
    told = ask(LOOK, "us-mn-minneapolis", home={"path": path, **decided})
    if path == "inclusive":
        assert told == "never"
    elif path is ...:
        assert "tenancy.path" in told
    else:
        assert told == ("now from 2026-11-23" if decided else OWED)


def denied(on):
    return {"decision": "denied", "decision_date": on}


# question, place, the event, the day whose last day is 23 November 2026, the next such day
LAST_DAYS = [
    ("records_request_by", "us-nj", denied, "2026-10-24", "2026-10-25"),
    ("records_request_by", "us-dc", denied, "2026-11-03", "2026-11-04"),
    ("records_due", "us-nj", "records_requested_on", "2026-11-13", "2026-11-14"),
    ("records_due", "us-dc", "records_requested_on", "2026-11-13", "2026-11-14"),
    ("report_copy_due", "us-il-cook", "check_received_on", "2026-11-16", "2026-11-17"),
    ("answer_by", "us-il-cook", "copy_received_on", "2026-11-16", "2026-11-17"),
    ("answer_by", "us-ny-nyc", "copy_received_on", "2026-11-16", "2026-11-17"),
    ("answer_by", "us-md-montgomery", "copy_received_on", "2026-11-16", "2026-11-17"),
    ("decision_due", "us-il-cook", "answered_on", "2026-11-18", "2026-11-19"),
    ("appeal_by", "us-or-portland", denied, "2026-10-24", "2026-10-25"),
    ("complaint_by", "us-il-cook", denied, "2026-05-27", "2026-05-28"),
    ("complaint_by", "us-dc", denied, "2025-11-23", "2025-11-24"),
]


@pytest.mark.parametrize(
    ("question", "place", "event", "today", "tomorrow"),
    LAST_DAYS,
    ids=[f"{question} in {place}" for question, place, *_ in LAST_DAYS],
)
def test_the_last_day_and_the_day_before_it(question, place, event, today, tomorrow):
    def home(day):
        return event(day) if callable(event) else {event: day}

    assert ask(question, place, home=home(today)) == "now from 2026-11-23"
    assert ask(question, place, home=home(tomorrow)) == "later from 2026-11-24"
    assert ask(question, place, home={}) == "not_applicable"
    assert ask(question, place, home={**home(today), "jurisdiction": "us-wy"}) == "not_applicable"
    if callable(event):
        unknown = {"decision": "denied"}
        assert ask(question, place, home=unknown) == "unknown unknown: tenancy.decision_date"
        approved = {**home(today), "decision": "approved"}
        assert ask(question, place, home=approved) == "not_applicable"


@pytest.mark.parametrize(
    ("answered", "expected"),
    [("2026-11-19", "2026-11-24"), ("2026-11-20", "2026-11-25"), ("2026-11-22", "2026-11-25")],
    ids=["on a Thursday", "on a Friday", "on a Sunday"],
)
def test_business_days_leave_out_the_weekend(answered, expected):
    told = ask("decision_due", "us-il-cook", home={"answered_on": answered})
    assert told == f"later from {expected}"


def test_a_year_from_a_leap_day():
    assert ask("complaint_by", "us-dc", home=denied("2024-02-29")) == "now from 2025-03-01"


# --- what a person is told to do next ----------------------------------------------------------


def next_steps(place, as_of, **home):
    told = explain(a_record(place, {}, home=home), as_of=as_of)
    return {(step["who"], step["by"]) for step in told.next_steps if "weighed" in step["do"]
            or step["do"].startswith("Ask the landlord in writing for everything")}  # fmt: skip


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param("2026-11-23", {("landlord", "2026-10-24"), ("you", "2026-11-23")},
                     id="on the last day it is still a step, with its day"),
        pytest.param("2026-11-24", {("landlord", "2026-10-24")}, id="the day after it is none"),
    ],
)  # fmt: skip
def test_a_last_day_of_ones_own_is_a_step_with_its_day_until_it_is_over(as_of, expected):
    assert next_steps("us-nj", as_of, decision="withdrawn", decision_date="2026-10-24") == expected


def test_before_a_decision_the_look_is_a_step_of_the_landlord_without_a_day():
    assert next_steps("us-il-cook", "2026-11-23") == {("landlord", None)}
