"""California: an attempt (PC 664) or a conspiracy (PC 182) is read as what it aims at."""

import pytest

from homeward import law
from tests.law.us.ca.records import arrest, ask, convicted, custody, probation
from tests.law.us.ca.test_cannabis import cannabis

PARTS = law.body("us-ca").citation.parts


@pytest.mark.parametrize(
    ("written", "section"),
    [
        ("664/187(A) PC", "187"),
        ("PC 664/187(a)", "187"),
        ("664-11359 HS", "11359"),
        ("66411358 HS", "11358"),
        ("664.11358 HS", "11358"),
        ("664 211 PC", "211"),
        ("664 PC-187 PC", "187"),
        ("664(a)/459 PC", "459"),
        ("182/11359 HS", "11359"),
        ("182(A)(1)/187 PC", "187"),
        ("PC 664", "664"),
        ("PC 664(a)", "664"),
        ("PC 182", "182"),
        ("182(a)(1) PC", "182"),
        ("182 (a)(1) PC", "182"),
        ("PC 182.5", "182.5"),
        ("PC 187(a)/664", "187"),
        ("VC 23152(a)", "23152"),
    ],
)
def test_the_section_that_a_citation_is_about(written, section):
    assert PARTS(written)[0] == section


@pytest.mark.parametrize(
    "written", ["664/11359 HS", "664-11359 HS", "66411358 HS", "664.11358 HS", "182/11359 HS"]
)
def test_an_attempt_at_a_cannabis_offense_is_one(written):
    assert ask("clear.11361_8", cannabis(statute=written)) == "now 2016-11-09"


@pytest.mark.parametrize(
    "written", ["664/187(A) PC", "PC 664/187", "664/189 PC", "664/191.5 PC", "182/187 PC"]
)
def test_an_attempted_homicide_is_of_the_gravest(written):
    grave = convicted(statute=written, on="2000-01-01")
    assert ask("clear.11361_8", cannabis(), grave) == "never"


@pytest.mark.parametrize("written", ["664/288(a) PC", "664/209 PC", "182/261(a)(2) PC"])
def test_of_another_attempt_it_is_open_whether_it_is_of_the_gravest(written):
    found = ask("clear.11361_8", cannabis(), convicted(statute=written, on="2000-01-01"))
    assert found.startswith("unknown 2016-11-09..never: ")
    assert "law:us-ca/attempts" in found


PRISON = custody("prison", "2018-01-01", "2019-01-01", registrable=...)


@pytest.mark.parametrize("written", ["664/261 PC", "664/288(a) PC", "182/311.11 PC"])
def test_an_attempt_makes_one_register_as_the_crime_does(written):
    assert ask("clear.petition", {**PRISON, "statute": written}) == "never"


@pytest.mark.parametrize("section", ["PC 187", "PC 207", "PC 207(b)", "PC 209", "PC 272"])
def test_of_these_the_aim_decides_whether_one_registers(section):
    found = ask("clear.petition", {**PRISON, "statute": section})
    unsure = "charge.requires_sex_registration, law:us-ca/registration.in_part"
    assert found == f"unknown 2023-07-01..never: {unsure}"


@pytest.mark.parametrize("written", ["664/211 PC", "664/460(a) PC", "664/187 PC"])
def test_an_attempt_at_a_serious_felony_is_serious(written):
    unlisted = custody("prison", "2018-01-01", "2019-01-01", serious=...)
    assert ask("clear.auto", {**unlisted, "statute": written}) == "never"


TRAFFICKED = {"trafficking_victim": True}


def test_attempted_murder_is_violent():
    assert ask("clear.236_14", convicted(statute="664/187(a) PC"), **TRAFFICKED) == "never"


def test_of_another_attempt_it_is_open_whether_it_is_violent():
    found = ask("clear.236_14", convicted(statute="664/211 PC"), **TRAFFICKED)
    assert found.startswith("unknown always..never: ")
    assert "law:us-ca/attempts" in found


@pytest.mark.parametrize(
    ("question", "charge"),
    [
        ("clear.petition", probation("2018-04-02", statute="664/288(a) PC", registrable=False)),
        ("clear.petition",
         convicted("misdemeanor", statute="664/288(c) PC", sentence={"type": "fine"})),
        ("certificate.4852_01",
         custody("prison", "2001-01-01", "2002-01-01", on="2000-01-01", statute="664/288(a) PC",
                 resident="1990-01-01", registrable=False)),
    ],
)  # fmt: skip
def test_of_an_attempt_it_is_open_whether_a_section_leaves_it_out(question, charge):
    facts = {name: value for name, value in charge.items() if name != "resident"}
    here = {"california_resident_since": charge["resident"]} if "resident" in charge else {}
    found = ask(question, facts, **here)
    assert found.startswith("unknown ")
    assert "law:us-ca/attempts" in found


@pytest.mark.parametrize(
    "section",
    ["PC 424", "PC 503", "PC 504", "PC 261", "PC 262", "PC 264.1", "PC 286", "PC 287", "PC 288",
     "PC 288a", "PC 288.5", "PC 289"],
)  # fmt: skip
def test_of_public_money_and_sex_crimes_the_limit_of_time_is_open(section):
    taken = {**arrest("felony", "arrest_only"), "statute": section, "max_years": 4}
    found = ask("arrest.petition", taken)
    assert found.startswith("unknown ")
    assert "law:us-ca/limits.none_for_some" in found
    told = {**taken, "limitation_period_end": "2023-08-08"}
    assert "none_for_some" not in ask("arrest.petition", told)
