"""Washington: the state asks for a notice, and leaves what landlords may use to the cities."""

from homeward.law.us.renting.landlord import enter_no_limit
from homeward.law.us.wa.body import BODY
from homeward.rules.rule import Step

RULE = enter_no_limit(
    BODY,
    "RCW 59.18.257",
    "no law of the whole state limits what landlords may use; Seattle has one",
    steps=(
        Step(
            "If you are refused, the landlord has to tell you so in writing, on the form of the "
            "law, with the reason",
            "RCW 59.18.257",
            on=("never",),
        ),
    ),
    certainty="high",
)
