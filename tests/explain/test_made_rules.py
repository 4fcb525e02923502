"""Rights that end again, limbs with their own outcome, duties of others: rules made up for it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from homeward import law
from homeward.explain.explanation import Explanation
from homeward.explain.next_steps import next_steps
from homeward.explain.session import Session
from homeward.rules import (
    all_of,
    any_of,
    charge,
    choose,
    first_match,
    holds_if,
    limb,
    number,
    opposite,
    reading,
    since,
)
from homeward.rules.rule import Step
from tests.rules.bench import a_body, record

DECIDED, DONE = charge("disposition_date"), charge("disposition_completed_on")
FELONY = charge("severity").is_in("felony")


@pytest.fixture
def body(monkeypatch):
    """A place whose rules a test enters itself."""
    made = a_body()
    monkeypatch.setattr(law, "body", lambda name, _=(): made if name == made.id else None)
    return made


def enter(body, name, tree, **about):
    said = {
        "question": f"{name}.q", "subject": "charge", "cite": "Code 1", "since": "2000-01-01",
        "title": name, "holds": f"{name} holds",
    }  # fmt: skip
    body.rule(name, **{**said, **about})(lambda: tree)


def ask(as_of, **facts):
    """The answers about one charge: each rule's own, and the one of all rules together."""
    session = Session(date.fromisoformat(as_of))
    answers = session.answers(record(facts), laws=["us-zz"])
    return [a for a in answers if a.rule != "*"], [a for a in answers if a.rule == "*"]


# --- a right that also ends -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "facts", "status", "holds_today", "missing"),
    [
        pytest.param("2020-12-31", {}, "later", "no", [], id="the day before it opens"),
        pytest.param("2021-01-01", {}, "now", "yes", [], id="the day on which it opens"),
        pytest.param("2022-12-31", {}, "now", "yes", [], id="the last day"),
        pytest.param("2023-01-01", {}, "never", "no", [], id="the day on which it closes"),
        pytest.param(
            "2022-12-31",
            {"disposition_completed_on": None},
            "unknown",
            "unknown",
            ["charge.disposition_completed_on"],
            id="open, but perhaps closed already",
        ),
        pytest.param(
            "2020-12-31",
            {"disposition_completed_on": None},
            "unknown",
            "no",
            ["charge.disposition_completed_on"],
            id="not open yet, and perhaps closed by then",
        ),
        pytest.param(
            "2020-12-31",
            {"disposition_completed_on": "2018-06-01"},
            "never",
            "no",
            [],
            id="it closes before it opens",
        ),
    ],
)
def test_a_right_that_ends(body, as_of, facts, status, holds_today, missing):
    opens = since(DECIDED, number(1), "years")
    enter(body, "window", opens, closes=lambda: since(DONE, number(2), "years"))
    given = {"disposition_date": "2020-01-01", "disposition_completed_on": "2021-01-01", **facts}
    (own,), (whole,) = ask(as_of, **given)
    assert (own.status, own.holds_today, own.missing) == (status, holds_today, missing)
    assert (whole.status, whole.closes) == (own.status, own.closes)


def test_the_end_of_a_right_is_in_both_forms_of_json(body):
    enter(body, "window", DECIDED, steps=(Step("file form 7", "Code 1"),),
          closes=lambda: since(DONE, number(2), "years"))  # fmt: skip
    day = date(2022, 1, 1)
    for done, expected, by in (
        ("2021-01-01", ("2023-01-01", "2023-01-01"), "2023-01-01"),
        (None, ("always", "never"), None),
    ):
        found = record({"disposition_date": "2020-01-01", "disposition_completed_on": done})
        answers = Session(day).answers(found, laws=["us-zz"])
        told = Explanation(found, day, answers, [], [], law.vocabulary())
        assert json.loads(told.as_line()) == told.as_dict()
        for answer in told.as_dict()["answers"]:
            assert (answer["closes"], answer["closes_latest"]) == expected
        steps = {step["do"]: step["by"] for step in told.next_steps}
        assert steps.get("file form 7") == by


def test_a_right_that_has_closed_says_so(body):
    enter(body, "window", DECIDED, closes=lambda: DONE)
    (own,), _ = ask(
        "2022-01-01", disposition_date="2020-01-01", disposition_completed_on="2021-01-01"
    )
    assert own.because == "No: this way was open until 1 January 2021."
    (own,), _ = ask(
        "2019-01-01", disposition_date="2020-01-01", disposition_completed_on="2019-06-01"
    )
    assert own.because == "No: this way closes before it opens, on 1 June 2019."


def test_the_end_of_the_law_and_the_end_that_it_sets_count_the_earlier(body):
    enter(body, "window", DECIDED, until="2022-06-01", closes=lambda: DONE)
    (own,), _ = ask(
        "2022-01-01", disposition_date="2020-01-01", disposition_completed_on="2030-01-01"
    )
    assert own.closes == (date(2022, 6, 1), date(2022, 6, 1))
    (own,), _ = ask("2022-01-01", disposition_date="2020-01-01")
    assert own.closes == (date(1800, 1, 1), date(2022, 6, 1))
    assert (own.status, own.missing) == ("unknown", ["charge.disposition_completed_on"])


# --- limbs ------------------------------------------------------------------------------------

AUTOMATIC = limb(since(DECIDED, number(5), "years"), how="automatic", standard="shall")
BY_JUDGE = limb(DONE, how="judge", effect="dismissed")


@pytest.mark.parametrize(
    ("tree", "facts", "brings"),
    [
        pytest.param(any_of(AUTOMATIC, BY_JUDGE), {"disposition_completed_on": "2021-01-01"},
                     ("judge", "may", "dismissed"), id="the judge is sooner"),
        pytest.param(any_of(AUTOMATIC, BY_JUDGE), {"disposition_completed_on": "2026-01-01"},
                     ("automatic", "shall", "sealed"), id="the state is sooner"),
        pytest.param(any_of(AUTOMATIC, DONE), {"disposition_completed_on": "2021-01-01"},
                     ("petition", "may", "sealed"), id="a way without a word of its own"),
        pytest.param(all_of(holds_if(FELONY), AUTOMATIC), {"severity": "felony"},
                     ("automatic", "shall", "sealed"), id="a limb under a condition"),
        pytest.param(first_match((FELONY, BY_JUDGE), otherwise=AUTOMATIC), {"severity": "felony"},
                     ("judge", "may", "dismissed"), id="the branch that fits"),
        pytest.param(first_match((opposite(FELONY), AUTOMATIC), otherwise=BY_JUDGE),
                     {"severity": "felony", "disposition_completed_on": "2030-01-01"},
                     ("judge", "may", "dismissed"), id="not the sooner branch, but the one taken"),
        pytest.param(choose(charge("severity"), {"felony": BY_JUDGE}, AUTOMATIC),
                     {"severity": "infraction"}, ("automatic", "shall", "sealed"),
                     id="the branch of a code"),
        pytest.param(reading("way", "?", default="one", other=AUTOMATIC, one=BY_JUDGE), {},
                     ("judge", "may", "dismissed"), id="the reading that is taken"),
    ],
)  # fmt: skip
def test_an_answer_brings_what_its_limb_brings(body, tree, facts, brings):
    enter(body, "two-ways", tree, how="petition", standard="may", effect="sealed")
    (own,), (whole,) = ask("2027-01-01", disposition_date="2020-01-01", **facts)
    assert own.brings == whole.brings == brings


# --- duties -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "steps"),
    [
        pytest.param(
            {"disposition_date": "2026-01-01"}, [("court", "2026-03-02")], id="a deadline"
        ),
        pytest.param({}, [("court", None)], id="a deadline that is not known"),
    ],
)
def test_a_duty_of_another_is_a_step_with_its_day(body, facts, steps):
    due = since(DECIDED, number(60), "days")
    enter(body, "decision-due", due, holds="the court must have decided", owed_by="court")
    own, _ = ask("2026-01-02", **facts)
    found = [step for step in next_steps(own, law.vocabulary()) if step["who"] != "you"]
    assert [(step["who"], step["by"]) for step in found] == steps
    assert all(step["do"] == "the court must have decided" for step in found)


def test_a_duty_that_nobody_owes_is_no_step(body):
    enter(body, "decision-due", holds_if(FELONY), owed_by="court")
    own, _ = ask("2026-01-02", severity="infraction")
    assert next_steps(own, law.vocabulary()) == []


# --- several rules of one question ----------------------------------------------------------


def test_a_question_that_one_rule_settles_is_told_as_settled(body):
    """Another rule, not known, may have settled it sooner; it cannot take it back."""
    enter(body, "unsure", since(DONE, number(1), "years"), question="shared.q")
    enter(body, "sure", since(DECIDED, number(1), "years"), question="shared.q")
    given = {"disposition_date": "2020-01-01", "disposition_completed_on": None}
    _, (whole,) = ask("2022-01-01", **given)
    assert (whole.status, whole.when[1]) == ("now", date(2021, 1, 1))
    assert whole.because.endswith("since 1 January 2021 at the latest.")
