"""The reasons that a landlord in Colorado owes after a refusal: CRS 38-12-904(2)."""

from homeward.law.us.co.body import BODY
from homeward.law.us.renting.reasons import enter_reasons

RULES = enter_reasons(
    BODY,
    "CRS 38-12-904(2)",
    since="2019-08-02",
    about="A landlord who refuses gives the reasons in writing within 20 days.",
    says="20 days have passed since the refusal",
    certainty="medium",
)
