"""Who may still show or ask about a sealed charge: s. 19.2-392.15 and 19.2-392.16."""

from homeward.law.us.va.body import BODY
from homeward.law.us.va.terms import ENACTED, chapter_in_force, in_virginia
from homeward.rules import all_of, answer_of, any_of, charge, condition
from homeward.rules.conditions import Condition
from homeward.rules.node import Node
from homeward.rules.rule import Step


def _sealed(cite: str) -> Condition:
    """Sealed by an order, or by the law itself; what is only due to be sealed is not yet."""
    return condition(
        "sealed", cite, "the charge is sealed, by an order or by the law itself",
        any_of(charge("sealed_on"), answer_of("clear.19_2_392_6_1"),
               answer_of("clear.19_2_392_17")),
        unmet="the record shows no sealing, and the law does not seal it by itself",
    )  # fmt: skip


@BODY.rule(
    "background-check",
    question="state_report_barred",
    subject="charge",
    cite="s. 19.2-392.16",
    since="2026-07-01",
    enacted=ENACTED,
    title="No longer in a background report",
    holds="a company that sells background reports may not show this charge",
    how="automatic",
    applies=lambda: in_virginia,
    no_is_news="for_tenants",
    steps=(
        Step(
            "If a report shows it after that, dispute it with the company in writing",
            "s. 19.2-392.16",
        ),
    ),
)
def background_check() -> Node:
    """Companies that look into backgrounds may not disclose what is sealed."""
    return all_of(chapter_in_force("s. 19.2-392.16"), _sealed("s. 19.2-392.16"))


@BODY.rule(
    "no-asking",
    question="ask.19_2_392_15",
    subject="charge",
    cite="s. 19.2-392.15",
    since="2026-07-01",
    enacted=ENACTED,
    title="No asking about a sealed charge",
    holds="employers, schools, agencies and landlords may not ask about this charge",
    how="automatic",
    certainty="medium",
    applies=lambda: in_virginia,
    no_is_news="for_tenants",
    steps=(
        Step(
            "You need not mention it. Police work, firearm checks and some other uses listed in "
            "the law still see it, and to tell others of it unlawfully is a crime",
            "s. 19.2-392.13, 19.2-392.14, 19.2-392.15",
        ),
    ),
)
def no_asking() -> Node:
    """Once a charge is sealed, it need not be told."""
    return all_of(chapter_in_force("s. 19.2-392.15"), _sealed("s. 19.2-392.15"))
