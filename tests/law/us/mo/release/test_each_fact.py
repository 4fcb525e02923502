"""One record for each fact that a rule of release reads, where that fact decides."""

import pytest

from tests.law.us.mo.release.prison import a_term, asked, possession

MINIMUM, CONDITIONAL = "release.minimum_prison_term", "release.conditional"
PAROLE, TERM_END = "parole.eligibility", "release.term_end"
SUPERVISION, DISCHARGE = "supervision.end", "supervision.early_discharge"
VIOLENT = {"parole_offense_group": "violent"}
OUT = {"paroled_on": "2026-03-03"}


def days(question, charge, **about):
    """The status and the days of an answer, without what it turns on."""
    return asked(question, charge, **about).partition(": ")[0]


# --- from when the term counts: robbery 2, ten years, received on 15 February 2022 ----------

RECEIVED = {"effective_start": ..., "received_on": "2022-02-15"}
STARTS = {
    "the credited days are known": {**RECEIVED, "jail_credit_days": 31, "days_at_large": 10},
    "credit from a day": {**RECEIVED, "jail_credit_from": "2021-12-01"},
    "credit from the arrest at most": RECEIVED,
    "or from the offense": {**RECEIVED, "arrest_date": ...},
}  # the term counts from 2022-01-25; between 2021-12-01 or 2021-06-01 and the day of receipt
EXACT, FROM_A_DAY, FROM_THE_ARREST, FROM_THE_OFFENSE = STARTS.values()


@pytest.mark.parametrize(
    ("question", "about", "facts", "exact", "first", "earliest", "last"),
    [
        (TERM_END, {}, {}, "later 2032-01-25", "2031-12-01", "2031-06-01", "2032-02-15"),
        (MINIMUM, {"prior": 1}, {}, "now 2026-01-25", "2025-12-01", "2025-06-01", "2026-02-15"),
        (CONDITIONAL, {"prior": 1}, {}, "later 2029-01-25", "2028-12-01", "2028-06-01",
         "2029-02-15"),
        (PAROLE, {"prior": 2}, VIOLENT, "later 2027-01-25", "2026-12-01", "2026-06-01",
         "2027-02-15"),
        (SUPERVISION, {}, OUT, "later 2032-01-25", "2031-12-01", "2031-06-01", "2032-02-15"),
    ],
    ids=["ten years", "40 percent", "all but three years", "50 percent", "the end of parole"],
)  # fmt: skip
def test_the_day_from_which_a_term_counts(question, about, facts, exact, first, earliest, last):
    status = "now" if last <= "2026-11-23" else "unknown"
    assert days(question, a_term(**facts, **EXACT), **about) == exact
    assert days(question, a_term(**facts, **FROM_A_DAY), **about) == f"{status} {first}..{last}"
    for start in (FROM_THE_ARREST, FROM_THE_OFFENSE):
        found = days(question, a_term(**facts, **start), **about)
        assert found == f"{status} {earliest}..{last}"


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_three_years_outside_end_before_any_of_these_terms(start):
    assert days(DISCHARGE, a_term(**OUT, **start)) == "later 2029-03-03"


def test_the_start_decides_whether_the_term_is_over_before():
    # seven years end on 2029-01-25, three years outside on 2029-02-10
    facts = {"years": 7, "paroled_on": "2026-02-10"}
    assert days(DISCHARGE, a_term(**facts, **EXACT)) == "never"
    assert days(DISCHARGE, a_term(**facts, **FROM_A_DAY)) == "unknown 2029-02-10..never"
    assert days(DISCHARGE, a_term(years=7, **OUT, **FROM_A_DAY)) == "never"


def murder_1(**facts):
    return a_term("565.020", **{"class": "unclassified", "life": True, "years": ..., **facts})


BORN = {"birth_date": "2005-01-01"}


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (EXACT, "later 2047-01-25"),
        (FROM_A_DAY, "unknown 2046-12-01..2047-02-15"),
        (FROM_THE_ARREST, "unknown 2046-06-01..2047-02-15"),
        (FROM_THE_OFFENSE, "unknown 2046-06-01..2047-02-15"),
    ],
    ids=STARTS,
)
def test_twenty_five_years_of_a_child(start, expected):
    assert days("parole.558_047", murder_1(**start), **BORN) == expected


SURVIVOR = {"survivor": {
    "victim_spouse_or_partner": True, "prior_violent_felony": False, "legal_recourse_left": False,
    "abuse_history_corroborated": True, "abuse_presented_at_trial": False,
}}  # fmt: skip
OLD = {"offense_date": "1988-05-01", "arrest_date": "1988-05-01", "disposition_date": "1989-05-20",
       "effective_start": ..., "received_on": "1989-06-20"}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"jail_credit_days": 19, "days_at_large": 10}, "now 2004-06-11"),
        ({"jail_credit_from": "1989-01-01"}, "now 2004-01-01..2004-06-20"),
        ({}, "now 2003-05-01..2004-06-20"),
        ({"arrest_date": ...}, "now 2003-05-01..2004-06-20"),
    ],
    ids=STARTS,
)
def test_fifteen_years_of_a_survivor(facts, expected):
    assert days("parole.217_692", murder_1(**{**OLD, **facts}), **SURVIVOR) == expected


# --- whether the felony is dangerous: ten years, 85 percent or nothing ------------------------

DANGEROUS = [
    a_term("565.052", special_victim=True),
    a_term("566.032", victim_under_12=True),
    a_term("565.153", concealed_days=120),
    a_term("568.060", death_element=True),
    a_term("577.010", habitual_offender=True),
    a_term("566.030", attempted=True, physical_injury=True),
    a_term("570.023", attempted=False),
    a_term("565.052", dangerous=True),
]
NOT_DANGEROUS = [
    a_term("565.052", special_victim=False),
    a_term("566.032", victim_under_12=False),
    a_term("565.153", concealed_days=119),
    a_term("568.060", death_element=False),
    a_term("577.010", habitual_offender=False),
    a_term("566.030", attempted=True, physical_injury=False),
    a_term("562.014", offense_aimed_at="570.030"),
    a_term("565.052", dangerous=False),
]
FENTANYL = {"offense_date": "2025-09-01", "arrest_date": "2025-09-01",
            "disposition_date": "2026-01-15", "effective_start": "2026-01-15"}  # fmt: skip


def told(charge):
    return charge["statute"]


@pytest.mark.parametrize("charge", DANGEROUS, ids=told)
def test_a_dangerous_felony_is_served_to_85_percent(charge):
    # 102 months; without the finding a tenth, a seventh or a third would do
    assert days(MINIMUM, charge) == "later 2030-07-15"
    with_group = {**charge, "sentence": {**charge["sentence"], **VIOLENT}}
    assert days(PAROLE, with_group) == "later 2030-07-15"
    assert days(CONDITIONAL, charge) == "never"


@pytest.mark.parametrize("charge", NOT_DANGEROUS, ids=told)
def test_another_felony_is_not(charge):
    assert days(MINIMUM, charge) == "now always"
    with_group = {**charge, "sentence": {**charge["sentence"], **VIOLENT}}
    # 33 percent of 3652 days are 1205.16, so 1206
    assert days(PAROLE, with_group) == "now 2025-05-05"
    assert days(CONDITIONAL, charge) == "later 2029-01-15"


def test_endangering_a_child_with_fentanyl():
    charge = a_term("568.045", fentanyl=True, **FENTANYL, **VIOLENT)
    assert days(MINIMUM, charge) == "later 2034-07-15"
    assert days(PAROLE, charge) == "later 2034-07-15"
    assert days(CONDITIONAL, charge) == "never"
    out = a_term("568.045", fentanyl=True, **FENTANYL, paroled_on="2026-11-01")
    assert days(DISCHARGE, out) == "later 2031-11-01"


def outside(charge):
    """The same felony with twenty years, and the person on parole since 3 March 2026."""
    return {**charge, "sentence": {**charge["sentence"], "years": 20,
                                    "lifetime_supervision": False, **OUT}}  # fmt: skip


@pytest.mark.parametrize("charge", DANGEROUS, ids=told)
def test_five_years_outside_after_a_dangerous_felony(charge):
    assert days(DISCHARGE, outside(charge)) == "later 2031-03-03"


@pytest.mark.parametrize("charge", NOT_DANGEROUS, ids=told)
def test_three_years_outside_after_another(charge):
    assert days(DISCHARGE, outside(charge)) == "later 2029-03-03"


# --- how long the term is -----------------------------------------------------------------------


def lesser(**facts):
    """A felony of class D whose length is not recorded: between a year and seven."""
    return a_term("570.030", **{"class": "D", "years": ..., "extended_term": False, **facts})


@pytest.mark.parametrize(
    ("question", "charge", "about", "expected"),
    [
        # seven years end on 2029-01-15, so three years outside would come too late
        (DISCHARGE, lesser(**OUT), {}, "never"),
        # the length pulls both ways, so the bounds are safe, not exact: 12 - 28 to 84 - 4 months
        (CONDITIONAL, lesser(), {}, "unknown 2020-09-15..2028-09-15"),
        (SUPERVISION, lesser(paroled_on="2022-12-15"), {}, "unknown 2023-01-15..2029-01-15"),
        (DISCHARGE, a_term(years=5, consecutive_terms_years=[5], **OUT), {}, "later 2029-03-03"),
        (SUPERVISION, a_term(years=5, consecutive_terms_years=[5], **OUT), {},
         "later 2032-01-15"),
        # at most 15 years, so no term of 30 to 40 years
        ("parole.558_047",
         murder_1(**{"class": "B", "life": False, "years": ..., "extended_term": False}),
         BORN, "never"),
    ],
    ids=["discharge", "conditional release", "supervision", "discharge from two terms",
         "supervision of two terms", "a child's term"],
)  # fmt: skip
def test_the_length_of_the_term(question, charge, about, expected):
    assert days(question, charge, **about) == expected


# --- parole that the term rules out; what a court may add -----------------------------------------


@pytest.mark.parametrize("question", [MINIMUM, PAROLE, CONDITIONAL])
@pytest.mark.parametrize(
    "charge",
    [
        a_term("570.025", without_parole=True),
        murder_1(life=False, years=30, sentenced_on="2016-08-27", disposition_date=...),
        murder_1(life=False, years=30, disposition_date="2016-08-27"),
    ],
    ids=["without parole, it says", "murder 1 by a child, sentenced before", "found guilty before"],
)
def test_a_term_without_parole(question, charge):
    charge = {**charge, "offense_date": "2015-06-01", "arrest_date": "2015-06-01"}
    charge["sentence"] = {**charge["sentence"], "effective_start": "2016-08-27"}
    assert days(question, charge, birth_date="1999-01-01") == "never"


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        (a_term("566.034", lifetime_supervision=False, **OUT), "later 2032-01-15"),
        (a_term("566.034", lifetime_supervision=True, **OUT), "never"),
        # 24 months of credit are 720 days off the end of seven years
        (possession(years=7, paroled_on="2024-01-15", compliance_months=24), "later 2027-01-26"),
        (a_term("565.054", **{"class": "E"}, years=4, paroled_on="2024-01-15",
                compliance_months=0, special_victim=True, credits_refused=True),
         "now 2026-01-15"),
        (a_term("565.054", **{"class": "D"}, years=7, paroled_on="2024-01-15",
                compliance_months=24, special_victim=True, credits_refused=True),
         "later 2029-01-15"),
        (a_term("565.054", **{"class": "D"}, years=7, paroled_on="2024-01-15",
                compliance_months=24, special_victim=True, credits_refused=False),
         "later 2027-01-26"),
        (a_term("565.054", **{"class": "D"}, years=7, paroled_on="2024-01-15",
                compliance_months=24, special_victim=False, credits_refused=True),
         "later 2027-01-26"),
    ],
    ids=["no supervision for life, it says", "supervision for life", "credits",
         "the term is over", "credits refused", "not refused", "not for the court to refuse"],
)  # fmt: skip
def test_the_end_of_supervision(charge, expected):
    assert days(SUPERVISION, charge) == expected


@pytest.mark.parametrize(("lifetime", "expected"), [(False, "later 2029-03-03"), (True, "never")])
def test_early_discharge_from_supervision_for_life(lifetime, expected):
    assert days(DISCHARGE, a_term("566.034", lifetime_supervision=lifetime, **OUT)) == expected


def test_early_discharge_after_conditional_release():
    assert days(DISCHARGE, a_term(released_on="2026-03-03")) == "later 2029-03-03"


def test_a_first_short_stay_is_no_earlier_commitment():
    # one counts: 40 percent, 48 months, which come after a third of the term
    shock = {"shock_559_115_incarcerations": 1}
    assert days(PAROLE, a_term(**VIOLENT), prior=2, **shock) == "now 2026-01-15"
