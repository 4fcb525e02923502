"""Offenses that no petition reaches: RSMo 610.140.3(1) to (11), in the statute's order."""

from homeward.law.us.mo.clearing.inchoate import excluded_target
from homeward.law.us.mo.clearing.weapons import weapons_use
from homeward.law.us.mo.dangerous import dangerous_felony
from homeward.law.us.mo.terms import (
    is_felony,
    is_intoxication_offense,
    is_misdemeanor,
    is_ordinance,
)
from homeward.rules import (
    all_of,
    both,
    charge,
    claim,
    condition,
    either,
    holds_if,
    person,
    recorded,
)
from homeward.rules.conditions import Certainty, Condition
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node

_statute = charge("statute")
_equivalent = charge("ordinance_equivalent_of")

_must_register = either(
    claim(charge("requires_sex_registration")),
    both(claim(charge("requires_sex_registration_unknown")), claim(charge("registration_ordered"))),
)
_completed = ~claim(charge("attempted"))  # an attempt is another offense: see inchoate.py
_death_is_an_element = both(
    is_felony,
    _completed,
    either(
        _statute.tagged("death-element"),
        recorded(
            charge("death_element"),
            both(_statute.tagged("death-possible"), claim(charge("death_element"))),
        ),
    ),
)
_assault_or_kidnapping = both(
    _completed,
    either(
        _statute.tagged("felony-assault"),
        _statute.tagged("domestic-assault"),
        _statute.tagged("kidnapping"),
    ),
)
_equals_an_excluded_offense = both(
    is_ordinance,
    either(
        _equivalent.tagged("domestic-assault"),
        _equivalent.tagged("listed-610-140-3-6"),
        weapons_use(_equivalent),
    ),
)
_held_a_cdl = recorded(charge("cdl_at_offense"), claim(person("cdl_holder")))
# a city's own number says nothing of what it is about
_breaks_a_law_of_the_road = either(
    _statute.tagged("vehicle-operation"),
    _equivalent.tagged("vehicle-operation"),
    both(is_ordinance, claim(charge("traffic_ordinance"))),
)


def _not(
    name: str, item: str, what: str, excluded: TruthNode, certainty: Certainty = "high"
) -> Condition:
    return condition(
        name,
        f"RSMo 610.140.3({item})",
        f"the offense is not {what}",
        holds_if(~excluded),
        unmet=f"the offense is {what}, and the law leaves those out",
        since="2018-01-01",  # before, a closed list named the few that could be cleared
        certainty=certainty,
    )


def excluded_offenses() -> Node:
    """RSMo 610.140.3: no petition reaches any of these."""
    return all_of(
        _not("not_class_a_felony", "1", "a class A felony",
             both(is_felony, charge("class").is_in("A"))),
        _not("not_dangerous_felony", "2", "a dangerous felony (RSMo 556.061)",
             both(is_felony, dangerous_felony())),
        _not("no_sex_registration", "3", "one that makes a person register as a sex offender",
             _must_register),
        _not("no_death", "4", "a felony of which a death is part", _death_is_an_element),
        _not("not_assault_or_kidnapping", "5",
             "a felony assault, a domestic assault or a felony kidnapping", _assault_or_kidnapping),
        _not("not_listed", "6", "on the statute's list of sections",
             both(_completed, _statute.tagged("listed-610-140-3-6")), "medium"),
        _not("not_first_dwi", "7", "a first DWI or BWI, which has a section of its own (610.130)",
             both(_completed, is_intoxication_offense, either(is_misdemeanor, is_ordinance))),
        _not("not_intoxication_offense", "8", "driving, boating or flying while intoxicated",
             both(_completed,
                  either(is_intoxication_offense, _statute.tagged("intoxicated-aircraft")))),
        _not("no_excluded_ordinance", "9", "a city ordinance that equals an excluded offense",
             _equals_an_excluded_offense),
        _not("no_commercial_driving", "10",
             "a driving offense by the holder of a commercial driver's license (CDL)",
             both(_breaks_a_law_of_the_road, _held_a_cdl)),
        _not("no_weapons_use", "11", "unlawful use of a weapon (571.030), two forms apart",
             both(_completed, weapons_use(_statute)), "medium"),
        condition(
            "no_excluded_target", "RSMo 610.140.3; RSMo 562.012, 562.014",
            "the offense is no attempt or plan to commit an excluded one",
            holds_if(~excluded_target()), since="2018-01-01", certainty="medium",
        ),
    )  # fmt: skip
