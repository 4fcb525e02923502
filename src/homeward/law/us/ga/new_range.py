"""The range that a court in Georgia could use: OCGA 17-10-1."""

from homeward.law.us.ga.body import BODY
from homeward.law.us.ga.resentencing import sentenced_in_georgia
from homeward.law.us.surviving.telling import tells_of_abuse
from homeward.rules import all_of, answer_of, both, condition
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "survivor-range",
    question="new_range_years",
    subject="charge",
    cite="OCGA 17-10-1; HB 582 (2025)",
    since="2025-07-01",
    title="The range that a court could then use",
    holds="a court that grants it could use the lower range",
    how="judge",
    standard="may",
    certainty="medium",
    no_is_news="for_tenants",
    applies=lambda: both(sentenced_in_georgia, tells_of_abuse),
    steps=(
        Step(
            "The range: 10 to 30 years where the law has death or life (less if the prosecutor "
            "consents); for any other felony from one year to half of the longest term",
            "OCGA 17-10-1; HB 582 (2025)",
            on=("now", "later", "unknown"),
        ),
    ),
)
def new_range() -> Node:
    """It is open to those who may apply, and only if a court grants it."""
    return all_of(
        condition("may_apply", "OCGA 17-10-1", "the person may apply", answer_of("may_apply"),
                  certainty="medium")
    )  # fmt: skip
