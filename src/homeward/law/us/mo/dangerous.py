"""Dangerous felony: RSMo 556.061(19)."""

from homeward.law.us.mo.terms import is_felony
from homeward.rules import at_least, both, charge, claim, either, number, recorded
from homeward.rules.node import Node


def dangerous_felony(at: Node | None = None) -> Node:
    """The claim that a charge is a dangerous felony, by the list of today or of a day.

    What the sentence says goes before the list, because the court that gave it knew
    the facts that a charge's number does not show.
    """
    return recorded(charge("sentence.dangerous"), both(is_felony, _on_the_list(at)))


def _on_the_list(at: Node | None) -> Node:
    def listed(tag: str) -> Node:
        return charge("statute").tagged(tag, at=at)

    return either(
        listed("dangerous-felony"),
        both(listed("dangerous-if-injury"), claim(charge("physical_injury"))),
        both(listed("dangerous-if-special-victim"), claim(charge("special_victim"))),
        both(listed("dangerous-if-victim-under-12"), claim(charge("victim_under_12"))),
        both(listed("dangerous-if-child-dies"), claim(charge("death_element"))),
        both(listed("dangerous-if-concealed"), at_least(charge("concealed_days"), number(120))),
        both(listed("dangerous-if-habitual"), claim(charge("habitual_offender"))),
        both(listed("dangerous-if-fentanyl"), claim(charge("fentanyl"))),
    )
