"""What a background report may no longer show in California: Civil Code 1786.18(a)(7)."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.home import here_or_untold
from homeward.law.us.renting.report_limit import (
    SEVEN_YEARS_FROM_EVENT,
    UNTIL_DECIDED,
    of_convictions,
    of_others,
)
from homeward.rules import any_of, charge, condition
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "CIV 1786.18(a)(7)"


@BODY.rule(
    "reports",
    question="state_report_barred",
    subject="charge",
    cite=_CITE,
    since="2002-01-01",
    title="Background reports: the state's own limit",
    holds="a report for a landlord may no longer show it, by the law of California",
    how="automatic",
    effect="barred",
    no_is_news="for_tenants",
    applies=here_or_untold,
    steps=(
        Step(
            "If a report still shows it, dispute it with the company in writing and name "
            f"{_CITE}; the limit is from before 30 September 1996, rewritten in 2001, and the "
            "company may contest that federal law keeps it",
            f"{_CITE}; 15 USC 1681t(b)(1)(E)",
        ),
    ),
)
def reports() -> Node:
    """Seven years from disposition, release or parole; at once where no conviction followed."""
    return any_of(
        of_convictions(
            _CITE,
            "it is a conviction, and more than seven years have passed since the disposition, the "
            "release or the parole",
            SEVEN_YEARS_FROM_EVENT,
        ),
        of_others(
            _CITE,
            "or: no conviction came of it; while it is still open it may be shown",
            UNTIL_DECIDED,
        ),
        condition("pardoned", _CITE, "or: a full pardon", charge("pardoned_on"),
                  unmet="there was no full pardon"),
    )  # fmt: skip
