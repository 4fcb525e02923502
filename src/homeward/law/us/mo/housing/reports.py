"""What a background report may still say of a cleared record: RSMo 610.143."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.terms import in_missouri_court
from homeward.law.us.renting.place import asked_in
from homeward.rules import (
    all_of,
    any_of,
    charge,
    condition,
    either,
    holds_if,
    opposite,
    param,
    tenancy,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "reports-of-cleared-records",
    question="state_report_barred",
    subject="charge",
    cite="RSMo 610.143",
    since="2026-08-28",
    enacted="2026-07-09",
    title="Reports of a cleared record",
    holds="a background report may no longer show this record, once its seller knows it is cleared",
    effect="barred",
    certainty="medium",
    no_is_news="for_tenants",
    applies=lambda: either(
        # a home in another state has its own law; this one speaks up for a cleared record
        asked_in("us-mo"),
        opposite(tenancy("jurisdiction").is_stated),
        charge("expunged_on").happened,
        charge("pardoned_on").happened,
    ),
    steps=(
        Step(
            "If a report still shows it: send the seller the order or the pardon, and tell the "
            "attorney general, who enforces this law",
            "RSMo 610.143",
        ),
        Step(
            "Show a landlord the order: a landlord who takes a person with a cleared record is "
            "protected, unless reasonable care was lacking",
            "RSMo 610.143",
        ),
    ),
)
def reports() -> Node:
    """Sellers of reports must leave out what they know to be expunged or pardoned."""
    return all_of(
        condition(
            "missouri_record", "RSMo 610.143", "the record is one of a Missouri court or police",
            holds_if(in_missouri_court), certainty="medium",
            unmet="the record is not one of Missouri",
        ),
        condition(
            "expunged_or_pardoned", "RSMo 610.143",
            "the record was expunged, or there was a pardon",
            any_of(charge("expunged_on"), charge("pardoned_on")), certainty="medium",
            unmet="the record is neither expunged nor pardoned, and Missouri sets no other limit",
        ),
        condition(
            "in_force", "RSMo 610.143", "the law is in force",
            param("housing.report_seller_from"), certainty="medium",
        ),
    )  # fmt: skip
