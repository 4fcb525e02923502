"""Years without another conviction, and open charges: C.Cr.P. arts. 977(A)(2), 978(A)(2), (E)."""

from homeward.law.us.la.terms import AT_ONCE, is_conviction, is_felony, is_misdemeanor, is_pending
from homeward.rules import (
    NO,
    at_least,
    both,
    charge,
    condition,
    either,
    exists,
    first_match,
    holds_if,
    latest,
    other_charges,
    reading,
    since,
    this,
    waits_while,
)
from homeward.rules.conditions import Condition
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node

is_crime = either(is_felony, is_misdemeanor)
_found_on = charge("disposition_date")
_own_completion = this(charge("disposition_completed_on"))


def since_the_last(level: TruthNode, years: Node) -> Node:
    """So many years after the last other conviction of a level; at once where there is none."""
    return since(latest(other_charges.that(both(level, is_conviction)), _found_on), years, "years")


def clean_years(name: str, level: TruthNode, years: Node) -> Node:
    """No conviction "during the period": that after completion, or that before the motion."""
    within = both(
        level,
        is_conviction,
        at_least(_found_on, _own_completion),
        at_least(since(_own_completion, years, "years"), _found_on),
    )
    spoiled = first_match((exists(other_charges.that(within)), holds_if(NO)), otherwise=AT_ONCE)
    return reading(
        name, "which years must be without a conviction",
        those_after_completion=spoiled, those_before_the_motion=since_the_last(level, years),
    )  # fmt: skip


def nothing_pending(name: str, cite: str, level: TruthNode, what: str) -> Condition:
    """Held back while a charge of this level is open."""
    others = exists(other_charges.that(both(level, is_pending)))
    return condition(
        name, cite, f"no {what} is pending", waits_while(others, f"the end of an open {what}")
    )
