"""People whose charges meet several sections at once; each day worked out by hand from the law."""

import pytest

from tests.law.us.mo.records import a_charge, ask
from tests.law.us.mo.release.prison import a_term, asked, murder_2

PETITION, ARREST, AUTOMATIC = "clear.610_140", "clear.arrest", "clear.automatic"


def misdemeanor(done="2017-05-05", statute="574.010", **facts):
    """A class B misdemeanor, decided a year before it was done and paid."""
    decided = f"{int(done[:4]) - 1}-05-05"
    return a_charge(**{"statute": statute, "severity": "misdemeanor", "class": "B",
                       "disposition_date": decided, "disposition_completed_on": done,
                       "obligations_satisfied_on": done, **facts})  # fmt: skip


def felony(done="2016-06-01", **facts):
    return a_charge(**{"disposition_completed_on": done, "obligations_satisfied_on": done,
                       **facts})  # fmt: skip


def arrest(day, **facts):
    return a_charge(**{"offense_date": day, "arrest_date": day, "disposition": "no_charge_filed",
                       "disposition_date": None, "disposition_completed_on": None,
                       "obligations_satisfied_on": None, **facts})  # fmt: skip


# question, charges, person, expected
PEOPLE = [
    # 610.140.6(1): a year from 29 February, which 2025 lacks: 1 March (MO-D2)
    pytest.param(PETITION, [misdemeanor("2024-02-29")], {}, "now 2025-03-01",
                 id="a misdemeanor done on a leap day"),
    pytest.param(PETITION, [felony("2020-02-29")], {}, "now 2023-03-01",
                 id="a felony done on a leap day"),
    # 6(2) runs with the years of the charge to be cleared: three for the felony, one for the other
    pytest.param(PETITION, [felony(), misdemeanor("2025-05-05", disposition_date="2024-06-01")],
                 {}, "later 2027-06-01", id="a misdemeanor holds back a felony for three years"),
    pytest.param(PETITION, [misdemeanor(), felony("2026-06-01", disposition_date="2024-06-01")],
                 {}, "now 2025-06-01", id="a felony holds back a misdemeanor for one"),
    # chapters 301 to 307 do not count, 577 does
    pytest.param(PETITION, [felony(), misdemeanor("2026-07-07", "302.321",
                                                  disposition_date="2026-01-01")],
                 {}, "now 2026-01-01", id="a traffic misdemeanor was pending, no more"),
    # 6(3) and 6(1) both turn on days; the later one counts
    pytest.param(PETITION, [misdemeanor(obligations_satisfied_on="2026-11-24")], {},
                 "later 2026-11-24", id="the last payment is due tomorrow"),
    # 3(11): a concealed weapon counts as cleared only for findings before 2017
    pytest.param(PETITION, [felony(statute="571.030.1(1)", **{"class": "E"},
                                   disposition_date="2016-12-31",
                                   disposition_completed_on="2018-01-01")], {},
                 "now 2021-01-01", id="a concealed weapon, found guilty on the last day of 2016"),
    pytest.param(PETITION, [felony(statute="571.030.1(1)", **{"class": "E"},
                                   disposition_date="2017-01-01",
                                   disposition_completed_on="2018-01-01")], {},
                 "never: no_weapons_use", id="and on the first day of 2017"),
    # 13: two felonies are used up; the misdemeanor has its own places
    pytest.param(PETITION, [misdemeanor(), felony()], {"prior_expungements": {"felony": 2}},
                 "now 2018-05-05", id="used felony places do not touch a misdemeanor"),
    pytest.param(PETITION, [felony()], {"prior_expungements": {"felony": 2}},
                 "never: place_left", id="and close the way to a felony"),
    # 610.140.7: 18 months from an arrest on 31 August: there is no 31 February
    pytest.param(ARREST, [arrest("2025-08-31")], {}, "later 2027-03-01",
                 id="an arrest on the last of August"),
    pytest.param(ARREST, [arrest("2025-05-23")], {}, "now 2026-11-23",
                 id="eighteen months to the day"),
    pytest.param(ARREST, [arrest("2025-05-24")], {}, "later 2026-11-24", id="and a day less"),
    pytest.param(ARREST, [arrest("2023-01-01", statute="566.030")], {},
                 "never: not_dangerous_felony", id="an arrest for an offense that is left out"),
    # 610.141: the later of one year since it was done and the start of the system
    pytest.param(AUTOMATIC, [misdemeanor("2026-03-15", "579.074")], {}, "later 2027-03-15",
                 id="paraphernalia done in March 2026"),
    pytest.param(AUTOMATIC, [misdemeanor("2016-03-15", "195.233", offense_date="2014-01-01")], {},
                 "later 2027-01-01", id="paraphernalia under its number until 2016"),
    pytest.param(AUTOMATIC, [misdemeanor("2020-03-15", "195.233", offense_date="2017-01-01")], {},
                 "never: one_of_four", id="and under that number later"),
    pytest.param(AUTOMATIC, [felony(statute="579.015"),
                             misdemeanor("2026-11-01", disposition_date="2026-06-01")], {},
                 "later 2029-06-01", id="another conviction five months ago"),
    # 610.130: ten years from the plea
    pytest.param("clear.610_130", [misdemeanor("2017-02-28", "577.010",
                                               disposition_date="2016-02-29")], {},
                 "now 2026-03-01", id="a first DWI, plea on a leap day"),
    # 311.326: one year after 21, or the plea if it came later
    pytest.param("clear.311_326", [misdemeanor("2024-02-01", "311.325",
                                               offense_date="2023-06-01")],
                 {"birth_date": "2004-02-29"}, "now 2026-03-01",
                 id="a first minor in possession, born on a leap day"),
    pytest.param("clear.311_326", [misdemeanor("2026-11-20", "311.325", offense_date="2018-06-01",
                                               disposition_date="2026-11-01")],
                 {"birth_date": "1998-01-01"}, "now 2026-11-01", id="and a plea long after 22"),
    # art. XIV 2.10
    pytest.param("clear.marijuana", [misdemeanor("2021-02-01", "579.015", substance="marijuana",
                                                 offense_date="2019-06-01")],
                 {}, "now 2023-06-08", id="a marijuana misdemeanor"),
    pytest.param("clear.marijuana", [felony("2022-05-01", statute="579.015",
                                            substance="marijuana", offense_date="2019-06-01")],
                 {}, "now 2023-12-08", id="a marijuana felony"),
    # 610.140.12: a year from the day of the old petition
    pytest.param("refile.610_140", [felony()], {"dismissed_petition_filed_on": "2024-02-29"},
                 "now 2025-03-01", id="a petition dismissed, filed on a leap day"),
    # 610.140.7(3): charged in June 2025, within the 18 months from the arrest; whether 18 clean
    # months after the finding of 1 August 2025 help is open, and they end on 1 February 2027
    pytest.param(ARREST, [arrest("2025-01-10"),
                          misdemeanor("2025-08-01", offense_date="2025-06-01",
                                      disposition_date="2025-08-01", filed_on="2025-06-01")], {},
                 "unknown 2027-02-01..never: law:us-mo/arrest.clean_spell",
                 id="an arrest, and a finding of guilt seven months later"),
    # 610.130: the first is spoiled by the second, the second is not the first
    pytest.param("clear.610_130", [misdemeanor("2010-06-01", "577.010"),
                                   misdemeanor("2013-06-01", "577.010")], {},
                 "never: no_other_since", id="the first of two DWIs"),
    # art. XIV 2.10: unlawful use of a weapon is no marijuana offense (C.S. v. MSHP)
    pytest.param("clear.marijuana", [felony(statute="571.030.1(11)", substance="marijuana",
                                            offense_date="2018-01-01")], {},
                 "never: not_a_weapons_offense", id="a weapon while in possession of marijuana"),
    # 3(9): 565.076, domestic assault in the fourth degree, is left out at any grade
    pytest.param(PETITION, [misdemeanor(statute=None, severity="ordinance",
                                        ordinance_equivalent_of="565.076")], {},
                 "never: no_excluded_ordinance", id="an ordinance like domestic assault"),
    # 610.105: a suspended imposition closes when probation ends
    pytest.param("closed", [felony("2026-12-01", disposition="sis")], {}, "later 2026-12-01",
                 id="a suspended imposition whose probation ends next month"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "charges", "person", "expected"), PEOPLE)
def test_clearing(question, charges, person, expected):
    assert ask(question, *charges, **person) == expected


# Robbery 2 is on the list of 558.019.2; ten years are 120 months.
LISTED = {"offense_date": "2019-09-01", "arrest_date": "2019-09-01",
          "disposition_date": "2020-01-15", "effective_start": "2020-01-15"}  # fmt: skip
MINIMUM = "release.minimum_prison_term"
TERMS = [
    # 40 percent: 48 months. At 70, on 1 June 2023, 30 percent (36 months) are long served.
    pytest.param(MINIMUM, a_term(**LISTED), {"prior": 1, "birth_date": "1953-06-01"},
                 "now 2023-06-01", id="one commitment before, and 70 before 40 percent"),
    pytest.param(MINIMUM, a_term(**LISTED), {"prior": 1, "birth_date": "1954-06-01"},
                 "now 2024-01-15", id="70 comes too late to help"),
    # 50 percent of seven years: 42 months from 31 August 2021; there is no 31 February
    pytest.param(MINIMUM, a_term(**{**LISTED, "effective_start": "2021-08-31", "years": 7}),
                 {"prior": 2}, "now 2025-03-01", id="half of seven years from the last of August"),
    pytest.param(MINIMUM, a_term(**{**LISTED, "years": 5}), {"prior": 3}, "now 2024-01-15",
                 id="80 percent of five years"),
    pytest.param(MINIMUM, a_term(**LISTED), {"prior": 1, "shock_559_115_incarcerations": 1},
                 "now always", id="a first stay before probation is no commitment"),
    pytest.param(MINIMUM, a_term("579.015", **{"class": "D", "years": 7}), {"prior": 2},
                 "now always", id="possession is not on the list"),
    # 85 percent of 144 months is no whole month: 4,383 days, 3,725.55 rounded up
    pytest.param(MINIMUM, a_term("570.023", **{**LISTED, "class": "A", "years": 12,
                                               "offense_date": "2018-01-01",
                                               "arrest_date": "2018-01-01",
                                               "disposition_date": "2018-03-10",
                                               "effective_start": "2018-03-10"}), {},
                 "later 2028-05-22", id="85 percent of twelve years"),
    # 558.011.4: a third of nine years, three years of ten and of fifteen, five of sixteen
    pytest.param("release.conditional", a_term(**{**LISTED, "years": 9}), {},
                 "now 2026-01-15", id="nine years: six inside"),
    pytest.param("release.conditional", a_term(**LISTED), {}, "later 2027-01-15",
                 id="ten years: seven inside"),
    pytest.param("release.conditional", a_term(**{**LISTED, "years": 15}), {},
                 "later 2032-01-15", id="fifteen years: twelve inside"),
    # life counts as thirty years: 85 percent are 306 months, 25 years and six
    pytest.param(MINIMUM, murder_2("2000-02-29", life=True, years=None), {}, "now 2025-08-29",
                 id="life for murder 2 from a leap day"),
    # ninety years at one time count as seventy-five, 85 percent of which no one lives to see:
    # 70 on 12 April 2055, with 40 percent (thirty years) served on 15 January 2030
    pytest.param(MINIMUM, murder_2("2000-01-15", years=50, consecutive_terms_years=[50, 40],
                                   consecutive_at_one_time=True), {}, "later 2055-04-12",
                 id="ninety years, and 70 in between"),
    pytest.param(MINIMUM, murder_2("2020-01-15", years=5, consecutive_terms_years=[5, 5]), {},
                 "later 2028-07-15", id="five years and five: 85 percent of ten"),
    pytest.param(MINIMUM, a_term("568.045", **{**LISTED, "fentanyl": True,
                                               "offense_date": "2025-08-27",
                                               "arrest_date": "2025-08-27"}), {}, "now always",
                 id="fentanyl and a child, the day before the act"),
    # 14 CSR 80-2.010: 15 percent of seven years, 2,556 days: 383.4, rounded up
    pytest.param("parole.eligibility",
                 a_term("579.015", **{**LISTED, "class": "D", "years": 7,
                                      "parole_offense_group": "drug",
                                      "effective_start": "2025-01-15"}), {},
                 "now 2026-02-03", id="15 percent of seven years for possession"),
    # 33 percent of twenty years, 7,305 days: 2,410.65 rounded up, sooner than fifteen years
    pytest.param("parole.eligibility",
                 a_term(**{**LISTED, "years": 20, "parole_offense_group": "violent"}),
                 {"birth_date": "2003-01-01"}, "now 2026-08-22",
                 id="a third of twenty years comes before a child's fifteen"),
    pytest.param("parole.558_047",
                 a_term("565.020", **{"class": "A", "offense_date": "2001-05-01",
                                      "arrest_date": "2001-05-01",
                                      "disposition_date": "2001-10-01",
                                      "effective_start": "2001-10-01", "life": True,
                                      "years": None}),
                 {"birth_date": "1985-06-01"}, "now 2026-10-01",
                 id="25 years for murder 1 at fifteen"),
    # 217.730: three years outside, five for a dangerous felony
    pytest.param("supervision.early_discharge", a_term(**{**LISTED, "paroled_on": "2024-02-29"}),
                 {}, "later 2027-03-01", id="three years of parole from a leap day"),
    # 80 percent of ten years, eight, is more than the seven inside
    pytest.param("release.conditional", a_term(**LISTED), {"prior": 3}, "never: not_fourth_remand",
                 id="three commitments before make this the fourth remand"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "charge", "person", "expected"), TERMS)
def test_release(question, charge, person, expected):
    assert asked(question, charge, **person) == expected
