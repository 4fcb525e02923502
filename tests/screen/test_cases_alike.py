"""The people of every place's cases are answered alike one by one and all at once."""

import json
from datetime import date
from pathlib import Path

import pytest

from homeward import law
from tests.screen.both_ways import differences, read

CASES = Path(__file__).parents[1] / "cases"
PLACES = [body_id for body_id in law.body_ids() if list(CASES.glob(f"{body_id}*.jsonl"))]


def told(body_id):
    """The records of a place's files of cases."""
    for file in sorted(CASES.glob(f"{body_id}*.jsonl")):
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


DAYS = [date(2026, 11, 23), pytest.param(date(2024, 2, 29), marks=pytest.mark.slow)]


@pytest.mark.parametrize("as_of", DAYS, ids=str)
@pytest.mark.parametrize("body_id", PLACES)
def test_cases_are_answered_alike_one_by_one_and_all_at_once(body_id, as_of):
    records = read(told(body_id))
    assert records
    assert differences(records, as_of, [law.body(body_id)]) == []
