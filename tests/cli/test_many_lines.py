"""A file of any length: every line answered, and memory that does not grow with it."""

import json
import sys

import pytest
from benchmarks.peak import peak_mb


def a_file(path, lines):
    """Records of which no two share a day, a citation, a place or a code."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(lines):
            charge = {"charge_id": f"x{number}", "statute": f"{100 + number % 900}.{number:05}",
                      "severity": "felony", "class": "D", "disposition": "convicted",
                      "description": f"invented offense {number}"}  # fmt: skip
            elsewhere = {"case_id": f"e{number}", "jurisdiction": f"us-x{number}", "charges": []}
            here = {"case_id": f"c{number}", "jurisdiction": "us-mo", "charges": [charge]}
            record = {"id": f"r{number}", "person": {}, "cases": [here, elsewhere],
                      "as_of": f"{1990 + number % 40}-01-{1 + number % 28:02}"}  # fmt: skip
            file.write(json.dumps(record) + "\n")
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read as Linux tells it")
def test_memory_does_not_grow_with_the_file(tmp_path):
    def peak(lines):
        path, out = a_file(tmp_path / f"{lines}.jsonl", lines), tmp_path / f"{lines}.out"
        command = ["explain", str(path), "--format", "json", "--question", "closed"]
        measured = peak_mb(out, *command)
        with out.open(encoding="utf-8") as answered:
            assert [json.loads(line)["id"] for line in answered] == [
                f"r{number}" for number in range(lines)
            ]
        return measured

    short, long = peak(300), peak(3_000)
    assert long < short * 1.15
