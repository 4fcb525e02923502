"""Asking for the sealing of a listed minor offense: s. 19.2-392.12:1."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.clean_period import clean_years
from homeward.law.us.va.lists import eligible_as_minor
from homeward.law.us.va.steps import MINOR_PETITION, NO_RIGHTS, STILL_OWED
from homeward.law.us.va.terms import (
    ENACTED,
    chapter_in_force,
    convicted,
    decided_on,
    deferred,
    in_virginia,
    is_infraction,
)
from homeward.rules import (
    all_of,
    both,
    condition,
    either,
    exists,
    holds_if,
    on_the_same_day,
    other_charges,
)
from homeward.rules.node import Node

_others_of_the_day = other_charges.that(
    both(on_the_same_day(decided_on), convicted, ~is_infraction, ~eligible_as_minor)
)


@BODY.rule(
    "minor-petition",
    question="clear.19_2_392_12_1",
    family="clear",
    subject="charge",
    cite="s. 19.2-392.12:1(A)",
    since="2026-07-01",
    enacted=ENACTED,
    title="Asking for the sealing of a minor offense",
    holds="you can ask the court to seal this charge, and it must",
    how="petition",
    standard="shall",
    effect="sealed",
    applies=lambda: both(in_virginia, either(convicted, deferred)),
    steps=(MINOR_PETITION, STILL_OWED, NO_RIGHTS),
)
def minor_petition() -> Node:
    """A conviction or a deferred dismissal of a listed offense, after seven clean years.

    The court weighs nothing here, asks nothing about restitution or old felonies, and a grant
    uses up no petition under s. 19.2-392.12.
    """
    return all_of(
        chapter_in_force("s. 19.2-392.12:1"),
        condition(
            "on_the_list", "s. 19.2-392.12:1(A)",
            "the offense is on the list of minor offenses, and was on or after 1 January 1986",
            holds_if(eligible_as_minor),
            unmet="the offense is not on the list, or was before 1986",
        ),
        condition(
            "clean_years", "s. 19.2-392.12:1(I)",
            "seven years have passed since the conviction or the dismissal, without a conviction "
            "in them that is reported to the State Police",
            clean_years(decided_on, "minor.years", "petition.starts_again"), certainty="low",
        ),
        condition(
            "nothing_else_that_day", "s. 19.2-392.12:1(D)",
            "there was no conviction on the same date of an offense that this section leaves out",
            holds_if(~exists(_others_of_the_day)), certainty="medium",
            unmet="there was a conviction on the same date that this section leaves out: ask under "
                  "s. 19.2-392.12",
        ),
    )  # fmt: skip
