"""The notice that a landlord owes after a refusal: Montgomery County Code 27-15A."""

from homeward.law.us.md.montgomery.body import BODY
from homeward.law.us.renting.reasons import enter_notice

RULES = enter_notice(
    BODY,
    "Montgomery County Code 27-15A",
    since="2021-07-30",
    about="A landlord who takes the offer back gives a notice with a copy of the record.",
    certainty="medium",
)
