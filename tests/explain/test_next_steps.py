"""What to do next: what is open, what will be, what to find out; each once, with its law."""

import pytest

from homeward.explain import explain
from tests.explain.people import example


def steps(name, **changes):
    return explain({**example(name), **changes}).next_steps


@pytest.mark.parametrize("name", ["already-closed", "choose", "missing-dates", "ten-years"])
def test_every_step_is_said_once_and_has_its_law(name):
    found = steps(name)
    assert found
    assert all(step["cite"] and step["who"] for step in found)
    assert len({(step["who"], step["do"]) for step in found}) == len(found)


def test_whoever_may_file_is_told_to_file_and_what_the_court_does():
    found = steps("already-closed")
    (filing,) = [step for step in found if step["do"].startswith("File a petition")]
    assert filing["who"] == "you"
    assert "610.140" in filing["cite"]
    assert any(step["who"] == "court" for step in found)


def test_whoever_may_file_later_is_told_from_when_and_for_which_charge():
    """A felony done on 9 September 2022 waits three years."""
    found = steps("already-closed", as_of="2025-09-08")
    (filing,) = [step for step in found if "File a petition" in step["do"]]
    assert filing["do"].startswith("From 9 September 2025, for 19-CR-0222/1: File a petition")


def test_whoever_may_never_file_is_not_told_to():
    assert not [step for step in steps("ten-years") if "petition" in step["do"]]


def test_a_missing_fact_is_something_to_find_out():
    found = [step["do"] for step in steps("missing-dates")]
    assert (
        "Find out, and add to the record as charge.disposition_completed_on: On which day was "
        "the whole sentence done, parole or probation with it?" in found
    )


def test_the_fact_that_most_answers_turn_on_is_asked_first():
    asked = [step["do"] for step in steps("missing-dates") if step["do"].startswith("Find out")]
    turns = {}
    for answer in explain(example("missing-dates")).answers:
        if answer.rule != "*" and answer.status == "unknown":
            for name in answer.missing:
                turns[name.partition("@")[0]] = turns.get(name.partition("@")[0], 0) + 1
    counts = [turns[next(name for name in turns if f"as {name}:" in text)] for text in asked]
    assert counts == sorted(counts, reverse=True)


def test_what_is_known_is_not_asked():
    assert not [s for s in steps("already-closed") if "obligations_satisfied_on" in s["do"]]
