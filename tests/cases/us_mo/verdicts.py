"""Invented convictions of 2018, and the three things that a petition can be told."""

from __future__ import annotations

from tests.cases.building import a_case, answers, convicted

Q = "clear.610_140"


FROM_FELONY = "2025-06-30"


FROM_MISDEMEANOR = "2023-06-30"


def felony(statute, offense_class="D", **more):
    return convicted(
        statute, "felony", offense_class, "2018-03-01", "2018-11-15", "2022-06-30", **more
    )


def misdemeanor(statute, offense_class="A", **more):
    return convicted(
        statute, "misdemeanor", offense_class, "2018-03-01", "2018-11-15", "2022-06-30", **more
    )


def never(name, charge, cite, **person):
    return a_case(name, [charge], answers(Q, "never"), cite=cite, **person)


def unknown(name, charge, cite, **more):
    return a_case(name, [charge], answers(Q, "unknown"), cite=cite, **more)


def clears(name, charge, cite, day=FROM_FELONY, **more):
    return a_case(name, [charge], answers(Q, "now", day), cite=cite, **more)
