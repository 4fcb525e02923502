"""Felony or misdemeanor, as the waits of c. 276 count: its numbered rules 1 and 5."""

from homeward.law.us.ma.terms import is_felony, statute
from homeward.rules import before, both, by, charge, choose, first_match, param
from homeward.rules.node import Node

counts_as_felony = statute.tagged("counts-as-felony")
"""Rule 5: breaking an order of protection is a misdemeanor that waits as a felony."""

_value_is_below_the_line = by(charge("value"), param("larceny.felony_over_usd"))
made_a_misdemeanor = both(
    statute.tagged("value-line"),
    is_felony,
    before(charge("offense_date"), param("larceny.line_moved_on")),
    _value_is_below_the_line,
)
"""Rule 1: a felony of its day that the law has since made a misdemeanor."""


def by_level(felony: Node, misdemeanor: Node) -> Node:
    """One branch a level, as the waits count it; both while the level is not known."""
    return first_match(
        (counts_as_felony, felony),
        (made_a_misdemeanor, misdemeanor),
        otherwise=choose(charge("severity"), {"felony": felony}, otherwise=misdemeanor),
    )


def sealing_years() -> Node:
    """100A(1), (2): the years of the wait, by the level."""
    return by_level(param("seal.wait.felony_years"), param("seal.wait.misdemeanor_years"))
