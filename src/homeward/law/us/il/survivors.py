"""Relief from a judgment for survivors in Illinois: 735 ILCS 5/2-1401(b-5)."""

from homeward.law.us.il.body import BODY
from homeward.law.us.surviving.telling import MAY_APPLY, convicted, tells_of_abuse
from homeward.rules import (
    NO,
    all_of,
    both,
    case,
    charge,
    claim,
    condition,
    discretion,
    holds_if,
    opposite,
    param,
    reading,
    recorded,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "735 ILCS 5/2-1401(b-5)"
_judged_on = recorded(charge("sentence.sentenced_on"), charge("disposition_date"))


def _window() -> Node:
    return reading(
        "survivor.two_years",
        "do the two years of subsection (c) bind a survivor's petition",
        they_bind=since(_judged_on, param("survivor.window_years"), "years", "day_after"),
        they_do_not=holds_if(NO),
    )


@BODY.rule(
    "survivor-relief",
    question="may_apply",
    subject="charge",
    cite=_CITE,
    since="2024-01-01",
    title="Relief from a sentence for survivors",
    holds=MAY_APPLY,
    how="judge",
    standard="may",
    certainty="medium",
    applies=lambda: both(case("jurisdiction").stated("us-il"), convicted, tells_of_abuse),
    closes=_window,
    steps=(
        Step(
            "File the petition soon: whether it has to come within two years of the judgment is "
            "not settled",
            "735 ILCS 5/2-1401(c)",
            on=("now", "unknown"),
        ),
    ),
)
def survivors() -> Node:
    """Who was convicted of a forcible felony while the court heard little of the abuse may ask."""
    return all_of(
        condition(
            "in_force", _CITE, "the act is in force, and the sentence was given",
            all_of(param("survivor.from"), _judged_on), certainty="medium",
        ),
        condition(
            "forcible_felony", f"{_CITE}(1)", "the conviction is of a forcible felony",
            holds_if(claim(charge("forcible_felony"))), certainty="medium",
            unmet="it is no forcible felony",
        ),
        condition(
            "not_shown_before", f"{_CITE}(3)",
            "nothing, or not all, of the abuse was shown at the sentence",
            holds_if(opposite(charge("abuse_evidence_at_sentencing").is_in("full", "complete"))),
            certainty="medium", unmet="the court heard of the abuse at the sentence",
        ),
        discretion(
            "merits", f"{_CITE}(2), (4)",
            "taking part had to do with having suffered domestic or gender-based violence, and the "
            "proof is new in kind and would likely change the sentence",
        ),
    )  # fmt: skip
