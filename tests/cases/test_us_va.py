"""Virginia's cases: the law in force by hand, and the analysis team's own labels."""

import pytest

from homeward.explain.engines import Engines
from homeward.law.overlays import overlays_named
from tests.cases.agreement import Expectation, answer_to, disagreement, expectations

LABELED = {
    "us-va@va-lajc.jsonl": Engines(),
    "us-va@va-lajc.short-waits.jsonl": Engines(patches=overlays_named(["short-waits"])),
}
ENGINES = {"us-va.jsonl": Engines(), **LABELED}
ROWS = [(name, one) for name in ENGINES for one in expectations(name)]


def told(part: object) -> str:
    """The name of a file, or what a row expects."""
    return str(part)


@pytest.mark.parametrize(("name", "one"), ROWS, ids=told)
def test_the_answer_agrees_with_what_is_expected(name, one: Expectation) -> None:
    assert disagreement(one, ENGINES[name]) is None


@pytest.mark.parametrize(
    ("name", "one"), [(name, one) for name, one in ROWS if name in LABELED], ids=told
)
def test_it_is_sealed_as_the_label_says(name, one: Expectation) -> None:
    """The label, kept as the reason of the row, says whether it has to be asked for."""
    answer = answer_to(one, ENGINES[name])
    word = one.expected["why"].split()[0]
    expected = {"Automatic": "automatic", "Petition": "petition"}.get(word)
    assert answer.status == "never" if expected is None else answer.brings.how == expected
