"""The look at one's own case in New Jersey, and the days after a refusal: NJSA 46:8-56, 46:8-57."""

from homeward.law.us.nj.body import BODY
from homeward.law.us.nj.covered import COVERED
from homeward.law.us.renting.weighing import RECORDS, REQUEST, enter_assessment, enter_last_day

_SINCE = "2022-01-01"

RULES = [
    *enter_assessment(
        BODY,
        "NJSA 46:8-56",
        COVERED,
        since=_SINCE,
        about="Before it takes an offer back over a record, the landlord weighs the person's own "
        "case by six things.",
        says="the landlord weighs your own case by six things, among them how grave it was, how "
        "old you were, how long ago it was, and what speaks for you since",
    ),
    enter_last_day(
        BODY,
        REQUEST,
        "NJSA 46:8-57",
        since=_SINCE,
        days="rent.request_days",
        about="After the offer was taken back one has 30 days to ask for all that it rests on.",
    ),
    enter_last_day(
        BODY,
        RECORDS,
        "NJSA 46:8-57",
        since=_SINCE,
        days="rent.records_days",
        about="The landlord hands over what it relied on within 10 days, free.",
    ),
]
