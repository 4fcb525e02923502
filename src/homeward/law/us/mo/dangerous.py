"""Dangerous felony: RSMo 556.061(19)."""

from homeward.law.us.mo.terms import is_felony
from homeward.rules import at_least, both, charge, claim, either, param, recorded
from homeward.rules.fact import FactRef, Tagged
from homeward.rules.logic import Or
from homeward.rules.node import Node

_statute = charge("statute")
_aimed_at = charge("offense_aimed_at")


def dangerous_felony(at: Node | None = None) -> Node:
    """The claim that a charge is a dangerous felony, by the list of today or of a day.

    What the sentence says goes before the list, because the court that gave it knew
    the facts that a charge's number does not show.
    """
    return recorded(charge("sentence.dangerous"), both(is_felony, on_the_list(at)))


def on_the_list(at: Node | None = None) -> Or:
    """The claim that the offense is on the list, by itself or with the facts that it asks for."""

    def listed(tag: str, section: FactRef = _statute) -> Tagged:
        return section.tagged(tag, at=at)

    concealed_long = at_least(charge("concealed_days"), param("dangerous.concealed_days"))
    injured = claim(charge("physical_injury"))
    return either(
        listed("dangerous-felony"),
        both(listed("dangerous-if-injury"), injured),
        both(listed("attempt"), listed("dangerous-if-injury", _aimed_at), injured),
        both(listed("dangerous-if-special-victim"), claim(charge("special_victim"))),
        both(listed("dangerous-if-victim-under-12"), claim(charge("victim_under_12"))),
        both(listed("dangerous-if-child-dies"), claim(charge("death_element"))),
        both(listed("dangerous-if-concealed"), concealed_long),
        both(listed("dangerous-if-habitual"), claim(charge("habitual_offender"))),
        both(listed("dangerous-if-fentanyl"), claim(charge("fentanyl"))),
        both(listed("dangerous-if-conspiracy"), listed("dangerous-felony", _aimed_at)),
    )
