"""Shares of long terms, of broken ones and in parts of a percent mean the same in both engines."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.facts import CitationForm
from homeward.rules import charge, days_served, months_of, number, served
from tests.screen.both_ways import differences, read
from tests.screen.made_up_people import people
from tests.screen.made_up_rules import FOLDER, MadeUp
from tests.screen.test_made_up_rules import CASE, CHARGE, PERSON

TERMS = {
    "sentence.years": [0.5, 1, 2.5, 10, 333.3333, 999, 1000],
    "weight_lb": [0.2, 33.3333333, 50, 85.5, 100, 250],
}
CROWD = st.lists(people(PERSON, CASE, {**CHARGE, **TERMS}), min_size=1, max_size=6)
SHARES = st.sampled_from([0, 15, 33, 85, 100, 33.3, 12.5, Fraction(100, 3), Fraction(200, 3)])
PERCENT = SHARES.map(number) | st.just(charge("weight_lb"))
START, TERM = charge("disposition_date"), months_of(charge("sentence.years"))


@pytest.mark.parametrize("counted", ["months", "up", "down", "nearest"])
@given(CROWD, PERCENT, st.sampled_from(["forward", "back"]))
@settings(max_examples=8)
def test_a_share_of_a_term(counted, crowd, percent, rounding):
    body = MadeUp(
        id="us-zz", title="Made up", folder=FOLDER, rounding=rounding, rounding_cite="",
        citation=CitationForm(r"(?P<chapter>\d+)\.(?P<section>\d+)"), checked_on=date(2026, 11, 23),
    )  # fmt: skip
    share = (
        served(START, TERM, percent)
        if counted == "months"
        else days_served(START, TERM, percent, counted)
    )
    body.rule("a", question="a", subject="charge", cite="1", since="2000-01-01", title="a",
              holds="a")(lambda: share)  # fmt: skip
    assert differences(read(crowd), date(2026, 11, 23), [body]) == []
