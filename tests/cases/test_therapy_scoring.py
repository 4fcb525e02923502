"""Every case of scoring, by hand from the published rules, as the command line answers it."""

import json
from pathlib import Path

import pytest

from tests.cli.commands import homeward, lines_of

FILE = Path(__file__).parent / "therapy.scoring.jsonl"
CASES = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def answers():
    result = homeward("therapy", "score", FILE, "--format", "json")
    assert result.exit_code == 0
    return {answer["id"]: answer for answer in lines_of(result)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']}: {case['why']}")
def test_a_case_of_scoring(case, answers):
    answer = answers[case["id"]]
    assert {key: answer.get(key) for key in case["expected"]} == case["expected"]
