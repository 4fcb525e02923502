"""By hand: conditional release, parole, and the end of it all."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, answers, sentenced
from tests.cases.us_mo.terms import CLOSE, C, P, murder_2, possession, robbery_2

CONDITIONAL = [
    a_case(
        "a third of seven years",
        [possession()],
        answers(C, "later", "2027-01-10", **CLOSE),
        prior_doc_commitments=0,
        cite="558.011.4: 84 - 28",
    ),
    a_case(
        "a third of nine years exactly",
        [robbery_2("2018-01-15", 9)],
        answers(C, "now", "2024-01-15", **CLOSE),
        prior_doc_commitments=0,
        cite="558.011.4: 108 - 36",
    ),
    a_case(
        "three years of ten",
        [robbery_2("2018-01-15", 10)],
        answers(C, "now", "2025-01-15", **CLOSE),
        prior_doc_commitments=0,
        cite="558.011.4: 120 - 36",
    ),
    a_case(
        "three years of fifteen exactly",
        [robbery_2("2018-01-15", 15)],
        answers(C, "later", "2030-01-15", **CLOSE),
        prior_doc_commitments=0,
        cite="558.011.4: 180 - 36",
    ),
    a_case(
        "five years of twenty",
        [sentenced("579.065", "A", "2017-10-01", "2018-01-15", "2018-01-15", 20)],
        answers(C, "later", "2033-01-15", **CLOSE),
        prior_doc_commitments=0,
        cite="558.011.4: 240 - 60",
    ),
    a_case(
        "not before an 80 percent minimum",
        [robbery_2("2022-01-15", 10)],
        answers(C, "never", accept_status=["never", "later"]),
        prior_doc_commitments=3,
        cite="558.011.4: a fourth remand",
    ),
    a_case(
        "the minimum comes later than the part outside",
        [robbery_2("2022-01-15", 5)],
        answers(C, "now", "2025-05-15", **CLOSE),
        prior_doc_commitments=2,
        cite="558.011.4: 40 months; 558.019.2(2): 30 months",
    ),
    a_case(
        "a dangerous felony has none",
        [murder_2()],
        answers(C, "never"),
        prior_doc_commitments=0,
        cite="558.011.4",
    ),
    a_case(
        "a life term has none",
        [sentenced("579.065", "A", "2017-10-01", "2018-01-15", "2018-01-15", None, life=True)],
        answers(C, "never"),
        prior_doc_commitments=0,
        cite="558.011.4",
    ),
]

PAROLE = [
    a_case(
        "15 percent of a drug felony of class D",
        [possession("2025-01-15", 5, parole_offense_group="drug")],
        answers(P, "now", "2025-10-15", **CLOSE),
        prior_doc_commitments=0,
        cite="14 CSR 80-2.010: 9 months",
    ),
    a_case(
        "20 percent of a nonviolent felony of class C",
        [
            sentenced(
                "570.030",
                "C",
                "2024-06-01",
                "2025-02-01",
                "2025-02-01",
                10,
                parole_offense_group="nonviolent",
            )
        ],
        answers(P, "later", "2027-02-01", **CLOSE),
        prior_doc_commitments=0,
        cite="14 CSR 80-2.010: 24 months",
    ),
    a_case(
        "33 percent, violent",
        [robbery_2("2022-01-15", 10, parole_offense_group="violent")],
        answers(P, "now", "2025-05-03", tolerance_days=20),
        prior_doc_commitments=0,
        cite="14 CSR 80-2.010: 39.6 months",
    ),
    a_case(
        "the minimum term comes after the table",
        [robbery_2("2022-01-15", 10, parole_offense_group="violent")],
        answers(P, "later", "2027-01-15", **CLOSE),
        prior_doc_commitments=2,
        cite="558.019.2(2): 60 months",
    ),
    a_case(
        "a child with murder 1, twenty-five years",
        [
            sentenced(
                "565.020", "unclassified", "1998-03-01", "1999-05-05", "1999-05-05", None, life=True
            )
        ],
        answers("parole.558_047", "now", "2024-05-05"),
        birth_date="1982-03-02",
        prior_doc_commitments=0,
        cite="558.047",
    ),
    a_case(
        "an adult with murder 1",
        [
            sentenced(
                "565.020", "unclassified", "1998-03-01", "1999-05-05", "1999-05-05", None, life=True
            )
        ],
        answers("parole.558_047", "never"),
        birth_date="1980-03-01",
        prior_doc_commitments=0,
        cite="558.047",
    ),
]

ENDS = [
    a_case(
        "the whole term",
        [murder_2()],
        answers("release.term_end", "now", "2025-06-15"),
        prior_doc_commitments=0,
        cite="558.031",
    ),
    a_case(
        "supervision ends with the term",
        [murder_2(paroled_on="2023-12-28")],
        answers("supervision.end", "now", "2025-06-15"),
        prior_doc_commitments=0,
        cite="217.730",
    ),
]

ALL: list[Expectation] = [
    one for table in (CONDITIONAL, PAROLE, ENDS) for rows in table for one in rows
]
