"""An executor that dies is made up for: nothing is lost, and nothing is answered twice."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.spark.lost_executor import FOLDER, digest

pytestmark = pytest.mark.slow
PROGRAM = Path(__file__).with_name("lost_executor.py")


def test_killing_an_executor_changes_no_answer(state, on_one_machine, tmp_path):
    mark = tmp_path / "kill"
    mark.touch()
    done = subprocess.run(
        [sys.executable, PROGRAM, state, mark], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert not mark.exists(), "no executor was killed"
    rows = duckdb.sql(
        f"FROM read_parquet('{on_one_machine / FOLDER / 'part-*.parquet'}')"
    ).fetchall()
    assert done.stdout.split() == [str(len(rows)), digest(rows)]
