"""RSMo 558.011.1, 558.016.7: is the term within what its class allows?"""

import pytest

from tests.law.us.mo.release.prison import a_term, asked

LONG, SHORT = "never: not_too_long", "never: not_too_short"
WITHIN = "now always"


def within(offense_class, years, offended="2021-06-01", **facts):
    charge = a_term("570.080", years=years, offense_date=offended,
                    **{"class": offense_class, "extended_term": False, **facts})  # fmt: skip
    return asked("sentence.lawful_term", charge)


@pytest.mark.parametrize(
    ("offense_class", "offended", "shortest", "longest"),
    [
        ("A", "2017-01-01", 10, 30),
        ("B", "2017-01-01", 5, 15),
        ("C", "2017-01-01", 3, 10),
        ("A", "2016-12-31", 10, 30),
        ("B", "2016-12-31", 5, 15),
        ("C", "2016-12-31", 1, 7),
        ("A", "1979-01-01", 10, 30),
        ("B", "1979-01-01", 5, 15),
        ("C", "1979-01-01", 1, 7),
    ],
)
def test_both_ends_of_a_class(offense_class, offended, shortest, longest):
    lengths = (shortest - 1, shortest, longest, longest + 1)
    found = [within(offense_class, years, offended) for years in lengths]
    assert found == [SHORT, WITHIN, WITHIN, LONG]


@pytest.mark.parametrize(
    ("offense_class", "offended", "longest"),
    [
        ("D", "2017-01-01", 7),
        ("E", "2017-01-01", 4),
        ("D", "2016-12-31", 4),
        ("D", "2003-06-27", 4),
    ],
)
def test_the_two_lowest_classes_have_no_shortest(offense_class, offended, longest):
    found = [within(offense_class, years, offended) for years in (0.5, longest, longest + 1)]
    assert found == [WITHIN, WITHIN, LONG]


@pytest.mark.parametrize(
    ("years", "offended", "expected"),
    [
        pytest.param(4, "2003-06-26", WITHIN, id="four years of class D before 2003"),
        pytest.param(
            5,
            "2003-06-26",
            "unknown always..never: law:us-mo/term.max_years.D",
            id="five: open law",
        ),
        pytest.param(6, "2003-06-26", LONG, id="six: too long"),
        pytest.param(4, "1979-01-01", WITHIN, id="four, on the first day of the code"),
        pytest.param(
            4,
            "1978-12-31",
            "unknown always..never: law:us-mo/term.max_years.D",
            id="before the code nothing is known",
        ),
        pytest.param(5, "2003-06-27", LONG, id="five since then"),
    ],
)
def test_class_d_before_2003(years, offended, expected):
    assert within("D", years, offended) == expected


@pytest.mark.parametrize(
    ("offense_class", "years", "open_law"),
    [
        ("A", 20, "law:us-mo/term.max_years.A, law:us-mo/term.min_years.A"),
        ("B", 10, "law:us-mo/term.max_years.B, law:us-mo/term.min_years.B"),
        ("C", 5, "law:us-mo/term.max_years.C, law:us-mo/term.min_years.C"),
    ],
)
def test_before_the_code_of_1979_nothing_is_known(offense_class, years, open_law):
    assert within(offense_class, years, "1978-12-31") == f"unknown always..never: {open_law}"


def test_there_was_no_class_e_before_2017():
    assert within("E", 4, "2016-12-31") == "unknown always..never: law:us-mo/term.max_years.E"


@pytest.mark.parametrize(
    ("offense_class", "years", "extended", "expected"),
    [
        pytest.param("C", 15, True, WITHIN, id="class C, as long as class B"),
        pytest.param("C", 16, True, LONG, id="and no longer"),
        pytest.param("D", 10, True, WITHIN, id="class D, as long as class C"),
        pytest.param("D", 11, True, LONG, id="and not longer"),
        pytest.param("E", 7, True, WITHIN, id="class E, as long as class D"),
        pytest.param("E", 8, True, LONG, id="not longer than that"),
        pytest.param("B", 40, True, WITHIN, id="class B may be extended to life"),
        pytest.param("A", 31, True, LONG, id="class A has nothing above it"),
        pytest.param("D", 8, None,
                     "unknown always..never: charge.sentence.extended_term",
                     id="whether it was extended is not known"),
        pytest.param("D", 7, None, WITHIN, id="and need not be"),
    ],
)  # fmt: skip
def test_an_extended_term_may_be_that_of_the_next_class(offense_class, years, extended, expected):
    assert within(offense_class, years, extended_term=extended) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"class": "A", "life": True}, WITHIN, id="life"),
        pytest.param({"class": None}, "not_applicable", id="without a class there is no range"),
        pytest.param({"class": "unclassified"}, "not_applicable", id="an unclassified felony"),
        pytest.param({"years": None}, "not_applicable", id="a length that is not told"),
        pytest.param({"type": "probation"}, "not_applicable", id="probation"),
    ],
)
def test_where_it_is_asked(facts, expected):
    charge = a_term("570.080", **{"class": "B", **facts})
    assert asked("sentence.lawful_term", charge) == expected


def test_the_day_before_the_code_it_is_not_asked():
    assert asked("sentence.lawful_term", a_term(), as_of="1978-12-31") == "not_applicable"
    assert asked("sentence.lawful_term", a_term(), as_of="1979-01-01") == WITHIN
