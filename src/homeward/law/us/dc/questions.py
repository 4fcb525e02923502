"""When a landlord in D.C. may ask about a record: D.C. Code 42-3541.02."""

from homeward.law.us.dc.body import BODY
from homeward.law.us.dc.covered import COVERED
from homeward.law.us.renting.landlord import asks_after_offer, enter_inquiry, not_covered

RULE = enter_inquiry(
    BODY,
    "D.C. Code 42-3541.02",
    asks_after_offer("D.C. Code 42-3541.02"),
    not_covered(COVERED, "or: the owner lives in this building of three rental homes or fewer"),
    since="2017-10-01",
    about="A landlord may ask only after an offer on conditions.",
)
