"""``homeward screen --engine spark`` as a user calls it."""

import json
import os
import subprocess
import sys

import duckdb
import pytest

pytestmark = pytest.mark.slow


def homeward(*arguments):
    command = [sys.executable, "-c", "from homeward.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False,
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"},
    )  # fmt: skip


def test_the_folder_of_results_is_that_of_one_machine(state, on_one_machine, tmp_path):
    out = tmp_path / "results"
    done = homeward("screen", state, "--engine", "spark", "--as-of", "2026-11-23", "--out", out)
    assert done.returncode == 0, done.stderr[-2000:]
    theirs = {path.name for path in on_one_machine.iterdir()} - {"fingerprints.parquet"}
    assert {path.name for path in out.iterdir()} == theirs
    for name in ("answers.charge.parquet", "people.parquet"):
        both = [
            duckdb.sql(f"FROM read_parquet('{folder / name / 'part-*.parquet'}')").fetchall()
            for folder in (out, on_one_machine)
        ]
        assert sorted(map(repr, both[0])) == sorted(map(repr, both[1])), name
    mine, other = (
        json.loads((folder / "report.json").read_text(encoding="utf-8"))
        for folder in (out, on_one_machine)
    )
    assert mine["answers"] == other["answers"]
    assert mine["people"] == other["people"]
    for rows in mine["rows"].values():
        assert rows["read"] == rows["set_aside"] + rows["in_store"]
        assert rows["answered"] == rows["in_store"]
    for command in (["summary", out], ["due", out, "--between", "2026-12-01", "2027-12-31"]):
        assert homeward(*command).returncode == 0


def test_a_file_of_no_known_kind(tmp_path):
    (tmp_path / "charges.txt").write_text("nothing", encoding="utf-8")
    out = tmp_path / "out"
    done = homeward("screen", tmp_path / "charges.txt", "--engine", "spark", "--out", out)
    assert done.returncode == 2
    assert "is of no kind that is read here" in done.stderr
    assert not out.exists()


def test_a_flat_table_is_asked_a_reading_by_its_name(tmp_path):
    """Without a table of people, under changed law: the same answers as on one machine."""
    rows = [f"p{n},k{n},us-va,18.2-119,misdemeanor,convicted,20{n:02}-05-06" for n in range(20)]
    header = "person_id,case_id,case.jurisdiction,statute,severity,disposition,disposition_date"
    (tmp_path / "charges.csv").write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    found = {}
    for engine in ("spark", "duckdb"):
        out = tmp_path / engine
        done = homeward("screen", tmp_path / "charges.csv", "--engine", engine, "--out", out,
                        "--law", "us-va@va-lajc", "--with", "short-waits",
                        "--as-of", "2020-12-31")  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
        parts = f"{out}/answers.charge.parquet/part-*.parquet"
        asked = 'SELECT person_id, "clear:soonest", "clear:latest" FROM read_parquet'
        found[engine] = sorted(duckdb.sql(f"{asked}('{parts}')").fetchall())
    assert len(found["spark"]) == len(rows)
    assert found["spark"] == found["duckdb"]
