"""``homeward sample`` as a user calls it."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from homeward.cli import main

HOMEWARD = str(Path(sys.executable).with_name("homeward"))


def call(*arguments):
    return CliRunner().invoke(main, ["sample", *map(str, arguments)])


def test_it_says_that_nobody_exists_and_how_many_rows_there_are(tmp_path):
    done = call("us-mo", "--people", 30, "--out", tmp_path / "out")
    assert done.exit_code == 0
    assert done.stdout.startswith("SYNTHETIC: nobody here exists")
    assert "30 people" in done.stdout
    assert done.stderr == ""


def test_json_lines_go_to_stdout_without_a_folder():
    done = call("us-mo", "--people", 4, "--format", "jsonl")
    assert done.exit_code == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [person["id"][-2:] for person in found] == ["01", "02", "03", "04"]
    assert all(person["note"].startswith("SYNTHETIC") for person in found)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        pytest.param(["us-zz", "--people", 5], "us-zz", id="a place without shares"),
        pytest.param(["us-mo", "--people", 0], "--people must be", id="nobody at all"),
        pytest.param(["us-mo", "--people", 10**8], "99,999,999", id="more people than ids"),
        pytest.param(["us-mo", "--people", 5, "--seed", -1], "--seed must be", id="a seed below 0"),
        pytest.param(["us-mo", "--people", 5, "--heavy", 6], "from 0 to 5", id="too many heavy"),
    ],
)
@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_an_order_that_cannot_be_filled_is_refused_before_anything_is_written(
    tmp_path, order, said, form
):
    done = call(*order, "--format", form, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_json_lines_on_stdout_refuse_the_same_orders():
    done = call("us-mo", "--people", 0, "--format", "jsonl")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "--people must be" in done.stderr


def test_tables_need_a_folder():
    done = call("us-mo", "--people", 5)
    assert done.exit_code == 2
    assert "--out" in done.stderr


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "thesis.docx").write_text("mine")
    done = call("us-mo", "--people", 5, "--out", tmp_path)
    assert done.exit_code == 2
    assert "thesis.docx" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_someone_elses_tables_of_the_same_name_are_left_alone(tmp_path):
    (tmp_path / "people.csv").write_text("mine")
    done = call("us-mo", "--people", 5, "--format", "csv", "--out", tmp_path)
    assert done.exit_code == 2
    assert (tmp_path / "people.csv").read_text() == "mine"


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "out").write_text("mine")
    done = call("us-mo", "--people", 5, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "is a file" in done.stderr


def test_a_new_sample_takes_the_place_of_an_earlier_one_whole(tmp_path):
    call("us-mo", "--people", 5, "--format", "csv", "--out", tmp_path)
    done = call("us-mo", "--people", 7, "--out", tmp_path)
    assert done.exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        "people.parquet", "cases.parquet", "charges.parquet", "SYNTHETIC.txt", "sample.json",
    }  # fmt: skip
    assert pq.read_metadata(tmp_path / "people.parquet").num_rows == 7


def test_what_a_killed_run_left_behind_is_cleared_away(tmp_path):
    (tmp_path / ".unfinished-sample").mkdir()
    (tmp_path / ".unfinished-sample" / "people.parquet").write_text("half")
    assert call("us-mo", "--people", 5, "--out", tmp_path).exit_code == 0
    assert not (tmp_path / ".unfinished-sample").exists()


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    done = call("us-mo", "--people", 5, "--out", tmp_path / "file" / "out")
    assert done.exit_code == 2
    assert "cannot be written: Not a directory" in done.stderr


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_a_full_disk_leaves_the_earlier_sample_as_it_was(tmp_path, form):
    call("us-mo", "--people", 5, "--out", tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    order = f"{HOMEWARD} sample us-mo --people 20000 --format {form} --out {tmp_path}"
    limited = ["sh", "-c", f"ulimit -f 200; exec {order}"]
    done = subprocess.run(limited, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == f"homeward: {tmp_path} cannot be written: File too large\n"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_progress_goes_to_stderr_and_only_there(tmp_path, monkeypatch):
    monkeypatch.setattr("homeward.cli.progress.LINE_EVERY", 0)
    done = call("us-mo", "--people", 40_000, "--out", tmp_path / "told")
    assert done.exit_code == 0, done.output
    assert "homeward sample: 16,384 of 40,000 people" in done.stderr
    assert " of 40,000" not in done.stdout
    quiet = call("us-mo", "--people", 40_000, "--quiet", "--out", tmp_path / "quiet")
    assert quiet.stderr == ""


@pytest.mark.parametrize("lacking", ["numpy", "pyarrow", "rich"])
def test_what_is_not_installed_is_named_with_the_way_to_get_it(lacking):
    code = f"import sys; sys.modules['{lacking}'] = None; from homeward.cli import main; main()"
    command = [sys.executable, "-c", code, "sample", "us-mo", "--people", "3", "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == f"homeward: a sample needs {lacking}: pip install 'homeward[screen]'\n"


def test_a_reader_that_stops_early_is_no_error_to_see():
    command = [HOMEWARD, "sample", "us-mo", "--people", "3000", "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.read(100)
        run.stdout.close()
        assert run.stderr.read() == b""
