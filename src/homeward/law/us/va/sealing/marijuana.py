"""Possession of marijuana under the former law: s. 19.2-392.6:1."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.terms import (
    AT_ONCE,
    ENACTED,
    chapter_in_force,
    in_virginia,
    is_pending,
    statute,
)
from homeward.rules import all_of, both, condition, first_match, waits_while
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "former-marijuana",
    question="clear.19_2_392_6_1",
    family="clear",
    subject="charge",
    cite="s. 19.2-392.6:1",
    since="2026-07-01",
    enacted=ENACTED,
    title="Marijuana possession under the former law",
    holds="this charge is sealed by the law itself",
    how="automatic",
    standard="shall",
    effect="sealed",
    applies=lambda: both(in_virginia, statute.tagged("former-marijuana-possession")),
    steps=(
        Step(
            "You need not file anything. The Department of Motor Vehicles may keep it longer "
            "where federal rules ask for that. A violation of probation, a contempt or a failure "
            "to appear in the same case is not sealed with it: ask for that with a petition",
            "s. 19.2-392.6:1(B), 19.2-392.12:1(B)",
        ),
    ),
)
def former_marijuana() -> Node:
    """Whatever the outcome and however old: conviction, deferral, dismissal or civil penalty."""
    ended = first_match(
        (is_pending, waits_while(is_pending, "the end of this open charge")), otherwise=AT_ONCE
    )
    return all_of(
        chapter_in_force("s. 19.2-392.6:1"),
        condition("ended", "s. 19.2-392.6:1(A)", "the charge has ended, in any way", ended),
    )
