"""Complying with the sentence: ORS 137.225(1)(a)."""

from homeward.law.us.or_.terms import convicted_on
from homeward.rules import (
    all_of,
    before,
    both,
    bounded,
    case,
    charge,
    claim,
    either,
    first_match,
    param,
    waits_while,
)
from homeward.rules.node import Node

_owed = either(claim(case("restitution_owed")), claim(charge("obligations_outstanding")))
# 2025 c.395: money owed for less than an ounce, before July 2015, counts as paid
_counts_as_paid = both(
    claim(charge("only_unpaid_money")),
    before(charge("offense_date"), param("marijuana.money_conduct_before")),
)


def complied() -> Node:
    """The whole sentence is done; unpaid restitution means that it is not."""
    done_on = bounded(charge("disposition_completed_on"), no_earlier=convicted_on)
    return first_match(
        (_counts_as_paid, param("marijuana.money_expired_on")),
        otherwise=all_of(done_on, waits_while(_owed, "payment of what is still owed")),
    )
