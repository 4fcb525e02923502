"""Resentencing of survivors in Louisiana: SB 91 of 2026, whose fate was not found."""

from homeward.law.us.la.body import BODY
from homeward.law.us.surviving.telling import MAY_APPLY, convicted, tells_of_abuse
from homeward.rules import all_of, both, case, condition, holds_if, open_law
from homeward.rules.node import Node


@BODY.rule(
    "survivor-resentencing",
    question="may_apply",
    subject="charge",
    cite="SB 91 (2026)",
    since="2026-08-01",
    title="Resentencing of survivors",
    holds=MAY_APPLY,
    how="judge",
    standard="may",
    certainty="medium",
    applies=lambda: both(case("jurisdiction").stated("us-la"), convicted, tells_of_abuse),
)
def resentencing() -> Node:
    """A bill of 2026 would let survivors who were sentenced before August 2026 ask for less."""
    return all_of(
        condition(
            "enacted", "SB 91 (2026)", "the bill of 2026 became law",
            holds_if(open_law("survivors.la_sb91_2026_enacted")), certainty="medium",
            unmet="the bill did not become law",
        )
    )  # fmt: skip
