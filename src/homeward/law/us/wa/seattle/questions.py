"""A landlord in Seattle may ask, and may not act on it: 9th Cir. No. 21-35567."""

from homeward.law.us.renting.landlord import enter_inquiry, may_always_ask
from homeward.law.us.wa.seattle.body import BODY

RULE = enter_inquiry(
    BODY,
    "9th Cir. No. 21-35567 (2023-03-21)",
    may_always_ask(
        "9th Cir. No. 21-35567 (2023-03-21)",
        "the ban on asking was struck down in 2023: the landlord may ask, and may not act on it",
    ),
    since="2023-03-21",
    about="The ordinance's ban on asking broke the First Amendment; the ban on acting stands.",
)
