"""Offenses that no petition reaches: RSMo 610.140.3(1) to (11), in the statute's order."""

from homeward.law.us.mo.dangerous import dangerous_felony
from homeward.law.us.mo.terms import (
    is_felony,
    is_intoxication_offense,
    is_misdemeanor,
    is_ordinance,
)
from homeward.rules import (
    all_of,
    before,
    both,
    charge,
    claim,
    condition,
    either,
    holds_if,
    law_says,
    param,
    person,
    recorded,
)
from homeward.rules.conditions import Condition
from homeward.rules.node import Node

_statute = charge("statute")
_equivalent = charge("ordinance_equivalent_of")

_assault_or_kidnapping = either(
    _statute.tagged("felony-assault"),
    _statute.tagged("domestic-assault"),
    _statute.tagged("kidnapping"),
)
_death_is_an_element = recorded(
    charge("death_element"),
    either(
        _statute.tagged("death-element"),
        both(_statute.tagged("death-possible"), claim(charge("death_element"))),
    ),
)
_equals_an_excluded_offense = both(
    is_ordinance,
    either(
        _equivalent.tagged("domestic-assault"),
        _equivalent.tagged("listed-610-140-3-6"),
        _equivalent.tagged("weapons-use"),
    ),
)
_held_a_cdl = recorded(charge("cdl_at_offense"), claim(person("cdl_holder")))
_weapons_use = both(
    _statute.tagged("weapons-use"),
    ~_statute.tagged("weapons-use-exhibiting"),
    ~both(
        _statute.tagged("weapons-use-concealed"),
        before(charge("disposition_date"), param("expunge.concealed_guilty_before")),
    ),
    either(is_felony, law_says(param("expunge.weapons_misdemeanor_excluded"))),
)


def _not(name: str, item: str, what: str, claim_: Node, certainty: str = "high") -> Condition:
    return condition(
        name,
        f"RSMo 610.140.3({item})",
        f"the offense is not {what}",
        holds_if(~claim_),  # type: ignore[operator]
        unmet=f"the offense is {what}, and the law leaves those out",
        certainty=certainty,  # type: ignore[arg-type]
    )


def excluded_offenses() -> Node:
    """RSMo 610.140.3: no petition reaches any of these."""
    return all_of(
        _not("not_class_a_felony", "1", "a class A felony",
             both(is_felony, charge("class").is_in("A"))),
        _not("not_dangerous_felony", "2", "a dangerous felony (RSMo 556.061)",
             both(is_felony, dangerous_felony())),
        _not("no_sex_registration", "3", "one that makes a person register as a sex offender",
             claim(charge("requires_sex_registration"))),
        _not("no_death", "4", "a felony of which a death is part",
             both(is_felony, _death_is_an_element)),
        _not("not_assault_or_kidnapping", "5",
             "a felony assault, a domestic assault or a felony kidnapping", _assault_or_kidnapping),
        _not("not_listed", "6", "on the statute's list of sections",
             _statute.tagged("listed-610-140-3-6"), "medium"),
        _not("not_first_dwi", "7", "a first DWI or BWI, which has a section of its own (610.130)",
             both(is_intoxication_offense, either(is_misdemeanor, is_ordinance))),
        _not("not_intoxication_offense", "8", "driving, boating or flying while intoxicated",
             either(is_intoxication_offense, _statute.tagged("intoxicated-aircraft"))),
        _not("no_excluded_ordinance", "9", "a city ordinance that equals an excluded offense",
             _equals_an_excluded_offense),
        _not("no_commercial_driving", "10",
             "a driving offense by the holder of a commercial driver's license (CDL)",
             both(_statute.tagged("vehicle-operation"), _held_a_cdl)),
        _not("no_weapons_use", "11", "unlawful use of a weapon (571.030), two forms apart",
             _weapons_use, "medium"),
    )  # fmt: skip
