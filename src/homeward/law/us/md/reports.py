"""What a background report may show in Maryland: Com. Law 14-1203 and 14-1203.1."""

from homeward.law.us.md.body import BODY
from homeward.law.us.renting.endings import diverted
from homeward.law.us.renting.report_limit import (
    SEVEN_YEARS_FROM_END,
    SEVEN_YEARS_FROM_EVENT,
    UNTIL_DECIDED,
    enter_report_limit,
    of_convictions,
    of_others,
)
from homeward.rules import (
    all_of,
    any_of,
    both,
    charge,
    condition,
    holds_if,
    open_law,
    opposite,
    param,
)
from homeward.rules.node import Node

_OLD = "Md. Com. Law 14-1203"
_NEW = "Md. Com. Law 14-1203.1"

_plea_before_judgment = both(diverted, charge("plea_on").happened)
_no_guilt = opposite(both(_plea_before_judgment, open_law("report.probation_before_judgment")))


def _without_guilt() -> Node:
    """14-1203.1: at once, where neither a verdict nor a plea of guilty came of it."""
    return all_of(
        holds_if(_no_guilt),
        param("report.no_conviction_from"),
        UNTIL_DECIDED,
    )


RULE = enter_report_limit(
    BODY,
    f"{_OLD}, 14-1203.1",
    of_convictions(
        _OLD,
        "more than seven years have passed since the conviction, the release or parole",
        SEVEN_YEARS_FROM_EVENT,
    ),
    of_others(
        f"{_OLD}, 14-1203.1",
        "or: no conviction came of it, and seven years have passed (since October 2024: it is "
        "over)",
        any_of(SEVEN_YEARS_FROM_END, _without_guilt()),
    ),
    condition(
        "expunged", _NEW, "or: it was expunged",
        all_of(charge("expunged_on"), param("report.no_conviction_from")),
        unmet="it was not expunged",
    ),
    since="1998-11-02",
    about="No arrest, charge or conviction that is more than seven years old; since October 2024 "
    "no charge without a finding or plea of guilty.",
    kept="contested",
    certainty="high",
)  # fmt: skip
