"""Resentencing of survivors in Georgia: OCGA 17-10-1, the Survivor Justice Act of 2025."""

from homeward.law.us.ga.body import BODY
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
    either,
    holds_if,
    param,
    person,
    recorded,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

sentenced_in_georgia = both(case("jurisdiction").stated("us-ga"), convicted)
_CITE = "OCGA 17-10-1; HB 582 (2025)"


@BODY.rule(
    "survivor-resentencing",
    question="may_apply",
    subject="charge",
    cite=_CITE,
    since="2025-07-01",
    enacted="2025-05-12",
    title="Resentencing of survivors",
    holds=MAY_APPLY,
    how="judge",
    standard="may",
    certainty="medium",
    applies=lambda: both(sentenced_in_georgia, tells_of_abuse),
    steps=(
        Step(
            "Ask the court for a new sentence, and say that the abuse, or new proof of it, was not "
            "weighed; with the prosecutor's consent it is shorter",
            _CITE,
        ),
    ),
)
def resentencing() -> Node:
    """Who serves a sentence for an offense from before July 2025 may ask for less."""
    return all_of(
        condition(
            "in_force", _CITE, "the act is in force, and the sentence was given",
            all_of(param("survivor.from"),
                   recorded(charge("sentence.sentenced_on"), charge("disposition_date"))),
            certainty="medium",
        ),
        condition(
            "serving", _CITE, "the person is serving the sentence",
            holds_if(either(claim(person("confined")), claim(person("serving_sentence")))),
            certainty="medium", unmet="the sentence is served",
        ),
        condition(
            "before_the_act", _CITE, "the offense was before 1 July 2025",
            holds_if(before(charge("offense_date"), param("survivor.from"))), certainty="medium",
            unmet="the offense came after the act: the abuse is raised at the sentence",
        ),
        discretion(
            "merits", _CITE,
            "family violence, dating violence or child abuse more likely than not contributed much "
            "to the offense, and it was not weighed before",
        ),
    )  # fmt: skip
