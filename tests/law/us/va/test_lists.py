"""Virginia: every section of every list, on the first day of the law.

The sections are written here again, so that a row that is lost from a list is noticed.
"""

import pytest

from tests.law.us.va.records import against, ask, convicted, deferred, dismissed, plain, since

FIRST_DAY = "2026-07-01"
MINOR, PETITION = "clear.19_2_392_12_1", "clear.19_2_392_12"
OPEN = "unknown 2026-07-01..never"
NOT_LEFT_OUT = {"victim_family_or_household": False, "requires_sex_registration": False}


def of_18_2(numbers):
    return [f"18.2-{number}" for number in numbers.split()]


SEXUAL_ASSAULT = of_18_2(
    "61 62 63 64.1 64.2 65 66 67 67.1 67.2 67.2:1 67.3 67.4 67.4:1 67.4:2 67.5 67.5:1 67.5:2 67.5:3"
    " 67.6 67.7 67.7:1 67.8 67.9 67.10"
)
DRIVING = [*of_18_2("266 268.3 51.4 51.5 36.1 36.2"), "46.2-341.24"]
PERSONS = of_18_2(
    "30 31 32 32.1 32.2 32.3 33 35 36 36.3 37 37.1 38 39 40 41 42 42.1 43 44 45 46 46.1 46.2 46.3"
    " 46.3:1 46.3:2 46.3:3 46.4 46.5 46.6 46.7 46.8 46.9 46.10 47 48 48.1 49 49.1 50 50.2 50.3 51"
    " 51.1 51.2 51.3 51.6 51.7 52 52.1 53 53.1 54 54.1 54.2 55 55.1 56 56.1 56.2 57 57.01 57.02"
    " 57.1 57.3 57.4 57.5 58 58.1 59 60 60.1 60.2 60.3 60.5 68 69 70 71 71.1 72 73 74 74.1 74.2 75"
    " 76 76.1 76.2"
)
REGISTRY = of_18_2(
    "31 47 48 60.3 90 91 348 348.1 349 355 356 357 357.1 359 361 361.1 366 369 370 370.01 370.1"
    " 370.2 370.3 370.5 370.6 371 371.1 374.1 374.1:1 374.3 374.4 376.1 377 379 386.1 386.2 387"
    " 387.1"
)
MAYBE = {
    "left_out_driving": ["29.1-738", "46.2-341.26:3"],
    "left_out_protective_order": ["16.1-253.2", "18.2-60.4"],
    "left_out_drugs": ["18.2-251.2"],
    "left_out_elections": [f"24.2-{number}" for number in range(1000, 1021)],
    "left_out_animals": [f"3.2-{number}" for number in (
        "6570", "6570.1", "6571", "6571.1", "6572", "6573", "6573.1", "6573.2")],
    "left_out_dogs": [f"3.2-{number}" for number in (
        "6540", "6540.01", "6540.02", "6540.03", "6540.04")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("sections", "condition"),
    [
        pytest.param(SEXUAL_ASSAULT, "not_a_sex_offense", id="sexual assault"),
        pytest.param(DRIVING, "not_under_the_influence", id="under the influence"),
        pytest.param(["18.2-57.2"], "no_family_victim", id="a family victim"),
    ],
)
def test_sections_that_are_left_out(sections, condition):
    for section in sections:
        charge = plain(statute=section, **NOT_LEFT_OUT)
        assert against(charge, question=PETITION, as_of=FIRST_DAY) == [condition], section


@pytest.mark.parametrize("name", MAYBE)
def test_sections_that_may_be_left_out(name):
    for section in MAYBE[name]:
        told = ask(plain(statute=section, **NOT_LEFT_OUT), question=PETITION, as_of=FIRST_DAY)
        assert told == f"{OPEN}: law:us-va/{name}", section


@pytest.mark.parametrize(
    ("sections", "fact"),
    [
        pytest.param(PERSONS, "victim_family_or_household", id="against a person"),
        pytest.param(REGISTRY, "requires_sex_registration", id="the registry"),
        pytest.param(of_18_2("57 121 423 423.01 423.1 423.2"), "punished_as_hate_crime",
                     id="hate crimes"),
    ],
)  # fmt: skip
def test_sections_of_which_a_fact_is_asked(sections, fact):
    known = {**NOT_LEFT_OUT, "punished_as_hate_crime": False}
    for section in sections:
        charge = plain(statute=section, **{**known, fact: ...})
        told = ask(charge, question=PETITION, as_of=FIRST_DAY)
        assert told == f"{OPEN}: charge.{fact}", section
        asked = since(plain(statute=section, **known), question=PETITION, as_of=FIRST_DAY)
        assert asked == "now 2026-07-01", section


def test_a_protective_order_is_open_in_two_ways():
    told = ask(plain(statute="18.2-60.4"), question=PETITION, as_of=FIRST_DAY)
    assert "charge.victim_family_or_household" in told


def test_each_number_is_law_on_the_first_day():
    def first(question, *charges):
        return since(*charges, question=question, as_of=FIRST_DAY)

    automatic = "clear.19_2_392_6"
    assert first(automatic, convicted(), convicted(on="2015-01-01")) == "never"
    assert first(automatic, convicted(statute="18.2-248.1")) == "now 2026-07-01"
    assert first("clear.19_2_392_11", dismissed(), deferred(on="2001-03-10")) == "never"
    assert first(MINOR, convicted(), convicted(on="2020-05-04")) == "later 2027-05-04"
    assert first(PETITION, plain(), plain("F3", on="2006-11-24")) == "later 2026-11-24"


@pytest.mark.parametrize(
    ("charge", "question", "expected"),
    [
        *(pytest.param(deferred(statute=one), MINOR, "now 2026-07-01", id=one) for one in
          ("18.2-96", "18.2-103", "18.2-119", "18.2-120", "18.2-134", "18.2-415", "18.2-248.1",
           "4.1-305", "18.2-265.3(A)")),
        pytest.param(deferred(statute="18.2-265.3"), MINOR, OPEN, id="18.2-265.3"),
        *(pytest.param(deferred(statute=one), MINOR, "never", id=one) for one in
          ("18.2-265.3(B)", "18.2-265.3(C)")),
        pytest.param(convicted(statute="18.2-250.1"), "clear.19_2_392_6_1", "now 2026-07-01",
                     id="18.2-250.1"),
        pytest.param(convicted("I", on="2010-01-01", statute="46.2-1"), "clear.19_2_392_17",
                     "now 2026-07-01", id="46.2-1"),
        pytest.param(plain("FU", statute="18.2-95"), PETITION, "now 2026-07-01", id="18.2-95"),
    ],
)  # fmt: skip
def test_sections_that_are_listed(charge, question, expected):
    assert since(charge, question=question, as_of=FIRST_DAY) == expected
