"""By hand: what a city may ask of landlords, and what reports may show."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, answers, convicted


def found(statute, severity, decided, offense_class="B", **more):
    return convicted(statute, severity, offense_class, decided, decided, decided, **more)


K = "housing.local_limit.kansas_city"
ANY = [found("574.010", "misdemeanor", "2019-08-01")]
HOUSING = [
    a_case(
        "Kansas City in September 2024",
        ANY,
        answers(K, "now", "2024-08-01", "*"),
        as_of="2024-09-01",
        cite="Ordinance 231019",
    ),
    a_case(
        "Kansas City on its last day",
        ANY,
        answers(K, "now", "2024-08-01", "*"),
        as_of="2025-08-27",
        cite="441.043.2",
    ),
    a_case(
        "Kansas City after the state act",
        ANY,
        answers(K, "never", None, "*"),
        as_of="2025-08-28",
        cite="441.043.2",
    ),
    a_case(
        "Missouri sets no limit on reports",
        ANY,
        answers("state_report_barred", "never"),
        cite="digest 4",
    ),
    a_case(
        "a report of an expunged record",
        [found("574.010", "misdemeanor", "2019-08-01", expunged_on="2023-05-05")],
        answers("state_report_barred", "now", "2026-08-28"),
        cite="610.143",
    ),
    a_case(
        "a report of a pardoned record",
        [found("574.010", "misdemeanor", "2019-08-01", pardoned_on="2026-10-05")],
        answers("state_report_barred", "now", "2026-10-05"),
        cite="610.143",
    ),
]

ALL: list[Expectation] = [one for rows in HOUSING for one in rows]
