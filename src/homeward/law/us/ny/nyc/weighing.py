"""The look at one's own case in New York City, and the days to answer: Admin. Code 8-107(5)."""

from homeward.law.us.ny.nyc.body import BODY
from homeward.law.us.ny.nyc.covered import COVERED
from homeward.law.us.renting.weighing import ANSWER, enter_assessment, enter_last_day

_CITE = "NYC Admin. Code 8-107(5)"
_SINCE = "2025-01-01"

RULES = [
    *enter_assessment(
        BODY,
        _CITE,
        COVERED,
        since=_SINCE,
        about="Before it takes an offer back the landlord weighs the person's own case and what "
        "speaks for the person.",
        says="the landlord weighs your own case, and has a business reason for what it decides",
    ),
    enter_last_day(
        BODY,
        ANSWER,
        _CITE,
        since=_SINCE,
        days="rent.answer_days",
        about="The applicant gets a copy of the check and five business days to answer.",
    ),
]
