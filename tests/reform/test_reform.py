"""A reform compared with the law as it stands: what moves, what does not, and what is not shown."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from tests.screen.stores import charge, files_of, person, write_store

from homeward.cli import main

DAY, QUESTION = "2026-11-23", "clear.610_140"
FELONY = {"severity": "felony", "class": "D", "statute": "570.030"}
PEOPLE = [
    # a felony waits three years: from 28 February 2028, and under the reform from 2027
    person("waiting", charge(**FELONY, disposition_completed_on="2025-02-28")),
    # a misdemeanor waits one year, which the reform leaves alone
    person("lesser", charge(statute="574.010")),
    # nothing is known of when the sentence was done
    person("open", charge(**FELONY, disposition_completed_on=None)),
]
SHORTER = {"title": "Two years", "set": '"expunge.wait.felony_years" = 2'}
NOTHING = {"title": "Nothing", "set": ""}
LATER = {"title": "Two years, later", "set": SHORTER["set"], "from": "from = 2027-08-28"}
BARRED = {"title": "Barred", "set": "", "list": 'listed-610-140-3-6 = ["574.010"]'}


def written(folder, name, told):
    path = folder / f"{name}.toml"
    path.write_text(
        f'title = "{told["title"]}"\nlaw = "us-mo"\n{told.get("from", "")}\n[set]\n{told["set"]}\n'
        f"[list]\n{told.get('list', '')}\n",
        encoding="utf-8",
    )
    return path


def call(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reform")
    store = write_store(folder / "store", PEOPLE)
    files = [written(folder, "shorter", SHORTER), written(folder, "nothing", NOTHING),
             written(folder, "barred", BARRED), written(folder, "later", LATER)]  # fmt: skip
    asked = ["--as-of", DAY, "--question", QUESTION, "--quiet"]
    done = call("reform", *files, "--data", store, "--out", folder / "out", "--small", 1, *asked)
    assert done.exit_code == 0, done.output
    done = call("screen", store, "--out", folder / "alone", *asked)
    assert done.exit_code == 0, done.output
    return folder


def report(folder):
    told = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))
    return {reform["name"]: reform for reform in told["reforms"]}


def rows(folder, name, kind="charge"):
    found = pq.read_table(folder / "out" / name / f"differences.{kind}.parquet").to_pylist()
    return {row["person_id"]: row for row in found}


def charges(counted):
    return {end: count["charges"] for end, count in counted.items()}


def test_counts_alone_are_the_same_counts_and_no_row_of_anyone_is_written(compared):
    asked = ["--as-of", DAY, "--question", QUESTION, "--quiet", "--small", 1]
    files = [compared / f"{name}.toml" for name in ("shorter", "nothing", "barred", "later")]
    out = compared / "counted"
    done = call(
        "reform", *files, "--data", compared / "store", "--out", out, "--counts-only", *asked
    )
    assert done.exit_code == 0, done.output
    assert (out / "report.json").read_bytes() == (compared / "out" / "report.json").read_bytes()
    assert {file.parent.name for file in out.rglob("*.parquet") if file.is_file()} == {
        "counts.parquet"
    }


def test_once_more_gives_the_same_bytes(compared):
    before = files_of(compared / "out")
    asked = ["--as-of", DAY, "--question", QUESTION, "--quiet", "--small", 1]
    files = [compared / f"{name}.toml" for name in ("shorter", "nothing", "barred", "later")]
    out = compared / "again"
    done = call("reform", *files, "--data", compared / "store", "--out", out, *asked)
    assert done.exit_code == 0, done.output
    assert files_of(out) == before


def test_the_baseline_is_what_screening_alone_gives(compared):
    assert files_of(compared / "out" / "as-it-stands") == files_of(compared / "alone")


def test_a_shorter_wait_makes_the_felony_sooner_and_leaves_the_misdemeanor(compared):
    found = rows(compared, "shorter")
    days = {name: (str(row["before:latest"]), str(row["after:latest"]))
            for name, row in found.items()}  # fmt: skip
    assert days["waiting"] == ("2028-02-28", "2027-02-28")
    assert found["waiting"]["sooner_surely"]
    assert "lesser" not in found  # only what may move has a row
    told = report(compared)["shorter"]
    assert charges(told["sooner"]) == {"at_least": 1, "at_most": 2}
    assert told["later"]["at_least"]["charges"] == 0


def test_an_answer_that_a_missing_fact_leaves_open_is_counted_in_no_at_least(compared):
    found = rows(compared, "shorter")["open"]
    assert (found["sooner_surely"], found["sooner_perhaps"]) == (False, True)


def test_a_shorter_wait_makes_no_bound_of_any_answer_later(compared):
    for kind in ("charge", "person"):
        for row in rows(compared, "shorter", kind).values():
            assert row["after:soonest"] <= row["before:soonest"]
            assert row["after:latest"] <= row["before:latest"]


def test_a_reform_that_starts_later_gives_no_day_before_its_start(compared):
    found = rows(compared, "later")
    # two years were over on 28 February 2027, half a year before the reform is law
    assert str(found["waiting"]["after:latest"]) == "2027-08-28"
    assert "lesser" not in found
    told = report(compared)["later"]
    assert charges(told["today"]["gain"])["at_least"] == 0


def test_before_it_starts_nobody_gains_whatever_is_missing(compared):
    told = report(compared)["later"]
    curve = {point["on"]: point for point in told["curve"]}
    for day in ("2026-11-23", "2027-07-31"):  # the last month end before 28 August 2027
        assert curve[day]["gain"] == curve[day]["lose"] == {"at_least": 0, "at_most": 0}
        assert curve[day]["before"] == curve[day]["after"]
    # the charge of which the day is not known may gain from then on
    assert curve["2027-08-31"]["gain"] == {"at_least": 1, "at_most": 2}
    assert charges(told["today"]["gain"]) == {"at_least": 0, "at_most": 0}


def test_an_empty_reform_changes_nothing(compared):
    for kind in ("charge", "person"):
        assert not rows(compared, "nothing", kind)
    told = report(compared)["nothing"]
    assert charges(told["sooner"]) == charges(told["later"]) == {"at_least": 0, "at_most": 0}
    for point in told["curve"]:
        assert point["before"] == point["after"]
        assert point["gain"] == point["lose"] == {"at_least": 0, "at_most": 0}


def test_a_charge_that_is_barred_loses_and_is_the_one_that_the_reform_names(compared):
    found = rows(compared, "barred")
    assert {name for name, row in found.items() if row["later_surely"]} == {"lesser"}
    assert {name for name, row in found.items() if row["named"]} == {"lesser"}
    told = report(compared)["barred"]
    assert charges(told["today"]["lose"]) == {"at_least": 1, "at_most": 2}  # the open one too
    assert told["not_named"]["later"]["at_least"] == 0


def test_the_groups_add_up_to_the_total(compared):
    for told in report(compared).values():
        for groups in told["by"].values():
            assert sum(row["charges"] for row in groups) == told["charges"] == len(PEOPLE)
            for name in ("sooner", "later"):
                for end in ("at_least", "at_most"):
                    total = sum(row[name][end]["charges"] for row in groups)
                    assert total == told[name][end]["charges"]


def test_the_curve_rises_in_the_month_of_the_answer(compared):
    curve = {point["on"]: point for point in report(compared)["shorter"]["curve"]}
    gained = {day: curve[day]["gain"]["at_least"]
              for day in ("2027-01-31", "2027-02-28", "2028-01-31", "2028-02-29")}  # fmt: skip
    assert list(gained.values()) == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        pytest.param(["--stack"], "both change", id="two that are stacked change the same thing"),
        pytest.param([], "are called 'shorter'", id="two files have the same name"),
    ],
)
def test_what_cannot_be_compared_is_said(tmp_path, flags, said):
    (tmp_path / "more").mkdir()
    files = [written(folder, "shorter", SHORTER) for folder in (tmp_path, Path(tmp_path / "more"))]
    store = write_store(tmp_path / "store", PEOPLE[:1], partitions=1)
    done = call("reform", *files, "--data", store, "--out", tmp_path / "out", *flags)
    assert (done.exit_code, said in done.stderr) == (2, True)
