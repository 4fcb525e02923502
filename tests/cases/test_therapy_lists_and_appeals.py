"""Every case of appeals and of waiting lists, as the command line answers it."""

import json
from pathlib import Path

import pytest

from tests.cli.commands import homeward, lines_of

HERE = Path(__file__).parent


def rows(command, name):
    path = HERE / f"therapy.{name}.jsonl"
    result = homeward("therapy", command, path, "--format", "json")
    assert result.exit_code == 0
    cases = map(json.loads, path.read_text("utf-8").splitlines())
    return [
        pytest.param(*pair, id=pair[0]["id"]) for pair in zip(cases, lines_of(result), strict=True)
    ]


@pytest.mark.parametrize(("case", "answer"), rows("appeal", "appeals"))
def test_a_case_of_appeals(case, answer):
    assert [answer[key] for key in ("id", "due_on", "cite")] == [
        case[key] for key in ("id", "due_on", "cite")
    ]


@pytest.mark.parametrize(("case", "answer"), rows("list", "waiting-list"))
def test_a_case_of_waiting_lists(case, answer):
    assert {key: answer[key] for key in case["expected"]} == case["expected"]
    assert answer.get("expected_under_reform") == case.get("expected_under_reform")
