"""Which of the petitions fits a conviction: by probation, without it, after jail or prison."""

from homeward.law.us.ca.terms import convicted_on, is_felony, other_convictions
from homeward.rules import before, both, charge, claim, either, exists, recorded, this
from homeward.rules.rule import Step

_type = charge("sentence.type")
had_probation = _type.is_in("probation", "suspended")
was_revoked = charge("sentence.probation_outcome").is_in("revoked")

by_probation = both(had_probation, ~both(is_felony, was_revoked))
"""Probation was granted. A felony whose probation was taken back for good follows its custody."""

by_custody = both(is_felony, either(~had_probation, was_revoked))

convicted_again = recorded(
    charge("new_conviction_since"),
    exists(other_convictions.that(before(this(convicted_on), convicted_on))),
)
"""A new conviction since the judgment stands for not having lived "an honest and upright life"."""

reinstated = claim(charge("sentence.revoked_and_reinstated"))
went_to_prison = either(
    _type.is_in("prison", "determinate", "indeterminate"),
    both(had_probation, charge("sentence.revoked_into.type").is_in("prison")),
)
was_split = either(
    _type.is_in("split"), both(had_probation, charge("sentence.revoked_into.type").is_in("split"))
)

EFFECT = "dismissed"
ASK = Step(
    "File the petition (form CR-180) in the court of the conviction; the prosecutor gets 15 days' "
    "notice. Restitution, fines and court debt that are still unpaid do not stand in the way",
    "PC 1203.4(c)(3), (d), 1203.4a(e), 1203.41(d), (e)",
)
STILL_TOLD = Step(
    "After the order you must still tell of it when you run for public office or ask for a state "
    "license, and it gives no right to have a gun. Care licensing may still see it",
    "PC 1203.4(a), 1203.425(a)(3), (4)",
)
