"""The end of supervision after release: RSMo 217.730, and the board's early discharge."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.release.compliance_credits import credits_used_up
from homeward.law.us.mo.release.minimum_term import is_dangerous
from homeward.law.us.mo.release.term import released_on, serves_a_term, was_released
from homeward.rules import (
    NO,
    all_of,
    answer_of,
    any_of,
    before,
    both,
    charge,
    claim,
    condition,
    discretion,
    first_match,
    holds_if,
    opposite,
    param,
    recorded,
    since,
)
from homeward.rules.conditions import Condition
from homeward.rules.node import Node
from homeward.rules.rule import Step

_statute = charge("statute")
_for_life = charge("sentence.lifetime_supervision")
is_for_life = first_match(
    (_statute.tagged("lifetime-supervision-possible"), claim(_for_life)),
    otherwise=recorded(_for_life, NO),
)
"""217.735: some sexual offenses bring supervision for life; the judgment says so."""
_years_outside = first_match(
    (is_dangerous, param("discharge.years.dangerous")), otherwise=param("discharge.years.other")
)
_discharge_from = since(released_on, _years_outside, "years")


def _not_for_life() -> Condition:
    return condition(
        "not_for_life",
        "RSMo 217.735",
        "supervision is not for life, as it is after some sexual offenses",
        holds_if(opposite(is_for_life)),
        unmet="supervision is for life",
        certainty="medium",
    )


@BODY.rule(
    "supervision-end",
    question="supervision.end",
    subject="charge",
    cite="RSMo 217.730",
    since="1982-01-01",
    title="End of supervision",
    holds="supervision for this term is over",
    how="automatic",
    certainty="medium",
    tolerance_days=3,
    applies=lambda: both(serves_a_term, was_released),
)
def supervision_end() -> Node:
    """Time on parole counts as time served, so supervision ends with the term at the latest."""
    return all_of(
        _not_for_life(),
        any_of(
            condition(
                "term_ends",
                "RSMo 217.730.1",
                "the whole term is over",
                answer_of("release.term_end"),
                certainty="medium",
            ),
            condition(
                "board_discharged",
                "RSMo 217.730.2",
                "or: the board has discharged the person early",
                charge("sentence.discharged_on"),
                certainty="medium",
            ),
            condition(
                "credits_used_up",
                "RSMo 217.703",
                "or: earned compliance credits, 30 days for each full month without a violation, "
                "have used up the rest of the term, after 24 months at the soonest",
                credits_used_up(),
                since="2012-08-28",
            ),
        ),
    )


@BODY.rule(
    "early-discharge",
    question="supervision.early_discharge",
    subject="charge",
    cite="RSMo 217.730; parole board policy",
    since="1982-01-01",
    title="Early discharge from supervision",
    holds="the parole board may discharge the person early (it need not)",
    how="board",
    standard="may",
    applies=lambda: both(serves_a_term, was_released),
    steps=(
        Step(
            "Ask the parole officer to propose an early discharge to the board",
            "RSMo 217.730",
            on=("now",),
        ),
    ),
)
def early_discharge() -> Node:
    """The board may discharge after three years outside, five for a dangerous felony."""
    return all_of(
        _not_for_life(),
        condition(
            "before_the_end",
            "RSMo 217.730.1",
            "those years pass before the term is over anyway",
            holds_if(before(_discharge_from, answer_of("release.term_end"))),
            unmet="the term ends before the board could discharge anyone early",
        ),
        condition(
            "years_outside",
            "RSMo 217.730; parole board policy",
            "three years outside have passed, five for a dangerous felony",
            _discharge_from,
        ),
        discretion(
            "board_decides", "RSMo 217.730", "the person is ready for it", decided_by="board"
        ),
    )
