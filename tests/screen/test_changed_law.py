"""Screening under changes to the law: the answers are those that explaining gives under them."""

import json

import pytest
from click.testing import CliRunner

from homeward.cli import main
from tests.screen.stores import charge, person, rows_of, write_store

CHANGES = """
title = "Two years, and stealing left out"
law = "us-mo"
cite = "a made-up bill"
drop = ["expungement/wait_since_completion"]

[set]
"expunge.limit.felony" = 2

[list]
listed-610-140-3-6 = ["570.030"]
"""
QUESTION = "clear.610_140"
DAY = "2026-11-23"
PEOPLE = [
    person("thief", charge(statute="570.030")),
    person("other", charge(statute="570.090")),
    person("waiting", charge(statute="570.090", disposition_completed_on="2026-01-31")),
]


def call(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def changes(tmp_path):
    path = tmp_path / "bill.toml"
    path.write_text(CHANGES, encoding="utf-8")
    return path


def explained(folder, *flags):
    """The day from which each person's charge clears, by explaining."""
    lines = folder / "people.jsonl"
    lines.write_text("".join(json.dumps(one) + "\n" for one in PEOPLE), encoding="utf-8")
    done = call(
        "explain", lines, "--format", "json", "--as-of", DAY, "--question", QUESTION, *flags
    )
    assert done.exit_code == 0, done.output
    return {
        answer["subject"]["id"] + told["person_id"]: answer["soonest"]
        for told in map(json.loads, done.stdout.splitlines())
        for answer in told["answers"]
        if answer["rule"] == "*"
    }


def screened(folder, *flags):
    """The same by screening."""
    store = folder / "store"
    if not store.exists():
        write_store(store, PEOPLE)
    done = call("screen", store, "--out", folder / "out", "--as-of", DAY, "--question", QUESTION,
                *flags)  # fmt: skip
    assert done.exit_code == 0, done.output
    words = {"1800-01-01": "always", "2200-12-31": "never"}
    return {
        row["charge_id"] + row["person_id"]: words.get(day, day)
        for row in rows_of(folder / "out")
        for day in [str(row[f"{QUESTION}:soonest"])]
    }


def test_both_ways_answer_under_the_same_changes(tmp_path, changes):
    as_it_stands = explained(tmp_path)
    changed = explained(tmp_path, "--with", changes)
    assert screened(tmp_path, "--with", changes) == changed
    assert as_it_stands["1thief"] < DAY
    assert changed["1thief"] == "never"
    assert as_it_stands["1waiting"] == "2027-01-31"  # a misdemeanor: one year
    assert changed["1waiting"] < DAY


def test_another_law_is_another_run_and_the_report_says_what_was_changed(tmp_path, changes):
    screened(tmp_path)
    screened(tmp_path, "--with", changes)
    told = json.loads((tmp_path / "out" / "report.json").read_text())
    assert told["people_asked_again"] == len(PEOPLE)
    assert told["wish"]["with"][0]["drop"] == [["expungement/wait_since_completion", "1800-01-01"]]
    assert any("was changed for these answers: Two years" in note for note in told["notes"])


@pytest.mark.parametrize("command", ["explain", "screen"])
def test_changes_that_do_not_fit_end_the_command_before_anything_is_read(command, tmp_path):
    path = tmp_path / "bill.toml"
    path.write_text(CHANGES.replace("since_completion", "sinc_completion"), encoding="utf-8")
    out = ["--out", tmp_path / "out"] if command == "screen" else []
    done = call(command, tmp_path / "nothing.jsonl", "--with", path, *out)
    assert done.exit_code == 2
    assert "did you mean expungement/wait_since_completion?" in done.stderr
    path.write_text("title = ", encoding="utf-8")
    done = call(command, tmp_path / "nothing.jsonl", "--with", path, *out)
    assert (done.exit_code, "bill.toml: " in done.stderr) == (2, True)
