"""Missouri's cases: facts in, the expected answers out."""

import pytest

from homeward.explain.engines import Engines
from tests.cases.agreement import Expectation, disagreement, expectations

ENGINES = Engines()


@pytest.mark.parametrize("one", [e for e in expectations("us-mo.jsonl") if e.is_judged], ids=str)
def test_the_answer_agrees_with_the_statute(one: Expectation) -> None:
    """Status and date are those that were derived by hand."""
    assert disagreement(one, ENGINES) is None
