"""What a landlord of affordable housing in San Francisco may no longer use: Police Code 4906."""

from homeward.law.us.ca.sf.body import BODY
from homeward.law.us.renting.clocks import sentenced_on
from homeward.law.us.renting.endings import found_guilty, is_petty, not_convicted
from homeward.law.us.renting.landlord import cleared, enter_use, of_a_child
from homeward.rules import (
    all_of,
    any_of,
    claim,
    condition,
    holds_if,
    param,
    since,
    tenancy,
)

_CITE = "SF Police Code 4906"

RULE = enter_use(
    BODY,
    _CITE,
    all_of(
        condition(
            "affordable", "SF Police Code art. 49", "the home is affordable housing",
            holds_if(claim(tenancy("affordable"))),
            unmet="the city's limit is for affordable housing only",
        ),
        any_of(
            condition(
                "no_conviction", _CITE, "no conviction came of it, and it is not open",
                holds_if(not_convicted), unmet="it is a conviction or still open",
            ),
            cleared(_CITE),
            of_a_child(_CITE),
            condition(
                "infraction", _CITE, "or: it is an infraction",
                holds_if(is_petty), unmet="it is more than an infraction",
            ),
            condition(
                "seven_years", _CITE, "or: the sentence was given more than seven years ago",
                all_of(
                    holds_if(found_guilty),
                    since(sentenced_on, param("rent.years"), "years", "day_after"),
                ),
                unmet="it is no conviction",
            ),
        ),
    ),
    since="2014-08-13",
    about="In affordable housing: no arrest, no juvenile record, no infraction, and no conviction "
    "of more than seven years ago.",
)  # fmt: skip
