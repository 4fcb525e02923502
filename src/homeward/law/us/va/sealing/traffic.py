"""Traffic infractions: s. 19.2-392.17."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.terms import (
    ENACTED,
    chapter_in_force,
    decided_on,
    ended_in,
    in_virginia,
    is_infraction,
    is_pending,
    statute,
    years_after,
)
from homeward.rules import all_of, both, charge, claim, condition, holds_if
from homeward.rules.node import Node


@BODY.rule(
    "traffic",
    question="clear.19_2_392_17",
    family="clear",
    subject="charge",
    cite="s. 19.2-392.17",
    since="2026-07-01",
    enacted=ENACTED,
    title="Traffic infractions",
    holds="this traffic infraction counts as sealed",
    how="automatic",
    standard="shall",
    effect="sealed",
    applies=lambda: both(in_virginia, is_infraction, statute.tagged("motor-vehicle-code")),
)
def traffic() -> Node:
    """Eleven years after the end, by the law itself; only what is no crime under title 46.2."""
    return all_of(
        chapter_in_force("s. 19.2-392.17"),
        condition(
            "years", "s. 19.2-392.17", "eleven years have passed since the final disposition",
            ended_in(~is_pending, years_after(decided_on, "traffic.years")),
        ),
        condition(
            "no_federal_rule", "s. 19.2-392.17",
            "no federal program asks for the entry to stay, as for some commercial drivers",
            holds_if(~claim(charge("kept_by_federal_rule"))), certainty="low",
            unmet="a federal program asks for the entry to stay",
        ),
    )  # fmt: skip
