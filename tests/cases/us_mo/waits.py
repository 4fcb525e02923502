"""By hand: the wait of 610.140.6(1), money that is owed, charges that are pending."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, a_charge, answers
from tests.cases.us_mo.charges import Q, felony, found, misdemeanor


def pending(statute="569.120", severity="misdemeanor", since="2026-07-01", **more):
    return a_charge(statute, severity, "B", since, "pending", **more)


WAITS = [
    a_case(
        "a felony waits three years",
        [felony("2022-06-30")],
        answers(Q, "now", "2025-06-30"),
        cite="610.140.6(1)",
    ),
    a_case(
        "three years end on the day asked",
        [felony("2023-11-23")],
        answers(Q, "now", "2026-11-23"),
        cite="610.140.6(1), MO-D1",
    ),
    a_case(
        "and not a day before",
        [felony("2023-11-24")],
        answers(Q, "later", "2026-11-24"),
        cite="610.140.6(1), MO-D1",
    ),
    a_case(
        "from a leap day to the first of March",
        [felony("2024-02-29")],
        answers(Q, "later", "2027-03-01", accept_from=["2027-02-28", "2027-03-01"]),
        cite="610.140.6(1), MO-D2",
    ),
    a_case(
        "a misdemeanor waits one year",
        [misdemeanor("2025-11-23")],
        answers(Q, "now", "2026-11-23"),
        cite="610.140.6(1)",
    ),
    a_case(
        "a misdemeanor a day short",
        [misdemeanor("2025-11-24")],
        answers(Q, "later", "2026-11-24"),
        cite="610.140.6(1)",
    ),
    a_case(
        "an infraction waits one year",
        [found("304.010", "infraction", "2025-10-01", None)],
        answers(Q, "now", "2026-10-01"),
        cite="610.140.6(1)",
    ),
    a_case(
        "a city ordinance that allows jail waits one year",
        [found("210.020", "ordinance", "2025-06-15", None, ordinance_jailable=True)],
        answers(Q, "now", "2026-06-15"),
        cite="610.140.6(1)",
    ),
    a_case(
        "and so does one that does not",
        [found("210.020", "ordinance", "2025-06-15", None, ordinance_jailable=False)],
        answers(Q, "now", "2026-06-15"),
        cite="610.140.6(1)",
    ),
    a_case(
        "a fine paid the day it was imposed completes that day",
        [misdemeanor("2025-03-03", sentence={"type": "fine", "fine_paid_on": "2025-03-03"})],
        answers(Q, "now", "2026-03-03"),
        cite="610.140.6(1), S.Y.",
    ),
    a_case(
        "the fine is the whole disposition, so its payment completes it",
        [
            misdemeanor(
                None,
                obligations_satisfied_on="2025-09-01",
                sentence={"type": "fine", "fine_paid_on": "2025-09-01"},
            )
        ],
        answers(Q, "now", "2026-09-01"),
        cite="610.140.6(1), RSMo 557.011",
    ),
    a_case(
        "a fine of which no payment is known",
        [misdemeanor(None, sentence={"type": "fine"})],
        answers(Q, "unknown"),
        cite="610.140.6(1)",
    ),
    a_case(
        "a suspended execution, revoked and executed, runs to the end of the term",
        [
            felony(
                "2024-02-10",
                probation_revoked_on="2020-02-10",
                sentence={"type": "SES probation, revoked, executed", "years": 4},
            )
        ],
        answers(Q, "later", "2027-02-10"),
        cite="610.140.6(1)",
    ),
    a_case(
        "a suspended imposition clears three years after probation",
        [a_charge("570.030", "felony", "D", "2018-03-01", "sis", "2018-11-15", "2023-05-01")],
        answers(Q, "now", "2026-05-01"),
        cite="610.140.6(1), RSMo 557.011",
    ),
    a_case(
        "parole that ends later, as planned",
        [felony("2027-02-28", disposition_completion_projected=True)],
        answers(Q, "later", "2030-02-28"),
        cite="610.140.6(1)",
    ),
    a_case(
        "the day of completion is not known",
        [felony(None)],
        answers(Q, "unknown"),
        cite="610.140.6(1)",
    ),
    a_case(
        "the charge itself is open",
        [pending("570.030", "felony")],
        answers(Q, "later", None),
        cite="610.140.6(1), (4)",
    ),
]

MONEY_AND_PENDING = [
    a_case(
        "restitution is unpaid",
        [felony(obligations_satisfied_on=None, obligations_outstanding=True)],
        answers(Q, "later", None),
        cite="610.140.6(3)",
    ),
    a_case(
        "restitution was paid after the wait",
        [felony("2021-05-10", obligations_satisfied_on="2026-01-31")],
        answers(Q, "now", "2026-01-31"),
        cite="610.140.6(3)",
    ),
    a_case(
        "whether restitution is paid is not known",
        [felony(obligations_satisfied_on=None)],
        answers(Q, "unknown"),
        cite="610.140.6(3)",
    ),
    a_case(
        "another charge is pending",
        [felony(), pending()],
        answers(Q, "later", None),
        answers("closed", "later", None, "b"),
        cite="610.140.6(4)",
    ),
    a_case(
        "a pending charge in Illinois counts too",
        [felony(), pending(jurisdiction="us-il")],
        answers(Q, "later", None),
        cite="610.140.6(4)",
    ),
    a_case(
        "a pending federal charge counts too",
        [felony(), pending("18 USC 1343", "felony", jurisdiction="us", court="federal district")],
        answers(Q, "later", None),
        cite="610.140.6(4)",
    ),
    a_case(
        "a charge that was dropped in October is pending no more",
        [
            felony(),
            a_charge("569.120", "misdemeanor", "B", "2026-07-01", "nolle_prosequi", "2026-10-15"),
        ],
        answers(Q, "now", "2025-06-30", accept_from=["2025-06-30", "2026-10-15"]),
        answers("closed", "now", "2026-10-15", "b"),
        cite="610.140.6(4); 610.105",
    ),
    a_case(
        "an arrest without charge is not a pending charge",
        [felony(), a_charge("569.120", "misdemeanor", "B", "2026-10-20", "no_charge_filed")],
        answers(Q, "now", "2025-06-30"),
        answers("closed", "now", "2026-11-19", "b"),
        answers("clear.arrest", "later", "2028-04-20", "b"),
        cite="610.140.6(4), .7; 610.100",
    ),
]

ALL: list[Expectation] = [
    one for table in (WAITS, MONEY_AND_PENDING) for rows in table for one in rows
]
