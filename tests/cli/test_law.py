"""``homeward law``: what is covered, how sure it is, and the same as JSON."""

import json
from datetime import date

import pytest

from homeward import law
from homeward.law.coverage import coverage, everything
from tests.cli.commands import homeward

DAY = "2026-11-23"


def data(*name, as_of=DAY):
    done = homeward("law", *name, "--as-of", as_of, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_the_list_names_every_body_of_law_and_what_it_answers():
    shown = homeward("law", "--as-of", DAY).stdout
    for body_id in law.body_ids():
        assert f"{body_id} \N{EM DASH} {law.body(body_id).title}" in " ".join(shown.split())
    assert "clear.610_140" in shown


def test_a_named_reading_stands_under_its_place():
    readings = [one for one in everything(date.fromisoformat(DAY)) if one.reading_of]
    shown = " ".join(homeward("law", "--as-of", DAY).stdout.split())
    for one in readings:
        assert shown.index(f"- {one.reading_of} ") < shown.index(f"a reading of it: {one.id} ")


def test_the_data_tells_what_the_text_tells():
    told = data()
    assert (told["homeward"], told["as_of"]) == ("1", DAY)
    assert sorted(one["law"] for one in told["law"]) == sorted(law.body_ids())
    missouri = next(one for one in told["law"] if one["law"] == "us-mo")
    assert missouri["checked_on"] == "2026-11-23"
    assert missouri["reading_of"] is None
    assert "clear.610_140" in missouri["questions"]
    assert "arrest.clean_spell" in missouri["open_questions"]
    for counts in missouri["certainty"].values():
        marks = (counts[mark] for mark in ("certain", "medium", "low", "open"))
        assert counts["all"] == sum(marks)


def test_a_place_lists_its_rules_that_are_law_on_the_day():
    def names(as_of):
        return {rule["rule"] for rule in data("us-mo", as_of=as_of)["law"][0]["rules"]}

    assert "us-mo/automatic" not in names("2026-08-27")
    assert "us-mo/automatic" in names("2026-08-28")


def test_a_rule_lists_its_conditions_with_their_citations():
    rule = data("us-mo/refiling")["rule"]
    assert (rule["question"], rule["cite"]) == ("refile.610_140", "RSMo 610.140.12")
    assert [one["name"] for one in rule["conditions"]] == ["year_since_filing"]
    assert all(one["cite"] for one in rule["conditions"])


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_unknown_name_is_bad_use_with_the_nearest(form):
    done = homeward("law", "us-moo", "--format", form)
    assert done.exit_code == 2
    assert "there is no body of law us-moo; did you mean us-mo?" in done.stderr


@pytest.mark.parametrize(
    ("day", "since", "changes"),
    [
        pytest.param("2026-08-27", "2025-08-28", "2026-08-28", id="the day before RSMo 610.141"),
        pytest.param("2026-08-28", "2026-08-28", "2027-01-01", id="its first day"),
    ],
)
def test_the_version_of_the_law(day, since, changes):
    found = coverage(law.body("us-mo"), date.fromisoformat(day))
    assert (str(found.unchanged_since), str(found.changes_on)) == (since, changes)


@pytest.mark.parametrize(
    ("day", "coming"),
    [
        pytest.param("2026-11-30", "2026-12-01 and 2027-07-01", id="the day before the first"),
        pytest.param("2026-12-01", "2027-07-01", id="on it, the second is left"),
    ],
)
def test_every_day_on_which_a_law_is_known_to_change_is_told(day, coming):
    told = homeward("law", "--as-of", day).stdout
    virginia = " ".join(told.partition("us-va — ")[2].partition("open questions")[0].split())
    assert f"known to change on {coming};" in virginia
