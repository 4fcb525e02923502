"""The board's own shares of a term before parole: 14 CSR 80-2.010(1)."""

from homeward.law.us.mo.release.life import is_life
from homeward.law.us.mo.release.term import months, starts_on, years
from homeward.law.us.mo.terms import convicted, is_felony
from homeward.rules import (
    at_least,
    both,
    charge,
    choose,
    either,
    exists,
    first_match,
    open_law,
    other_charges,
    param,
    served,
    since,
)
from homeward.rules.node import Node

_group = charge("sentence.parole_offense_group")

# (A) to (C): drug and nonviolent offenses, and driving while intoxicated
_by_class = choose(
    charge("class"),
    {
        ("D", "E"): param("parole.pct.de_nonviolent"),
        "C": first_match(
            (_group.is_in("dwi"), param("parole.pct.ab_nonviolent")),
            otherwise=param("parole.pct.c_nonviolent"),
        ),
        ("A", "B"): param("parole.pct.ab_nonviolent"),
    },
)
_percent = first_match(
    (_group.is_in("violent", "sexual", "child_abuse"), param("parole.pct.violent_or_sexual")),
    otherwise=_by_class,
)
_is_longest = either(is_life, at_least(years, param("parole.long_term_years")))
_another_life_term = both(is_life, exists(other_charges.that(both(convicted, is_felony, is_life))))

life_date = since(starts_on, param("parole.life_years"), "years")
"""One life sentence, or a term of 45 years or more: fifteen years."""


def table_date() -> Node:
    """A share of the term by class and group; fifteen years of the longest; several: not set."""
    return first_match(
        (both(_another_life_term, open_law("several_life_terms")), starts_on),
        (_is_longest, life_date),
        otherwise=served(starts_on, months, _percent),
    )
