"""Routes known by name only: their texts were not read, so their answer is open law."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.mo.terms import found_guilty, in_missouri_court
from homeward.rules import before, birthday, both, charge, condition, holds_if, open_law, param
from homeward.rules.node import Node
from homeward.rules.rule import Step

_ASK = "Ask a lawyer or a legal aid office about this route: homeward has not read its text"


@BODY.rule(
    "prostitution-under-18",
    question="clear.610_131",
    subject="charge",
    cite="RSMo 610.131",
    since="1800-01-01",  # start not looked up
    title="Clearing a prostitution offense of a child",
    holds="you can ask the court to clear this offense",
    how="petition",
    effect="expunged",
    certainty="medium",
    applies=lambda: both(
        in_missouri_court,
        charge("statute").tagged("prostitution"),
        before(charge("offense_date"), birthday(param("prostitution.under_age"))),
    ),
    steps=(Step(_ASK, "RSMo 610.131", on=("unknown",)),),
)
def prostitution_under_18() -> Node:
    """A section of its own reaches prostitution by a person under eighteen."""
    return condition(
        "as_the_section_asks", "RSMo 610.131", "the section's own conditions are met",
        holds_if(open_law("610_131")), certainty="low",
    )  # fmt: skip


@BODY.rule(
    "nonsupport",
    question="clear.568_040",
    subject="charge",
    cite="RSMo 568.040.6",
    since="1800-01-01",  # start not looked up
    title="Clearing criminal nonsupport",
    holds="you can ask the court to clear this offense",
    how="petition",
    effect="expunged",
    certainty="medium",
    applies=lambda: both(in_missouri_court, found_guilty, charge("statute").tagged("nonsupport")),
    steps=(Step(_ASK, "RSMo 568.040.6", on=("unknown",)),),
)
def nonsupport() -> Node:
    """The section on nonsupport holds a way of its own to clear it."""
    return condition(
        "as_the_section_asks", "RSMo 568.040.6", "the subsection's own conditions are met",
        holds_if(open_law("568_040_6")), certainty="low",
    )  # fmt: skip
