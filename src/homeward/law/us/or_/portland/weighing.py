"""The look at one's own case in Portland, and the days for an appeal: City Code 30.01.086."""

from homeward.law.us.or_.portland.body import BODY
from homeward.law.us.renting.weighing import APPEAL, enter_assessment, enter_last_day

_CITE = "Portland City Code 30.01.086"
_SINCE = "2020-03-01"

RULES = [
    *enter_assessment(
        BODY,
        _CITE,
        since=_SINCE,
        about="On both ways a refusal over a record needs a look at the person's own case first.",
        says="the landlord weighs your own case, with what you send along",
    ),
    enter_last_day(
        BODY,
        APPEAL,
        _CITE,
        since=_SINCE,
        days="rent.appeal_days",
        about="One has 30 days to appeal a refusal.",
    ),
]
