"""Whole runs over people made up at random: what is so of every report and every row.

The people are those of Missouri's cases with facts taken away at random; the reforms change
numbers, conditions and lists, for all charges or for some.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reform.crowds import raw_crowds
from tests.screen.stores import files_of, write_store

from homeward.cli import main

DAY, QUESTION = "2026-11-23", "clear.610_140"
ASKED = ["--as-of", DAY, "--question", QUESTION, "--quiet"]
EMPTY = 'title = "Nothing"\nlaw = "us-mo"\nfrom = 2027-08-28\n'
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@st.composite
def bills(draw):
    """A reform of Missouri's expungement, as a file, and whether it only shortens waits."""
    lines = ['title = "A bill"', 'law = "us-mo"']
    start = draw(st.sampled_from([None, "2020-02-29", "2027-08-28"]))
    lines += [f"from = {start}"] if start else []
    day = draw(st.sampled_from([None, "charge.disposition_date", "charge.offense_date"]))
    side = draw(st.sampled_from(["from", "before"]))
    lines += [f'applies_to = {{ date = "{day}", {side} = 2016-02-29 }}'] if day else []
    drops = draw(st.lists(st.sampled_from(["wait_since_completion", "nothing_pending"]),
                          unique=True))  # fmt: skip
    lines += [f"drop = {json.dumps([f'expungement/{name}' for name in drops])}"]
    years = draw(st.none() | st.integers(0, 3))
    lines += ["[set]", *([f'"expunge.wait.felony_years" = {years}'] if years is not None else [])]
    barred = draw(st.sampled_from([None, "570.030", "574.010"]))
    lines += ["[list]", *([f'listed-610-140-3-6 = ["{barred}"]'] if barred else [])]
    return "\n".join(lines), barred is None


def call(*arguments):
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 0, done.output


def whole_run(bill, only_shorter, people):
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_store(folder / "store", people, partitions=2, facts=None)
        (folder / "bill.toml").write_text(bill, encoding="utf-8")
        (folder / "empty.toml").write_text(EMPTY, encoding="utf-8")
        files = [folder / "bill.toml", folder / "empty.toml"]
        call("reform", *files, "--data", folder / "store", "--out", folder / "out", "--small", "1",
             *ASKED)  # fmt: skip
        call("screen", folder / "store", "--out", folder / "alone", *ASKED)
        assert files_of(folder / "out" / "as-it-stands") == files_of(folder / "alone")
        told = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))
        rows = {
            kind: pq.read_table(folder / "out" / "bill" / f"differences.{kind}.parquet").to_pylist()
            for kind in ("charge", "person")
        }
        see(*told["reforms"], rows, only_shorter)


def see(bill, empty, rows, only_shorter):
    """What must be so of the report of a bill and of that of an empty one."""
    for name in ("sooner", "later"):
        for end in ("at_least", "at_most"):
            assert empty[name][end] == {"charges": 0, "people": 0}
            for group in bill["by"].values():
                shown = sum(row[name][end]["charges"] for row in group)
                assert shown == bill[name][end]["charges"]
            column = f"{name}_{'surely' if end == 'at_least' else 'perhaps'}"
            assert sum(bool(row[column]) for row in rows["charge"]) == bill[name][end]["charges"]
    for curve in (empty["curve"], empty["full_clearance"]):
        for point in curve:
            assert point["before"] == point["after"]
            assert {*point["gain"].values(), *point["lose"].values()} == {0}
    for row in [one for some in rows.values() for one in some] if only_shorter else ():
        assert row["after:soonest"] <= row["before:soonest"]
        assert row["after:latest"] <= row["before:latest"]
        assert not row["later_perhaps"]


CROWD = raw_crowds("us-mo", most=25)


@given(bills(), CROWD)
@settings(max_examples=3, suppress_health_check=SLOW, deadline=None)
def test_a_whole_run_holds_together(bill, people):
    whole_run(*bill, people)


@pytest.mark.slow
@given(bills(), CROWD)
@settings(max_examples=10, suppress_health_check=SLOW, deadline=None)
def test_many_whole_runs_hold_together(bill, people):
    whole_run(*bill, people)
