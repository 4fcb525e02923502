"""Resentencing of survivors in Oklahoma: 22 O.S. 1090.5."""

from homeward.law.us.ok.body import BODY
from homeward.law.us.renting.endings import registered
from homeward.law.us.surviving.telling import MAY_APPLY, convicted, tells_of_abuse
from homeward.rules import (
    all_of,
    before,
    both,
    case,
    charge,
    claim,
    condition,
    discretion,
    holds_if,
    opposite,
    param,
    person,
    recorded,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

sentenced_in_oklahoma = both(case("jurisdiction").stated("us-ok"), convicted)
_from = param("survivor.from")


@BODY.rule(
    "survivor-resentencing",
    question="may_apply",
    subject="charge",
    cite="22 O.S. 1090.5",
    since="2024-08-29",
    title="Resentencing of survivors",
    holds=MAY_APPLY,
    how="judge",
    standard="may",
    applies=lambda: both(sentenced_in_oklahoma, tells_of_abuse),
    steps=(
        Step(
            "Ask the court for leave to apply; a request that fails for its form can be made again",
            "22 O.S. 1090.5",
        ),
        Step(
            "Gather one paper at least from the time that shows the abuse; the court asks for "
            "clear and convincing proof",
            "22 O.S. 1090.3",
            on=("now", "later", "unknown"),
        ),
    ),
)
def resentencing() -> Node:
    """Who is in prison for an offense from before the act may ask for less.

    Ranges, second-hand: life without parole becomes 30 years or less, life 25, then 20, 15, 7½, 5.
    """
    return all_of(
        condition(
            "in_force", "22 O.S. 1090.5(A)", "the act is in force, and the sentence was given",
            all_of(_from, recorded(charge("sentence.sentenced_on"), charge("disposition_date"))),
        ),
        condition(
            "confined", "22 O.S. 1090.5(A)", "the person is held by the corrections department",
            holds_if(claim(person("confined"))), unmet="the person is not in prison now",
        ),
        condition(
            "before_the_act", "22 O.S. 1090.5(A)", "the offense was before the act",
            holds_if(before(charge("offense_date"), _from)),
            unmet="the offense came after the act: the abuse is raised at the sentence",
        ),
        condition(
            "not_registered", "22 O.S. 1090.3", "it does not make the person register",
            holds_if(opposite(registered)), certainty="medium",
            unmet="an offense that makes one register is left out",
        ),
        condition(
            "not_death", "22 O.S. 1090.3", "the sentence is not death",
            holds_if(opposite(charge("sentence.type").is_in("death"))), certainty="medium",
            unmet="a sentence of death is left out",
        ),
        condition(
            "no_child_abuse", "22 O.S. 1090.3",
            "it is not child abuse, nor abuse or neglect of a vulnerable adult",
            holds_if(opposite(charge("description").mentions(
                "child abuse", "child neglect", "abuse of a child", "vulnerable adult",
                "caretaker"))),
            certainty="medium",
            unmet="child abuse and abuse of a vulnerable adult are left out",
        ),
        discretion(
            "merits", "22 O.S. 1090.3",
            "clear and convincing proof that abuse at the time of the offense was a substantial "
            "cause of it",
        ),
    )  # fmt: skip
