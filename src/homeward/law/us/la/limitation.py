"""The time within which the state had to start: C.Cr.P. arts. 571 and 572."""

from homeward.law.us.la.excluded import is_sex_offense
from homeward.law.us.la.terms import is_felony, statute
from homeward.rules import (
    NO,
    charge,
    claim,
    day_after,
    first_match,
    holds_if,
    open_law,
    param,
    recorded,
    since,
)
from homeward.rules.node import Node

_offended_on = charge("offense_date")
_felony_years = first_match(
    (claim(charge("hard_labor")), param("limitation.hard_labor_years")),
    otherwise=param("limitation.felony_years"),
)


def time_to_prosecute_over() -> Node:
    """The day after the limit; none for a crime punished by death or for life."""
    reckoned = first_match(
        (statute.tagged("no-time-limit"), holds_if(NO)),
        (is_sex_offense, holds_if(open_law("sex_offense_limitation"))),
        (is_felony, since(_offended_on, _felony_years, "years")),
        (claim(charge("fine_only")),
         since(_offended_on, param("limitation.fine_only_months"), "months")),
        otherwise=since(_offended_on, param("limitation.misdemeanor_years"), "years"),
    )  # fmt: skip
    return day_after(recorded(charge("limitation_period_end"), reckoned))
