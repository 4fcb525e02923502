"""The notice that a landlord owes after a refusal: NJSA 46:8-56."""

from homeward.law.us.nj.body import BODY
from homeward.law.us.renting.reasons import enter_notice

RULES = enter_notice(
    BODY,
    "NJSA 46:8-56",
    since="2022-01-01",
    about="A landlord who takes the offer back says so in writing, with the reasons.",
)
