"""The lower term at the sentence, for survivors in California: PC 1170(b)(6)."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.renting.endings import is_felony, pending
from homeward.law.us.surviving.telling import tells_of_abuse
from homeward.rules import (
    all_of,
    both,
    case,
    charge,
    claim,
    condition,
    discretion,
    either,
    holds_if,
    opposite,
    param,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_CITE = "PC 1170(b)(6)"
_other_term = charge("sentence.type").is_in("life", "life_without_parole", "indeterminate", "death")
_ended = charge("disposition").stated("convicted", "pending")


@BODY.rule(
    "low-term", question="low_term_presumed", subject="charge", cite=_CITE, since="2022-01-01",
    title="The lower term at the sentence",
    holds="the court starts from the lower term, if abuse or trauma played a part",
    how="judge", standard="shall",
    applies=lambda: both(case("jurisdiction").stated("us-ca"), _ended, tells_of_abuse),
    steps=(
        Step("Tell your defense lawyer about the abuse, and show what papers there are", _CITE),
    ),
)  # fmt: skip
def low_term() -> Node:
    """Of three terms the lower one is presumed, until the judgment is final."""
    return all_of(
        condition("felony", _CITE, "it is a felony", holds_if(is_felony),
                  unmet="it is no felony, and has no three terms to choose from"),
        condition("three_terms", _CITE, "the law has three terms of years for the offense",
                  holds_if(either(pending, opposite(_other_term))),
                  unmet="the sentence is no term of years out of three"),
        condition("not_final", _CITE, "the judgment is not final yet",
                  holds_if(either(pending, opposite(claim(charge("judgment_is_final"))))),
                  unmet="the judgment is final: the sentence can only be recalled (PC 1172.1)"),
        condition("in_force", _CITE, "the law is in force", param("low_term.from")),
        discretion("weighed", _CITE,
                   "partner violence, trafficking or trauma contributed to the offense, and what "
                   "makes it graver does not outweigh that"),
    )  # fmt: skip
