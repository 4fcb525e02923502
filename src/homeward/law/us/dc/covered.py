"""Which homes D.C. law reaches."""

from homeward.law.us.renting.landlord import not_owner_occupied

COVERED = not_owner_occupied(
    "D.C. Code 42-3541.04", "rent.owner_units",
    "the home is not in a building of three rental homes or fewer in which the owner lives",
)  # fmt: skip
