"""By hand: minimum prison terms, RSMo 558.019."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, answers, sentenced
from tests.cases.us_mo.terms import CLOSE, M, murder_2, possession, robbery_2

MINIMUM = [
    a_case(
        "85 percent of ten years",
        [murder_2()],
        answers(M, "now", "2023-12-15", **CLOSE),
        prior_doc_commitments=0,
        cite="558.019.3: 102 months",
    ),
    a_case(
        "85 percent of twenty years",
        [murder_2("2018-03-31", 20)],
        answers(M, "later", "2035-03-31", **CLOSE),
        prior_doc_commitments=0,
        cite="558.019.3: 204 months",
    ),
    a_case(
        "85 percent of five years, in days",
        [sentenced("565.072", "B", "2020-01-01", "2021-02-28", "2021-02-28", 5, dangerous=True)],
        answers(M, "now", "2025-05-28", **CLOSE),
        prior_doc_commitments=0,
        cite="558.019.3: 51 months",
    ),
    a_case(
        "seventy comes first, with 40 percent served",
        [murder_2("2018-01-15", 20)],
        answers(M, "now", "2026-07-01", **CLOSE),
        birth_date="1956-07-01",
        prior_doc_commitments=0,
        cite="558.019.3: birthday after 2026-01-15",
    ),
    a_case(
        "seventy, but 40 percent comes later",
        [murder_2("2018-01-15", 30)],
        answers(M, "later", "2030-01-15", **CLOSE),
        birth_date="1950-05-05",
        prior_doc_commitments=0,
        cite="558.019.3: 144 months after the birthday",
    ),
    a_case(
        "no earlier commitment, no minimum",
        [robbery_2()],
        answers(M, "now", note="always"),
        prior_doc_commitments=0,
        cite="558.019.2",
    ),
    a_case(
        "one earlier commitment: 40 percent",
        [robbery_2()],
        answers(M, "now", "2026-01-15", **CLOSE),
        prior_doc_commitments=1,
        cite="558.019.2(1): 48 months",
    ),
    a_case(
        "two: 50 percent",
        [robbery_2()],
        answers(M, "later", "2027-01-15", **CLOSE),
        prior_doc_commitments=2,
        cite="558.019.2(2): 60 months",
    ),
    a_case(
        "three: 80 percent",
        [robbery_2()],
        answers(M, "later", "2030-01-15", **CLOSE),
        prior_doc_commitments=3,
        cite="558.019.2(3): 96 months",
    ),
    a_case(
        "five is as three",
        [robbery_2()],
        answers(M, "later", "2030-01-15", **CLOSE),
        prior_doc_commitments=5,
        cite="558.019.2(3)",
    ),
    a_case(
        "a first 120-day stay does not count",
        [robbery_2()],
        answers(M, "now", note="always"),
        prior_doc_commitments=1,
        shock_559_115_incarcerations=1,
        cite="558.019.2",
    ),
    a_case(
        "an offense that is not listed",
        [possession()],
        answers(M, "now", note="always"),
        prior_doc_commitments=2,
        cite="558.019.2",
    ),
    a_case(
        "how many commitments is not known",
        [robbery_2()],
        answers(M, "unknown"),
        prior_doc_commitments=None,
        cite="558.019.2",
    ),
    a_case(
        "the day the term counts from is not known",
        [murder_2(None)],
        answers(M, "unknown", accept_status=["unknown", "now"]),
        prior_doc_commitments=0,
        cite="558.031",
    ),
    a_case(
        "armed criminal action is dangerous, but not on the list",
        [
            sentenced(
                "571.015",
                "unclassified",
                "2021-03-01",
                "2021-11-15",
                "2021-11-15",
                10,
                dangerous=True,
            )
        ],
        answers(M, "unknown"),
        prior_doc_commitments=0,
        cite="558.019.2: textual trap",
    ),
    a_case(
        "life counts as thirty years",
        [
            sentenced(
                "565.021",
                "A",
                "2008-12-01",
                "2010-01-01",
                "2010-01-01",
                None,
                life=True,
                dangerous=True,
            )
        ],
        answers(M, "later", "2035-07-01", **CLOSE),
        prior_doc_commitments=0,
        cite="558.019.4: 306 months",
    ),
]

ALL: list[Expectation] = [one for rows in MINIMUM for one in rows]
