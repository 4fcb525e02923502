"""The look at one's own case in Cook County, and the days around it: Code 42-38; Rules Part 700."""

from dataclasses import replace

from homeward.law.us.il.cook.body import BODY
from homeward.law.us.renting.weighing import (
    ANSWER,
    COMPLAINT,
    COPY,
    DECISION,
    enter_assessment,
    enter_last_day,
)

_CITE = "Cook County Code 42-38; Rules Part 700"
_SINCE = "2020-01-01"

RULES = [
    *enter_assessment(
        BODY,
        _CITE,
        since=_SINCE,
        about="Over a conviction of the last three years the landlord refuses only after a look at "
        "the person's own case.",
        says="the landlord weighs your own case: how grave it was, how long ago, and what has "
        "happened since",
    ),
    enter_last_day(
        BODY,
        COPY,
        _CITE,
        since=_SINCE,
        days="rent.copy_days",
        about="The landlord gives a copy of the check within five business days.",
    ),
    enter_last_day(
        BODY,
        ANSWER,
        _CITE,
        since=_SINCE,
        days="rent.answer_days",
        about="The applicant has five business days to dispute or explain what the check says.",
    ),
    enter_last_day(
        BODY,
        DECISION,
        _CITE,
        since=_SINCE,
        days="rent.decide_days",
        about="The landlord decides within three business days after the answer.",
    ),
    enter_last_day(
        BODY,
        replace(
            COMPLAINT,
            do="If the landlord broke this law, complain to the county's Commission on Human "
            "Rights",
        ),
        _CITE,
        since=_SINCE,
        days="rent.complaint_days",
        about="A complaint to the Commission comes within 180 days.",
        certainty="high",
    ),
]
