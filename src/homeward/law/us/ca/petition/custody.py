"""A felony with county jail or state prison: Penal Code 1203.41."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.gates import no_other_sentence, nothing_pending
from homeward.law.us.ca.petition.ways import (
    ASK,
    EFFECT,
    STILL_TOLD,
    by_custody,
    was_split,
    went_to_prison,
)
from homeward.law.us.ca.sentence_end import sentence_over
from homeward.law.us.ca.terms import AT_ONCE, convicted, registrable
from homeward.rules import (
    all_of,
    both,
    condition,
    discretion,
    first_match,
    holds_if,
    param,
    since,
)
from homeward.rules.node import Node

_CITE = "PC 1203.41"


def years_since_completion() -> Node:
    """One year after a split sentence, two after straight jail or prison: (a)(2)."""
    over = sentence_over()
    return first_match(
        (was_split, since(over, param("petition.split_years"), "years")),
        otherwise=since(over, param("petition.custody_years"), "years"),
    )


@BODY.rule(
    "petition-after-custody",
    question="clear.petition",
    family="clear",
    subject="charge",
    cite=_CITE,
    since="2014-01-01",
    title="Asking to dismiss a felony with jail or prison",
    holds="you can ask the court to dismiss this conviction",
    how="petition",
    standard="may",
    effect=EFFECT,
    applies=lambda: both(convicted, by_custody),
    steps=(ASK, STILL_TOLD),
)
def after_custody() -> Node:
    """Any felony, serious and violent ones too, once the whole sentence is some time over."""
    return all_of(
        condition(
            "not_registrable", f"{_CITE}(a)(6)",
            "it is no felony with state prison that made the person register as a sex offender",
            holds_if(~both(went_to_prison, registrable)), certainty="medium",
            unmet="prison, and a duty to register as a sex offender, came of it",
        ),
        condition(
            "wait_over", f"{_CITE}(a)(2), (c)",
            "one year (after jail and mandatory supervision) or two (after jail or prison) have "
            "passed since all of the sentence, with parole or other supervision, was over",
            years_since_completion(), certainty="medium",
        ),
        no_other_sentence(f"{_CITE}(a)(3)"),
        nothing_pending(f"{_CITE}(a)(3)"),
        condition(
            "in_force", "PC 1203.41; 2022 ch. 814", "after prison: the law reaches it",
            first_match((went_to_prison, param("petition.prison_from")), otherwise=AT_ONCE),
            certainty="medium",
        ),
        discretion(
            "interest_of_justice", f"{_CITE}(a)(1)", "it is in the interest of justice",
        ),
    )  # fmt: skip
