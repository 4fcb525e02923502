"""Louisiana' cases: facts in, the expected answers out."""

import pytest

from homeward.explain.engines import Engines
from tests.cases.agreement import Expectation, disagreement, expectations

ENGINES = Engines()
OF_THE_FILE = [one for one in expectations("us-la.jsonl") if one.is_judged]


@pytest.mark.parametrize("one", OF_THE_FILE, ids=str)
def test_the_answer_agrees_with_the_statute(one: Expectation) -> None:
    """Status and date are those that were derived by hand."""
    assert disagreement(one, ENGINES) is None
