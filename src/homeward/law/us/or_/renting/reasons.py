"""The reasons that a landlord in Oregon owes after a refusal: ORS 90.304."""

from homeward.law.us.or_.body import BODY
from homeward.law.us.renting.reasons import enter_reasons

RULES = enter_reasons(
    BODY,
    "ORS 90.304",
    since="2020-01-01",
    about="A landlord who refuses gives the reasons in writing within 14 days.",
    says="14 days have passed since the refusal",
)
