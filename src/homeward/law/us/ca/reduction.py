"""A felony made a misdemeanor: Penal Code 17(b), and Proposition 47 (1170.18)."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.petition.ways import had_probation
from homeward.law.us.ca.terms import (
    convicted,
    convicted_on,
    is_felony,
    is_superstrike,
    other_convictions,
    registrable,
    statute,
)
from homeward.rules import (
    all_of,
    before,
    both,
    by,
    charge,
    claim,
    condition,
    discretion,
    either,
    exists,
    holds_if,
    open_law,
    opposite,
    param,
    person,
    recorded,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_MISDEMEANOR = "made a misdemeanor"
_in_jail = charge("sentence.type").is_in("jail", "split")
_no_felony_term = either(had_probation, charge("sentence.type").is_in("fine"))
_is_listed = either(statute.tagged("prop47-drug"), statute.tagged("prop47-value"))
_small = either(
    statute.tagged("prop47-drug"), by(charge("value"), param("prop47.most_dollars"))
)  # fmt: skip
_grave_prior = recorded(charge("prior_superstrike"), exists(other_convictions.that(is_superstrike)))
_registers = either(exists(other_convictions.that(registrable)), claim(person("registered_290")))


@BODY.rule(
    "reduction-17b",
    question="reduce.17_b",
    family="reduce",
    subject="charge",
    cite="PC 17(b)",
    since="1872-01-01",
    title="Asking to make a felony a misdemeanor",
    holds="you can ask the court to make this felony a misdemeanor",
    how="petition",
    standard="may",
    effect=_MISDEMEANOR,
    certainty="medium",
    applies=lambda: both(convicted, is_felony, charge("wobbler").is_stated),
    steps=(
        Step("Ask for it on the same form as a dismissal (CR-180); it needs none", "PC 17(b)(3)"),
    ),
)
def reduction() -> Node:
    """An offense that may be either, with probation or a sentence that a misdemeanor has too."""
    return all_of(
        condition(
            "wobbler", "PC 17(b)", "the law lets it be a felony or a misdemeanor",
            holds_if(claim(charge("wobbler"))), certainty="medium",
            unmet="the law lets it be a felony only",
        ),
        condition(
            "no_prison", "PC 17(b)", "probation was granted, or no felony term was given",
            all_of(
                holds_if(either(_no_felony_term, both(_in_jail, open_law("reduce.jail")))),
                convicted_on,
            ),
            certainty="medium", unmet="it brought a term in state prison",
        ),
        discretion("just", "PC 17(b)", "the offense and the person make it just"),
    )  # fmt: skip


@BODY.rule(
    "reduction-prop47",
    question="reduce.1170_18",
    family="reduce",
    subject="charge",
    cite="PC 1170.18",
    since="2014-11-05",
    title="Asking to make a theft or drug felony a misdemeanor (Proposition 47)",
    holds="you can ask the court to make this felony a misdemeanor",
    how="petition",
    standard="shall",
    effect=_MISDEMEANOR,
    certainty="medium",
    applies=lambda: both(convicted, is_felony, _is_listed),
    steps=(
        Step("File in the court of the conviction; where you say why it is late, there is no "
             "deadline", "PC 1170.18(j)"),
    ),
)  # fmt: skip
def proposition_47() -> Node:
    """Having drugs, and theft of small value, from before the proposition."""
    return all_of(
        condition(
            "before_the_act", "PC 1170.18(a), (f)", "convicted before 5 November 2014",
            all_of(
                holds_if(before(convicted_on, param("prop47.in_force"))), param("prop47.in_force")
            ),
            certainty="medium", unmet="the conviction is from after the proposition",
        ),
        condition(
            "small_value", "PC 459.5, 473, 476a, 490.2, 496",
            "it is about having drugs, or about $950 or less",
            holds_if(_small), certainty="medium", unmet="it is about more than $950",
        ),
        condition(
            "no_grave_prior", "PC 1170.18(i)", "no conviction of one of the gravest felonies",
            holds_if(opposite(_grave_prior)), certainty="medium",
            unmet="there is a conviction of one of the gravest felonies",
        ),
        condition(
            "no_registration", "PC 1170.18(i)",
            "no conviction that makes the person register as a sex offender",
            holds_if(~_registers), certainty="medium",
            unmet="the person has to register as a sex offender",
        ),
        discretion("no_danger", "PC 1170.18(b)",
                   "while the sentence is still being served: it is no unreasonable danger"),
    )  # fmt: skip
