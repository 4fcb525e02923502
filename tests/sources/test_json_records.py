"""Records from files: one at a time, each line in its place, whatever stands in it."""

import pytest

from homeward.facts import RecordError
from homeward.sources import json_records


def entries(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return list(json_records(path))


def test_a_file_of_one_record_has_no_lines(tmp_path):
    (entry,) = entries(tmp_path, "a.json", b'{"cases": []}')
    assert entry == (None, {"cases": []}, None)


@pytest.mark.parametrize("name", ["a.jsonl", "A.JSONL"])
def test_a_file_of_lines_counts_them_empty_ones_too(tmp_path, name):
    found = entries(tmp_path, name, b'{"id": 1}\n\n  \r\n{"id": 2}')
    assert [(entry.line, entry.data) for entry in found] == [(1, {"id": 1}), (4, {"id": 2})]


def test_a_mark_of_the_byte_order_is_no_part_of_the_record(tmp_path):
    (entry,) = entries(tmp_path, "a.jsonl", b'\xef\xbb\xbf{"id": 1}\n')
    assert entry.data == {"id": 1}


def test_a_line_that_is_not_json_stands_in_its_place_with_what_was_found(tmp_path):
    good, bad, after = entries(tmp_path, "a.jsonl", b'{"id": 1}\n{"id": oops}\n{"id": 3}\n')
    assert (good.problem, after.problem) == (None, None)
    assert (bad.line, bad.data) == (2, None)
    assert bad.problem.row == "line 2"
    assert "column 8" in bad.problem.problem
    assert bad.problem.value == "'oops}'"


def test_the_first_line_is_there_before_the_last_is_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": 1}\n' + b'{"id": 2}\n' * 100_000)
    reading = json_records(path)
    assert next(reading).data == {"id": 1}
    reading.close()


def test_a_character_written_by_its_two_halves_is_a_character(tmp_path):
    (entry,) = entries(tmp_path, "a.json", b'{"id": "\\ud83c\\udfe0"}')
    assert entry.data == {"id": "🏠"}


def test_a_file_without_an_end_is_too_large_for_one_record(tmp_path):
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(101 * 2**20)
    with pytest.raises(RecordError, match=r"too large for one record.*\.jsonl"):
        list(json_records(path))
