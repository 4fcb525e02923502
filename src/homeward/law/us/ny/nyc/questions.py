"""When a landlord in New York City may ask about a record: Admin. Code 8-107(5)."""

from homeward.law.us.ny.nyc.body import BODY
from homeward.law.us.ny.nyc.covered import COVERED
from homeward.law.us.renting.landlord import asks_after_offer, enter_inquiry, not_covered

RULE = enter_inquiry(
    BODY,
    "NYC Admin. Code 8-107(5)",
    asks_after_offer("NYC Admin. Code 8-107(5)"),
    not_covered(COVERED, "or: the owner lives in this house of two homes or fewer"),
    since="2025-01-01",
    about="A landlord may ask only after a written offer on conditions and the city's notice.",
)
