"""What a background report may show in New York: GBL 380-j(a)(1), (f)(1)."""

from homeward.law.us.ny.body import BODY
from homeward.law.us.renting.report_limit import (
    SEVEN_YEARS_FROM_EVENT,
    UNTIL_DECIDED,
    enter_report_limit,
    of_convictions,
    of_others,
)

_CITE = "GBL 380-j(a)(1), (f)(1)"

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
        "or: no conviction came of the charge, and it is no longer open",
        UNTIL_DECIDED,
    ),
    since="1998-11-02",
    about="A conviction may be shown for seven years; an arrest or charge only while it is open.",
    kept="older",
    certainty="high",
)
