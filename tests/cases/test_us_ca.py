"""California's cases: the statutes by hand, and what counties chose for Proposition 64."""

import pytest

from homeward import law
from homeward.explain.engines import Engines
from homeward.explain.explainer import patches_of
from homeward.facts import read_record
from tests.cases.agreement import Expectation, disagreement, expectations

ROWS = [
    one
    for name in ("us-ca.jsonl", "us-ca.prop64.jsonl")
    for one in expectations(name)
    if one.is_judged
]


def as_chosen(one: Expectation) -> Engines:
    """The law with what the county of the case chose, if it did."""
    return Engines(patches=patches_of(read_record(one.case, law.vocabulary())))


@pytest.mark.parametrize("one", ROWS, ids=str)
def test_the_answer_agrees_with_what_is_expected(one: Expectation) -> None:
    assert disagreement(one, as_chosen(one)) is None
