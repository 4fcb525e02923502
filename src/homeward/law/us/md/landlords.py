"""Maryland: bills to limit landlords in the whole state have failed."""

from homeward.law.us.md.body import BODY
from homeward.law.us.renting.landlord import enter_no_limit

RULE = enter_no_limit(
    BODY,
    "HB 964 (2024), SB 514 and HB 1077 (2025): not enacted",
    "no law of the whole state limits what landlords may use; a county may have one",
)
