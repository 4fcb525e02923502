"""People who served on a fire crew while in custody: Penal Code 1203.4b."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.gates import nothing_pending
from homeward.law.us.ca.petition.ways import EFFECT
from homeward.law.us.ca.terms import convicted, is_felony, judged_on, listed, registrable, statute
from homeward.rules import (
    all_of,
    both,
    bounded,
    by,
    charge,
    charges_of_person,
    claim,
    condition,
    discretion,
    either,
    exists,
    holds_if,
    number,
    open_law,
    param,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "PC 1203.4b"
_of_life = both(is_felony, by(number(99), charge("max_years")))
_escaped = both(statute.tagged("escape"), open_law("fire_crew.escape"))
_left_out = both(convicted, either(listed("no-1203.4b"), registrable, _of_life, _escaped))


@BODY.rule(
    "petition-fire-crew",
    question="clear.firecamp",
    family="clear",
    subject="charge",
    cite=_CITE,
    since="2021-01-01",
    title="Asking to dismiss a conviction after service on a fire crew",
    holds="you can ask the court to dismiss this conviction",
    how="petition",
    standard="may",
    effect=EFFECT,
    certainty="medium",
    applies=lambda: both(convicted, charge("fire_camp").is_stated),
    steps=(
        Step(
            "File the petition in the county of the sentence. Debt does not stand in the way, and "
            "parole or supervision may still be going on",
            f"{_CITE}(b)",
        ),
    ),
)
def fire_crew() -> Node:
    """From the release on; nobody who was ever convicted of one of the gravest offenses."""
    return all_of(
        condition(
            "served", f"{_CITE}(a)", "the prison or county certified service on a fire crew",
            holds_if(claim(charge("fire_camp"))), unmet="there was no service on a fire crew",
        ),
        condition(
            "not_left_out", f"{_CITE}(a)(2)",
            "never convicted of murder, kidnapping, rape by force, a lewd act with a child, arson, "
            "an escape, what makes one register as a sex offender, or what carries life",
            holds_if(~exists(charges_of_person.that(_left_out))), certainty="medium",
            unmet="a conviction is one of those that the section leaves out",
        ),
        condition(
            "released", f"{_CITE}(b)(4)", "released from custody",
            bounded(charge("sentence.released_on"), no_earlier=judged_on), certainty="medium",
        ),
        condition("in_force", _CITE, "the section is in force", param("fire_crew.from")),
        nothing_pending(_CITE),
        discretion("interest_of_justice", _CITE, "it is in the interest of justice"),
    )  # fmt: skip
