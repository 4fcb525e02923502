"""What holds a motion back while it is open: ORS 137.225(7)(a)(C)."""

from homeward.law.us.or_.kinds import about_abuse
from homeward.law.us.or_.terms import is_pending
from homeward.rules import (
    both,
    charge,
    condition,
    either,
    exists,
    law_says,
    other_charges,
    param,
    waits_while,
)
from homeward.rules.conditions import Condition

_is_criminal = charge("severity").is_in("felony", "misdemeanor")
_bars = either(_is_criminal, both(about_abuse, law_says(param("pending_contempt_bars"))))


def nothing_pending() -> Condition:
    """Held back while another criminal charge, or contempt about abuse, is open."""
    others = other_charges.that(both(is_pending, _bars))
    return condition(
        "nothing_pending", "ORS 137.225(7)(a)(C)",
        "no other criminal charge is pending, and no contempt about abuse",
        waits_while(exists(others), "the end of another open charge"), certainty="medium",
    )  # fmt: skip
