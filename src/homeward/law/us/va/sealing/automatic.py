"""Convictions that are sealed by themselves: s. 19.2-392.6 and 19.2-392.7."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.clean_period import clean_years
from homeward.law.us.va.lists import on_automatic_list
from homeward.law.us.va.steps import BY_ITSELF
from homeward.law.us.va.terms import (
    ENACTED,
    chapter_in_force,
    convicted,
    decided_on,
    in_virginia,
    is_infraction,
    not_too_old,
)
from homeward.rules import (
    all_of,
    both,
    condition,
    exists,
    holds_if,
    on_the_same_day,
    other_charges,
)
from homeward.rules.node import Node

_others_of_the_day = other_charges.that(
    both(on_the_same_day(decided_on), convicted, ~is_infraction, ~on_automatic_list)
)


@BODY.rule(
    "automatic",
    question="clear.19_2_392_6",
    family="clear",
    subject="charge",
    cite="s. 19.2-392.6, 19.2-392.7",
    since="2026-07-01",
    enacted=ENACTED,
    title="Minor convictions that are sealed by themselves",
    holds="this conviction is to be sealed without a petition",
    how="automatic",
    standard="shall",
    effect="sealed",
    applies=lambda: both(in_virginia, convicted),
    steps=(BY_ITSELF,),
)
def automatic() -> Node:
    """Petit larceny, trespass, disorderly conduct and the like, after seven clean years.

    A charge of which the computers cannot tell whether it fits need not be listed (.7(B)), and
    this does not stand in the way of a petition (.6(D)).
    """
    return all_of(
        chapter_in_force("s. 19.2-392.6"),
        condition(
            "on_the_list", "s. 19.2-392.6(A)", "the offense is on the list of minor offenses",
            holds_if(on_automatic_list), unmet="the offense is not on the list",
        ),
        not_too_old("s. 19.2-392.6(A)", "medium"),
        condition(
            "clean_years", "s. 19.2-392.6(B)",
            "seven years have passed since the conviction, without a conviction in them of an "
            "offense that is reported to the State Police, or of another state's or federal law",
            clean_years(decided_on, "automatic.years", "automatic.starts_again"),
            unmet="there was a conviction in the seven years", certainty="low",
        ),
        condition(
            "nothing_else_that_day", "s. 19.2-392.6(C)",
            "there was no conviction on the same date of an offense that is not on the list",
            holds_if(~exists(_others_of_the_day)),
            unmet="there was a conviction on the same date of an offense that is not on the list",
        ),
    )  # fmt: skip
