"""Background reports for a home in Massachusetts: G.L. c. 93 s. 52, and what was sealed."""

from homeward.law.us.ma.body import BODY
from homeward.law.us.renting.place import asked_in
from homeward.rules import answer_of, any_of, charge, condition
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "report-for-landlords",
    question="state_report_barred",
    subject="charge",
    cite="G.L. c. 93 s. 52(a)(5)",
    since="1998-11-02",
    title="Background reports for a landlord",
    holds="a background report for a landlord may no longer show it, by the law of Massachusetts",
    how="automatic",
    effect="barred",
    certainty="medium",
    no_is_news="for_tenants",
    applies=lambda: asked_in("us-ma"),
    steps=(
        Step(
            "If a report still shows it, dispute it with the company in writing; this limit is "
            "from before 30 September 1996, and federal law keeps it",
            "G.L. c. 93 s. 52; 15 USC 1681t(b)(1)(E)",
        ),
        Step(
            "A landlord can also look at the state's own record (CORI): what it shows there is a "
            "question of its own",
            "G.L. c. 6 s. 172(a)(3)",
            on=("now", "later", "never", "unknown"),
        ),
    ),
)
def for_landlords() -> Node:
    """What is more than seven years old, and what was sealed or expunged."""
    return any_of(
        condition(
            "seven_years", "G.L. c. 93 s. 52(a)(5)",
            "more than seven years have passed since the disposition, the release or parole",
            answer_of("report.cra_93_52"), certainty="medium",
        ),
        condition(
            "cleared", "G.L. c. 276 s. 100A-100K", "or: it was sealed or expunged",
            any_of(charge("sealed_on"), charge("expunged_on")), certainty="medium",
            unmet="it was not sealed or expunged",
        ),
    )  # fmt: skip
