"""Cases of survivors of abuse, in every place: facts in, the expected answers out."""

import pytest

from homeward import law
from homeward.explain.engines import Engines
from tests.cases.agreement import HERE, Expectation, disagreement, expectations

ENGINES = Engines()
FILES = sorted(path.name for path in HERE.glob("*.survivors.jsonl"))
FEDERAL = "us-fed"
"""How these cases write a case of a federal court."""


def is_known(one: Expectation) -> bool:
    """Whether there is law for the place of the case."""
    place = one.case["cases"][0]["jurisdiction"]
    return place == FEDERAL or law.body(place) is not None


OF_THE_FILES = [
    one for name in FILES for one in expectations(name) if one.is_judged and is_known(one)
]


@pytest.mark.parametrize("one", OF_THE_FILES, ids=str)
def test_the_answer_agrees_with_the_law(one: Expectation) -> None:
    """Status and date are those that were derived by hand."""
    assert disagreement(one, ENGINES) is None
