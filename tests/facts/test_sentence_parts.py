"""A sentence that a record gives in parts."""

import pytest

from homeward import law
from homeward.facts import read_record

UNTIL = "charge.sentence.until"


def until(parts, **sentence):
    """The day until which a sentence of 29 February 2016 runs, as a record tells it."""
    charge = {"disposition_date": "2016-02-29", "sentence": {"parts": parts, **sentence}}
    case = {"case_id": "c", "jurisdiction": "us-ca", "charges": [charge]}
    record = read_record({"person": {}, "cases": [case]}, law.vocabulary())
    assert not any("parts" in str(note) for note in record.notes)
    held = record.charges[0].facts.get(UNTIL)
    return None if held is None else str(held[0])


def part(length, unit):
    return {"length": length, "unit": unit, "place": "JAIL"}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param([part("6", "M")], "2016-08-29", id="six months"),
        pytest.param([part(1, "Y")], "2017-03-01", id="a year from a leap day: the next day"),
        pytest.param([part("90", "D"), part("3", "Y")], "2019-05-30",
                     id="years first, in one step, and then the days"),
        pytest.param([part("6", "M"), {"place": "PRISON"}], None, id="a part without a length"),
        pytest.param([part("6", "L")], None, id="a unit that is not known"),
        pytest.param([part("-6", "M")], None, id="no number"),
        pytest.param([part("9999", "Y")], "2200-12-31", id="as far as days are told"),
        pytest.param([], None, id="no part"),
        pytest.param("6 months", None, id="no list"),
    ],
)  # fmt: skip
def test_the_day_that_the_parts_reach(parts, expected):
    assert until(parts) == expected


def test_the_day_that_the_record_gives_goes_before():
    assert until([part("6", "M")], until="2016-04-01") == "2016-04-01"
    assert until([part("6", "M")], sentenced_on="2016-03-31") == "2016-10-01"
