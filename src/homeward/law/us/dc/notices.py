"""The notice that a landlord owes after a refusal: D.C. Code 42-3541.02."""

from homeward.law.us.dc.body import BODY
from homeward.law.us.renting.reasons import enter_notice

RULES = enter_notice(
    BODY,
    "D.C. Code 42-3541.02",
    since="2017-10-01",
    about="A landlord who takes the offer back gives its reasons in writing.",
    certainty="medium",
)
