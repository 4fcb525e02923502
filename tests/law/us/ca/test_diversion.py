"""California: what a completed program of diversion brings, PC 851.87, 851.90, 1001.36, 1001.95."""

import pytest

from tests.law.us.ca.records import answer, arrest, ask

EARLY, DRUGS, NEVER = "clear.851_87", "clear.851_90", "arrest.never_occurred"


def program(section, how="diverted", on="2019-05-05", **facts):
    return arrest("felony", how, on, diversion=section and f"PC {section}", **facts)


@pytest.mark.parametrize(
    ("question", "section"),
    [(EARLY, "851.87"), (DRUGS, "1000"), (DRUGS, "1000.5"), (DRUGS, "1000.8"),
     (NEVER, "1001.36"), (NEVER, "1001.95")],
)  # fmt: skip
def test_from_its_completion_on(question, section):
    assert ask(question, program(section)) == "now 2019-05-05"
    told = program(section, charge_dismissed_on="2019-06-06")
    assert ask(question, told) == "now 2019-06-06"
    open_ = program(section, on=None)
    assert ask(question, open_) == (
        "unknown always..never: charge.charge_dismissed_on, charge.disposition_date"
    )


@pytest.mark.parametrize(
    ("question", "charge", "expected"),
    [
        pytest.param(EARLY, program("851.87", "convicted"), "never", id="it was not completed"),
        pytest.param(DRUGS, program("1000", "convicted"), "never", id="nor this one"),
        pytest.param(NEVER, program("1001.36", "convicted"), "not_applicable", id="a conviction"),
        pytest.param(EARLY, program("1000"), "not_applicable", id="another program"),
        pytest.param(DRUGS, program("1001.36"), "not_applicable", id="no drug program"),
        pytest.param(NEVER, program("1001.80"), "never", id="off this list"),
        pytest.param(EARLY, program(None), "not_applicable", id="no program is told"),
    ],
)
def test_for_whom(question, charge, expected):
    assert ask(question, charge) == expected


@pytest.mark.parametrize(
    ("question", "section", "eve", "start"),
    [
        pytest.param(EARLY, "851.87", "2013-12-31", "2014-01-01", id="851.87"),
        pytest.param(DRUGS, "1000", "2003-12-31", "2004-01-01", id="851.90"),
        pytest.param(NEVER, "1001.36", "2018-06-26", "2018-06-27", id="1001.36"),
    ],
)
def test_the_first_day(question, section, eve, start):
    charge = program(section, on="2001-05-05", arrest_date="2000-01-01", offense_date="2000-01-01")
    assert ask(question, charge, as_of=eve) == "not_applicable"
    assert ask(question, charge, as_of=start) == "now 2001-05-05"


def test_what_the_court_may_and_what_comes_by_itself():
    assert answer(EARLY, program("851.87")).brings.standard == "may"
    assert answer(DRUGS, program("1000")).brings.standard == "may"
    assert answer(NEVER, program("1001.95")).brings.how == "automatic"


@pytest.mark.parametrize("section", ["PC 187", "PC 37"])
def test_what_may_be_charged_at_any_time_is_not_sealed(section):
    charge = arrest("felony", "dismissed", "2021-01-20", statute=section, refiling_barred=True)
    assert ask("arrest.petition", charge) == "never"
    cleared = {**charge, "disposition": "acquitted"}
    assert ask("arrest.petition", cleared) == "now 2021-01-20"


def test_of_others_the_longest_term_tells():
    charge = arrest("felony", "dismissed", "2021-01-20", statute="PC 211", refiling_barred=True)
    assert ask("arrest.petition", {**charge, "max_years": 98}) == "now 2021-01-20"
    assert ask("arrest.petition", {**charge, "max_years": 99}) == "never"
