"""The notice that a landlord owes after a refusal: RCW 59.18.257."""

from homeward.law.us.renting.reasons import enter_notice
from homeward.law.us.wa.body import BODY

RULES = enter_notice(
    BODY,
    "RCW 59.18.257",
    since="2016-06-09",
    about="A landlord who refuses gives a notice on the form of the law.",
)
