"""What a background report may show in Indiana: IC 24-4-18."""

from homeward.law.us.in_.body import BODY
from homeward.law.us.renting.endings import sealed_on
from homeward.law.us.renting.report_limit import (
    NEVER,
    UNTIL_DECIDED,
    enter_report_limit,
    if_not_preempted,
    of_convictions,
    of_others,
)
from homeward.rules import condition

_CITE = "IC 24-4-18"

RULE = enter_report_limit(
    BODY,
    _CITE,
    of_convictions(
        _CITE, "a conviction", NEVER, unmet="this state's limit does not reach convictions"
    ),
    of_others(
        _CITE,
        "or: no conviction came of the charge, and it is no longer open",
        if_not_preempted(UNTIL_DECIDED),
    ),
    condition(
        "cleared",
        _CITE,
        "or: it was expunged or restricted, and the seller knows it",
        if_not_preempted(sealed_on),
        unmet="it was neither expunged nor restricted",
        certainty="low",
    ),
    since="2013-07-01",
    about="A seller of records may not knowingly give what did not become a conviction, or what "
    "was expunged or restricted. A conviction has no limit in years.",
    kept="newer",
    certainty="low",
)
