"""RSMo 217.703, 217.730, 217.735: when supervision after release is over."""

import pytest

from tests.law.us.mo.release.prison import a_term, asked, murder_2, possession

END, EARLY = "supervision.end", "supervision.early_discharge"
MONTHS = "charge.sentence.compliance_months"


def paroled(statute="569.170", offense_class="D", **facts):
    """Seven years from 10 January 2020, paroled three years later."""
    return a_term(statute, **{"class": offense_class, "offense_date": "2019-06-01", "years": 7,
                              "effective_start": "2020-01-10", "paroled_on": "2023-01-10",
                              **facts})  # fmt: skip


def ends(charge, **about):
    return asked(END, charge, **about)


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(
            murder_2(paroled_on="2023-12-28"),
            "now 2025-06-15",
            id="with the term, not five years later",
        ),
        pytest.param(
            murder_2(paroled_on="2023-12-28", years=20),
            "later 2035-06-15",
            id="with the term, not five years after parole",
        ),
        pytest.param(
            murder_2(paroled_on="2023-12-28", years=20, discharged_on="2026-05-05"),
            "now 2026-05-05",
            id="the board discharged earlier",
        ),
        pytest.param(
            murder_2(released_on="2023-12-28", years=20),
            "later 2035-06-15",
            id="released in another way",
        ),
        pytest.param(
            murder_2(paroled_on="2033-12-28", years=None, life=True),
            "never: term_ends",
            id="life: only the board could end it",
        ),
        pytest.param(murder_2(), "not_applicable", id="not released"),
        pytest.param(murder_2(released_on=None), "not_applicable", id="release not told"),
    ],
)
def test_it_ends_with_the_term_or_by_the_board(charge, expected):
    assert ends(charge) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"compliance_months": 0}, "later 2027-01-10", id="no credits"),
        pytest.param({"compliance_months": 12}, "now 2026-01-15",
                     id="twelve months: 360 days off 10 January 2027"),
        pytest.param({"compliance_months": 1}, "later 2026-12-11", id="one month: thirty days"),
        pytest.param({"compliance_months": 40}, "now 2025-01-10",
                     id="1200 days off, but not before 24 months outside"),
        pytest.param({"compliance_months": None}, f"unknown 2025-01-10..2027-01-10: {MONTHS}",
                     id="how many is not known: between 24 months and the end"),
        pytest.param({"compliance_months": 40, "paroled_on": "2024-02-29"}, "now 2026-03-01",
                     id="24 months from a leap day"),
    ],
)  # fmt: skip
def test_compliance_credits_end_it_sooner(facts, expected):
    assert ends(paroled(**facts)) == expected


TERM, CREDITS = "later 2027-01-10", "now 2026-01-15"
REFUSED = "charge.sentence.credits_refused"


@pytest.mark.parametrize(
    ("statute", "offense_class", "facts", "expected"),
    [
        pytest.param("569.170", "D", {}, CREDITS, id="class D"),
        pytest.param("569.170", "E", {}, CREDITS, id="class E"),
        pytest.param("569.170", "C", {}, TERM, id="class C"),
        pytest.param("569.170", "C", {"offense_date": "2016-12-31"}, CREDITS,
                     id="class C before 2017"),
        pytest.param("569.170", "C", {"offense_date": "2017-01-01"}, TERM, id="and since"),
        pytest.param("569.170", "B", {"offense_date": "2016-12-31"}, TERM, id="class B"),
        pytest.param("579.055", "B", {}, CREDITS, id="a drug felony of any class"),
        pytest.param("195.211", "B", {"offense_date": "2015-01-01"}, CREDITS,
                     id="under the old chapter too"),
        pytest.param("565.225", "E", {}, TERM, id="stalking 1"),
        pytest.param("565.252", "E", {}, TERM, id="invasion of privacy"),
        pytest.param("568.020", "E", {"lifetime_supervision": False}, TERM, id="incest"),
        pytest.param("568.060", "D", {"death_element": False}, TERM, id="abuse of a child"),
        pytest.param("565.052.1(2)", "D", {"special_victim": False}, TERM,
                     id="assault 2 with a weapon"),
        pytest.param("568.045.1(2)", "D", {}, TERM, id="endangering a child by sexual conduct"),
        pytest.param("565.060.1(2)", "C", {"offense_date": "2016-05-01"}, TERM, id="old assault 2"),
        pytest.param("566.034", "D", {"lifetime_supervision": False, "credits_refused": False},
                     "unknown 2026-01-15..2027-01-10: law:us-mo/sexual_assault_589_015",
                     id="statutory rape 2: open law"),
        pytest.param("566.064", "D", {"lifetime_supervision": False, "credits_refused": False},
                     "unknown 2026-01-15..2027-01-10: law:us-mo/sexual_assault_589_015",
                     id="statutory sodomy 2: open law"),
        pytest.param("566.034", "D", {"lifetime_supervision": False, "credits_refused": True},
                     TERM, id="statutory rape 2, refused"),
        pytest.param("566.064", "D", {"lifetime_supervision": False, "credits_refused": True},
                     TERM, id="statutory sodomy 2, refused"),
        pytest.param("566.031", "D", {"lifetime_supervision": False}, TERM, id="rape 2"),
        pytest.param("566.061", "D", {"lifetime_supervision": False}, TERM, id="sodomy 2"),
        pytest.param("566.083", "E", {"lifetime_supervision": False}, TERM,
                     id="sexual misconduct involving a child"),
        pytest.param("566.093", "E", {"lifetime_supervision": False}, TERM,
                     id="sexual misconduct 1"),
    ],
)  # fmt: skip
def test_which_offenses_earn_credits(statute, offense_class, facts, expected):
    charge = paroled(statute, offense_class, dangerous=False, compliance_months=12, **facts)
    assert ends(charge) == expected


@pytest.mark.parametrize(
    ("statute", "offense_class"),
    [
        ("565.027", "E"), ("565.052", "D"), ("565.060", "D"), ("565.073", "D"), ("565.082", "D"),
        ("568.045", "D"), ("571.070", "D"), ("565.054", "D"),
    ],
)  # fmt: skip
def test_for_some_offenses_the_court_may_refuse_them(statute, offense_class):
    """565.054 only where the victim was a special victim."""
    found = [
        ends(paroled(statute, offense_class, dangerous=False, special_victim=True,
                     compliance_months=12, credits_refused=refused))
        for refused in (True, False, None)
    ]  # fmt: skip
    assert found == [TERM, CREDITS, f"unknown 2026-01-15..2027-01-10: {REFUSED}"]


@pytest.mark.parametrize(
    ("statute", "special_victim", "expected"),
    [
        pytest.param("565.054", False, CREDITS, id="assault 3 of someone else"),
        pytest.param("565.054", None,
                     f"unknown 2026-01-15..2027-01-10: charge.special_victim, {REFUSED}",
                     id="assault 3, of whom is not known"),
        pytest.param("569.170", True, CREDITS, id="burglary 2: the court has no say"),
    ],
)  # fmt: skip
def test_and_for_others_not(statute, special_victim, expected):
    charge = paroled(statute, special_victim=special_victim, compliance_months=12,
                     dangerous=False)  # fmt: skip
    assert ends(charge) == expected


LIFELONG = "never: not_for_life"


@pytest.mark.parametrize(
    ("statute", "said", "expected"),
    [
        ("566.100", True, LIFELONG),
        ("566.100", None, "charge.sentence.lifetime_supervision"),
        ("568.020", None, "charge.sentence.lifetime_supervision"),
        ("568.080", None, "charge.sentence.lifetime_supervision"),
        ("568.090", None, "charge.sentence.lifetime_supervision"),
        ("573.200", None, "charge.sentence.lifetime_supervision"),
        ("573.205", None, "charge.sentence.lifetime_supervision"),
        ("569.170", True, LIFELONG),
    ],
)
def test_some_sexual_offenses_bring_supervision_for_life(statute, said, expected):
    charge = paroled(statute, "C", lifetime_supervision=said, compliance_months=0)
    assert expected in ends(charge)
    assert expected in asked(EARLY, charge)


def test_elsewhere_it_is_not_asked():
    assert ends(paroled(compliance_months=0)) == TERM


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(murder_2(paroled_on="2023-12-28", years=20), "later 2028-12-28",
                     id="five years for a dangerous felony"),
        pytest.param(murder_2(paroled_on="2023-12-28"), "never: before_the_end",
                     id="but the term ends first"),
        pytest.param(murder_2(paroled_on="2030-06-15", years=20), "never: before_the_end",
                     id="or on the very day"),
        pytest.param(murder_2(paroled_on="2030-06-14", years=20), "later 2035-06-14",
                     id="and not a day later"),
        pytest.param(paroled(), "now 2026-01-10", id="three years for another felony"),
        pytest.param(paroled(paroled_on="2020-02-29"), "now 2023-03-01", id="from a leap day"),
        pytest.param(murder_2(paroled_on="2023-12-28", years=None, life=True), "later 2028-12-28",
                     id="life"),
        pytest.param(paroled("565.052", dangerous=None),
                     "unknown 2026-01-10..never: charge.special_victim, charge.sentence.dangerous",
                     id="whether it is dangerous is not known"),
        pytest.param(possession(), "not_applicable", id="not released"),
    ],
)  # fmt: skip
def test_the_board_may_discharge_early(charge, expected):
    assert asked(EARLY, charge) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"), [("1981-12-31", "not_applicable"), ("1982-01-01", "later 1990-01-01")]
)
def test_the_first_day_of_the_law(as_of, expected):
    charge = a_term("569.040", years=10, effective_start="1980-01-01", paroled_on="1981-01-01")
    assert ends(charge, as_of=as_of) == expected
    early = asked(EARLY, charge, as_of=as_of)
    assert early == expected.replace("1990-01-01", "1986-01-01")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param("2012-08-27", TERM, id="the day before credits"),
        pytest.param("2012-08-28", "later 2026-01-15", id="their first day"),
    ],
)
def test_credits_began_in_2012(as_of, expected):
    charge = paroled("569.170", "C", compliance_months=12, offense_date="2011-06-01")
    assert ends(charge, as_of=as_of) == expected
