"""Which homes New York City's law reaches: Admin. Code 8-107(5)."""

from homeward.law.us.renting.landlord import not_owner_occupied

COVERED = not_owner_occupied(
    "NYC Admin. Code 8-107(5)", "rent.owner_units",
    "the home is not in a house of two homes or fewer in which the owner lives",
)  # fmt: skip
