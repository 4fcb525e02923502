"""Juvenile records: ORS 419A.260 to 419A.265, which are not coded here."""

from homeward.law.us.or_.body import BODY
from homeward.law.us.or_.terms import is_juvenile, oregon_court
from homeward.rules import all_of, condition, holds_if, open_law
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "juvenile-record",
    question="clear.419A_262",
    family="clear",
    subject="charge",
    cite="ORS 419A.260 to 419A.265",
    since="2022-01-01",
    title="Expunging a juvenile record",
    holds="this juvenile record can be expunged",
    effect="expunged",
    applies=lambda: is_juvenile,
    steps=(
        Step(
            "Ask the juvenile court, or a legal aid office, about expunging this record",
            "ORS 419A.262",
            on=("now", "unknown"),
        ),
    ),
)
def juvenile_record() -> Node:
    """Juvenile records have a law of their own, which homeward does not hold yet."""
    return all_of(
        oregon_court(),
        condition(
            "juvenile_law", "ORS 419A.262", "the law of juvenile records lets it be expunged",
            holds_if(open_law("juvenile_record")), certainty="low",
        ),
    )  # fmt: skip
