"""California: what a pilot in Los Angeles drafted for Proposition 64, laid over the law."""

from datetime import date

import pytest

from homeward import law
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.law.overlays import overlays_named
from tests.law.us.ca.records import convicted

ENGINES = Engines(patches=overlays_named(["prop64-bulk-la"]))


def pilot(*charges, **person):
    """Status and day of the first charge, under the pilot's draft."""
    rows = [{"charge_id": str(number), **one} for number, one in enumerate(charges)]
    record = read_record(
        {"as_of": "2019-11-11", "person": {"birth_date": "1989-03-14", **person},
         "cases": [{"case_id": "c", "jurisdiction": "us-ca", "charges": rows}]},
        law.vocabulary(),
    )  # fmt: skip
    session = Session(date(2019, 11, 11), engines=ENGINES)
    answers = session.answers(record, questions=["clear.prop64"], laws=["us-ca"])
    asked = [a for a in answers if a.rule == "*" and a.question == "clear.prop64"]
    return next(a for a in asked if a.subject is record.charges[0]).status


def cannabis(until, **facts):
    """A felony of selling cannabis, and the day until which its sentence runs."""
    return convicted(statute="11359 HS", on="2014-05-12", sentence={"until": until}, **facts)


@pytest.mark.parametrize(
    ("until", "expected"),
    [pytest.param("2019-11-11", "now", id="over today"),
     pytest.param("2019-11-12", "unknown", id="runs until tomorrow: a person looks at it")],
)  # fmt: skip
def test_the_terms_of_the_sentence_tell_whether_it_is_over(until, expected):
    assert pilot(cannabis(until), registered_290=False) == expected


def test_a_misdemeanor_is_for_the_city():
    lesser = convicted("misdemeanor", statute="11359 HS", on="2014-05-12")
    assert pilot(lesser, registered_290=False) == "unknown"


def test_an_earlier_grave_felony_ends_it():
    grave = convicted(statute="187 PC", on="2010-01-01")
    assert pilot(cannabis("2019-01-01"), grave, registered_290=False) == "never"
