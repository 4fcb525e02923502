"""Which homes the Fair Chance in Housing Act reaches: NJSA 46:8-54."""

from homeward.law.us.renting.landlord import not_owner_occupied

COVERED = not_owner_occupied(
    "NJSA 46:8-54", "rent.owner_units",
    "the home is not in a building of four homes or fewer in which the owner lives",
)  # fmt: skip
