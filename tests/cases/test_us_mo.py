"""Missouri's cases: facts in, the expected answers out."""

import pytest

from homeward.explain.engines import Engines
from tests.cases import us_mo
from tests.cases.agreement import Expectation, disagreement, expectations

ENGINES = Engines()
OF_THE_FILE = [one for one in expectations("us-mo.jsonl") if one.is_judged]


@pytest.mark.parametrize("one", [*OF_THE_FILE, *us_mo.ALL], ids=str)
def test_the_answer_agrees_with_the_statute(one: Expectation) -> None:
    """Status and date are those that were derived by hand."""
    assert disagreement(one, ENGINES) is None


def test_no_two_records_share_a_name() -> None:
    """A record's name is a sentence, and says which case it is."""
    records = {id(one.case): one.case["id"] for one in [*OF_THE_FILE, *us_mo.ALL]}
    by_hand = [records[key] for key in {id(one.case) for one in us_mo.ALL}]
    assert len(by_hand) == len(set(by_hand))
