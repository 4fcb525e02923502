"""The look at one's own case in D.C., and the days after a refusal: D.C. Code 42-3541.02 to .06."""

from dataclasses import replace

from homeward.law.us.dc.body import BODY
from homeward.law.us.dc.covered import COVERED
from homeward.law.us.renting.weighing import (
    COMPLAINT,
    RECORDS,
    REQUEST,
    enter_assessment,
    enter_last_day,
)

_SINCE = "2017-10-01"

RULES = [
    *enter_assessment(
        BODY,
        "D.C. Code 42-3541.02",
        COVERED,
        since=_SINCE,
        about="An offer is only taken back for a substantial interest, after six things are "
        "weighed.",
        says="the landlord weighs six things about your own case, and needs a substantial and fair "
        "interest of its own",
    ),
    enter_last_day(
        BODY,
        REQUEST,
        "D.C. Code 42-3541.05",
        since=_SINCE,
        days="rent.request_days",
        about="After the offer was taken back one has 20 days to ask for the records.",
    ),
    enter_last_day(
        BODY,
        RECORDS,
        "D.C. Code 42-3541.05",
        since=_SINCE,
        days="rent.records_days",
        about="The landlord hands over the records within 10 days, free.",
    ),
    enter_last_day(
        BODY,
        replace(
            COMPLAINT,
            do="If the landlord broke this law, complain to the Office of Human Rights",
        ),
        "D.C. Code 42-3541.06",
        since=_SINCE,
        days="rent.complaint_years",
        about="A complaint to the Office of Human Rights comes within a year.",
    ),
]
