"""Many responses on DuckDB: row by row what one by one gives, for every form that is shipped."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.cli.score import LARGE
from homeward.sources import json_records
from homeward.therapy.as_json import as_dict
from homeward.therapy.bulk.lines import LinesFile
from homeward.therapy.bulk.nested import AsJson
from homeward.therapy.bulk.outputs import as_lines
from homeward.therapy.bulk.running import score_in_bulk
from homeward.therapy.one_by_one import Aside, score_all
from homeward.therapy.repeated import repeated
from tests.cli.commands import homeward, lines_of, written
from tests.therapy.made_responses import every_response, responses

CASES = Path(__file__).parents[1] / "cases" / "therapy.scoring.jsonl"
WHOLE = {"id": "a", "instrument": "phq-9", "answers": {str(n): 1 for n in range(1, 10)}}


def one_by_one(path):
    def entries():
        return ((one.line, one.data) for one in json_records(path) if one.problem is None)

    found = score_all(json_records(path), path.name, repeated(entries))
    return [one.as_dict() if isinstance(one, Aside) else as_dict(one) for one in found]


def in_bulk(path, block=2**26):
    found = score_in_bulk(LinesFile(path, block), AsJson())
    return [json.loads(line) for database, aside in found for line in as_lines(database, aside)]


def file_of(folder, rows):
    return written(folder, "in.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def assert_same(path, block=2**26):
    for one, many in zip(one_by_one(path), in_bulk(path, block), strict=True):
        assert many == one


def test_every_form_with_each_answer_missing_and_wrong_in_turn_is_scored_alike(tmp_path):
    assert_same(file_of(tmp_path, every_response()))


def test_every_case_is_scored_alike_and_as_it_should_be():
    found = in_bulk(CASES)
    assert found == one_by_one(CASES)
    for line, score in zip(CASES.read_text("utf-8").splitlines(), found, strict=True):
        expected = json.loads(line)["expected"]
        assert {key: score.get(key) for key in expected} == expected


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(responses(), min_size=1, max_size=25), st.sampled_from([300, 2**26]))
def test_whatever_comes_is_scored_alike(tmp_path_factory, rows, block):
    assert_same(file_of(tmp_path_factory.mktemp("rows"), rows), block)


ODD_LINES = [
    pytest.param(b"nope", id="no JSON"),
    pytest.param(b'{"id": "a",}', id="a comma before the bracket"),
    pytest.param(b'{"id": 1, "id": 2}', id="a key twice"),
    pytest.param(b'{"instrument": "phq-2", "answers": {"1": 0, "1": 3}}', id="an answer twice"),
    pytest.param(b'{"instrument": "phq-2", "answers": {"1": NaN, "2": 1}}', id="not a number"),
    pytest.param(b'{"instrument": "phq-2", "answers": {"1": 1e400, "2": 1}}', id="past all bounds"),
    pytest.param(b'{"instrument": "phq-2", "answers": {"1": -0, "2": 1}}', id="minus nothing"),
    pytest.param(b'{"instrument": "phq-2", "answers": {"1": 2e0, "2": 1}}', id="an exponent"),
    pytest.param(b'{"instrument": "phq-2", "answers": {"1": 01, "2": 1}}', id="a zero before"),
    pytest.param(b'{"instrument": "phq-2", "answers": {"\\u0031": 2, "2": 1}}', id="an escape"),
    pytest.param(b'{"instrument": "phq-2", "answers": {"1": 1}} // so', id="a remark"),
    pytest.param(b'{"id": "\\ud800"}', id="half a character"),
    pytest.param(b'{"id": "\xff"}', id="no UTF-8"),
    pytest.param(b'\xef\xbb\xbf{"id": "a", "instrument": "phq-2", "answers": {}}', id="a mark"),
    pytest.param(b'{"id": "a\x00"}', id="a null byte"),
    pytest.param(b"[1]", id="a list"),
    pytest.param(b"null", id="nothing"),
    pytest.param(b'{"id": "b", "more": {"x": {"y": 1, "y": 2}}}', id="a key twice, deep inside"),
    pytest.param(b" \t ", id="a blank line"),
]


@pytest.mark.parametrize("line", ODD_LINES)
def test_a_line_that_engines_read_in_different_ways_is_scored_alike(tmp_path, line):
    good = json.dumps(WHOLE).encode()
    assert_same(written(tmp_path, "in.jsonl", b"\n".join([good, line, b"", line, good])))


@pytest.mark.parametrize("block", [1, 50, 400])
def test_the_size_of_a_stretch_changes_nothing(tmp_path, block):
    rows = [WHOLE, WHOLE, WHOLE | {"status": "amended", "answers": {}}, WHOLE | {"id": 3}]
    assert_same(file_of(tmp_path, rows), block)


def test_the_table_holds_what_the_lines_hold(tmp_path):
    rows = [WHOLE, {"id": 7, "instrument": "cssrs-screen", "answers": {"2": 1, "4": 1}}]
    file = file_of(tmp_path, [*rows, WHOLE | {"id": "b", "status": "stopped"}])
    out, listed = tmp_path / "out.parquet", tmp_path / "out.set_aside.csv"
    result = homeward("therapy", "score", file, "--out", out)
    first, second = pq.read_table(out).to_pylist()
    expected, triage, _ = one_by_one(file)
    for key in ("total", "total_min", "band", "missing", "flags", "notes", "prorated_mean"):
        assert first[key] == expected.get(key)
        assert second[key] == triage.get(key)
    assert dict(first["positive"]) == expected["positive"]
    assert (second["id"], dict(second["subscores"])) == ("7", triage["subscores"])
    (aside,) = rows_of(listed)
    assert (aside["row"], aside["id"], aside["field"]) == ("line 3", "b", "status")
    assert aside["flags"] == "self-harm thoughts: same-day safety check"
    assert "3 responses: 2 scored" in result.stderr
    assert "1 of those set aside have a safety flag" in result.stderr
    assert (result.exit_code, len(list(tmp_path.iterdir()))) == (1, 3)


def test_lines_and_csv_hold_the_same(tmp_path):
    file = file_of(tmp_path, [WHOLE, WHOLE | {"id": "b", "answers": {"1": 9}}])
    for out in ("out.jsonl", "out.csv"):
        assert homeward("therapy", "score", file, "--out", tmp_path / out).exit_code == 0
    lines = [json.loads(one) for one in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert lines == one_by_one(file)
    rows = rows_of(tmp_path / "out.csv")
    assert [json.loads(row["errors"]) for row in rows] == [one["errors"] for one in lines]
    assert [json.loads(row["notes"]) for row in rows] == [one["notes"] for one in lines]


def test_a_large_file_in_json_is_scored_in_bulk_without_being_asked(tmp_path):
    wide = WHOLE | {"comment": "x" * 2_000}
    file = file_of(tmp_path, [wide | {"id": n} for n in range(LARGE // 2_000)] + [wide, wide])
    result = homeward("therapy", "score", file, "--format", "json")
    assert lines_of(result) == one_by_one(file)
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("name", "content", "out", "said"),
    [
        pytest.param("in.jsonl", "\n\n", "o.parquet", "no response", id="an empty file"),
        pytest.param("in.jsonl", "{}", "o.xlsx", ".parquet, .csv, .jsonl", id="another ending"),
        pytest.param("in.json", "{}", "o.csv", "one response a line", id="not lines"),
        pytest.param("in.jsonl", "{}", "no/o.csv", "cannot be written", id="no such folder"),
        pytest.param("in.jsonl", "{}", "in.jsonl", "Name another file", id="the file itself"),
        pytest.param("in.jsonl", '{"resourceType": "Bundle"}', "o.csv", "FHIR", id="FHIR"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(tmp_path, name, content, out, said):
    file = written(tmp_path, name, content)
    result = homeward("therapy", "score", file, "--out", tmp_path / out)
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert [one.name for one in tmp_path.iterdir()] == [name]
