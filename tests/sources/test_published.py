"""Files of a published format among the data: read alike with converting them first."""

import csv
import json
import shutil

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from homeward.cli import main
from homeward.sources import LoadWish, load
from homeward.sources.formats.converting import RowByRow, convert_file
from homeward.sources.formats.suffolk.charges import SuffolkCharges
from tests.sources.test_suffolk import write

ROWS = [
    {},
    {"Charge": "WITCHCRAFT"},
    {"Person ID": "8", "Dispo Date": "2015-02-28"},
    {"Person ID": "9", "Offense Date": "soon"},
]


def rows_of(store, folder="charges"):
    return pq.read_table(store / folder).drop_columns(["row_id"]).to_pylist()


def aside(store):
    with (store / "set_aside.csv").open(encoding="utf-8", newline="") as file:
        return [(row["row"], row["field"], row["value"]) for row in csv.DictReader(file)]


def test_a_file_of_a_published_format_is_known_by_its_header(tmp_path):
    source = write(tmp_path / "in.csv.gz", *ROWS)
    loaded = load([source], LoadWish(tmp_path / "store"))
    total = loaded.totals["charges"]
    assert (total.read, total.kept, total.set_aside) == (4, 3, 1)
    assert aside(tmp_path / "store") == [("line 3", "Charge", "WITCHCRAFT")]
    assert f"{source} was read as a file of the format suffolk-da." in loaded.notes


def test_it_is_read_as_it_would_be_converted(tmp_path):
    source = write(tmp_path / "in.csv", *ROWS)
    load([source], LoadWish(tmp_path / "store"))
    convert_file(RowByRow(SuffolkCharges), source, tmp_path / "tables")
    load([tmp_path / "tables" / "charges.csv"], LoadWish(tmp_path / "other"))
    assert rows_of(tmp_path / "store") == rows_of(tmp_path / "other")
    complete = {row["person_id"]: row["person.record_complete"]
                for row in rows_of_people(tmp_path / "store")}  # fmt: skip
    assert complete == {"7": 0, "8": 2, "9": 2}, "whose row was set aside may have more charges"


def rows_of_people(store):
    return pq.read_table(store / "people").to_pylist()


def test_files_of_one_format_are_one_data_set(tmp_path):
    one = write(tmp_path / "one.csv", {}, {"Person ID": "8"})
    two = write(tmp_path / "two.csv", {"Charge": "WITCHCRAFT"}, {"Person ID": "9"})
    load([one, two], LoadWish(tmp_path / "store"))
    complete = {row["person_id"]: row["person.record_complete"]
                for row in rows_of_people(tmp_path / "store")}  # fmt: skip
    assert complete == {"7": 0, "8": 2, "9": 2}, "a row of the second file is missing of 7"
    assert aside(tmp_path / "store") == [("line 2", "Charge", "WITCHCRAFT")]


def test_it_is_screened_in_one_go(tmp_path):
    source = write(tmp_path / "in.csv", *ROWS)
    command = ["screen", str(source), "--out", str(tmp_path / "out"), "--as-of", "2026-11-23"]
    done = CliRunner().invoke(main, [*command, "--question", "clear.100A"])
    assert done.exit_code == 1, done.output
    assert "charges: 4 rows in = 3 answered + 1 set aside" in done.stdout
    told = json.loads((tmp_path / "out" / "report.json").read_text())
    assert "us-ma" in told["law"]


@pytest.mark.parametrize("name", ["suffolk", "suffolk-da"])
def test_a_format_may_have_two_names(tmp_path, name):
    source = write(tmp_path / "in.csv", {})
    done = CliRunner().invoke(main, ["convert", name, str(source), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output


def test_a_file_that_only_looks_alike_is_read_as_any_other(tmp_path):
    source = write(tmp_path / "in.csv", {})
    text = source.read_text(encoding="utf-8").replace("Person ID", "Person Number", 1)
    other = tmp_path / "other.csv"
    other.write_text(text, encoding="utf-8")
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    done = CliRunner().invoke(main, ["load", str(other), "--out", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert "no column says which case a row belongs to" in done.stderr
