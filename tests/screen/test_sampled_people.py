"""Sampled people of every place are answered alike one by one and all at once.

A question at a time: a plan of one question is made in a fraction of a second, one of all
questions of a place takes many.
"""

from datetime import date

import pytest

from homeward import law
from homeward.sample import covered, records
from tests.screen.both_ways import differences

DAY = date(2026, 11, 23)
QUESTIONS = {
    place: sorted({rule.question for rule in law.body(place).rules.values()}) for place in covered()
}
FEW = [(place, question) for place in covered() for question in QUESTIONS[place][:6]]
ALL = [(place, question) for place in covered() for question in QUESTIONS[place]]


def alike(place, question, count):
    people = list(records(place, count, seed=QUESTIONS[place].index(question)))
    return not differences(people, DAY, [law.body(place)], questions=[question])


@pytest.mark.parametrize(("place", "question"), FEW, ids=lambda part: part)
def test_sampled_people_are_answered_alike_one_by_one_and_all_at_once(place, question):
    assert alike(place, question, 170)


@pytest.mark.slow
@pytest.mark.parametrize(("place", "question"), ALL, ids=lambda part: part)
def test_more_sampled_people_are_answered_alike(place, question):
    assert alike(place, question, 3_000)
