"""Prison from before October 2011 for what brings county jail today: Penal Code 1203.42."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.gates import no_other_sentence, nothing_pending
from homeward.law.us.ca.petition.ways import ASK, EFFECT, STILL_TOLD, went_to_prison
from homeward.law.us.ca.sentence_end import sentence_over
from homeward.law.us.ca.terms import convicted, is_felony, judged_on
from homeward.rules import (
    all_of,
    before,
    both,
    charge,
    claim,
    condition,
    discretion,
    holds_if,
    param,
    since,
)
from homeward.rules.node import Node

_CITE = "PC 1203.42"


@BODY.rule(
    "petition-before-realignment",
    question="clear.1203_42",
    family="clear",
    subject="charge",
    cite=_CITE,
    since="2018-01-01",
    title="Asking to dismiss an old felony that brings county jail today",
    holds="you can ask the court to dismiss this conviction",
    how="petition",
    standard="may",
    effect=EFFECT,
    certainty="medium",
    applies=lambda: both(convicted, is_felony, charge("would_be_1170h_today").is_stated),
    steps=(ASK, STILL_TOLD),
)
def before_realignment() -> Node:
    """Asked of who states that jail is today's sentence; 1203.41 reaches the same people."""
    return all_of(
        condition(
            "sentenced_before", _CITE, "sentenced to state prison before 1 October 2011",
            holds_if(both(went_to_prison, before(judged_on, param("realignment.from")))),
            unmet="it was not a sentence to prison from before 1 October 2011",
        ),
        condition(
            "jail_today", _CITE, "today the sentence would be served in county jail",
            holds_if(claim(charge("would_be_1170h_today"))),
            unmet="today the sentence would not be served in county jail",
        ),
        condition(
            "wait_over", _CITE, "two years have passed since the whole sentence was over",
            since(sentence_over(), param("petition.custody_years"), "years"),
        ),
        no_other_sentence(_CITE),
        nothing_pending(_CITE),
        discretion("interest_of_justice", _CITE, "it is in the interest of justice"),
    )  # fmt: skip
