"""Earned compliance credits: days off supervision for months without a violation (217.703)."""

from homeward.law.us.mo.release.term import released_on
from homeward.rules import (
    all_of,
    answer_of,
    before,
    both,
    charge,
    claim,
    either,
    holds_if,
    number,
    param,
    since,
    within,
)
from homeward.rules.node import Node

_statute = charge("statute")
_class = charge("class")

# 217.703.1(2): drug felonies of every class, others of the two lowest (C and D before 2017)
_is_low = either(
    _class.is_in("D", "E"),
    both(_class.is_in("C"), before(charge("offense_date"), param("credits.class_c_until"))),
)
_earns = both(
    either(_statute.tagged("credits-drugs"), _is_low), ~_statute.tagged("credits-excluded")
)
# 217.703.2: for some offenses the court may order that there are none
_court_may_refuse = either(
    _statute.tagged("credits-court-may-exclude"),
    both(
        _statute.tagged("credits-court-may-exclude-if-special-victim"),
        claim(charge("special_victim")),
    ),
)
_refused = both(_court_may_refuse, claim(charge("sentence.credits_refused")))
_months = within(charge("sentence.compliance_months"), least=number(0))
_days = _months * param("credits.days_per_month")


def credits_used_up() -> Node:
    """The term's end less the days credited, and not before two years of supervision."""
    return all_of(
        holds_if(both(_earns, ~_refused)),
        since(released_on, param("credits.min_months"), "months"),
        since(answer_of("release.term_end"), number(0) - _days, "days"),
    )
