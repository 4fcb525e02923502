"""What a background report may show in New Hampshire: RSA 359-B:5."""

from homeward.law.us.nh.body import BODY
from homeward.law.us.renting.report_limit import (
    SEVEN_YEARS_FROM_END,
    SEVEN_YEARS_FROM_EVENT,
    enter_report_limit,
    of_convictions,
    of_others,
)

_CITE = "RSA 359-B:5"

RULE = enter_report_limit(
    BODY,
    _CITE,
    of_convictions(
        _CITE,
        "more than seven years have passed since the conviction, the release or parole",
        SEVEN_YEARS_FROM_EVENT,
    ),
    of_others(
        _CITE,
        "or: no conviction came of it, and more than seven years have passed since its end",
        SEVEN_YEARS_FROM_END,
    ),
    since="1998-11-02",
    about="No arrest, charge or conviction may be shown that is more than seven years old. The "
    "exception for jobs of $20,000 or more has no part in renting.",
    kept="older",
)
