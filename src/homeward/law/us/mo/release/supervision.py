"""The end of supervision after release: RSMo 217.730, and the department's early discharge."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.minimum_term import is_dangerous
from homeward.law.us.mo.release.term import serves_a_term
from homeward.rules import (
    all_of,
    answer_of,
    any_of,
    both,
    charge,
    condition,
    discretion,
    first_match,
    param,
    since,
)
from homeward.rules.node import Node

_paroled_on = charge("sentence.paroled_on")
_years_outside = first_match(
    (is_dangerous, param("discharge.years.dangerous")), otherwise=param("discharge.years.other")
)


@BODY.rule(
    "supervision-end",
    question="supervision.end",
    subject="charge",
    cite="RSMo 217.730",
    since="1982-01-01",
    title="End of supervision",
    holds="supervision is over",
    how="automatic",
    certainty="medium",
    applies=lambda: both(serves_a_term, _paroled_on.happened),
)
def supervision_end() -> Node:
    """Time on parole counts as time served, so supervision ends with the term at the latest."""
    return any_of(
        condition(
            "term_ends", "RSMo 217.730.1", "the whole term is over",
            answer_of("release.term_end"), certainty="medium",
        ),
        condition(
            "board_discharged", "RSMo 217.730.2", "or: the board has discharged the person early",
            charge("sentence.discharged_on"), certainty="medium",
        ),
    )  # fmt: skip


@BODY.rule(
    "early-discharge",
    question="supervision.early_discharge",
    subject="charge",
    cite="RSMo 217.730; parole board policy",
    since="1982-01-01",
    title="Early discharge from supervision",
    holds="the board may discharge the person from parole",
    how="board",
    standard="may",
    applies=lambda: both(serves_a_term, _paroled_on.happened),
)
def early_discharge() -> Node:
    """The board may discharge after three years outside, five for a dangerous felony."""
    return all_of(
        condition(
            "years_outside", "RSMo 217.730; parole board policy",
            "three years on parole have passed, five for a dangerous felony",
            since(_paroled_on, _years_outside, "years"),
        ),
        discretion(
            "board_decides", "RSMo 217.730", "the board finds the person ready", decided_by="agency"
        ),
    )  # fmt: skip
