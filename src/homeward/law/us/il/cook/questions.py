"""When a landlord in Cook County may look up a record: Code 42-38."""

from homeward.law.us.il.cook.body import BODY
from homeward.law.us.renting.landlord import asks_after_offer, enter_inquiry

RULE = enter_inquiry(
    BODY,
    "Cook County Code 42-38; Rules Part 700",
    asks_after_offer("Cook County Code 42-38; Rules Part 700"),
    since="2020-01-01",
    about="First the landlord checks everything else and tells the applicant; only then comes the "
    "check of the record.",
)
