"""Missouri does not limit when a landlord asks about a record."""

from homeward.law.us.mo.body import BODY
from homeward.law.us.renting.landlord import enter_inquiry, may_always_ask

RULE = enter_inquiry(
    BODY,
    "RSMo 441.043.2",
    may_always_ask("RSMo 441.043.2", "no law of the state or a city limits when a landlord asks"),
    since="2025-08-28",
    about="A landlord may ask about a record at any time.",
)
