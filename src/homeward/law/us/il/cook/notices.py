"""The notice that a landlord owes after a refusal: Cook County Code 42-38; Rules Part 700."""

from homeward.law.us.il.cook.body import BODY
from homeward.law.us.renting.reasons import enter_notice

RULES = enter_notice(
    BODY,
    "Cook County Code 42-38; Rules Part 700",
    since="2020-01-01",
    about="A landlord who refuses over a record gives the reason in writing.",
)
