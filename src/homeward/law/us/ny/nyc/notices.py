"""The notice that a landlord owes after a refusal: NYC Admin. Code 8-107(5)."""

from homeward.law.us.ny.nyc.body import BODY
from homeward.law.us.renting.reasons import enter_notice

RULES = enter_notice(
    BODY,
    "NYC Admin. Code 8-107(5)",
    since="2025-01-01",
    about="A landlord who takes the offer back gives its reasons in writing.",
)
