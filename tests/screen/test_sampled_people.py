"""Sampled people of every place are answered alike one by one and all at once."""

from datetime import date

import pytest

from homeward import law
from homeward.sample import covered, records
from tests.screen.both_ways import differences

DAY = date(2026, 11, 23)
MISSOURI = law.body("us-mo")
QUESTIONS = sorted({rule.question for rule in MISSOURI.rules.values()})


@pytest.mark.parametrize("question", QUESTIONS[:6])
def test_sampled_people_are_answered_alike_one_by_one_and_all_at_once(question):
    people = list(records("us-mo", 150, seed=QUESTIONS.index(question)))
    assert not differences(people, DAY, [MISSOURI], questions=[question])


@pytest.mark.parametrize("place", [place for place in covered() if place != "us-mo"])
def test_a_sample_of_each_place_is_answered_alike(place):
    people = list(records(place, 500, seed=17))
    assert not differences(people, DAY, [law.body(place)])


@pytest.mark.slow
@pytest.mark.parametrize("place", covered())
def test_a_larger_sample_of_each_place_is_answered_alike(place):
    people = list(records(place, 2_000, seed=23))
    assert not differences(people, DAY, [law.body(place)])
