"""A reform's file gives the labels that Virginia's analysis team had under its short waits.

From the file to the law that is changed, to the answers of a whole run: every charge of the cases.
"""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.screen.stores import rows_of, write_store

from homeward.cli import main
from homeward.when import LAST

CASES = Path(__file__).parent.parent / "cases" / "us-va@va-lajc.short-waits.jsonl"
DAY = date(2020, 12, 31)
BILL = """
title = "Short waits"
law = "us-va@va-lajc"
status = "a parameter set of an analysis team"

[set]
"wait.misdemeanor_years" = 5    # 7 as enacted in 2021
"wait.felony_years" = 8         # 10 as enacted in 2021
"""
TOLD = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
LABELS = {
    (one["person"]["person_id"], expected["charge_id"]): expected["why"]
    for one in TOLD
    for expected in one["expected"]
}


def stands(soonest, latest):
    """How an answer whose day is sure stands on the day asked."""
    assert soonest == latest
    return "never" if latest == LAST else "now" if latest <= DAY else "later"


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("virginia")
    (folder / "bill.toml").write_text(BILL, encoding="utf-8")
    people = [{"person": one["person"], "cases": one["cases"]} for one in TOLD]
    write_store(folder / "store", people, partitions=2)
    done = CliRunner().invoke(main, [
        "reform", str(folder / "bill.toml"), "--law", "us-va@va-lajc", "--question", "clear",
        "--data", str(folder / "store"), "--out", str(folder / "out"), "--as-of", str(DAY),
        "--small", "1", "--quiet",
    ])  # fmt: skip
    assert done.exit_code == 0, done.output
    days = {}
    for row in rows_of(folder / "out" / "as-it-stands"):  # what no law moves has no difference
        days[row["person_id"], row["charge_id"]] = {
            f"{side}:{end}": row[f"clear:{end}"]
            for side in ("before", "after") for end in ("soonest", "latest")
        }  # fmt: skip
    for row in rows_of(folder / "out" / "bill", folder="differences.charge.parquet"):
        days[row["person_id"], row["charge_id"]] = row
    return days


def test_every_charge_of_the_cases_is_compared(compared):
    assert len(LABELS) == 105
    assert compared.keys() == LABELS.keys()


@pytest.mark.parametrize("charge", LABELS, ids=lambda key: f"{'/'.join(key)}: {LABELS[key]}")
def test_it_stands_as_its_label_says(compared, charge):
    row = compared[charge]
    label = LABELS[charge]
    expected = "later" if "pending" in label else "never" if label == "Not eligible" else "now"
    assert stands(row["after:soonest"], row["after:latest"]) == expected


def test_some_of_them_stand_otherwise_under_the_act_itself(compared):
    moved = [key for key, row in compared.items() if row["before:latest"] != row["after:latest"]]
    assert moved
