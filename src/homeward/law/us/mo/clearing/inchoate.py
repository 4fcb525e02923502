"""Attempts and conspiracies: how far the exclusions of a petition reach them.

Dangerous felony is the one exclusion whose definition names them: RSMo
556.061(19). The other items of 610.140.3 speak of the offense itself.
"""

from homeward.rules import both, charge, either, open_law
from homeward.rules.logic import And

_lists = (
    "death-element", "felony-assault", "domestic-assault", "kidnapping", "listed-610-140-3-6",
    "intoxication-related", "intoxicated-aircraft", "weapons-use", "dangerous-felony",
)  # fmt: skip


def excluded_target() -> And:
    """The claim that an attempt or a conspiracy is excluded because its target would be."""
    aimed_at = charge("offense_aimed_at")
    return both(
        either(charge("statute").tagged("attempt"), charge("statute").tagged("conspiracy")),
        either(*(aimed_at.tagged(tag) for tag in _lists)),
        open_law("attempts"),
    )
