"""Sealing by the court when the case ends: s. 19.2-392.8."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.terms import (
    ENACTED,
    acquitted,
    chapter_in_force,
    decided_on,
    dismissed,
    ended_in,
    in_virginia,
    is_felony,
    is_infraction,
    is_misdemeanor,
)
from homeward.rules import (
    all_of,
    any_of,
    at_least,
    both,
    charge,
    claim,
    condition,
    either,
    first_match,
    holds_if,
    limb,
    param,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_wholly_over = either(acquitted, both(dismissed, claim(charge("dismissed_with_prejudice"))))


@BODY.rule(
    "at-conclusion",
    question="clear.19_2_392_8",
    family="clear",
    subject="charge",
    cite="s. 19.2-392.8, 19.2-392.10",
    since="2026-07-01",
    enacted=ENACTED,
    title="Sealing when the case ends",
    holds="the court seals this charge at the end of the case",
    standard="shall",
    effect="sealed",
    applies=lambda: both(
        in_virginia, ~is_infraction, either(acquitted, dismissed),
        at_least(decided_on, param("chapter.starts_on")),
    ),
    steps=(
        Step(
            "For a felony, ask the court to seal it right when the case ends. A refusal takes "
            "nothing away: you may still ask to have it expunged",
            "s. 19.2-392.8(B), (D)",
            on=("unknown", "never"),
        ),
    ),
)  # fmt: skip
def at_conclusion() -> Node:
    """An acquittal, or a dismissal with prejudice, that comes after the law has started.

    A charge that was not prosecuted (nolle prosequi), or dismissed without prejudice, is not
    sealed at the end of the case; nor is one that was deferred and dismissed.
    """
    asked = claim(charge("sealing_agreed_at_conclusion"))
    return all_of(
        chapter_in_force("s. 19.2-392.8"),
        condition(
            "wholly_over", "s. 19.2-392.8(A)", "it ended in an acquittal or with prejudice",
            ended_in(_wholly_over, decided_on),
            unmet="the charge was dismissed without prejudice, so it could be brought again",
        ),
        any_of(
            limb(
                condition(
                    "misdemeanor", "s. 19.2-392.8(A)",
                    "a misdemeanor is sealed unless the person objects",
                    first_match((is_misdemeanor, holds_if(~claim(charge("objected_to_sealing")))),
                                otherwise=holds_if(is_misdemeanor)),
                    unmet="it is no misdemeanor, or the person did not want it sealed",
                ),
                how="automatic",
            ),
            limb(
                condition(
                    "felony", "s. 19.2-392.8(B)",
                    "a felony is sealed when it was asked for at once and the Commonwealth's "
                    "Attorney agreed",
                    first_match((is_felony, holds_if(asked)), otherwise=holds_if(is_felony)),
                    unmet="it is no felony, or the Commonwealth's Attorney did not agree",
                ),
                how="judge",
            ),
        ),
    )  # fmt: skip
