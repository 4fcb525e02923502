"""Named readings: bodies of law of their own that are asked by their name and never otherwise."""

import json
from datetime import date

import pytest

from homeward import law
from homeward.explain import explain
from homeward.facts import RecordError
from homeward.law.certainty import doubts
from homeward.law.index import law_index
from homeward.law.pages import law_page
from homeward.screen.problem import WishError
from homeward.screen.wish import check_laws
from tests.cli.commands import homeward

READINGS = [body_id for body_id in law.body_ids() if law.is_reading(body_id)]
DAY = date(2026, 11, 23)


def record(place, **more):
    charge = {"charge_id": "1", "severity": "misdemeanor", "disposition": "dismissed",
              "disposition_date": "2010-05-03", "statute": "18.2-119"}  # fmt: skip
    return {"person": {}, "cases": [{"case_id": "c", "jurisdiction": place, "charges": [charge]}],
            **more}  # fmt: skip


def rules_asked(told):
    return {answer.rule.partition("/")[0] for answer in told.answers if answer.rule != "*"}


def test_there_are_some():
    assert READINGS


@pytest.mark.parametrize("reading", READINGS)
def test_it_is_not_asked_of_a_record_of_its_place(reading):
    place = law.body(reading).place
    assert reading not in rules_asked(explain(record(place), as_of=DAY))


@pytest.mark.parametrize("reading", READINGS)
def test_it_is_asked_by_its_name_alone(reading):
    place = law.body(reading).place
    told = explain(record(place), as_of=DAY, laws=[reading])
    assert rules_asked(told) == {reading}
    assert any(note.startswith(f"{reading} is a reading") for note in told.notes)
    assert rules_asked(explain(record(place, law=reading), as_of=DAY)) == {reading}


@pytest.mark.parametrize("reading", READINGS)
def test_it_is_not_asked_beside_another_law(reading):
    place = law.body(reading).place
    with pytest.raises(RecordError, match="ask it alone"):
        explain(record(place), as_of=DAY, laws=[place, reading])
    with pytest.raises(WishError, match="ask it alone"):
        check_laws([reading, "us-mo"])


@pytest.mark.parametrize("reading", READINGS)
def test_it_is_no_place_where_a_case_is_brought(reading):
    told = explain(record(reading), as_of=DAY)
    assert told.answers == []
    assert any(f"no rules for {reading}" in note for note in told.notes)


@pytest.mark.parametrize("reading", READINGS)
def test_it_has_its_pages(reading):
    assert reading in law_index(DAY)
    assert law_page(reading, DAY)


@pytest.mark.parametrize("reading", READINGS)
def test_it_is_screened_by_its_name(reading, tmp_path):
    file = tmp_path / "records.jsonl"
    file.write_text(json.dumps(record(law.body(reading).place)) + "\n", encoding="utf-8")
    done = homeward("screen", file, "--out", tmp_path / "out", "--law", reading, "--as-of", DAY)
    assert done.exit_code == 0, done.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert list(report["law"]) == [reading]


def test_a_condition_is_no_surer_than_its_rule():
    """The analysis team's reading is of medium certainty as a whole, in each of its conditions."""
    found = next(doubt for doubt in doubts(law.body("us-va@va-lajc"), DAY)
                 if doubt.what == "conditions")  # fmt: skip
    assert (found.all, found.medium) == (3, 3)
