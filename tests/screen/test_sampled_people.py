"""Sampled people are answered alike one by one and all at once."""

from datetime import date

import pytest

from homeward import law
from homeward.sample import records
from tests.screen.both_ways import differences

MISSOURI = law.body("us-mo")
QUESTIONS = sorted({rule.question for rule in MISSOURI.rules.values()})


@pytest.mark.parametrize("question", QUESTIONS[:6])
def test_sampled_people_are_answered_alike_one_by_one_and_all_at_once(question):
    people = list(records("us-mo", 150, seed=QUESTIONS.index(question)))
    assert not differences(people, date(2026, 11, 23), [MISSOURI], questions=[question])
