"""The same seed gives the same people: again, in other blocks, in other formats, among more."""

import csv

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from homeward import law
from homeward.sample import Order, make_sample, people, read_distributions
from homeward.sample.block import BlockMaker

MISSOURI = read_distributions("us-mo")


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def tables(count, size, seed=5, heavy=0):
    """All rows of each table, made in blocks of a size."""
    maker = BlockMaker(MISSOURI, law.vocabulary(), seed, heavy)
    made = list(maker.blocks(count, size))
    return {name: pa.concat_tables([block[name] for block in made]) for name in made[0]}


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_the_same_seed_gives_the_same_bytes(tmp_path, form):
    for name in ("one", "two"):
        make_sample(Order("us-mo", 300, tmp_path / name, seed=5, heavy=1, form=form))
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_the_bytes_do_not_depend_on_the_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr("homeward.sample.writing.GROUP_ROWS", 1_000)
    for name, size in (("one", 3_000), ("two", 701)):
        monkeypatch.setattr(BlockMaker.blocks, "__defaults__", (size,))
        make_sample(Order("us-mo", 3_000, tmp_path / name))
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    assert pq.read_metadata(tmp_path / "two" / "people.parquet").num_row_groups == 3


@pytest.mark.parametrize("size", [1, 7, 100])
def test_the_people_do_not_depend_on_the_blocks(size):
    assert tables(100, size, heavy=2) == tables(100, 100, heavy=2)


def test_more_people_are_the_same_people_and_others_after_them():
    few, many = tables(40, 40), tables(90, 90)
    for name, rows in few.items():
        assert many[name].slice(0, rows.num_rows) == rows


def test_another_seed_gives_other_people():
    one, two = tables(50, 50, seed=1), tables(50, 50, seed=2)
    assert one["people"]["birth_date"] != two["people"]["birth_date"]


def test_heavy_people_leave_the_others_as_they_are():
    plain, heavy = tables(30, 30), tables(30, 30, heavy=3)
    assert plain["people"].slice(3) == heavy["people"].slice(3)


def test_json_lines_hold_the_same_people_as_the_tables(tmp_path):
    make_sample(Order("us-mo", 200, tmp_path, seed=9))
    rows = {name: pq.read_table(tmp_path / f"{name}.parquet").to_pylist()
            for name in ("people", "cases", "charges")}  # fmt: skip
    found = {"people": [], "cases": [], "charges": []}
    for person in people("us-mo", 200, seed=9):
        found["people"].append(flat(person["person"]))
        for case in person["cases"]:
            charges = case.pop("charges")
            whose = {"person_id": person["id"]}
            found["cases"].append(whose | flat(case))
            whose |= {"case_id": case["case_id"]}
            found["charges"] += [whose | flat(charge) for charge in charges]
    assert found == {name: [known(row) for row in table] for name, table in rows.items()}


def flat(row, above=""):
    """Nested fields by their paths."""
    found = {}
    for key, value in row.items():
        found |= flat(value, f"{above}{key}.") if isinstance(value, dict) else {above + key: value}
    return found


def known(row):
    """What a row of a table says, with days as text."""
    return {key: plain(value) for key, value in row.items() if value is not None}


def plain(value):
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_csv_holds_the_same_cells_as_parquet(tmp_path):
    make_sample(Order("us-mo", 200, tmp_path / "parquet", heavy=1))
    make_sample(Order("us-mo", 200, tmp_path / "csv", heavy=1, form="csv"))
    for name in ("people", "cases", "charges"):
        table = pq.read_table(tmp_path / "parquet" / f"{name}.parquet").to_pylist()
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            cells = list(csv.DictReader(file))
        assert cells == [{key: cell(value) for key, value in row.items()} for row in table]


def cell(value):
    """A value as its cell: nothing for what is not known, true and false, lists parted by ;."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ";".join(cell(item) for item in value)
    return f"{value:g}" if isinstance(value, float) else str(plain(value))
