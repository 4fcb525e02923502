"""By hand: arrests without charge, closed records, arrest records."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, a_charge, answers, convicted


def arrest(on, statute="570.030", severity="felony", offense_class="D", **more):
    return a_charge(statute, severity, offense_class, on, "no_charge_filed", **more)


def ended(how, on, statute="570.030", severity="felony", offense_class="D", **more):
    return a_charge(statute, severity, offense_class, "2023-10-01", how, on, **more)


def found(statute, severity, decided, offense_class="B", **more):
    return convicted(statute, severity, offense_class, decided, decided, decided, **more)


A = "clear.arrest"
ARRESTS = [
    a_case(
        "an arrest eighteen months ago",
        [arrest("2025-05-23")],
        answers(A, "now", "2026-11-23"),
        cite="610.140.7",
    ),
    a_case(
        "an arrest a day less than that",
        [arrest("2025-05-24")],
        answers(A, "later", "2026-11-24"),
        cite="610.140.7",
    ),
    a_case(
        "an arrest on 31 August 2024",
        [arrest("2024-08-31")],
        answers(A, "now", "2026-02-28", accept_from=["2026-02-28", "2026-03-01"]),
        cite="610.140.7, MO-D2",
    ),
    a_case(
        "eighteen months ending in a leap year",
        [arrest("2026-08-29")],
        answers(A, "later", "2028-02-29"),
        cite="610.140.7",
    ),
    a_case(
        "three years on the last day of 2024",
        [arrest("2023-06-01")],
        answers(A, "later", "2026-06-01"),
        as_of="2024-12-31",
        cite="610.140.6 (2018)",
    ),
    a_case(
        "three years had passed in 2022",
        [arrest("2019-02-03")],
        answers(A, "now", "2022-02-03"),
        as_of="2022-02-03",
        cite="610.140.6 (2018)",
    ),
    a_case(
        "an arrest for a class A felony",
        [arrest("2020-01-01", "565.020", "felony", "A")],
        answers(A, "never"),
        cite="610.140.7(1)",
    ),
    a_case(
        "an arrest for drunk driving",
        [arrest("2020-01-01", "577.010", "misdemeanor", "B")],
        answers(A, "never"),
        cite="610.140.7(1), .3(7)",
    ),
    a_case(
        "an arrest in Illinois",
        [found("570.030", "felony", "2015-05-05", "D"), arrest("2020-01-01", jurisdiction="us-il")],
        answers(A, "never", None, "b"),
        cite="610.140.2(2)",
    ),
    a_case(
        "an arrest, and a charge three months later",
        [
            arrest("2024-01-15"),
            a_charge("574.010", "misdemeanor", "B", "2024-04-01", "dismissed", "2024-09-01"),
        ],
        answers(A, "unknown"),
        answers("closed", "now", "2024-02-14"),
        answers("closed", "now", "2024-09-01", "b"),
        cite="610.140.7(3); 610.100; 610.105",
    ),
    a_case(
        "an arrest, and an infraction three months later",
        [arrest("2024-01-15"), found("304.010", "infraction", "2024-04-01", None)],
        answers(A, "now", "2025-07-15"),
        cite="610.140.7(3)",
    ),
    a_case(
        "the day of the arrest is not known",
        [arrest(None, arrest_date=None, offense_date=None)],
        answers(A, "unknown"),
        cite="610.140.7",
    ),
]

C = "closed"
CLOSED = [
    a_case(
        "dismissed",
        [ended("dismissed", "2024-07-09")],
        answers(C, "now", "2024-07-09"),
        cite="610.105",
    ),
    a_case(
        "not pursued",
        [ended("nolle_prosequi", "2026-11-23")],
        answers(C, "now", "2026-11-23"),
        cite="610.105",
    ),
    a_case(
        "not guilty of murder",
        [ended("acquitted", "2024-02-29", "565.020", "felony", "A")],
        answers(C, "now", "2024-02-29"),
        cite="610.105",
    ),
    a_case(
        "thirty days without a charge",
        [arrest("2026-10-24")],
        answers(C, "now", "2026-11-23"),
        cite="610.100",
    ),
    a_case(
        "twenty-nine days without a charge",
        [arrest("2026-10-25")],
        answers(C, "later", "2026-11-24"),
        cite="610.100",
    ),
    a_case(
        "a suspended imposition, probation done",
        [a_charge("570.030", "felony", "D", "2018-03-01", "sis", "2018-05-10", "2020-05-10")],
        answers(C, "now", "2020-05-10"),
        cite="610.105",
    ),
    a_case(
        "a suspended imposition, probation to end next year",
        [
            a_charge(
                "570.030",
                "felony",
                "D",
                "2024-03-01",
                "sis",
                "2024-05-10",
                "2027-05-10",
                disposition_completion_projected=True,
            )
        ],
        answers(C, "later", "2027-05-10"),
        cite="610.105",
    ),
    a_case(
        "a suspended imposition, of which the end is not known",
        [a_charge("570.030", "felony", "D", "2018-03-01", "sis", "2018-05-10")],
        answers(C, "unknown"),
        cite="610.105",
    ),
    a_case(
        "a suspended imposition that was revoked",
        [
            a_charge(
                "570.030",
                "felony",
                "D",
                "2018-03-01",
                "sis",
                "2018-05-10",
                "2023-05-10",
                probation_revoked_on="2020-02-10",
            )
        ],
        answers(C, "never"),
        cite="610.105",
    ),
    a_case(
        "a conviction",
        [found("574.010", "misdemeanor", "2020-02-02")],
        answers(C, "never"),
        cite="610.105",
    ),
    a_case(
        "still open",
        [a_charge("574.010", "misdemeanor", "B", "2026-07-01", "pending")],
        answers(C, "later", None),
        cite="610.105",
    ),
]

T = "clear.610_122"
SPEEDING = {"statute": "304.010", "severity": "misdemeanor", "offense_class": "C"}
ARREST_RECORDS = [
    a_case(
        "speeding, dismissed",
        [ended("dismissed", "2025-03-03", **SPEEDING)],
        answers(T, "now", "2025-03-03", accept_from=["2025-03-03", "2025-04-02"]),
        cite="610.122.1(2)",
    ),
    a_case(
        "no insurance, not pursued",
        [ended("nolle_prosequi", "2025-03-03", "303.025", "misdemeanor", "D")],
        answers(T, "now", "2025-03-03"),
        cite="610.122.1(2)",
    ),
    a_case(
        "speeding, lost, and a commercial driver",
        [ended("acquitted", "2025-03-03", **SPEEDING)],
        answers(T, "unknown", accept_status=["never"]),
        cdl_holder=True,
        cite="610.122.1(2); (1) is for the judge",
    ),
    a_case(
        "a civil suit about the arrest is pending",
        [ended("dismissed", "2025-03-03", **SPEEDING)],
        answers(T, "later", None),
        civil_action_pending=True,
        cite="610.122.2(2)",
    ),
    a_case(
        "speeding, dismissed, and a later felony conviction",
        [
            ended("dismissed", "2025-03-03", **SPEEDING),
            found("570.030", "felony", "2026-01-01", "D"),
        ],
        answers(T, "never"),
        cite="610.122.2(1)",
    ),
    a_case(
        "a stealing charge that was dismissed",
        [ended("dismissed", "2025-03-03")],
        answers(T, "unknown"),
        cite="610.122.1(1): for the judge",
    ),
    a_case(
        "a stealing conviction",
        [found("570.030", "felony", "2020-02-02", "D")],
        answers(T, "never"),
        cite="610.122",
    ),
    a_case(
        "the speeding charge is still open",
        [a_charge("304.010", "misdemeanor", "C", "2026-07-01", "pending")],
        answers(T, "later", None),
        cite="610.122.1",
    ),
]

ALL: list[Expectation] = [
    one for table in (ARRESTS, CLOSED, ARREST_RECORDS) for rows in table for one in rows
]
