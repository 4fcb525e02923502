"""The reasons that a landlord in Minneapolis owes after a refusal: Code 244.2030."""

from homeward.law.us.mn.minneapolis.body import BODY
from homeward.law.us.renting.reasons import enter_reasons

RULES = enter_reasons(
    BODY,
    "Minneapolis Code 244.2030",
    since="2020-12-01",
    about="A landlord who refuses gives the reasons in writing within 14 days.",
    says="14 days have passed since the refusal",
)
