"""Oregon: the years free of other convictions, ORS 137.225(7)(a)(B) and (7)(b)."""

import pytest

from tests.law.us.or_.records import ask, convicted, dismissed, pending, since

THEFT = convicted("MA", "2015-01-01")
ALCOHOL = {"statute": "471.430", "description": "Minor in possession of alcohol"}
DUII = {"statute": "813.010", "description": "DUII"}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([], "now 2018-01-01", id="no other conviction"),
        pytest.param([convicted("MA", "2026-01-01", **DUII)], "later 2029-01-01",
                     id="a DUII counts, though it is never set aside itself"),
        pytest.param([convicted("MA", "2023-11-23")], "now 2026-11-23", id="three years ago"),
        pytest.param([convicted("MA", "2023-11-24")], "later 2026-11-24", id="a day less"),
        pytest.param([convicted("MA", "2014-01-01")], "now 2018-01-01", id="an older one"),
        pytest.param([convicted("FA", "2025-05-05", statute="163.185")], "later 2028-05-05",
                     id="a class A felony"),
        pytest.param([convicted("FC", "2025-05-05", statute="163.465")], "later 2028-05-05",
                     id="a sex crime"),
        pytest.param([convicted("MA", "2025-05-05", jurisdiction="us-wa", statute="9A.56")],
                     "later 2028-05-05", id="one in another state"),
        pytest.param([convicted("MA", "2025-05-05", expunged_on="2026-06-01")],
                     "later 2028-05-05", id="one that was set aside already"),
        pytest.param([convicted("MA", "2025-05-05", statute="475.896")], "now 2018-01-01",
                     id="the drug enforcement misdemeanor does not count"),
        pytest.param([convicted("VB", "2026-01-01", statute="811.100")], "now 2018-01-01",
                     id="a traffic violation does not count"),
        pytest.param([convicted("MA", "2026-01-01", statute="811.140")], "later 2029-01-01",
                     id="a traffic crime does"),
        pytest.param([convicted("O", "2026-01-01", statute="33.015")], "later 2029-01-01",
                     id="contempt counts"),
        pytest.param([convicted("O", "2026-01-01", statute="131.582")], "now 2018-01-01",
                     id="a forfeiture does not"),
        pytest.param([convicted("FC", "2026-01-01", case_type="Juvenile Delinquency: Felony")],
                     "now 2018-01-01", id="a juvenile record does not"),
        pytest.param([convicted("MA", "2026-01-01", case_type="Municipal Parking")],
                     "now 2018-01-01", id="a parking case does not"),
        pytest.param([dismissed("FC", "2026-01-01")], "now 2018-01-01", id="a dismissal"),
        pytest.param([convicted("VB", "2026-01-01", **ALCOHOL)], "now 2018-01-01",
                     id="a single violation is let pass"),
        pytest.param([convicted("VB", "2026-01-01", **ALCOHOL),
                      convicted("VB", "2025-12-01", **ALCOHOL)], "later 2028-12-01",
                     id="of two, the older counts"),
        pytest.param([convicted("VB", "2026-01-01", **ALCOHOL),
                      convicted("VB", "2025-12-01", **ALCOHOL),
                      convicted("VB", "2025-11-01", **ALCOHOL)], "later 2028-12-01",
                     id="of three, the second"),
        pytest.param([convicted("VB", "2026-01-01", **ALCOHOL),
                      convicted("MA", "2022-06-01")], "now 2025-06-01",
                     id="a violation, and a crime before it"),
        pytest.param([convicted("VB", "2026-01-01", **ALCOHOL),
                      convicted("VB", "2025-12-01", **ALCOHOL),
                      convicted("MA", "2025-12-20")], "later 2028-12-20",
                     id="two violations, and a crime between them"),
        pytest.param([convicted("MA", None)], "unknown 2018-01-01..never",
                     id="the day of the other one is not known"),
        pytest.param([convicted("MA", "2025-05-05", disposition=None)],
                     "unknown 2018-01-01..never", id="how the other one ended is not known"),
        pytest.param([convicted("MA", "2025-05-05", severity=None)],
                     "unknown 2018-01-01..2028-05-05", id="the other one's level is not known"),
    ],
)  # fmt: skip
def test_other_convictions_and_a_theft_of_2015(others, expected):
    assert since(THEFT, *others) == expected


@pytest.mark.parametrize(
    ("level", "years"),
    [("FB", 7), ("FC", 5), ("MA", 3), ("MB", 1), ("VB", 1)],
)
def test_the_years_are_those_of_the_conviction_to_be_set_aside(level, years):
    charge = convicted(level, "2010-01-01", statute="165.803")
    other = convicted("MC", "2025-12-01")
    day = f"{2025 + years}-12-01"
    assert since(charge, other) == f"{'now' if years == 0 else 'later'} {day}"


def test_one_violation_does_not_hold_back_another():
    one, other = convicted("VB", "2026-01-01", **ALCOHOL), convicted("VB", "2025-12-01", **ALCOHOL)
    assert since(one, other) == "later 2027-01-01"
    assert since(other, one) == "later 2026-12-01"


@pytest.mark.parametrize(
    ("county", "expected"),
    [("Lane", "later 2028-12-01"), ("Multnomah", "unknown 2018-01-01..2028-12-01")],
)
def test_violations_that_may_be_about_traffic(county, expected):
    others = [
        convicted("VB", day, county=county, **ALCOHOL) for day in ("2026-01-01", "2025-12-01")
    ]
    assert since(THEFT, *others) == expected


def test_a_record_that_may_lack_cases():
    found = ask(THEFT, record_complete=False)
    assert found == "unknown 2018-01-01..never: person.record_complete"


def test_a_pending_charge_is_no_conviction_yet():
    assert since(THEFT, pending("VB", **ALCOHOL)) == "now 2018-01-01"
