"""Virginia's cases: the analysis team's own labels, made from its program's answers."""

import pytest

from homeward.explain.engines import Engines
from homeward.law.overlays import overlays_named
from tests.cases.agreement import Expectation, answer_to, disagreement, expectations

ENGINES = {
    "us-va@va-lajc.jsonl": Engines(),
    "us-va@va-lajc.short-waits.jsonl": Engines(patches=overlays_named(["short-waits"])),
}
ROWS = [pytest.param(name, one, id=f"{name}: {one}") for name in ENGINES
        for one in expectations(name)]  # fmt: skip


@pytest.mark.parametrize(("name", "one"), ROWS)
def test_the_answer_agrees_with_the_label(name, one: Expectation) -> None:
    assert disagreement(one, ENGINES[name]) is None


@pytest.mark.parametrize(("name", "one"), ROWS)
def test_it_is_sealed_as_the_label_says(name, one: Expectation) -> None:
    """The label, kept as the reason of the row, says whether it has to be asked for."""
    answer = answer_to(one, ENGINES[name])
    word = one.expected["why"].split()[0]
    expected = {"Automatic": "automatic", "Petition": "petition"}.get(word)
    assert answer.status == "never" if expected is None else answer.brings.how == expected
