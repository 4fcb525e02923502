"""What a background report may show in Nevada: NRS 598C.150."""

from homeward.law.us.nv.body import BODY
from homeward.law.us.renting.report_limit import (
    NEVER,
    SEVEN_YEARS_FROM_END,
    enter_report_limit,
    of_convictions,
    of_others,
)

_CITE = "NRS 598C.150"

RULE = enter_report_limit(
    BODY,
    _CITE,
    of_convictions(
        _CITE, "a conviction", NEVER, unmet="this state's limit does not reach convictions"
    ),
    of_others(
        _CITE,
        "or: no conviction came of it, and more than seven years have passed since its end",
        SEVEN_YEARS_FROM_END,
    ),
    since="2015-06-09",
    about="Since 2015 a conviction has no limit; other lists still say seven years, and are wrong.",
    kept="contested",
    certainty="high",
)
