"""Louisiana: the first day of each article and number, and the day before."""

import pytest

from tests.law.us.la.records import ask, ended, felony, misdemeanor

START, EVE = "2014-08-01", "2014-07-31"
LATER, LATER_EVE = "2024-08-01", "2024-07-31"
SOLD = {"statute": "40:970(A)", "description": "distribution"}


def old_felony(done="2003-01-01", **facts):
    return felony(done, **{"disposition_date": "2002-01-01", **facts})


def old_misdemeanor(done="2003-01-01", **facts):
    return misdemeanor(done, **{"disposition_date": "2002-01-01", **facts})


@pytest.mark.parametrize(
    ("charge", "person", "question", "expected"),
    [
        pytest.param(old_misdemeanor("2009-07-31"), {}, "clear.977", "now 2014-08-01",
                     id="more than five years"),
        pytest.param(old_felony("2004-07-31"), {}, "clear.978", "now 2014-08-01",
                     id="more than ten"),
        pytest.param(old_misdemeanor(), {"last_expungement_on": "2010-01-01"}, "clear.977",
                     "later 2015-01-01", id="one misdemeanor in five years"),
        pytest.param(old_misdemeanor(statute="14:98"), {"last_expungement_on": "2010-01-01"},
                     "clear.977", "later 2020-01-01", id="one drunk driving in ten"),
        pytest.param(old_felony(), {"last_expungement_on": "2010-01-01"}, "clear.978",
                     "later 2025-01-01", id="one felony in fifteen"),
        pytest.param(old_felony(statute="14:80", offense_date="2001-08-15"), {}, "clear.978",
                     "never", id="carnal knowledge since 2001"),
        pytest.param(old_felony(**SOLD, max_sentence_years=5), {}, "clear.978", "now 2013-01-02",
                     id="a drug offense of five years at most"),
        pytest.param(old_felony(**SOLD, max_sentence_years=6), {}, "clear.978", "never",
                     id="of six"),
        pytest.param(misdemeanor(arrest_charge="14:64"), {}, "interim.985_1", "now 2010-06-01",
                     id="interim expungement"),
        pytest.param(ended("diverted", severity="misdemeanor", statute="14:98",
                           arrest_date="2009-08-02"), {}, "clear.976", "later 2014-08-02",
                     id="five years from an arrest for drunk driving"),
    ],
)  # fmt: skip
def test_the_law_of_2014(charge, person, question, expected):
    assert ask(charge, question=question, as_of=EVE, **person) == "not_applicable"
    assert ask(charge, question=question, as_of=START, **person) == expected


def test_an_arrest_at_17():
    charge = ended("dismissed", arrest_date="2003-05-05", da_declined=True)
    assert ask(charge, question="clear.999", as_of=LATER_EVE) == "not_applicable"
    assert ask(charge, question="clear.999", as_of=LATER) == "now 2010-06-01"


def test_a_court_program():
    charge = misdemeanor(court_program_completed_on="2012-03-10")
    assert ask(charge, question="clear.985_3", as_of=LATER_EVE) == "not_applicable"
    found = ask(charge, question="clear.985_3", as_of=LATER)
    assert found == "now 2012-03-10..2017-03-11: law:us-la/program_waits"


def test_a_request_to_the_state_police():
    """Not before the law itself: the motion would have done since 2010."""
    charge = ended("dismissed")
    assert ask(charge, question="clear.automatic", as_of="2024-12-31") == "not_applicable"
    found = ask(charge, question="clear.automatic", as_of="2025-01-01")
    assert found == "unknown 2025-01-01..never: law:us-la/automated.operating"


def test_the_ten_years_without_a_felony():
    """Until 2024 two readings of which years; since then those before the motion."""
    second = felony("2024-01-01", disposition_date="2023-01-01", arrest_date="2009-05-05")
    found = ask(felony(), second, as_of=LATER_EVE)
    assert found.endswith("2022-03-11..2033-01-01: law:us-la/clean_ten_years")
    assert ask(felony(), second, as_of=LATER) == "later 2033-01-01"


def test_two_of_the_four_crimes():
    another = felony(statute="14:94", disposition_date="2009-06-01", arrest_date="2009-01-01")
    charge = felony(statute="14:34")
    assert ask(charge, another, as_of=LATER_EVE) == "now 2022-03-11"
    found = ask(charge, another, as_of=LATER)
    assert found == "unknown 2022-03-11..never: law:us-la/one_of_four"
