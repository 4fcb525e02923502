"""The reasons that a landlord in Philadelphia owes after a refusal: Code 9-1108."""

from homeward.law.us.pa.philadelphia.body import BODY
from homeward.law.us.renting.reasons import enter_reasons

RULES = enter_reasons(
    BODY,
    "Philadelphia Code 9-1108",
    since="2021-10-13",
    about="A landlord who refuses gives the reasons and the reports within three business days.",
    says="three business days have passed since the refusal",
    certainty="medium",
    in_business_days=True,
)
