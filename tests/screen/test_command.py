"""``homeward screen`` as a user calls it."""

import csv
import json
import sys

import pytest
from click.testing import CliRunner

from homeward.cli import main
from tests.screen.stores import charge, person, rows_of, write_store


@pytest.fixture
def store(tmp_path):
    return write_store(tmp_path / "store", [person("p", charge()), person("q", charge())])


def call(*arguments):
    return CliRunner().invoke(main, ["screen", *map(str, arguments)])


def test_what_came_in_and_went_out_is_said(store, tmp_path):
    done = call(store, "--out", tmp_path / "out", "--question", "closed")
    assert done.exit_code == 0
    assert "charges: 2 rows in = 2 answered + 0 set aside" in done.stdout
    assert done.stderr == ""


def test_the_report_tells_law_code_and_counts(store, tmp_path):
    call(store, "--out", tmp_path / "out", "--question", "closed", "--as-of", "2026-11-23")
    told = json.loads((tmp_path / "out" / "report.json").read_text())
    assert told["wish"]["as_of"] == "2026-11-23"
    assert told["law"]["us-mo"]["title"] == "Missouri"
    assert told["rows"]["people"] == {"read": 2, "set_aside": 0, "in_store": 2, "answered": 2}
    assert told["answers"]["charge"]["closed"]["never"] == 2


def test_files_are_loaded_first_and_what_was_loaded_is_forgotten(tmp_path):
    lines = [person("p", charge()), person("q", charge(severity="dreadful"))]
    data = tmp_path / "people.jsonl"
    data.write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = call(data, "--out", tmp_path / "out", "--question", "closed")
    assert done.exit_code == 1, done.output
    assert "charges: 2 rows in = 1 answered + 1 set aside" in done.stdout
    with (tmp_path / "out" / "set_aside.csv").open() as file:
        aside = {row["field"]: row["value"] for row in csv.DictReader(file)}
    assert "dreadful" in aside["charge.severity"]
    assert not (tmp_path / "out" / ".store").exists()
    again = call(data, "--out", tmp_path / "out", "--question", "closed")
    assert "0 of 2 people were asked again" in again.stdout


def test_a_file_that_is_not_there_is_named(tmp_path):
    done = call(tmp_path / "nothing.csv", "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "nothing.csv" in done.stderr


def test_quiet_says_nothing(store, tmp_path):
    done = call(store, "--out", tmp_path / "out", "--question", "closed", "--quiet")
    assert (done.exit_code, done.output) == (0, "")


def test_one_row_a_question(store, tmp_path):
    for name, form in (("wide", []), ("long", ["--long"])):
        done = call(store, "--out", tmp_path / name, "--question", "closed,release.term_end", *form)
        assert done.exit_code == 0, done.output
    (wide, *_), long = rows_of(tmp_path / "wide"), rows_of(tmp_path / "long")
    assert len(long) == 4
    mine = {row["question"]: row for row in long if row["person_id"] == wide["person_id"]}
    for question, row in mine.items():
        assert row["rule"] == "*"
        for name in ("soonest", "latest", "binding", "unmet", "missing", "waits"):
            assert row[name] == wide[f"{question}:{name}"]


@pytest.mark.parametrize(
    "command",
    [["screen", "data", "--out", "out"], ["due", "out", "--between", "2026-01-01", "2026-01-02"],
     ["summary", "out"]],
    ids=lambda command: command[0],
)  # fmt: skip
def test_what_is_not_installed_is_named(command, monkeypatch):
    for name in [
        name for name in sys.modules if name.startswith(("homeward.screen", "homeward.cli."))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 2
    assert done.stderr == "homeward: this needs duckdb: pip install 'homeward[screen]'\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--question", "clear.moon"], "no rule answers", id="no such question"),
        pytest.param(["--law", "us-zz"], "no rules for us-zz", id="no such law"),
    ],
)
def test_bad_use_says_what_would_do(store, tmp_path, arguments, said):
    done = call(store, "--out", tmp_path / "out", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "out" / "report.json").exists()
