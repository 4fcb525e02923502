"""The look at one's own case in Oregon: ORS 90.303."""

from homeward.law.us.or_.body import BODY
from homeward.law.us.renting.weighing import enter_assessment

RULES = enter_assessment(
    BODY,
    "ORS 90.303(3)",
    since="2020-01-01",
    about="Before it refuses over a record the landlord weighs the person's own case, with the "
    "papers that the person adds.",
    says="the landlord weighs your own case, with what you send along: how grave it was, how long "
    "ago, and what has happened since",
)
