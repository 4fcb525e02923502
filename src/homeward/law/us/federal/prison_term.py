"""A federal prison term: whom these questions reach, how long it is, and its last day."""

from homeward.rules import (
    at_least,
    before,
    both,
    case,
    charge,
    claim,
    either,
    first_match,
    months_of,
    number,
    param,
    since,
)
from homeward.rules.amounts import Arithmetic
from homeward.rules.node import Node

_type = charge("sentence.type")
_years, _days = charge("sentence.years"), charge("sentence.days")

is_life = either(claim(charge("sentence.life")), _type.is_in("life", "life_without_parole"))

_full_term = since(since(charge("sentence.effective_start"), months_of(_years), "months"),
                   _days, "days")  # fmt: skip
_year = param("release.good_conduct.over_years")
_is_longer_than_a_year = either(
    before(_year, _years), both(at_least(_years, _year), before(number(0), _days))
)
_credit = Arithmetic(
    Arithmetic(_years, "+", Arithmetic(_days, "*", number(1 / 365))),
    "*",
    param("release.good_conduct.days_per_year"),
)

served_but_for_good_conduct = first_match(
    (_is_longer_than_a_year, since(_full_term, number(0) - _credit, "days")),
    otherwise=_full_term,
)
"""523.20: part of a year earns its part of the days; part of a day is not taken off."""


def serves_a_federal_term() -> Node:
    """A gate: convicted in a federal court, and sentenced to prison."""
    return both(
        case("jurisdiction").stated("us", "us-fed"),
        charge("disposition").is_in("convicted"),
        _type.stated("prison", "incarceration", "term", "determinate", "split", "life",
                     "life_without_parole"),
    )  # fmt: skip
