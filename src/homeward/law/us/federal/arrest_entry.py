"""The arrest as an entry of its own beside the charge: 15 USC 1681c(a)(2)."""

from homeward.law.us.body import BODY
from homeward.law.us.federal.reports import years_since_arrest
from homeward.law.us.renting.endings import sealed_on
from homeward.rules import any_of, charge, condition
from homeward.rules.node import Node


@BODY.rule(
    "arrest-entry",
    question="federal_report_barred.arrest_entry",
    subject="charge",
    cite="15 USC 1681c(a)(2)",
    since="1998-11-02",
    title="Background reports: the entry of the arrest",
    holds="a background report may no longer show the arrest as an entry of its own",
    how="automatic",
    effect="barred",
    certainty="medium",
    no_is_news="for_tenants",
    yes_is_news=False,
    applies=lambda: charge("arrest_date").is_stated,
)
def arrest_entry() -> Node:
    """The arrest has its own time, also where a conviction came of the charge."""
    return any_of(
        condition(
            "seven_years", "15 USC 1681c(a)(2)",
            "more than seven years have passed since the arrest, and no charge could be brought "
            "any more",
            years_since_arrest, certainty="medium",
        ),
        condition(
            "cleared", "15 USC 1681e(b)", "or: it was sealed or expunged",
            sealed_on, certainty="medium",
            unmet="it was not sealed or expunged",
        ),
    )  # fmt: skip
