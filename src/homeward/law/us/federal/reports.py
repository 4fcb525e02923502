"""What a background report may show: the Fair Credit Reporting Act, 15 USC 1681c."""

from homeward.law.us.body import BODY
from homeward.law.us.federal.circuits import in_seventh_circuit
from homeward.law.us.renting.clocks import charged_on
from homeward.law.us.renting.endings import (
    convicted,
    diverted,
    juvenile,
    never_charged,
    plea_without_judgment,
    sealed_on,
    undone_on,
)
from homeward.rules import (
    all_of,
    any_of,
    both,
    charge,
    condition,
    either,
    first_match,
    holds_if,
    limb,
    open_law,
    opposite,
    param,
    since,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_years = param("report.years")

years_since_charge = since(charged_on, _years, "years", "day_after")
"""(5): a dismissal starts no new time, and neither does a warrant or a docket entry."""

years_since_arrest = all_of(
    since(charge("arrest_date"), _years, "years", "day_after"),
    since(charge("limitation_period_end"), param("report.day_after_limit"), "days"),
)
"""(2): seven years, or until no charge could be brought any more, whichever is longer."""

_pleaded = both(diverted, charge("plea_on").happened)

counts_as_conviction = either(
    convicted,
    both(_pleaded, in_seventh_circuit),
    both(either(plea_without_judgment, both(_pleaded, opposite(in_seventh_circuit))),
         open_law("report.plea_without_judgment")),
    both(charge("disposition").is_in("guilty_except_for_insanity"),
         open_law("report.insanity")),
    both(juvenile, open_law("report.juvenile")),
)  # fmt: skip
"""What federal law calls a conviction; a plea that a state does not count may be one."""


@BODY.rule(
    "reports",
    question="federal_report_barred",
    subject="charge",
    cite="15 USC 1681c, 1681e(b)",
    since="1998-11-02",
    title="Background reports: what they may no longer show",
    holds="a background report may no longer show it, under federal law",
    how="automatic",
    effect="barred",
    certainty="medium",
    no_is_news="for_tenants",
    yes_is_news=False,
    steps=(
        Step(
            "If a report still shows it, write to the company that made the report and say why. "
            "It has 30 days to look into it, and this is free",
            "15 USC 1681i(a)(1)",
        ),
        Step(
            "Ask for your own file. Look for a record that is not yours, one case listed twice, or "
            "an arrest without how it ended: all of these are wrong and can be disputed",
            "15 USC 1681e(b), 1681g",
            on=("now", "later", "never", "unknown"),
        ),
        Step(
            "If a court later seals or expunges it, a report may not show it from that day on. "
            "Send the company the order",
            "15 USC 1681e(b)",
            on=("never", "later"),
        ),
    ),
)
def reports() -> Node:
    """A report may not show old arrests and charges. Convictions have no limit in time.

    The exceptions of 1681c(b) are for large loans, life insurance and jobs of $75,000 a year.
    They have no part in renting, however high the rent is. A landlord who looks at a
    court's own website is not bound by this.
    """
    return any_of(
        condition(
            "seven_years", "15 USC 1681c(a)(2), (5)",
            "no conviction came of it, and more than seven years have passed since the charge (for "
            "an arrest without a charge: or until it could no longer be brought, if that is later)",
            all_of(
                holds_if(opposite(counts_as_conviction)),
                first_match((never_charged, years_since_arrest), otherwise=years_since_charge),
            ),
            unmet="it counts as a conviction, and for those federal law sets no limit in time",
        ),
        limb(
            condition(
                "cleared", "15 USC 1681e(b)",
                "or: it was sealed, expunged, pardoned or taken back; a report that shows it is "
                "wrong",
                any_of(sealed_on, undone_on), certainty="medium",
                unmet="it was not sealed, expunged, pardoned or taken back",
            ),
            effect="inaccurate",
        ),
    )  # fmt: skip
