"""What holds people back: one condition falls, alone and with others; counted by hand."""

import json

import pytest
from click.testing import CliRunner
from tests.screen.stores import charge, person, write_store

from homeward.cli import main

FELONY = {"severity": "felony", "class": "D", "statute": "570.030"}
PEOPLE = [
    person("open", charge(statute="574.010")),
    # three years are not over: only the wait is in the way
    person("waits", charge(**FELONY, disposition_completed_on="2025-02-28")),
    # the wait is over, money is owed
    person("owes", charge(statute="574.010", obligations_outstanding=True)),
    # both the wait and the money
    person("both", charge(**FELONY, disposition_completed_on="2025-02-28",
                          obligations_outstanding=True)),
    # a class A felony: a bar that no wait ends
    person("barred", charge(statute="565.021", severity="felony", **{"class": "A"})),
    # the end of the sentence is not known: the wait may be in the way
    person("unknown", charge(**FELONY, disposition_completed_on=None)),
]  # fmt: skip


def call(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("barriers")
    store = write_store(folder / "store", PEOPLE)
    done = call("screen", store, "--out", folder / "out", "--as-of", "2026-11-23", "--reasons",
                "--question", "clear.610_140", "--quiet")  # fmt: skip
    assert done.exit_code == 0, done.output
    return folder / "out"


@pytest.fixture(scope="module")
def told(results):
    done = call("barriers", results, "--small", "1", "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def charges(count):
    return count["charges"], count["most"]


def by_name(told):
    return {one["name"]: one for one in told["barriers"]}


def test_everyone_who_is_asked_is_counted(told):
    assert (told["asked"]["charges"], told["left_out"]) == (6, 0)
    assert charges(told["open"]) == (1, 2)


def test_a_condition_alone_opens_those_for_whom_it_is_the_only_one_in_the_way(told):
    found = by_name(told)
    # the money of "both" has no day on which it is paid, so at most it counts too
    assert charges(found["wait_since_completion"]["alone"]) == (1, 3)
    assert charges(found["obligations_satisfied"]["alone"]) == (1, 1)


def test_together_they_open_those_whom_both_held_back(told):
    first, second = told["barriers"][:2]
    assert {first["name"], second["name"]} == {"wait_since_completion", "obligations_satisfied"}
    assert charges(second["in_order"]) == (3, 4)


def test_the_more_falls_the_more_opens(told):
    counts = [charges(one["in_order"]) for one in told["barriers"]]
    assert counts == sorted(counts)
    assert counts[-1][1] <= told["asked"]["charges"]


def test_a_few_people_are_not_shown(results):
    done = call("barriers", results)
    assert "fewer than 11 people" in done.stdout


def test_the_picture_stands_with_its_words_and_its_numbers(results, tmp_path):
    done = call("barriers", results, "--small", "1", "--pictures", tmp_path / "pictures")
    assert done.exit_code == 0
    assert {one.suffix for one in (tmp_path / "pictures").iterdir()} == {
        ".csv", ".png", ".svg", ".txt",
    }  # fmt: skip
    table = (tmp_path / "pictures" / "barriers.csv").read_text(encoding="utf-8")
    assert "enough years have passed" in table


def test_results_without_days_of_conditions_are_said(tmp_path):
    store = write_store(tmp_path / "store", PEOPLE)
    call("screen", store, "--out", tmp_path / "out", "--as-of", "2026-11-23", "--quiet",
         "--question", "clear.610_140")  # fmt: skip
    done = call("barriers", tmp_path / "out")
    assert (done.exit_code, "screen again with --reasons" in done.output) == (2, True)
