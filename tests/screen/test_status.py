"""How an answer stands on a day: the columns are read as explain reads an answer."""

import itertools
from datetime import date, timedelta

import duckdb
import pytest

from homeward.explain.answer import Answer
from homeward.facts import Row
from homeward.screen.status import status
from homeward.when import FIRST, LAST

DAY = date(2026, 11, 23)
DAYS = [FIRST, DAY - timedelta(1), DAY, DAY + timedelta(1), LAST]
SPANS = [(low, high) for low, high in itertools.product(DAYS, DAYS) if low <= high]
COLUMNS = ["Q:soonest", "Q:latest", "Q:binding", "Q:missing", "Q:waits"]


def explained(span, closes, missing, waits, *, applies=True):
    answer = Answer("Q", "*", Row("charge", "1"), span, DAY, applies, closes)
    answer.missing, answer.waits_on = ["a"] * missing, ["b"] * waits
    return answer.status


def screened(rows, columns):
    with duckdb.connect() as database:
        types = ["DATE", "DATE", "SMALLINT", "BIGINT", "BIGINT", "DATE", "DATE"]
        made = ", ".join(f'"{name}" {kind}' for name, kind in zip(columns, types, strict=False))
        database.execute(f"CREATE TABLE answers ({made})")
        holes = ", ".join("?" * len(columns))
        database.executemany(f"INSERT INTO answers VALUES ({holes})", rows)
        found = database.execute(f"SELECT {status('Q', columns, DAY)} FROM answers").fetchall()
        return [one for (one,) in found]


def test_every_span_around_the_day_stands_as_explain_says():
    told = [(span, missing, waits) for span in SPANS for missing in (0, 1) for waits in (0, 1)]
    rows = [(*span, 0, missing, waits) for span, missing, waits in told]
    wanted = [explained(span, None, missing, waits) for span, missing, waits in told]
    assert screened(rows, COLUMNS) == wanted
    assert set(wanted) == {"now", "later", "never", "unknown"}


def test_a_right_that_ends_stands_as_explain_says():
    told = [(span, closes) for span in SPANS for closes in SPANS if closes[0] > FIRST]
    columns = [*COLUMNS, "Q:closes", "Q:closes_latest"]
    rows = [(*span, 0, 1, 0, *closes) for span, closes in told]
    assert screened(rows, columns) == [explained(span, closes, 1, 0) for span, closes in told]


@pytest.mark.parametrize(
    ("row", "stands"),
    [
        pytest.param((None, None, None, None, None), "not_asked", id="an empty row is no answer"),
        pytest.param((LAST, LAST, None, 0, 0), "not_applicable", id="no condition bars it"),
        pytest.param((LAST, LAST, 3, 0, 0), "never", id="a condition bars it"),
    ],
)
def test_what_is_not_asked_and_what_does_not_apply(row, stands):
    assert screened([row], COLUMNS) == [stands]
