"""Dangerous felony: RSMo 556.061(19)."""

from homeward.law.us.mo.terms import is_felony
from homeward.rules import (
    NO,
    at_least,
    both,
    charge,
    claim,
    either,
    first_match,
    number,
    param,
    recorded,
)
from homeward.rules.fact import FactRef, Tagged
from homeward.rules.logic import Or
from homeward.rules.node import Node

_statute = charge("statute")
_aimed_at = charge("offense_aimed_at")
_said = charge("sentence.dangerous")


def dangerous_felony(at: Node | None = None) -> Or:
    """The claim that a charge is a dangerous felony, by the list of today or of a day.

    The definition decides. Where it turns on a fact that the record lacks, what
    the sentence says stands in for that fact; and a sentence that was given for a
    dangerous felony is taken at its word.
    """
    return either(recorded(_said, NO), both(is_felony, on_the_list(at)))


def on_the_list(at: Node | None = None) -> Or:
    """The claim that the offense is on the list, by itself or with the facts that it asks for."""

    def listed(tag: str, section: FactRef = _statute) -> Tagged:
        return section.tagged(tag, at=at)

    tried_only = claim(charge("attempted"))
    injured = _shown(charge("physical_injury"))
    planned = recorded(_said, listed("dangerous-felony", _aimed_at))
    return either(
        both(listed("dangerous-felony"), ~tried_only),
        both(listed("dangerous-if-injury"), tried_only, injured),
        both(listed("attempt"), listed("dangerous-if-injury", _aimed_at), injured),
        both(listed("dangerous-if-special-victim"), _shown(charge("special_victim"))),
        both(listed("dangerous-if-victim-under-12"), _shown(charge("victim_under_12"))),
        both(listed("dangerous-if-child-dies"), _shown(charge("death_element"))),
        both(listed("dangerous-if-concealed"), _concealed_long()),
        both(listed("dangerous-if-habitual"), _shown(charge("habitual_offender"))),
        both(listed("dangerous-if-fentanyl"), claim(charge("fentanyl"))),
        both(listed("dangerous-if-conspiracy"), planned),
    )


def _shown(fact: FactRef) -> Node:
    return recorded(fact, claim(_said))


def _concealed_long() -> Node:
    least = param("dangerous.concealed_days")
    days = first_match((claim(_said), least), otherwise=number(0))
    return at_least(recorded(charge("concealed_days"), days), least)
