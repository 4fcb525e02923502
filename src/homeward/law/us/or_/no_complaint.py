"""Setting aside an arrest or a citation that led to no charge: ORS 137.225(1)(c)."""

from homeward.law.us.or_.body import BODY
from homeward.law.us.or_.dismissal import an_offense, no_traffic_violation
from homeward.law.us.or_.steps import MOTION
from homeward.law.us.or_.terms import (
    convicted,
    ended_without_conviction,
    excused_by_insanity,
    is_pending,
    never_charged,
    not_juvenile,
    oregon_court,
)
from homeward.rules import all_of, charge, condition, either, holds_if, param, since
from homeward.rules.node import Node
from homeward.rules.rule import Step


@BODY.rule(
    "no-complaint",
    question="clear.137_225",
    family="clear",
    subject="charge",
    cite="ORS 137.225(1)(c)",
    since="2022-01-01",
    title="Setting aside an arrest without a charge",
    holds="you can ask the court to set this arrest or citation aside",
    how="petition",
    standard="shall",
    effect="set aside",
    applies=lambda: ~either(convicted, is_pending, ended_without_conviction, excused_by_insanity),
    steps=(
        MOTION,
        Step(
            "The prosecutor can have it unsealed again, with written notice to you, as long as the "
            "time for bringing the charge runs",
            "ORS 137.225(11)(b)",
            who="agency",
        ),
    ),
)
def no_complaint() -> Node:
    """Sixty days after the prosecutor says that nothing will be charged."""
    return all_of(
        oregon_court(),
        not_juvenile(),
        condition(
            "never_charged", "ORS 137.225(1)(c)", "no charge was filed in court",
            holds_if(never_charged), unmet="a charge was filed in court",
        ),
        condition(
            "sixty_days", "ORS 137.225(1)(c)",
            "60 days have passed since the prosecutor said that nothing will be charged",
            since(charge("disposition_date"), param("wait.no_complaint_days"), "days"),
        ),
        an_offense(),
        no_traffic_violation(),
    )  # fmt: skip
