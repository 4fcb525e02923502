"""What hangs on a sealed charge, such as a violation of probation: s. 19.2-392.12:1(B)."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.steps import MINOR_PETITION
from homeward.law.us.va.terms import ENACTED, chapter_in_force, in_virginia, since_floor
from homeward.rules import all_of, both, charge, claim, condition, either, holds_if
from homeward.rules.node import Node

_sealed_under = charge("main_matter_sealed_under")


@BODY.rule(
    "ancillary",
    question="clear.19_2_392_12_1_B",
    family="clear",
    subject="charge",
    cite="s. 19.2-392.12:1(B), 19.2-392.5",
    since="2026-07-01",
    enacted=ENACTED,
    title="An ancillary matter of a sealed charge",
    holds="you can ask the court to seal this matter with the sealed charge it belongs to",
    how="petition",
    standard="shall",
    effect="sealed",
    applies=lambda: both(in_virginia, claim(charge("ancillary"))),
    steps=(MINOR_PETITION,),
)
def ancillary() -> Node:
    """A violation of a suspended sentence, probation or parole; contempt; failure to appear."""
    return all_of(
        chapter_in_force("s. 19.2-392.12:1"),
        condition(
            "main_matter_sealed", "s. 19.2-392.12:1(B)",
            "the charge that it belongs to was sealed under s. 19.2-392.6:1, .7 or .11",
            all_of(holds_if(_sealed_under.is_in("19.2-392.6:1", "19.2-392.7", "19.2-392.11")),
                   charge("main_matter_sealed_on")),
            unmet="the charge that it belongs to was not sealed under one of these sections",
        ),
        condition(
            "offense_since_1986", "s. 19.2-392.12:1(B)",
            "the offense was on or after 1 January 1986; for marijuana that is not asked",
            holds_if(either(_sealed_under.is_in("19.2-392.6:1"), since_floor())),
            unmet="the offense was before 1986",
        ),
    )  # fmt: skip
