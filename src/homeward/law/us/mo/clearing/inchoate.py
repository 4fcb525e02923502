"""Attempts and conspiracies: how far the exclusions of a petition reach them.

Dangerous felony is the one exclusion whose definition names them: RSMo
556.061(19). The other items of 610.140.3 speak of the offense itself.
"""

from homeward.rules import both, charge, claim, either, open_law
from homeward.rules.fact import FactRef
from homeward.rules.logic import And, Or

_LISTS = (
    "death-element", "felony-assault", "domestic-assault", "kidnapping", "listed-610-140-3-6",
    "intoxication-related", "intoxicated-aircraft", "weapons-use", "dangerous-felony",
)  # fmt: skip


def excluded_target() -> And:
    """The claim that an attempt or a conspiracy is excluded because its target would be.

    It is charged under a section of its own, or under the target's with a word
    that it was only tried.
    """
    statute = charge("statute")
    has_its_own_section = either(statute.tagged("attempt"), statute.tagged("conspiracy"))
    return both(
        either(
            both(has_its_own_section, _on_a_list(charge("offense_aimed_at"))),
            both(claim(charge("attempted")), _on_a_list(statute)),
        ),
        open_law("attempts"),
    )


def _on_a_list(section: FactRef) -> Or:
    return either(*(section.tagged(tag) for tag in _LISTS))
