"""Expungement on request to the state police, without a motion: C.Cr.P. art. 985.2."""

from homeward.law.us.la.body import BODY
from homeward.law.us.la.terms import louisiana_case
from homeward.rules import (
    all_of,
    answer_of,
    any_of,
    condition,
    holds_if,
    law_says,
    param,
)
from homeward.rules.node import Node
from homeward.rules.rule import Step

_985_2 = "C.Cr.P. art. 985.2; Acts 2023 No. 454"


@BODY.rule(
    "automated",
    question="clear.automatic",  # no route of "clear": it opens no record that a motion does not
    subject="charge",
    cite=_985_2,
    since="2025-01-01",
    title="Expungement on a request to the state police",
    holds="you can ask the state police to clear this record, without a motion",
    how="agency",
    effect="expunged",
    certainty="medium",
    no_is_news="for_tenants",
    yes_is_news=False,
    steps=(
        Step(
            "The law needs money from the legislature to start. In August 2026 the state police "
            "had no form for such a request: file a motion meanwhile",
            _985_2,
            on=("unknown",),
        ),
    ),
)
def automated() -> Node:
    """Not by itself: who asks, once there is money for it, gets it within 30 days."""
    return all_of(
        louisiana_case(_985_2),
        condition(
            "eligible", _985_2, "the record can be cleared under art. 976, 977 or 978",
            any_of(answer_of("clear.976"), answer_of("clear.977"), answer_of("clear.978")),
            unmet="it cannot be cleared under art. 976, 977 or 978",
        ),
        condition(
            "in_operation", f"{_985_2} s. 4", "the legislature has paid for it",
            all_of(param("automated.from"), holds_if(law_says(param("automated.operating")))),
            certainty="low",
        ),
    )  # fmt: skip
