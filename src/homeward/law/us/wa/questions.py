"""Washington: no law of the whole state limits when a landlord asks."""

from homeward.law.us.renting.landlord import enter_inquiry, may_always_ask
from homeward.law.us.wa.body import BODY

RULE = enter_inquiry(
    BODY,
    "RCW 59.18.257",
    may_always_ask("RCW 59.18.257", "no law of the whole state limits when a landlord asks"),
    since="2020-01-01",
    about="A landlord may ask about a record at any time, and says what it looks at in writing.",
)
