"""Armed criminal action: years without parole by how many came before (RSMo 571.015)."""

from homeward.law.us.mo.terms import AT_ONCE, convicted
from homeward.rules import (
    at_least,
    before,
    both,
    by,
    charge,
    count,
    either,
    first_match,
    number,
    open_law,
    other_charges,
    param,
    since,
    this,
)
from homeward.rules.node import Node

_is_one = charge("statute").tagged("armed-criminal-action")
_found = charge("disposition_date")


def years_without_parole(starts_on: Node) -> Node:
    """Three years for the first, five for the second, ten from the third on."""
    earlier = count(other_charges.that(both(convicted, _is_one, _counts_as_earlier())))
    years = first_match(
        (at_least(earlier, number(2)), param("release.aca.third_years")),
        (at_least(earlier, number(1)), param("release.aca.second_years")),
        otherwise=param("release.aca.first_years"),
    )
    return first_match((_is_one, since(starts_on, years, "years")), otherwise=AT_ONCE)


def _counts_as_earlier() -> Node:
    """Found before this one's conduct: yes. Found later: no. Between, the statute is silent."""
    return either(
        before(_found, this(charge("offense_date"))),
        both(by(_found, this(_found)), open_law("second_armed_criminal_action")),
    )
