"""What a landlord in D.C. may no longer use: D.C. Code 42-3541.02."""

from homeward.law.us.dc.body import BODY
from homeward.law.us.dc.covered import COVERED
from homeward.law.us.dc.crimes import listed
from homeward.law.us.renting.clocks import decided_on
from homeward.law.us.renting.endings import found_guilty, not_convicted, pending
from homeward.law.us.renting.landlord import enter_use, of_a_child
from homeward.rules import (
    all_of,
    any_of,
    both,
    condition,
    discretion,
    holds_if,
    opposite,
    param,
    since,
)
from homeward.rules.rule import Step

_CITE = "D.C. Code 42-3541.02"

RULE = enter_use(
    BODY,
    _CITE,
    all_of(
        COVERED,
        any_of(
            condition(
                "no_conviction", _CITE, "no conviction came of it, and it is not open",
                holds_if(not_convicted), unmet="it is a conviction or still open",
            ),
            of_a_child(_CITE, "medium"),
            condition(
                "not_listed", _CITE, "or: it is not one of the crimes on the list",
                holds_if(opposite(listed)), certainty="medium",
                unmet="it is one of the crimes on the list",
            ),
            condition(
                "seven_years", _CITE,
                "or: it is a conviction of more than seven years ago",
                all_of(
                    holds_if(both(found_guilty, opposite(pending))),
                    since(decided_on, param("rent.years"), "years", "day_after"),
                ),
                unmet="it is not a conviction",
            ),
        ),
        discretion(
            "interest", _CITE,
            "an offer is only taken back for a substantial interest, after six things are weighed",
            decided_by="agency",
        ),
    ),
    since="2017-10-01",
    about="After an offer a landlord may look at an open charge or a conviction of the past seven "
    "years, and only for the crimes on a list.",
    steps=(
        Step(
            "If the offer is taken back: within 20 days ask for the records; the landlord has 10 "
            "days to give them, free. Complain to the Office of Human Rights within a year",
            "D.C. Code 42-3541.05, .06",
            on=("now", "later", "never", "unknown"),
        ),
    ),
)  # fmt: skip
