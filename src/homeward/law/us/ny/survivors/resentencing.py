"""Resentencing of survivors in New York: CPL 440.47, the Survivors Justice Act of 2019."""

from homeward.law.us.ny.body import BODY
from homeward.law.us.ny.survivors.terms import (
    least_years,
    sentenced_in_new_york,
    sentenced_on,
)
from homeward.law.us.renting.endings import registered
from homeward.law.us.surviving.telling import MAY_APPLY, tells_of_abuse
from homeward.rules import (
    all_of,
    at_least,
    before,
    both,
    charge,
    claim,
    condition,
    discretion,
    either,
    holds_if,
    opposite,
    param,
    person,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_gate = "CPL 440.47(1)(a)"
_statute = charge("statute")
_attempts_it = both(_statute.tagged("attempt-or-conspiracy"), claim(charge("attempt_of_left_out")))


@BODY.rule(
    "survivor-resentencing",
    question="may_apply",
    subject="charge",
    cite="CPL 440.47; Penal Law 60.12",
    since="2019-08-12",
    title="Resentencing of survivors",
    holds=MAY_APPLY,
    how="judge",
    standard="may",
    applies=lambda: both(sentenced_in_new_york, tells_of_abuse),
    steps=(
        Step(
            "Ask the court that sentenced you for leave to apply; ask for a lawyer in the same "
            "paper. A request that fails for its form can be made again",
            "CPL 440.47(1)(a)-(d)",
        ),
        Step(
            "Gather two papers at least about the abuse, one of them of the law's list",
            "CPL 440.47(2)(c)",
            on=("now", "later", "unknown"),
        ),
        Step(
            "For an offense since 12 August 2019 the abuse can only be raised at the sentence",
            "Penal Law 60.12",
            on=("never",),
        ),
    ),
)
def resentencing() -> Node:
    """Who serves eight years or more for an offense from before the act may ask for less."""
    return all_of(
        condition(
            "in_force", _gate, "the act is in force, and the sentence was given",
            all_of(param("survivor.from"), sentenced_on),
        ),
        condition(
            "confined", _gate, "the person is in a state prison when asking",
            holds_if(claim(person("confined"))),
            unmet="the person is not in prison now; parole does not count",
        ),
        condition(
            "eight_years", _gate, "the term, or its minimum, is eight years or more",
            holds_if(at_least(least_years, param("survivor.least_years"))),
            unmet="the term is less than eight years",
        ),
        condition(
            "before_the_act", _gate, "the offense was before 12 August 2019",
            holds_if(before(charge("offense_date"), param("survivor.offense_before"))),
            unmet="the offense came after the act: the abuse had to be raised at the sentence",
        ),
        condition(
            "sentenced_under", _gate,
            "the sentence rests on Penal Law 70.00, 70.02, 70.06 or 70.71(2) or (3)",
            holds_if(charge("sentence.sentenced_under").is_in(
                "70.00", "70.02", "70.06", "70.71(2)", "70.71(3)")),
            unmet="the sentence rests on a section that the act leaves out, such as that for "
            "second violent felonies (70.04)",
        ),
        condition(
            "not_excluded", _gate,
            "it is not murder in the first degree, aggravated murder, terrorism, or an offense "
            "that makes one register, nor an attempt or a conspiracy for one",
            holds_if(opposite(either(_statute.tagged("survivor-excluded"), _attempts_it, registered,
                                     both(charge("requires_sex_registration").is_stated,
                                          claim(charge("requires_sex_registration")))))),
            unmet="the offense is one that the act leaves out",
        ),
        discretion(
            "merits", "Penal Law 60.12(1)",
            "at the time of the offense the person was a victim of substantial abuse by a member "
            "of the family or household, it contributed much to the offense, and the ordinary "
            "sentence would be too harsh",
        ),
    )  # fmt: skip
