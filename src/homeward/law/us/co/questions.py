"""Colorado limits what a landlord may use, and not when it may ask."""

from homeward.law.us.co.body import BODY
from homeward.law.us.renting.landlord import enter_inquiry, may_always_ask

RULE = enter_inquiry(
    BODY,
    "CRS 38-12-904",
    may_always_ask("CRS 38-12-904", "the law limits what is used, and not when it is asked"),
    since="2019-08-02",
    about="A landlord may ask about a record at any time.",
)
