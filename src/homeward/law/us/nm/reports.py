"""What a background report may show in New Mexico: NMSA 56-3-6(A)(5)."""

from homeward.law.us.nm.body import BODY
from homeward.law.us.renting.clocks import released_or, sentenced_on
from homeward.law.us.renting.report_limit import (
    UNTIL_DECIDED,
    enter_report_limit,
    of_convictions,
    of_others,
)
from homeward.rules import any_of, charge, param, since

_CITE = "NMSA 56-3-6(A)(5)"

RULE = enter_report_limit(
    BODY,
    _CITE,
    of_convictions(
        _CITE,
        "more than seven years have passed since the release or parole (the conviction, where "
        "there was no jail or prison), or there was a full pardon",
        any_of(
            since(released_or(sentenced_on), param("report.years"), "years", "day_after"),
            charge("pardoned_on"),
        ),
    ),
    of_others(
        _CITE, "or: no conviction came of the charge, and it is no longer open", UNTIL_DECIDED
    ),
    since="1998-11-02",
    about="A credit bureau may show a conviction for seven years, and a charge only while it is "
    "open.",
    kept="older",
    certainty="high",
)
