"""By hand: clearing without a petition, RSMo 610.141."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, a_charge, answers, convicted


def found(statute, severity, decided, offense_class="B", **more):
    return convicted(statute, severity, offense_class, decided, decided, decided, **more)


S = "clear.automatic"


def possession(completed="2020-03-01", statute="579.015", severity="felony", offense_class="D",
               **more):  # fmt: skip
    return convicted(
        statute, severity, offense_class, "2018-02-03", "2018-06-15", completed, **more
    )


AUTOMATIC = [
    a_case(
        "possession, long done",
        [possession()],
        answers(S, "later", "2027-01-01"),
        answers("clear.610_140", "now", "2023-03-01"),
        cite="610.141.1(3), .10",
    ),
    a_case(
        "paraphernalia, long done",
        [possession(statute="579.074", severity="misdemeanor")],
        answers(S, "later", "2027-01-01"),
        cite="610.141.1(3)(a)",
    ),
    a_case(
        "paraphernalia under its old number",
        [
            possession(
                "2012-03-01",
                "195.233",
                "misdemeanor",
                "A",
                offense_date="2010-02-03",
                disposition_date="2010-06-15",
            )
        ],
        answers(S, "later", "2027-01-01"),
        cite="610.141.1(3)(a)",
    ),
    a_case(
        "a misdemeanor that was done in August",
        [
            possession(
                "2026-08-31",
                severity="misdemeanor",
                offense_class="A",
                offense_date="2024-02-03",
                disposition_date="2024-06-15",
            )
        ],
        answers(S, "later", "2027-08-31"),
        cite="610.141.1(3)(d)",
    ),
    a_case(
        "a felony that was done last year",
        [possession("2025-02-28")],
        answers(S, "later", "2028-02-28"),
        cite="610.141.1(3)(d)",
    ),
    a_case(
        "a felony done on a leap day",
        [possession("2024-02-29")],
        answers(S, "later", "2027-03-01", accept_from=["2027-02-28", "2027-03-01"]),
        cite="610.141.1(3)(d), MO-D2",
    ),
    a_case(
        "another conviction in the three years",
        [possession(), found("574.010", "misdemeanor", "2024-06-01")],
        answers(S, "later", "2027-06-01"),
        cite="610.141.1(3)(e)",
    ),
    a_case(
        "a traffic conviction in the three years",
        [possession(), found("302.321", "misdemeanor", "2024-06-01")],
        answers(S, "later", "2027-01-01"),
        cite="610.141.1(3)(e)",
    ),
    a_case(
        "another offense in the same case",
        [[possession(), possession(statute="570.030")]],
        answers(S, "never"),
        answers(S, "never", None, "b"),
        cite="610.141.1(3)(c)",
    ),
    a_case(
        "two of the four in one case",
        [[possession(), possession(statute="579.074", severity="misdemeanor")]],
        answers(S, "later", "2027-01-01"),
        answers(S, "later", "2027-01-01", "b"),
        cite="610.141.1(3)(c)",
    ),
    a_case(
        "delivery",
        [possession(statute="579.020", offense_class="C")],
        answers(S, "never"),
        cite="610.141.1(3)(a)",
    ),
    a_case(
        "stealing", [possession(statute="570.030")], answers(S, "never"), cite="610.141.1(3)(a)"
    ),
    a_case(
        "a suspended imposition",
        [a_charge("579.015", "felony", "D", "2018-02-03", "sis", "2018-06-15", "2020-03-01")],
        answers(S, "never"),
        answers("closed", "now", "2020-03-01"),
        cite="610.141.1(3)(b); 610.105",
    ),
    a_case(
        "fines are unpaid",
        [possession(obligations_satisfied_on=None, obligations_outstanding=True)],
        answers(S, "unknown"),
        answers("clear.610_140", "later", None),
        cite="610.141.1(3)(d): open",
    ),
    a_case(
        "the shared limit of felonies is used up",
        [possession()],
        answers(S, "never"),
        prior_expungements={"felony": 2, "misdemeanor": 0},
        cite="610.141.6",
    ),
    a_case(
        "a charge is pending",
        [possession(), a_charge("574.010", "misdemeanor", "B", "2026-07-01", "pending")],
        answers(S, "later", None),
        cite="610.141.1(3)(f)",
    ),
    a_case(
        "the day the sentence was done is not known",
        [possession(None)],
        answers(S, "unknown"),
        cite="610.141.1(3)(d)",
    ),
    a_case(
        "three possession felonies, two places",
        [possession("2020-03-01"), possession("2020-04-01"), possession("2020-05-01")],
        answers(S, "unknown"),
        answers(S, "unknown", None, "c"),
        answers("clear.610_140", "now", "2023-03-01"),
        cite="610.141.6: which first is open",
    ),
]

ALL: list[Expectation] = [one for rows in AUTOMATIC for one in rows]
