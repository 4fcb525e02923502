"""A misdemeanor or infraction without probation: Penal Code 1203.4a."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.gates import no_other_term, nothing_pending
from homeward.law.us.ca.petition.ways import ASK, EFFECT, STILL_TOLD, convicted_again, had_probation
from homeward.law.us.ca.sentence_end import term_over
from homeward.law.us.ca.terms import AT_ONCE, convicted, is_felony, judged_on, listed
from homeward.rules import all_of, any_of, both, condition, holds_if, limb, opposite, param, since
from homeward.rules.node import Node

_CITE = "PC 1203.4a"


@BODY.rule(
    "petition-without-probation",
    question="clear.petition",
    family="clear",
    subject="charge",
    cite=_CITE,
    since="1963-09-20",
    title="Asking to dismiss a misdemeanor or infraction without probation",
    holds="you can ask the court to dismiss this conviction",
    how="petition",
    effect=EFFECT,
    applies=lambda: both(convicted, ~is_felony, ~had_probation),
    steps=(ASK, STILL_TOLD),
)
def without_probation() -> Node:
    """A year after the judgment; owed to who lived an honest and upright life since."""
    return all_of(
        condition(
            "not_left_out", f"{_CITE}(d)", "it is none of the offenses that the section leaves out",
            holds_if(~listed("no-1203.4a")), unmet="the section leaves this offense out",
        ),
        condition(
            "a_year_since", f"{_CITE}(a)", "a year has passed since the judgment",
            since(judged_on, param("petition.misdemeanor_years"), "years"),
        ),
        condition(
            "sentence_over", f"{_CITE}(a)", "the sentence has been complied with",
            term_over(),
        ),
        no_other_term(f"{_CITE}(a)"),
        nothing_pending(f"{_CITE}(a)"),
        any_of(
            limb(holds_if(opposite(convicted_again)), standard="shall"),
            limb(AT_ONCE, standard="may"),
        ),
    )  # fmt: skip
