"""A conviction with probation: Penal Code 1203.4."""

from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.gates import no_other_sentence, nothing_pending
from homeward.law.us.ca.petition.ways import ASK, EFFECT, STILL_TOLD, by_probation, reinstated
from homeward.law.us.ca.sentence_end import probation_over
from homeward.law.us.ca.terms import AT_ONCE, convicted, is_infraction, listed, statute
from homeward.rules import all_of, any_of, both, charge, condition, either, holds_if, limb
from homeward.rules.node import Node

_CITE = "PC 1203.4"
_fulfilled = both(
    charge("sentence.probation_outcome").is_in("completed", "terminated_early"),
    ~reinstated,
    ~statute.tagged("only-if-just"),
)
"""(a)(1), (c): all of it done, or ended early; for driving offenses the court always chooses."""


@BODY.rule(
    "petition-after-probation",
    question="clear.petition",
    family="clear",
    general=True,
    subject="charge",
    cite=_CITE,
    since="1935-09-15",
    title="Asking to dismiss a conviction with probation",
    holds="you can ask the court to dismiss this conviction",
    how="petition",
    effect=EFFECT,
    applies=lambda: both(convicted, by_probation),
    steps=(ASK, STILL_TOLD),
)
def after_probation() -> Node:
    """Whoever did all of the probation is owed it; for others the court weighs what is just."""
    return all_of(
        condition(
            "not_left_out", f"{_CITE}(b)",
            "it is no infraction, and none of the offenses that the section leaves out",
            holds_if(~either(is_infraction, listed("no-1203.4"))),
            unmet="the section leaves this offense out",
        ),
        condition(
            "probation_over", f"{_CITE}(a)(1)", "probation is over, or the court ended it early",
            probation_over(),
        ),
        no_other_sentence(f"{_CITE}(a)(1)"),
        nothing_pending(f"{_CITE}(a)(1)"),
        any_of(
            limb(holds_if(_fulfilled), standard="shall"),
            limb(AT_ONCE, standard="may"),
        ),
    )  # fmt: skip
