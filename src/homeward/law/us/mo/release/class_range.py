"""How long a term may be, by the class of the felony: RSMo 558.011.1, .2 and 558.016.7."""

import math

from homeward.rules import charge, choose, claim, first_match, number, param
from homeward.rules.node import Node

_class = charge("class")
_no_limit = number(math.inf)


def _then(name: str) -> Node:
    return param(name, at=charge("offense_date"))


_ordinary = choose(
    _class,
    {
        "B": _then("term.max_years.B"),
        "C": _then("term.max_years.C"),
        "D": _then("term.max_years.D"),
        "E": _then("term.max_years.E"),
    },
    otherwise=_no_limit,
)
# 558.016.7: a persistent or dangerous offender may get a term of the next higher class
_extended = choose(
    _class,
    {
        "C": _then("term.max_years.B"),
        "D": _then("term.max_years.C"),
        "E": _then("term.max_years.D"),
    },
    otherwise=_no_limit,
)
longest_of_class = first_match(
    (claim(charge("sentence.extended_term")), _extended), otherwise=_ordinary
)
"""A class A term may be for life, so it has no longest here."""

shortest_of_class = choose(
    _class,
    {
        "A": _then("term.min_years.A"),
        "B": _then("term.min_years.B"),
        "C": _then("term.min_years.C"),
    },
    otherwise=number(0),
)
shortest_in_prison = choose(
    _class, {("D", "E"): _then("term.county_jail_max_years")}, otherwise=shortest_of_class
)
"""Of classes D and E the department takes only terms of more than a year (558.011.2)."""
