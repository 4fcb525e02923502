"""RSMo 217.690, 14 CSR 80-2.010: from when the parole board may consider release."""

import pytest

from tests.law.us.mo.release.prison import a_term, asked, murder_2, possession

P = "parole.eligibility"
GROUP = "charge.sentence.parole_offense_group"


def eligible(*charges, **about):
    return asked(P, *charges, **about)


def theft(offense_class, group="nonviolent", **facts):
    return a_term("570.080", parole_offense_group=group, **{"class": offense_class, **facts})


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(possession(years=5, parole_offense_group="drug", effective_start="2025-01-15"),
                     "now 2025-10-15", id="15 percent of a drug felony of class D: nine months"),
        pytest.param(theft("E", years=4, effective_start="2026-06-01"), "later 2027-01-07",
                     id="15 percent of class E: 7.2 months, so 220 of 1461 days"),
        pytest.param(theft("D", "dwi", years=5), "now 2022-10-15", id="drunk driving of class D"),
        pytest.param(theft("C", years=10), "now 2024-01-15", id="20 percent of class C: 24 months"),
        pytest.param(theft("C", "violent", years=10), "now 2025-05-05",
                     id="33 percent, violent: 39.6 months, so 1206 of 3652 days"),
        pytest.param(theft("D", "sexual", years=5), "now 2023-09-10",
                     id="33 percent, sexual: 19.8 months, so 603 of 1826 days"),
        pytest.param(theft("D", "child_abuse", years=5), "now 2023-09-10",
                     id="33 percent, child abuse"),
        pytest.param(theft("B", years=10), "now 2024-01-15..2025-05-05: "
                     "law:us-mo/parole.pct.ab_nonviolent", id="class B: 20 to 33 percent"),
        pytest.param(theft("A", years=30, effective_start="2019-01-15"),
                     "unknown 2025-01-15..2028-12-10: law:us-mo/parole.pct.ab_nonviolent",
                     id="class A of thirty years: 72 months, to 3617 of 10958 days"),
        pytest.param(theft("C", "dwi", years=10), "now 2024-01-15..2025-05-05: "
                     "law:us-mo/parole.pct.ab_nonviolent", id="drunk driving of class C: as B"),
        pytest.param(theft("D", None, years=5, effective_start="2025-01-15"),
                     f"now 2025-10-15..2026-09-10: {GROUP}",
                     id="the group is not known: 15 to 33 percent"),
        pytest.param(theft(None, years=10), "now 2023-07-15..2025-05-05: charge.class, "
                     "law:us-mo/parole.pct.ab_nonviolent", id="the class is not known"),
        pytest.param(theft("C", years=None, extended_term=False),
                     "now 2022-08-23..2024-01-15: charge.sentence.years",
                     id="the length is not known: 20 percent of three to ten years"),
    ],
)  # fmt: skip
def test_the_boards_table(charge, expected):
    assert eligible(charge) == expected


@pytest.mark.parametrize(
    ("charge", "prior", "expected"),
    [
        pytest.param(murder_2(), 0, "now 2023-12-15", id="85 percent of a dangerous felony"),
        pytest.param(a_term(parole_offense_group="violent"), 2, "later 2027-01-15",
                     id="half, after two earlier times in prison"),
        pytest.param(a_term(parole_offense_group="violent"), 1, "now 2026-01-15",
                     id="40 percent after one"),
        pytest.param(a_term(parole_offense_group="violent"), 0, "now 2025-05-05",
                     id="after none, the table"),
        pytest.param(a_term("565.020", years=None, life=True, **{"class": None}), 0,
                     "never: not_without_parole", id="murder 1"),
        pytest.param(a_term(without_parole=True), 0, "never: not_without_parole",
                     id="a persistent sexual offender"),
        pytest.param(a_term(statute=None, type="life_no_parole_50", years=None, life=...,
                            offense_date="1983-02-03", effective_start="1984-02-29"), 0,
                     "unknown 2034-03-01..never: law:us-mo/minimum_before_1994",
                     id="life without parole for fifty years, from a leap day"),
    ],
)  # fmt: skip
def test_the_later_of_table_and_minimum_term(charge, prior, expected):
    assert eligible(charge, prior=prior, birth_date="1960-01-01") == expected


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        pytest.param([theft("A", years=None, life=True)], "later 2037-01-15",
                     id="life: fifteen years"),
        pytest.param([theft("A", years=None, life=True), theft("A", years=None, life=True)],
                     "unknown 2022-01-15..2037-01-15: law:us-mo/several_life_terms",
                     id="two life terms: the table sets nothing"),
        pytest.param([theft("A", years=None, life=True), theft("A")], "later 2037-01-15",
                     id="life and a term of years"),
        pytest.param([theft("A", years=None, life=True),
                      theft("A", years=None, life=True, disposition="dismissed")],
                     "later 2037-01-15", id="one life term, and one charge that was dismissed"),
        pytest.param([theft("A", "violent", years=25, consecutive_terms_years=[25, 20])],
                     "later 2037-01-15", id="45 years in all count as life"),
        pytest.param([theft("A", "violent", years=24, consecutive_terms_years=[24, 20])],
                     "later 2036-07-24", id="44 do not: 5304 of 16071 days"),
        pytest.param([theft("D", years=5, consecutive_terms_years=[5, 5])], "now 2023-07-15",
                     id="two times five years: nine months and nine months"),
        pytest.param([theft("A", "violent", years=60)], "later 2037-01-15",
                     id="sixty years count as life"),
    ],
)  # fmt: skip
def test_long_terms_and_several(charges, expected):
    assert eligible(*charges) == expected


@pytest.mark.parametrize(
    ("charge", "prior", "born", "expected"),
    [
        pytest.param(murder_2("2020-06-01", years=30, consecutive_terms_years=[30, 30]), 0,
                     "1990-01-01",
                     "unknown 2035-06-01..2045-12-01: law:us-mo/cap_of_dangerous_terms",
                     id="dangerous: capped at one life term, fifteen years or 85 percent"),
        pytest.param(a_term(years=30, consecutive_terms_years=[30, 30],
                            parole_offense_group="violent"), 3, "2002-01-01", "later 2037-01-15",
                     id="80 percent of sixty years, capped at fifteen years"),
        pytest.param(a_term(years=60, parole_offense_group="violent"), 3, "2002-01-01",
                     "later 2070-01-15", id="one term of sixty years is not capped"),
    ],
)  # fmt: skip
def test_added_minimums_are_capped(charge, prior, born, expected):
    assert eligible(charge, prior=prior, birth_date=born) == expected


BORN = "2000-05-10"
NEEDS = "law:us-mo/parole.juvenile_murder_2_excluded"


def by_a_child(statute="570.023", offended="2018-05-09", years=20, **facts):
    return a_term(statute, **{"class": "A", "offense_date": offended, "arrest_date": offended,
                              "disposition_date": "2019-01-01", "effective_start": "2019-01-01",
                              "years": years, **facts})  # fmt: skip


@pytest.mark.parametrize(
    ("charge", "about", "expected"),
    [
        pytest.param(by_a_child(), {}, "later 2034-01-01", id="the day before turning eighteen"),
        pytest.param(by_a_child(offended="2018-05-10"), {}, "later 2036-01-01",
                     id="on the eighteenth birthday: 85 percent of twenty years"),
        pytest.param(by_a_child(years=17), {}, "later 2033-06-14",
                     id="85 percent of seventeen years comes first: 5278 of 6210 days"),
        pytest.param(by_a_child(years=None, life=True), {}, "later 2034-01-01", id="life"),
        pytest.param(by_a_child("565.021.1(1)"), {},
                     f"unknown 2034-01-01..2036-01-01: {NEEDS}", id="knowing murder 2: open law"),
        pytest.param(by_a_child("565.021"), {}, f"unknown 2034-01-01..2036-01-01: {NEEDS}",
                     id="murder 2, of which kind is not told"),
        pytest.param(by_a_child("565.021.1(2)"), {}, "later 2034-01-01",
                     id="murder 2, a death in the course of a felony"),
        pytest.param(by_a_child("565.021.1(1)"), {"as_of": "2024-08-27"}, "later 2034-01-01",
                     id="knowing murder 2, the day before the open change"),
        pytest.param(by_a_child("565.021.1(1)"), {"as_of": "2024-08-28"},
                     f"unknown 2034-01-01..2036-01-01: {NEEDS}", id="on its day"),
        pytest.param(by_a_child(), {"birth_date": None},
                     "unknown 2027-01-01..2036-01-01: person.birth_date",
                     id="the age is not known: seventy with 40 percent is possible"),
        pytest.param(by_a_child("565.020", years=35), {},
                     f"unknown 2026-01-01..never: law:us-mo/child_murder_1_minimum, {GROUP}, "
                     "law:us-mo/parole.pct.ab_nonviolent", id="murder 1 since 2016: open law"),
        pytest.param(by_a_child("565.020", years=None, life=True, disposition_date="2016-08-27",
                                offended="2016-01-01", effective_start="2016-08-27"), {},
                     "never: not_without_parole", id="murder 1 before"),
        pytest.param(by_a_child(), {"as_of": "2021-08-28"}, "later 2034-01-01",
                     id="on the first day of the text"),
        pytest.param(by_a_child("565.021.1(1)"), {"as_of": "2021-08-28"}, "later 2034-01-01",
                     id="also for murder 2"),
        pytest.param(by_a_child(), {"as_of": "2021-08-27"},
                     "later 2036-01-01", id="before it there is no such way"),
    ],
)  # fmt: skip
def test_under_eighteen_and_fifteen_years(charge, about, expected):
    assert eligible(charge, **{"birth_date": BORN, **about}) == expected


def test_who_was_paroled_is_not_asked_again():
    assert eligible(murder_2(paroled_on="2023-12-28")) == "not_applicable"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(theft("D", years=5, effective_start="2017-01-01"), "later 2017-10-01",
                     id="15 percent"),
        pytest.param(theft("C", years=5, effective_start="2017-01-01"), "later 2018-01-01",
                     id="20 percent"),
        pytest.param(theft("B", years=25, effective_start="2017-01-01"),
                     "unknown 2022-01-01..2025-04-01: law:us-mo/parole.pct.ab_nonviolent",
                     id="20 to 33 percent"),
        pytest.param(theft("D", "violent", years=25, effective_start="2017-01-01"),
                     "later 2025-04-01", id="33 percent: 99 months of 300"),
        pytest.param(theft("A", years=None, life=True, effective_start="2017-01-01"),
                     "later 2032-01-01", id="life"),
        pytest.param(theft("A", "violent", years=44, effective_start="2017-01-01"),
                     "later 2031-07-11", id="44 years are not yet life: 5304 of 16071 days"),
    ],
)  # fmt: skip
def test_the_first_day_of_the_rule(charge, expected):
    assert eligible(charge, as_of="2017-01-01") == expected


def test_the_day_before_it_is_not_asked():
    assert eligible(theft("D"), as_of="2016-12-31") == "not_applicable"
