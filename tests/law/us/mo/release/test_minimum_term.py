"""RSMo 558.019: how much of a term must be served, in months or in days, by record and age."""

import pytest

from tests.law.us.mo.release.prison import a_term, asked, murder_2, possession

M = "release.minimum_prison_term"
FOREVER = "unknown always..never"


def minimum(*charges, **about):
    return asked(M, *charges, **about)


@pytest.mark.parametrize(
    ("started", "years", "expected"),
    [
        pytest.param("2015-06-15", 10, "now 2023-12-15", id="102 months of 120"),
        pytest.param("2018-02-28", 15, "later 2030-11-28", id="153 of 180, from late February"),
        pytest.param("2018-03-31", 20, "later 2035-03-31", id="204 of 240, from the end of March"),
        pytest.param("2024-02-29", 5, "later 2028-05-29", id="51 of 60, from a leap day"),
        pytest.param("2024-02-29", 20, "later 2041-03-01",
                     id="204 months from a leap day end on a day that 2041 lacks"),
        pytest.param("2019-12-31", 30, "later 2045-07-01",
                     id="306 months from 31 December end on a day that June lacks"),
        pytest.param("2020-03-10", 7, "now 2026-02-20",
                     id="71.4 months, so 85 percent of 2556 days: 2173"),
        pytest.param("2021-03-01", 1, "now 2022-01-06",
                     id="10.2 months, so 85 percent of 365 days: 311"),
    ],
)  # fmt: skip
def test_85_percent_of_a_term_for_a_dangerous_felony(started, years, expected):
    assert minimum(murder_2(started, years=years)) == expected


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        pytest.param(75, "later 2050-06-01", id="thirty years of 75"),
        pytest.param(76, "later 2050-06-01", id="76 count as 75"),
        pytest.param(80, "later 2050-06-01", id="and so do eighty"),
        pytest.param(74, "later 2050-01-07", id="74 do not: 40 percent of 27028 days is 10812"),
    ],
)
def test_more_than_75_years_count_as_75(years, expected):
    assert minimum(murder_2("2020-06-01", years=years), birth_date="1975-01-01") == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param("2023-12-14", "later 2023-12-15", id="the day before"),
        pytest.param("2023-12-15", "now 2023-12-15", id="the day itself"),
    ],
)
def test_the_day_counts_from_its_morning(as_of, expected):
    assert minimum(murder_2(), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        pytest.param("1956-07-01", "now 2026-07-01", id="seventy after 40 percent"),
        pytest.param("1956-11-24", "later 2026-11-24", id="seventy tomorrow"),
        pytest.param("1956-02-29", "now 2026-03-01", id="born on a leap day"),
        pytest.param("1955-01-01", "now 2026-01-15", id="seventy before 40 percent"),
        pytest.param("1965-01-14", "later 2035-01-14", id="seventy the day before 85 percent"),
        pytest.param("1965-01-16", "later 2035-01-15", id="85 percent the day before seventy"),
        pytest.param(None, "unknown 2026-01-15..2035-01-15: person.birth_date", id="age not known"),
    ],
)
def test_seventy_years_and_40_percent_is_enough(born, expected):
    assert minimum(murder_2("2018-01-15", years=20), birth_date=born) == expected


@pytest.mark.parametrize(
    ("prior", "born", "expected"),
    [
        pytest.param(0, "1985-04-12", "now always", id="never before in prison: no minimum"),
        pytest.param(1, "1985-04-12", "now 2026-01-15", id="once: 48 months of 120"),
        pytest.param(2, "1985-04-12", "later 2027-01-15", id="twice: 60 months"),
        pytest.param(3, "1985-04-12", "later 2030-01-15", id="three times: 96 months"),
        pytest.param(5, "1985-04-12", "later 2030-01-15", id="five times: as three"),
        pytest.param(1, "1950-01-01", "now 2025-01-15", id="once and past seventy: 36 months"),
        pytest.param(2, "1950-01-01", "now 2026-01-15", id="twice and past seventy: 48 months"),
        pytest.param(3, "1950-01-01", "now 2026-01-15", id="three times and past seventy: 48"),
        pytest.param(1, "1955-09-10", "now 2025-09-10", id="seventy between 30 and 40 percent"),
        pytest.param(None, "1985-04-12",
                     "unknown always..2030-01-15: person.prior_doc_commitments",
                     id="how often is not known"),
    ],
)  # fmt: skip
def test_earlier_times_in_prison(prior, born, expected):
    assert minimum(a_term(), prior=prior, birth_date=born) == expected


@pytest.mark.parametrize(
    ("prior", "shock", "expected"),
    [
        pytest.param(1, 1, "now always", id="the only one was a 120-day stay"),
        pytest.param(2, 1, "now 2026-01-15", id="one of two was"),
        pytest.param(4, 1, "later 2030-01-15", id="one of four was"),
        pytest.param(2, None,
                     "unknown always..2027-01-15: person.shock_559_115_incarcerations",
                     id="whether one was is not known"),
    ],
)  # fmt: skip
def test_a_first_stay_before_probation_does_not_count(prior, shock, expected):
    found = minimum(a_term(), prior=prior, shock_559_115_incarcerations=shock)
    assert found == expected


def test_a_dangerous_felony_asks_nothing_of_the_record():
    assert minimum(murder_2(), prior=None) == "now 2023-12-15"


@pytest.mark.parametrize(
    ("charge", "prior", "expected"),
    [
        pytest.param(murder_2("2010-01-01", offense_date="2008-12-01", years=None, life=True), 0,
                     "later 2035-07-01", id="life is thirty years: 306 months"),
        pytest.param(a_term(years=None, life=True), 1, "later 2034-01-15",
                     id="40 percent of thirty years: 144 months"),
        pytest.param(a_term(years=None, type="life", life=...), 1, "later 2034-01-15",
                     id="life by the kind of sentence"),
        pytest.param(murder_2(years=None, life=True, consecutive_terms_years=[10]), 0,
                     "later 2049-06-15", id="life and ten years after it: 408 months of 480"),
    ],
)  # fmt: skip
def test_life_counts_as_thirty_years(charge, prior, expected):
    assert minimum(charge, prior=prior) == expected


@pytest.mark.parametrize(
    ("terms", "at_one_time", "expected"),
    [
        pytest.param([40, 40], True, "later 2050-06-01", id="for offenses at one time: 75"),
        pytest.param([40, 40], False, "later 2052-06-01", id="at different times: eighty"),
        pytest.param([40, 40], None,
                     "unknown 2050-06-01..2052-06-01: charge.sentence.consecutive_at_one_time",
                     id="when is not known"),
        pytest.param([40, 35], None, "later 2050-06-01", id="75 years in all need no cap"),
    ],
)  # fmt: skip
def test_terms_one_after_another_may_count_as_75_years(terms, at_one_time, expected):
    charge = murder_2("2020-06-01", years=40, consecutive_terms_years=terms,
                      consecutive_at_one_time=at_one_time)  # fmt: skip
    assert minimum(charge, birth_date="1975-01-01") == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(a_term("570.027", **{"class": "A"}),
                     "unknown always..2030-07-15: law:us-mo/release.dangerous_needs_listing",
                     id="vehicle hijacking of class A is dangerous, but not on the list"),
        pytest.param(a_term("570.027"), "now always", id="of class B it is not dangerous"),
        pytest.param(a_term("565.052", special_victim=True), "later 2030-07-15",
                     id="assault 2 of a special victim"),
        pytest.param(a_term("565.052", special_victim=False), "now always",
                     id="assault 2 of someone else"),
        pytest.param(a_term("565.052"),
                     "unknown always..2030-07-15: charge.special_victim, charge.sentence.dangerous",
                     id="assault 2, of whom is not known"),
        pytest.param(a_term("565.052", dangerous=False), "now always",
                     id="the sentence stands in for what is not known"),
        pytest.param(a_term("565.052", dangerous=True), "later 2030-07-15", id="either way"),
        pytest.param(a_term("565.052", dangerous=False, special_victim=True), "later 2030-07-15",
                     id="a fact that is known decides"),
        pytest.param(a_term("565.052", dangerous=True, special_victim=False), "later 2030-07-15",
                     id="but a sentence for a dangerous felony is one"),
        pytest.param(a_term("570.023", dangerous=False), "later 2030-07-15",
                     id="robbery 1 is dangerous whatever the record says"),
        pytest.param(possession(dangerous=True, years=7),
                     "unknown always..2027-12-29: law:us-mo/release.dangerous_needs_listing",
                     id="said to be dangerous, and not on the list"),
        pytest.param(a_term("565.153", concealed_days=120), "later 2030-07-15",
                     id="a child concealed for 120 days"),
        pytest.param(a_term("565.153", concealed_days=119), "now always", id="for 119"),
        pytest.param(a_term("565.153", dangerous=True), "later 2030-07-15",
                     id="for how long is not known, but it was dangerous"),
        pytest.param(a_term("565.153", dangerous=False), "now always", id="and if it was not"),
        pytest.param(a_term("566.030", attempted=True, physical_injury=True), "later 2030-07-15",
                     id="an attempted rape with injury"),
        pytest.param(a_term("566.030", attempted=True, physical_injury=False), "now always",
                     id="without injury"),
        pytest.param(a_term("566.030", attempted=True),
                     "unknown always..2030-07-15: charge.physical_injury, "
                     "charge.sentence.dangerous",
                     id="whether anyone was hurt is not known"),
        pytest.param(a_term("565.021", attempted=True), "now always",
                     id="an attempt at murder 2 is not named"),
        pytest.param(a_term("568.045", offense_date="2025-09-01", fentanyl=True),
                     "later 2030-07-15", id="a child endangered with fentanyl, since 2025"),
        pytest.param(a_term("568.045", offense_date="2025-09-01", dangerous=False),
                     "unknown always..2030-07-15: law:us-mo/dangerous_568_045, charge.fentanyl",
                     id="without: open law, whatever the sentence says"),
    ],
)  # fmt: skip
def test_what_is_a_dangerous_felony(charge, expected):
    assert minimum(charge) == expected


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param(a_term("565.020", **{"class": None}, years=None, life=True), {},
                     "never: not_without_parole", id="murder 1"),
        pytest.param(a_term(years=None, life=..., type="life_without_parole"), {},
                     "never: not_without_parole", id="life without parole"),
        pytest.param(a_term(without_parole=True), {}, "never: not_without_parole",
                     id="a term without parole"),
        pytest.param(a_term("565.020", years=30, offense_date="2016-02-01",
                            disposition_date="2016-08-28", effective_start="2016-08-28"),
                     {"birth_date": "2000-01-01"}, f"{FOREVER}: law:us-mo/child_murder_1_minimum",
                     id="a child with murder 1, sentenced since 28 August 2016"),
        pytest.param(a_term("565.020", years=None, life=True, offense_date="2016-02-01",
                            disposition_date="2016-08-27", effective_start="2016-08-27"),
                     {"birth_date": "2000-01-01"}, "never: not_without_parole",
                     id="sentenced the day before"),
        pytest.param(a_term(years=None, life=..., type="life_no_parole_50", statute=None,
                            offense_date="1983-04-01", disposition_date="1984-05-05",
                            arrest_date="1983-04-01", effective_start="1984-05-05"), {},
                     "unknown 2034-05-05..never: law:us-mo/minimum_before_1994",
                     id="life without parole for fifty years"),
        pytest.param(murder_2(offense_date="1994-08-28"), {}, "now 2023-12-15",
                     id="an offense on the first day of the law"),
        pytest.param(murder_2(offense_date="1994-08-27"), {},
                     f"{FOREVER}: law:us-mo/minimum_before_1994", id="one of the day before"),
        pytest.param(murder_2(offense_date=None), {},
                     f"{FOREVER}: charge.offense_date, law:us-mo/minimum_before_1994",
                     id="of a day that is not known"),
    ],
)  # fmt: skip
def test_terms_without_parole_and_older_ones(charge, person, expected):
    assert minimum(charge, **person) == expected


@pytest.mark.parametrize(
    "charge",
    [
        pytest.param(a_term(disposition="sis"), id="a suspended imposition"),
        pytest.param(a_term(disposition="dismissed"), id="a dismissed charge"),
        pytest.param(a_term(severity="misdemeanor"), id="a misdemeanor"),
        pytest.param(a_term(type="probation"), id="probation"),
        pytest.param(a_term(type="jail"), id="county jail"),
        pytest.param(a_term(type="fine", years=..., effective_start=...), id="a fine"),
        pytest.param(a_term(type=..., years=..., life=..., effective_start=...),
                     id="a conviction of which no term is told"),
    ],
)  # fmt: skip
def test_it_is_asked_of_prison_terms_for_a_felony_only(charge):
    assert minimum(charge) == "not_applicable"


def test_probation_taken_back_is_a_prison_term():
    assert minimum(murder_2(type="SES probation, revoked, executed")) == "now 2023-12-15"


def test_a_term_of_unknown_kind_is_asked_about():
    assert minimum(murder_2(type=...)) == "unknown 2023-12-15..never: charge.sentence.type"


FIRST_DAY = "1994-08-28"


@pytest.mark.parametrize(
    ("charge", "prior", "born", "expected"),
    [
        pytest.param(murder_2("1994-08-28", offense_date=FIRST_DAY), 0, "1960-01-01",
                     "later 2003-02-28", id="85 percent"),
        pytest.param(murder_2("1994-08-28", offense_date=FIRST_DAY), 0, "1920-01-01",
                     "later 1998-08-28", id="seventy with 40 percent"),
        pytest.param(a_term("569.170", effective_start="1994-08-28", offense_date=FIRST_DAY), 1,
                     "1960-01-01", "later 1998-08-28", id="one earlier time"),
        pytest.param(a_term("569.170", effective_start="1994-08-28", offense_date=FIRST_DAY), 2,
                     "1960-01-01", "later 1999-08-28", id="two"),
        pytest.param(a_term("569.170", effective_start="1994-08-28", offense_date=FIRST_DAY), 3,
                     "1960-01-01", "later 2002-08-28", id="three"),
        pytest.param(a_term("569.170", effective_start="1994-08-28", offense_date=FIRST_DAY), 1,
                     "1920-01-01", "later 1997-08-28", id="one, and past seventy"),
        pytest.param(a_term("569.170", effective_start="1994-08-28", offense_date=FIRST_DAY), 2,
                     "1920-01-01", "later 1998-08-28", id="two, and past seventy"),
        pytest.param(a_term("569.170", effective_start="1994-08-28", offense_date=FIRST_DAY), 3,
                     "1920-01-01", "later 1998-08-28", id="three, and past seventy"),
        pytest.param(murder_2("1994-08-28", offense_date=FIRST_DAY, years=None, life=True), 0,
                     "1960-01-01", "later 2020-02-28", id="life"),
        pytest.param(murder_2("1994-08-28", offense_date=FIRST_DAY, years=100), 0, "1970-01-01",
                     "later 2040-01-01", id="a hundred years, and seventy after 30 of 75"),
        pytest.param(a_term("569.020", offense_date=FIRST_DAY, effective_start="1994-08-28"), 0,
                     "1960-01-01", "later 2003-02-28", id="no list limits the old numbers"),
    ],
)  # fmt: skip
def test_the_first_day_of_the_law(charge, prior, born, expected):
    assert minimum(charge, prior=prior, birth_date=born, as_of=FIRST_DAY) == expected


def test_murder_1_had_no_minimum_before_children_could_be_reviewed():
    charge = a_term("565.020", years=None, life=True, disposition_date="2000-01-01")
    assert minimum(charge, as_of="2010-01-01") == "never: not_without_parole"


def test_the_day_before_it_is_no_law():
    assert minimum(murder_2("1994-08-01"), as_of="1994-08-27") == "not_applicable"
