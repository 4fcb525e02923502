"""What no general petition reaches: subsection L of s. 19.2-392.12, class by class.

An offense that may be inside a class of which the fact is missing is unknown, never eligible.
"""

from homeward.law.us.va.terms import is_felony, statute
from homeward.rules import (
    any_of,
    both,
    charge,
    claim,
    condition,
    either,
    holds_if,
    opposite,
    recorded,
)
from homeward.rules.conditions import Certainty, Condition
from homeward.rules.fact import FactRef
from homeward.rules.logic import TruthNode
from homeward.rules.node import Node

_L = "s. 19.2-392.12(L)"
_larceny = statute.tagged("larceny")


def _asked_where(fact: FactRef, may_be: TruthNode) -> Node:
    """A fact; where the record is silent it is unknown for some offenses, and no for the rest."""
    return recorded(fact, both(may_be, claim(fact)))


def _not(name: str, what: str, barred: Node, certainty: Certainty = "high") -> Condition:
    return condition(
        name, _L, f"the offense is not {what}", holds_if(opposite(barred)),
        unmet=f"the offense is {what}, and the section leaves those out", certainty=certainty,
    )  # fmt: skip


def _no_firearm() -> Condition:
    """A felony with a firearm, from the day on which firearm rights were given back."""
    armed = both(is_felony, claim(charge("firearm_used")))
    return condition(
        "no_firearm", _L,
        "no firearm was used in a felony, or firearm rights were given back",
        any_of(holds_if(~armed), charge("firearm_rights_restored_on")),
        unmet="a firearm was used, and firearm rights were not given back",
    )  # fmt: skip


def not_left_out() -> tuple[Node, ...]:
    """Each class of subsection L, in its order."""
    family = _asked_where(charge("victim_family_or_household"), statute.tagged("against-a-person"))
    return (
        _not("not_under_the_influence", "driving, boating or commercial driving under the "
             "influence, a refusal, or an injury or death from it",
             statute.tagged("under-the-influence")),
        _not("no_family_victim", "one against a family or household member",
             either(family, statute.tagged("family-victim"))),
        _not("no_protective_order", "breaking a protective order",
             statute.tagged("protective-order")),
        _not("no_hate_crime", "a hate crime",
             _asked_where(charge("punished_as_hate_crime"), statute.tagged("may-be-hate-crime"))),
        _not("not_a_sex_offense", "one of sexual assault (Article 7), or one that makes a person "
             "register", either(statute.tagged("sexual-assault"),
                               _asked_where(charge("requires_sex_registration"),
                                            statute.tagged("may-register")))),
        _not("not_violent", "a violent felony (s. 17.1-805(C))",
             both(is_felony, ~_larceny, claim(charge("violent_felony_listed")))),
        _no_firearm(),
        _not("no_date_rape_drug", "one with flunitrazepam or GHB",
             statute.tagged("date-rape-drug")),
        _not("not_an_election_offense", "an election offense", statute.tagged("elections")),
        _not("no_cruelty_to_animals", "cruelty to animals", statute.tagged("animal-cruelty")),
        _not("no_dangerous_dog", "one about a dangerous or vicious dog",
             statute.tagged("dangerous-dog"), "medium"),
    )  # fmt: skip
