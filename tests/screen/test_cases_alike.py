"""The people of every place's cases are answered alike one by one and all at once."""

import json
from datetime import date
from pathlib import Path
from random import Random

import pytest

from homeward import law
from tests.screen.both_ways import differences, read

CASES = Path(__file__).parents[1] / "cases"
PLACES = [body_id for body_id in law.body_ids() if list(CASES.glob(f"{body_id}*.jsonl"))]
KEPT = ("case_id", "charge_id", "charges")


def told(body_id):
    """The records of a place's files of cases."""
    for file in sorted(CASES.glob(f"{body_id}*.jsonl")):
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def thinned(row, dice, share):
    """A row of which a share of the facts is not known, and so are those of the rows below."""
    found = {}
    for name, value in row.items():
        if name == "charges":
            found[name] = [thinned(one, dice, share) for one in value]
        elif isinstance(value, dict):
            found[name] = thinned(value, dice, share)
        else:
            found[name] = None if name not in KEPT and dice.random() < share else value
    return found


def with_gaps(one, dice, share):
    """A record with facts missing everywhere."""
    cases = [thinned(case, dice, share) for case in one["cases"]]
    told = {"person": thinned(one.get("person") or {}, dice, share), "cases": cases}
    home = one.get("tenancy")
    return told if home is None else {**told, "tenancy": thinned(home, dice, share)}


DAYS = [date(2026, 11, 23), pytest.param(date(2024, 2, 29), marks=pytest.mark.slow)]


@pytest.mark.parametrize("as_of", DAYS, ids=str)
@pytest.mark.parametrize("body_id", PLACES)
def test_cases_are_answered_alike_one_by_one_and_all_at_once(body_id, as_of):
    records = read(told(body_id))
    assert records
    assert differences(records, as_of, [law.body(body_id)]) == []


@pytest.mark.slow
@pytest.mark.parametrize("percent", [3, 10, 25])
@pytest.mark.parametrize("body_id", PLACES)
def test_cases_with_gaps_are_answered_alike_too(body_id, percent):
    dice = Random(f"{body_id} {percent}")  # noqa: S311  chance, not a secret
    records = read(with_gaps(one, dice, percent / 100) for one in told(body_id))
    assert differences(records, date(2026, 11, 23), [law.body(body_id)]) == []
