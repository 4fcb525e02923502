"""The range that a court in New York could use: Penal Law 60.12."""

from homeward.law.us.ny.body import BODY
from homeward.law.us.ny.survivors.terms import sentenced_in_new_york
from homeward.law.us.surviving.telling import tells_of_abuse
from homeward.rules import all_of, answer_of, both, condition
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "survivor-range",
    question="new_range_years",
    subject="charge",
    cite="Penal Law 60.12(2)-(8)",
    since="2019-08-12",
    title="The range that a court could then use",
    holds="a court that grants it could use the lower range",
    how="judge",
    standard="may",
    certainty="medium",
    no_is_news="for_tenants",
    applies=lambda: both(sentenced_in_new_york, tells_of_abuse),
    steps=(
        Step(
            "The range, as far as it was read: class A felony under 70.00: 5 to 15 years; violent "
            "felony of class B: 1 to 5, C: 1 to 3½, D: 1 to 2, E: 1 to 1½, or probation. For a "
            "second felony it is higher. This is no date of release",
            "Penal Law 60.12(2)-(8)",
            on=("now", "later", "unknown"),
        ),
    ),
)
def new_range() -> Node:
    """It is open to those who may apply, and only if a court grants it."""
    return all_of(
        condition("may_apply", "CPL 440.47(1)(a)", "the person may apply", answer_of("may_apply"),
                  certainty="medium")
    )  # fmt: skip
