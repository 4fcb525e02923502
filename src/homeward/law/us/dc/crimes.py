"""The list of crimes that a landlord in D.C. may look at: D.C. Code 42-3541.02."""

from homeward.rules import both, charge, either, open_law, opposite

_words = charge("description")

_surely_listed = _words.mentions(
    "murder", "manslaughter", "homicide", "kidnap*", "arson", "burglar*", "robber*", "carjack*",
    "sexual abuse", "sexual assault", "rape", "aggravated assault", "assault with",
    "dangerous weapon",
    "cruelty to children", "child cruelty", "stalking", "human trafficking", "fraud",
    "identity theft",
    "forge*", "weapon*", "firearm*", "pistol", "manufactur*", "distribut*",
)  # fmt: skip
_surely_not = _words.mentions(
    "simple assault",
    "simple possession",
    "traffic",
    "speeding",
    "driving",
    "dui",
    "dwi",
    "reckless driving",
)
listed = either(
    _surely_listed,
    both(opposite(_surely_listed), opposite(_surely_not), open_law("rent.other_crimes")),
)
"""About 48 crimes; those that we have not read are open. Simple possession is not among them."""
