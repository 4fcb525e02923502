"""What a court or another weighs, over all bodies of law: it completes "weighs whether …"."""

import pytest

from homeward import law

_WEIGHED = [
    pytest.param(weighed.says, id=f"{rule.name} {weighed.name}")
    for body_id in law.body_ids()
    for rule in law.body(body_id).rules.values()
    for weighed in rule.discretions
]


@pytest.mark.parametrize("says", _WEIGHED)
def test_it_completes_a_sentence_that_says_whether(says):
    assert says.split()[0] not in {"whether", "if", "where"}


@pytest.mark.parametrize("body_id", law.body_ids())
def test_what_is_said_of_rounding_is_a_sentence_or_a_citation(body_id):
    assert not law.body(body_id).rounding_cite.startswith("this ")
