"""Cases of renting with a record, in every place: facts in, the expected answers out."""

import pytest

from homeward import law
from homeward.explain.engines import Engines
from tests.cases.agreement import HERE, Expectation, disagreement, expectations

ENGINES = Engines()
FILES = sorted(path.name for path in HERE.glob("*.housing.jsonl"))


def is_known(one: Expectation) -> bool:
    """Whether there is law for the place of the home and for all that lies above it."""
    place = one.case["tenancy"]["jurisdiction"]
    return all(law.body(name) for name in (place, *law.parents(place)))


OF_THE_FILES = [
    one for name in FILES for one in expectations(name) if one.is_judged and is_known(one)
]


@pytest.mark.parametrize("one", OF_THE_FILES, ids=str)
def test_the_answer_agrees_with_the_law(one: Expectation) -> None:
    """Status and date are those that were derived by hand."""
    assert disagreement(one, ENGINES) is None
