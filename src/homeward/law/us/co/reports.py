"""What a background report may show in Colorado: CRS 5-18-109."""

from homeward.law.us.co.body import BODY
from homeward.law.us.renting.endings import sealed_on
from homeward.law.us.renting.report_limit import (
    SEVEN_YEARS_FROM_EVENT,
    UNTIL_DECIDED,
    enter_report_limit,
    if_not_preempted,
    of_convictions,
    of_others,
)
from homeward.rules import condition

_CITE = "CRS 5-18-109"

RULE = enter_report_limit(
    BODY,
    _CITE,
    of_convictions(
        f"{_CITE}(1)(e)",
        "more than seven years have passed since the conviction, the release or parole",
        if_not_preempted(SEVEN_YEARS_FROM_EVENT),
    ),
    of_others(
        f"{_CITE}(1)(e.5)",
        "or: no conviction came of the charge, and it is no longer open",
        if_not_preempted(UNTIL_DECIDED),
    ),
    condition(
        "sealed",
        f"{_CITE}(1)(e.5)",
        "or: it was sealed or expunged",
        if_not_preempted(sealed_on),
        unmet="it was not sealed or expunged",
        certainty="medium",
    ),
    since="1998-11-02",
    about="A conviction may be shown for seven years; a sealed record, or a charge without "
    "conviction, not at all. The exception for jobs of $75,000 has no part in renting.",
    kept="newer",
)
