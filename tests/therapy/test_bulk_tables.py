"""Tables of responses, wide and long, give what the same responses give as lines."""

import csv
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from homeward.therapy import instruments
from homeward.therapy.as_json import as_dict
from homeward.therapy.bulk.lines import LinesFile
from homeward.therapy.bulk.nested import AsJson
from homeward.therapy.bulk.outputs import as_lines
from homeward.therapy.bulk.running import score_in_bulk
from homeward.therapy.bulk.source import entries_of
from homeward.therapy.bulk.tables import Table
from homeward.therapy.one_by_one import Aside, score_all
from homeward.therapy.repeated import repeated
from tests.cli.commands import homeward, lines_of, written
from tests.therapy.made_responses import every_response

WORDS = ("id", "instrument", "version", "sex", "status", "coding", "reported_total")
WIDE = "id,1,2\na,3,1\nb,0,\n"
LONG = "id,instrument,item,answer\na,phq-2,1,3\na,phq-2,2,1\nb,gad-2,1,0\n"


def in_bulk(source):
    found = score_in_bulk(source, AsJson())
    return [json.loads(line) for database, aside in found for line in as_lines(database, aside)]


def one_by_one(source):
    def entries():
        return ((one.line, one.data) for one in entries_of(source) if one.problem is None)

    verdicts = repeated(entries, source.counted)
    found = score_all(entries_of(source), source.name, verdicts, source.counted)
    return [one.as_dict() if isinstance(one, Aside) else as_dict(one) for one in found]


def plain_responses():
    """Those whose answers and words a column of whole numbers, or of words, can hold."""
    items = {name for form in instruments() for name in form.items}
    for own in every_response():
        answers, total = own["answers"], own.get("reported_total")
        if (
            isinstance(answers, dict)
            and answers.keys() <= items
            and all(value is None or type(value) is int for value in answers.values())
            and all(isinstance(own.get(name), str | None) for name in WORDS[:-1])
            and (total is None or (type(total) is int and total < 10**9))
        ):
            yield own


def scores_of(source):
    """Without what differs by intention: where a response stands."""
    found = in_bulk(source)
    for one in found:
        if "error" in one:
            one["error"] = [(own["field"], own["problem"]) for own in one["error"]["problems"]]
            one["line"] = None
    return found


def wide_table(rows):
    names = sorted({name for own in rows for name in own["answers"]})
    columns = {name: [own.get(name) for own in rows] for name in WORDS}
    return pa.table(columns | {name: [own["answers"].get(name) for own in rows] for name in names})


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_a_wide_table_gives_what_lines_give(tmp_path, ending):
    rows = list(plain_responses())
    text = "".join(f"{json.dumps(own)}\n" for own in rows)
    path = tmp_path / f"in.{ending}"
    table = wide_table(rows)
    if ending == "csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, table.column_names)
            writer.writeheader()
            writer.writerows(table.to_pylist())
    else:
        pq.write_table(table, path)
    assert len(rows) > 1_000
    lines = scores_of(LinesFile(written(tmp_path, "in.jsonl", text)))
    assert scores_of(Table(path, rows=700)) == lines


def test_a_long_table_gives_what_lines_give(tmp_path):
    rows = [own for own in plain_responses() if own["answers"] and own["instrument"]]
    text = "".join(f"{json.dumps(own)}\n" for own in rows)
    long = [
        {name: own.get(name) for name in WORDS} | {"item": f"item_{item}", "answer": value}
        for own in rows
        for item, value in own["answers"].items()
    ]
    pq.write_table(pa.Table.from_pylist(long), tmp_path / "in.parquet")
    lines = scores_of(LinesFile(written(tmp_path, "in.jsonl", text)))
    assert scores_of(Table(tmp_path / "in.parquet")) == lines


CELLS = [
    pytest.param("2", 2, id="a whole number"),
    pytest.param(" 2.0 ", 2, id="as a spreadsheet writes it"),
    pytest.param("", None, id="empty: not answered"),
    pytest.param("2.5", "wrong", id="no whole number"),
    pytest.param("yes", "wrong", id="a word"),
    pytest.param("9", "wrong", id="out of range"),
    pytest.param("true", "wrong", id="true is no number"),
]


@pytest.mark.parametrize(("cell", "value"), CELLS)
def test_a_cell_is_read_as_what_it_says(tmp_path, cell, value):
    file = written(tmp_path, "in.csv", f'id,item_1,item_2\na,"{cell}",0\n')
    (found,) = lines_of(
        homeward("therapy", "score", file, "--instrument", "phq-2", "--format", "json")
    )
    assert found["total"] == (value if isinstance(value, int) else None)
    assert found["valid"] == (value != "wrong")


def test_numbers_with_gaps_that_became_real_are_whole_numbers_still(tmp_path):
    columns = {"id": [7.0, 8.0], "1": [3.0, float("nan")], "2": [1.0, None]}
    pq.write_table(pa.table(columns), tmp_path / "in.parquet")
    found = in_bulk(Table(tmp_path / "in.parquet", "phq-2"))
    assert [(one["id"], one["total"]) for one in found] == [(7, 4), (8, None)]


def test_true_and_false_are_no_numbers_in_a_table_either(tmp_path):
    pq.write_table(pa.table({"1": [True], "2": [False]}), tmp_path / "in.parquet")
    (found,) = in_bulk(Table(tmp_path / "in.parquet", "phq-2"))
    assert (found["valid"], found["missing"]) == (False, ["1", "2"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("a,phq-2,1,3\na,phq-2,1,3\n", '"1" stands twice', id="an answer twice"),
        pytest.param(",phq-2,1,3\n", "id: is empty", id="a row without an id"),
        pytest.param("a,phq-2,,3\n", "item: is empty", id="a row without a question"),
        pytest.param("a,phq-2\n", "line 2", id="a line that is no row"),
    ],
)
def test_what_is_wrong_in_a_long_table_is_set_aside_alone(tmp_path, content, said):
    file = written(tmp_path, "in.csv", f"id,instrument,item,answer\n{content}z,gad-2,1,0\n")
    found = in_bulk(Table(file))
    assert sum("error" in one for one in found) == 1
    assert said in next(one for one in found if "error" in one)["error"]["message"]
    assert [one["total_max"] for one in found if "error" not in one] == [3]


def test_a_field_that_differs_within_a_response_is_set_aside(tmp_path):
    rows = "a,audit-c,male,1,3\na,audit-c,female,2,0\nb,audit-c,male,1,1\nb,audit-c,,2,1\n"
    file = written(tmp_path, "in.csv", f"id,instrument,sex,item,answer\n{rows}")
    first, second = in_bulk(Table(file))
    assert '"sex" stands twice' in first["error"]["message"]
    assert second["positive"] == {"hazardous": "unknown"}


@pytest.mark.parametrize("content", [pytest.param(WIDE, id="wide"), pytest.param(LONG, id="long")])
def test_a_table_to_read_says_what_its_json_says(tmp_path, content):
    file = written(tmp_path, "in.csv", content)
    form = () if "instrument" in content else ("--instrument", "phq-2")
    text = homeward("therapy", "score", file, *form)
    assert text.stdout.count("not a diagnosis") == 2
    assert "a: PHQ-2" in text.stdout
    source = Table(file, form[-1] if form else None)
    assert in_bulk(source) == one_by_one(source)


def test_a_row_that_came_twice_is_said_by_its_row(tmp_path):
    columns = {"id": ["a", "a", "a"], "1": [0, 0, 3], "2": [0, 0, 3]}
    pq.write_table(pa.table(columns), tmp_path / "in.parquet")
    source = Table(tmp_path / "in.parquet", "phq-2")
    first, second, third = in_bulk(source)
    assert [first, second, third] == one_by_one(source)
    assert "row 2: id: is row 1 again" in second["error"]["message"]
    assert "on row 1 with other answers" in third["notes"][-1]


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_a_table_without_ids_is_scored_row_by_row(tmp_path, ending):
    file = written(tmp_path, f"in.{ending}", "1,2\n3,1\n3,1\n")
    if ending == "parquet":
        pq.write_table(pa.table({"1": [3, 3], "2": [1, 1]}), file)
    found = in_bulk(Table(file, "phq-2"))
    assert [(one["id"], one["total"]) for one in found] == [(None, 4), (None, 4)]


def test_a_table_that_breaks_off_says_to_make_it_again(tmp_path):
    pq.write_table(pa.table({"1": list(range(5_000)), "2": [1] * 5_000}), tmp_path / "in.parquet")
    whole = (tmp_path / "in.parquet").read_bytes()
    broken = written(tmp_path, "broken.parquet", whole[:200] + b"\x00" * 2_000 + whole[2_200:])
    result = homeward("therapy", "score", broken, "--instrument", "phq-2", "--out",
                      tmp_path / "out.jsonl")  # fmt: skip
    assert (result.exit_code, "cannot be read" in result.stderr) == (2, True)
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        pytest.param("id,1,2,site\n", ["--instrument", "phq-2"], "--leave-out site", id="a column"),
        pytest.param("id,1,2\n", [], "instrument: is missing", id="no form"),
        pytest.param("instrument,1\n", ["--instrument", "k6"], "given twice", id="two forms"),
        pytest.param("1,item_1\n", ["--instrument", "k6"], "two columns", id="an item twice"),
        pytest.param("instrument,item,answer\n", [], "id: is missing", id="long without id"),
        pytest.param("id,1\n", ["--instrument", "k6"], "no response", id="no rows"),
    ],
)
def test_a_table_that_cannot_be_read_says_what_to_do(tmp_path, content, options, said):
    file = written(tmp_path, "in.csv", content)
    result = homeward("therapy", "score", file, *options, "--out", tmp_path / "out.csv")
    assert (result.exit_code, said in result.stderr) == (2, True)


def test_columns_that_are_left_out_and_the_count_of_rows(tmp_path):
    file = written(tmp_path, "in.csv", "id,1,2,site,note\na,3,1,x,y\nb,0,9\n")
    options = ["--instrument", "phq-2", "--leave-out", "site,note"]
    result = homeward("therapy", "score", file, *options, "--out", tmp_path / "out.parquet")
    assert "2 responses: 1 scored" in result.stderr
    assert pq.read_table(tmp_path / "out.parquet")["total"].to_pylist() == [4]
    assert result.exit_code == 1
