"""What a background report may show in Washington: RCW 19.182.040."""

from homeward.law.us.renting.endings import juvenile
from homeward.law.us.renting.report_limit import (
    SEVEN_YEARS_FROM_END,
    SEVEN_YEARS_FROM_EVENT,
    enter_report_limit,
    of_convictions,
    of_others,
)
from homeward.law.us.wa.body import BODY
from homeward.rules import all_of, birthday, condition, holds_if, param

_CITE = "RCW 19.182.040"

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
    condition(
        "juvenile",
        _CITE,
        "or: it is a juvenile record, and the person has turned 21",
        all_of(holds_if(juvenile), birthday(param("report.juvenile_until_age"))),
        unmet="it is not a juvenile record",
        since="2011-07-22",
        certainty="medium",
    ),
    since="1998-11-02",
    about="No arrest, charge or conviction that is more than seven years old; no juvenile record "
    "of someone who is 21.",
    kept="older",
    certainty="high",
)
