"""What a landlord of affordable housing in Richmond may no longer use: RMC 7.110."""

from homeward.law.us.ca.richmond.body import BODY
from homeward.law.us.renting.clocks import decided_on, released_or
from homeward.law.us.renting.landlord import cleared, enter_use, never_convicted
from homeward.rules import (
    all_of,
    any_of,
    bounded,
    charge,
    claim,
    condition,
    holds_if,
    param,
    reading,
    since,
    tenancy,
)

_CITE = "RMC 7.110"
_YEARS = param("rent.years")
_SERVED = bounded(charge("disposition_completed_on"), no_earlier=decided_on)

RULE = enter_use(
    BODY,
    _CITE,
    all_of(
        condition(
            "affordable", _CITE, "the home is affordable housing",
            holds_if(claim(tenancy("affordable"))), certainty="medium",
            unmet="the city's limit is for affordable housing only",
        ),
        any_of(
            never_convicted(_CITE, "medium"),
            cleared(_CITE, "medium"),
            condition(
                "two_years", _CITE, "or: more than two years have passed",
                reading(
                    "rent.event",
                    "do the two years count from the conviction or from the release",
                    conviction=since(decided_on, _YEARS, "years", "day_after"),
                    release=since(released_or(decided_on), _YEARS, "years", "day_after"),
                    end_of_sentence=since(_SERVED, _YEARS, "years", "day_after"),
                ),
                certainty="medium",
            ),
        ),
    ),
    since="2016-12-20",
    about="In affordable housing a conviction may be used for two years; from which event was not "
    "found.",
    certainty="medium",
)  # fmt: skip
