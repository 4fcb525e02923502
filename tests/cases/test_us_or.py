"""Oregon's cases: facts in, the expected answers out."""

import pytest

from homeward.explain.engines import Engines
from tests.cases.agreement import Expectation, disagreement, expectations

ENGINES = Engines()
ROWS = list(expectations("us-or.jsonl"))
OF_THE_FILE = [one for one in ROWS if one.is_judged]


@pytest.mark.parametrize("one", OF_THE_FILE, ids=str)
def test_the_answer_agrees_with_the_statute(one: Expectation) -> None:
    """Status and date are those of the statute."""
    assert disagreement(one, ENGINES) is None


@pytest.mark.parametrize("one", [row for row in ROWS if not row.is_judged], ids=str)
def test_a_disputed_row_still_differs(one: Expectation) -> None:
    """A row that agrees again is disputed no more."""
    assert disagreement(one, ENGINES) is not None
