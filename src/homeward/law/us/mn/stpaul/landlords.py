"""Saint Paul: the first ordinance was repealed in 2021; whether the new one is law is open."""

from homeward.law.us.mn.stpaul.body import BODY
from homeward.law.us.renting.landlord import enter_use
from homeward.rules import all_of, condition, holds_if, open_law

RULE = enter_use(
    BODY,
    "Saint Paul Code ch. 193",
    all_of(
        condition(
            "in_force", "Saint Paul Code ch. 193",
            "the ordinance of 2025 is in force, and its years (three, seven or ten) are over",
            holds_if(open_law("rent.in_force")), certainty="medium",
        )
    ),
    since="2021-06-23",
    about="Chapter 193 was adopted in 2025; from which day it holds was not found.",
    certainty="medium",
)  # fmt: skip
