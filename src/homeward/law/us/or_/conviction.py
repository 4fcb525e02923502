"""Setting aside a conviction or a finding: ORS 137.225(1)(a), (1)(b), (1)(e) and (5) to (7)."""

from homeward.law.us.or_.barred import level_can_be_set_aside, no_person_felony, not_barred
from homeward.law.us.or_.body import BODY
from homeward.law.us.or_.completion import complied
from homeward.law.us.or_.kinds import is_offense
from homeward.law.us.or_.pending import nothing_pending
from homeward.law.us.or_.steps import MOTION, OBJECTION, ONCE_GRANTED, POLICE_CHECK
from homeward.law.us.or_.terms import (
    convicted,
    ended_in,
    ended_without_conviction,
    excused_by_insanity,
    never_charged,
    not_juvenile,
    once_decided,
    oregon_court,
)
from homeward.law.us.or_.waits import after_revocation, clean_period, own_wait
from homeward.rules import all_of, condition, discretion, either, holds_if
from homeward.rules.node import Node


@BODY.rule(
    "conviction",
    question="clear.137_225",
    family="clear",
    general=True,
    subject="charge",
    cite="ORS 137.225(1)(a), (1)(b), (1)(e), (5) to (7)",
    since="2022-01-01",
    title="Setting aside a conviction",
    holds="you can ask the court to set this conviction aside",
    how="petition",
    standard="shall",
    effect="set aside",
    applies=lambda: ~either(ended_without_conviction, never_charged, excused_by_insanity),
    steps=(MOTION, POLICE_CHECK, OBJECTION, ONCE_GRANTED),
)
def conviction() -> Node:
    """A person may move to have a conviction, or a finding of contempt, set aside."""
    return all_of(
        oregon_court(),
        not_juvenile(),
        condition(
            "convicted", "ORS 137.225(1)(a)", "the charge ended in a conviction or a finding",
            ended_in(convicted), unmet="the charge did not end in a conviction",
        ),
        condition(
            "an_offense", "ORS 137.225(5)", "it is a crime, a violation or a contempt",
            holds_if(is_offense), certainty="medium",
            unmet="it is a civil matter, and there is no conviction to set aside",
        ),
        condition(
            "sentence_complied_with", "ORS 137.225(1)(a); 339 Or App 612 (2025)",
            "the whole sentence is done, supervision and restitution with it",
            once_decided(complied()),
        ),
        condition(
            "wait", "ORS 137.225(1)(b)",
            "enough years have passed since the conviction, or since release: seven for a class B "
            "felony, five for a class C felony, three for a class A misdemeanor, one for less",
            once_decided(own_wait()),
        ),
        condition(
            "wait_after_revocation", "ORS 137.225(1)(e)",
            "three years have passed since probation was taken back, if it was",
            after_revocation(), certainty="medium",
        ),
        level_can_be_set_aside(),
        no_person_felony(),
        not_barred(),
        condition(
            "clean_period", "ORS 137.225(7)(a)(B), (7)(b)",
            "no other conviction in the same number of years; traffic violations do not count, nor "
            "does a single other violation", once_decided(clean_period()), certainty="medium",
        ),
        nothing_pending(),
        discretion("no_risk_to_public_safety", "ORS 137.225(3)(a)",
                   "setting it aside would put public safety at risk, which the prosecutor has to "
                   "prove clearly"),
    )  # fmt: skip
