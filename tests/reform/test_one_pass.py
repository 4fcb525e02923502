"""One pass under several laws gives what each law gives by itself, charge by charge."""

import json
from datetime import date

import pytest
from click.testing import CliRunner
from tests.screen.stores import files_of, people, rows_of, write_store

from homeward.cli import main
from homeward.cli.reform import reforms_named
from homeward.reform.comparison import Comparison
from homeward.reform.running import compare
from homeward.screen.running import Terms
from homeward.screen.wish import Wish

DAY, QUESTION = "2026-11-23", "clear.610_140"
IDS = ("person_id", "case_id", "charge_id")
DAYS = ("soonest", "latest")
WORDS = {"1800-01-01": "always", "2200-12-31": "never"}
REFORMS = {
    "numbers": '[set]\n"expunge.wait.felony_years" = 2\n"expunge.limit.misdemeanor" = 1\n',
    "conditions": 'drop = ["expungement/wait_since_completion"]\n',
    "lists": '[list]\nlisted-610-140-3-6 = ["570.030", "574.010"]\n',
    "later": 'from = 2028-01-01\n[set]\n"expunge.wait.felony_years" = 1\n',
}
"""A reform of each sort: what it sets, what it drops, whom it lists, and when it begins."""


def call(*arguments):
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 0, done.output
    return done


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one-pass")
    store = write_store(folder / "store", people())
    for name, changes in REFORMS.items():
        (folder / f"{name}.toml").write_text(f'title = "{name}"\nlaw = "us-mo"\n{changes}')
    files = [folder / f"{name}.toml" for name in REFORMS]
    asked = ["--as-of", DAY, "--question", QUESTION, "--quiet"]
    call("reform", *files, "--data", store, "--out", folder / "out", *asked)
    return folder


def days_under(folder, name):
    """The days of every charge under a reform: the law's own, but where the reform may move it."""
    found = {
        tuple(row[one] for one in IDS): tuple(row[f"{QUESTION}:{end}"] for end in DAYS)
        for row in rows_of(folder / "out" / "as-it-stands")
    }
    for row in rows_of(folder / "out" / name, folder="differences.charge.parquet"):
        key = tuple(row[one] for one in IDS)
        assert found[key] == tuple(row[f"before:{end}"] for end in DAYS)
        found[key] = tuple(row[f"after:{end}"] for end in DAYS)
    return found


@pytest.mark.parametrize("name", REFORMS)
def test_a_reform_in_one_pass_is_what_screening_under_it_gives(compared, name):
    out = compared / f"alone-{name}"
    call("screen", compared / "store", "--with", compared / f"{name}.toml", "--out", out,
         "--as-of", DAY, "--question", QUESTION, "--quiet")  # fmt: skip
    alone = {
        tuple(row[one] for one in IDS): tuple(row[f"{QUESTION}:{end}"] for end in DAYS)
        for row in rows_of(out)
    }
    found = days_under(compared, name)
    assert found == alone
    assert found != days_under(compared, next(other for other in REFORMS if other != name))


def test_a_reform_in_one_pass_is_what_explaining_under_it_gives(compared):
    lines = compared / "people.jsonl"
    lines.write_text("".join(json.dumps(one) + "\n" for one in people()))
    for name in REFORMS:
        done = call("explain", lines, "--format", "json", "--as-of", DAY, "--question", QUESTION,
                    "--with", compared / f"{name}.toml")  # fmt: skip
        found = days_under(compared, name)
        told = 0
        for one in map(json.loads, done.stdout.splitlines()):
            for answer in one["answers"]:
                if answer["rule"] == "*":
                    subject = answer["subject"]
                    key = (one["person_id"], subject["case_id"], subject["id"])
                    days = tuple(WORDS.get(str(day), str(day)) for day in found[key])
                    assert days == (answer["soonest"], answer["latest"]), (name, key)
                    told += 1
        assert told == len(found)


class Killed(Exception):
    """Stands for the end of a process."""


class ThatEndsAfter(Comparison):
    """A comparison that ends in the middle of a partition, when some are done."""

    left = 0

    def write(self, found, files):
        if ThatEndsAfter.left == 0:
            raise Killed
        ThatEndsAfter.left -= 1
        super().write(found, files)


def compared_again(folder, out, **terms):
    reforms = reforms_named([str(folder / f"{name}.toml") for name in REFORMS], stack=False)
    wish = Wish(date.fromisoformat(DAY), questions=(QUESTION,))
    compare(folder / "store", out, wish, reforms, Terms(**terms))
    return json.loads((out / "as-it-stands" / "report.json").read_text())


def test_two_workers_give_the_very_same_files(compared):
    out = compared / "by-two"
    compared_again(compared, out, workers=2)
    assert files_of(out) == files_of(compared / "out")
    assert (out / "report.json").read_bytes() == (compared / "out" / "report.json").read_bytes()


def test_a_comparison_that_is_killed_goes_on_where_it_stopped(compared, monkeypatch):
    out = compared / "killed"
    ThatEndsAfter.left = 1
    with monkeypatch.context() as patched:
        patched.setattr("homeward.reform.running.Comparison", ThatEndsAfter)
        with pytest.raises(Killed):
            compared_again(compared, out, threads=1)
    assert not (out / "report.json").exists()
    assert compared_again(compared, out)["resumed_with"] == 1
    assert files_of(out) == files_of(compared / "out")
    assert (out / "report.json").read_bytes() == (compared / "out" / "report.json").read_bytes()
