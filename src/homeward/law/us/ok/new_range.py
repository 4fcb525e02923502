"""The range that a court in Oklahoma could use: 22 O.S. 1090.4, second-hand."""

from homeward.law.us.ok.body import BODY
from homeward.law.us.ok.resentencing import sentenced_in_oklahoma
from homeward.law.us.surviving.telling import tells_of_abuse
from homeward.rules import all_of, answer_of, both, condition
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "22 O.S. 1090.1-1090.5"


@BODY.rule(
    "survivor-range",
    question="new_range_years",
    subject="charge",
    cite=_CITE,
    since="2024-08-29",
    title="The range that a court could then use",
    holds="a court that grants it could use the lower range",
    how="judge",
    standard="may",
    certainty="low",
    no_is_news="for_tenants",
    applies=lambda: both(sentenced_in_oklahoma, tells_of_abuse),
    steps=(
        Step(
            "The range, as reported and not read in the law: life without parole becomes 30 years "
            "or less, life 25 or less, 30 years and more 20, 20 and more 15, 15 and more 7½, 8 and "
            "more 5. This is no date of release",
            _CITE,
            on=("now", "later", "unknown"),
        ),
    ),
)
def new_range() -> Node:
    """It is open to those who may apply, and only if a court grants it."""
    return all_of(
        condition("may_apply", "22 O.S. 1090.5", "the person may apply", answer_of("may_apply"),
                  certainty="medium")
    )  # fmt: skip
