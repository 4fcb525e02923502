"""What a background report may show in Texas: Tex. Bus. & Com. Code 20.05(a)(4)."""

from homeward.law.us.renting.report_limit import (
    SEVEN_YEARS_FROM_END,
    SEVEN_YEARS_FROM_EVENT,
    enter_report_limit,
    if_not_preempted,
    of_convictions,
    of_others,
)
from homeward.law.us.tx.body import BODY

_CITE = "Tex. Bus. & Com. Code 20.05(a)(4)"

RULE = enter_report_limit(
    BODY,
    _CITE,
    of_convictions(
        _CITE,
        "more than seven years have passed since the conviction, the release or parole",
        if_not_preempted(SEVEN_YEARS_FROM_EVENT),
    ),
    of_others(
        _CITE,
        "or: no conviction came of it, and more than seven years have passed since its end",
        if_not_preempted(SEVEN_YEARS_FROM_END),
    ),
    since="1998-11-02",
    about="No arrest, charge or conviction may be shown that is more than seven years old. The "
    "exceptions for jobs, credit and insurance have no part in renting.",
    kept="newer",
)
