"""A state's own limit on what a background report may show: the shape that these laws share.

Most came before 1996, and read alike: no arrest, charge or conviction that is more than
seven years old, counted from its end, the release or parole. What a state does
otherwise, it says itself.
"""

from __future__ import annotations

from typing import Literal

from homeward.law.us.renting.clocks import decided_on, last_event
from homeward.law.us.renting.endings import found_guilty, never_charged, no_conviction, pending
from homeward.law.us.renting.place import asked_in
from homeward.rules import (
    NO,
    YES,
    all_of,
    any_of,
    charge,
    condition,
    first_match,
    holds_if,
    param,
    reading,
    recorded,
    since,
    waits_while,
)
from homeward.rules.body import Body
from homeward.rules.conditions import Condition
from homeward.rules.node import Node
from homeward.rules.rule import Rule, Step

NEVER = holds_if(NO)
AT_ONCE = holds_if(YES)
_ENDED_ON = first_match(
    (never_charged, recorded(decided_on, charge("arrest_date"))),
    (pending, waits_while(pending, "the end of this open charge")),
    otherwise=decided_on,
)
"""The end of a charge of which no conviction came; of an arrest alone, the arrest."""

SEVEN_YEARS_FROM_EVENT = since(last_event, param("report.years"), "years", "day_after")
SEVEN_YEARS_FROM_END = since(_ENDED_ON, param("report.years"), "years", "day_after")
UNTIL_DECIDED = first_match(
    (pending, waits_while(pending, "the end of this open charge")), otherwise=_ENDED_ON
)
"""Only an open charge may be shown: from its end on, what did not become a conviction is barred."""


def of_convictions(cite: str, says: str, when: Node, unmet: str = "") -> Condition:
    """The limb about convictions."""
    tree = all_of(holds_if(found_guilty), when)
    return condition("conviction", cite, says, tree, unmet=unmet or "it is no conviction")


def of_others(cite: str, says: str, when: Node) -> Condition:
    """The limb about arrests and charges of which no conviction came."""
    tree = all_of(holds_if(no_conviction), when)
    return condition("no_conviction", cite, says, tree, unmet="it is a conviction")


def if_not_preempted(limit: Node) -> Node:
    """A limit that began after 30 September 1996, which federal law may have undone."""
    return reading(
        "report.preempted",
        "does federal law leave room for a limit that began after 30 September 1996",
        state_law_stands=limit,
        federal_law_alone=NEVER,
    )


def enter_report_limit(
    body: Body,
    cite: str,
    *limbs: Node,
    since: str,
    about: str,
    kept: Literal["older", "newer", "contested"],
    certainty: str = "medium",
) -> Rule:
    """Enter a state's limit as the rule ``reports`` of its body of law.

    Args:
        body: the state's body of law.
        cite: its provision.
        limbs: the named conditions, of which one is enough.
        since: the day from which it is law.
        about: one sentence that says what it limits.
        kept: whether it is older than federal law's own bar on such limits.
        certainty: how sure it is.
    """
    told = {
        "older": "this limit is from before 30 September 1996, and federal law keeps it",
        "newer": "this limit is newer than 30 September 1996: the company may say that federal "
        "law has undone it, and courts decide",
        "contested": "this limit was changed after 30 September 1996: whether federal law keeps "
        "it is contested",
    }[kept]
    steps = (
        Step(
            f"If a report still shows it, dispute it with the company in writing and name {cite}; "
            f"{told}",
            f"{cite}; 15 USC 1681t(b)(1)(E)",
        ),
    )

    def build() -> Node:
        return any_of(*limbs)

    build.__doc__ = about
    return body.rule(
        "reports", question="state_report_barred", subject="charge", cite=cite, since=since,
        title="Background reports: the state's own limit",
        holds=f"a report for a landlord may no longer show it, by the law of {body.title}",
        how="automatic", effect="barred", certainty=certainty, no_is_news="for_tenants",
        applies=lambda: asked_in(body.id), steps=steps,
    )(build)  # fmt: skip


def enter_no_report_limit(body: Body, cite: str, certainty: str = "medium") -> Rule:
    """Enter that a state has no limit of its own: the answer is a plain no."""

    def build() -> Node:
        return any_of(
            condition(
                "no_limit", cite, "the state has a limit of its own on background reports", NEVER,
                unmet="this state has no limit of its own on background reports; the federal one "
                "is all there is",
            )
        )  # fmt: skip

    build.__doc__ = "No law of this state that we know limits what a background report may show."
    return body.rule(
        "reports", question="state_report_barred", subject="charge", cite=cite,
        since="1998-11-02", title="Background reports: no limit of the state's own",
        holds="a background report for a landlord may no longer show it, by state law",
        certainty=certainty, no_is_news="for_tenants", applies=lambda: asked_in(body.id),
    )(build)  # fmt: skip
