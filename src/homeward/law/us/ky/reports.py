"""What a background report may show in Kentucky: KRS 367.310."""

from homeward.law.us.ky.body import BODY
from homeward.law.us.renting.report_limit import (
    AT_ONCE,
    NEVER,
    enter_report_limit,
    of_convictions,
    of_others,
)

_CITE = "KRS 367.310"

RULE = enter_report_limit(
    BODY,
    _CITE,
    of_convictions(
        _CITE, "a conviction", NEVER, unmet="this state's limit does not reach convictions"
    ),
    of_others(_CITE, "or: no conviction came of the charge", AT_ONCE),
    since="1998-11-02",
    about="A charge may be kept in a report only if a conviction came of it.",
    kept="older",
)
