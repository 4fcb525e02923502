"""Invented charges for the petition: a felony of 2018, a misdemeanor of 2025, and others."""

from __future__ import annotations

from tests.cases.building import convicted

Q = "clear.610_140"


def felony(completed="2022-06-30", statute="570.030", offense_class="D", **more):
    return convicted(
        statute, "felony", offense_class, "2018-03-01", "2018-11-15", completed, **more
    )


def misdemeanor(completed="2025-03-03", statute="574.010", offense_class="B", **more):
    return convicted(
        statute, "misdemeanor", offense_class, "2024-12-01", "2025-03-03", completed, **more
    )


def found(statute, severity, decided, offense_class="B", **more):
    """Another finding, complete on its own day."""
    return convicted(statute, severity, offense_class, decided, decided, decided, **more)
