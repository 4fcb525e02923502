"""Background reports by companies: G.L. c. 93 s. 52(a)(5)."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.ma.custody import custody_over
from homeward.rules import all_of, condition, param, since
from homeward.rules.node import Node
from homeward.rules.rule import Step

_52 = "G.L. c. 93 s. 52(a)(5)"


@BODY.rule(
    "consumer-report",
    question="report.cra_93_52",
    subject="charge",
    cite=_52,
    since="1800-01-01",  # start not looked up
    title="No longer in a background report",
    holds="a company that sells background reports may no longer show it",
    how="automatic",
    steps=(
        Step(
            "If a report shows it after that, dispute it with the company in writing. Reports for "
            "large loans and insurance, and for jobs of $75,000 or more, are an exception; "
            "reports for landlords are none",
            "G.L. c. 93 s. 52(b)",
        ),
    ),
)
def consumer_report() -> Node:
    """No arrest, charge or conviction after more than seven years."""
    return all_of(
        condition(
            "seven_years", _52,
            "more than seven years have passed since the disposition, the release or parole",
            since(custody_over, param("report.years"), "years", "day_after"),
        )
    )  # fmt: skip
