"""By hand: old life terms of survivors of abuse, RSMo 217.692."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, answers, sentenced

SURVIVOR = {"victim_spouse_or_partner": True, "prior_violent_felony": False,
            "legal_recourse_left": False, "abuse_history_corroborated": True,
            "abuse_presented_at_trial": False}  # fmt: skip


def old_life_term(decided="1989-05-20", started="1989-06-01"):
    return sentenced("565.020", "unclassified", "1988-05-01", decided, started, None, life=True)


SURVIVORS = [
    a_case(
        "life without parole for a spouse's death, plea in 1989",
        [old_life_term()],
        answers("parole.217_692", "now", "2004-06-01", accept_from=["2004-06-01", "2007-08-28"]),
        birth_date="1960-01-01",
        prior_doc_commitments=0,
        survivor=SURVIVOR,
        cite="217.692",
    ),
    a_case(
        "a plea in 1991 is too late",
        [old_life_term("1991-05-20", "1991-06-01")],
        answers("parole.217_692", "never"),
        birth_date="1960-01-01",
        prior_doc_commitments=0,
        survivor=SURVIVOR,
        cite="217.692.1",
    ),
    a_case(
        "the abuse was presented at trial",
        [old_life_term()],
        answers("parole.217_692", "never"),
        birth_date="1960-01-01",
        prior_doc_commitments=0,
        survivor={**SURVIVOR, "abuse_presented_at_trial": True},
        cite="217.692.1(4)",
    ),
]

ALL: list[Expectation] = [one for rows in SURVIVORS for one in rows]
