"""Invented prison terms: a drug felony, a listed one, and a dangerous one."""

from __future__ import annotations

from tests.cases.building import sentenced

M = "release.minimum_prison_term"


C = "release.conditional"


P = "parole.eligibility"


CLOSE = {"tolerance_days": 2}


def possession(started="2022-05-10", years=7, **sentence):
    return sentenced("579.015", "D", "2021-10-01", "2022-05-10", started, years, **sentence)


def robbery_2(started="2022-01-15", years=10, **sentence):
    return sentenced("570.025", "B", "2021-06-01", "2022-01-15", started, years, **sentence)


def murder_2(started="2015-06-15", years=10, **sentence):
    return sentenced(
        "565.021",
        "A",
        "2014-12-01",
        "2015-06-15",
        started,
        years,
        **{"dangerous": True, **sentence},
    )
