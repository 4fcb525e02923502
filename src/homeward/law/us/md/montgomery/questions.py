"""When a landlord in Montgomery County may ask about a record: Code 27-15A."""

from homeward.law.us.md.montgomery.body import BODY
from homeward.law.us.renting.landlord import asks_after_offer, enter_inquiry

RULE = enter_inquiry(
    BODY,
    "Montgomery County Code 27-15A",
    asks_after_offer("Montgomery County Code 27-15A"),
    since="2021-07-30",
    about="A landlord may ask only after an offer on conditions.",
)
