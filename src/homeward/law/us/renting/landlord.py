"""What laws on renting bar a landlord from using: the limbs that many of them share."""

from __future__ import annotations

from homeward.law.us.renting.endings import juvenile, no_conviction, sealed_on, undone_on
from homeward.law.us.renting.place import asked_in
from homeward.rules import (
    NO,
    all_of,
    any_of,
    both,
    by,
    charge,
    claim,
    condition,
    first_match,
    holds_if,
    opposite,
    param,
    tenancy,
    waits_while,
)
from homeward.rules.body import Body
from homeward.rules.conditions import Certainty, Condition
from homeward.rules.node import Node
from homeward.rules.rule import Rule, Step

TITLE = "What a landlord may no longer use"
HOLDS = "this landlord may not use it against you"

_not_yet = tenancy("stage").is_in("inquiry", "application")
offered_on = first_match(
    (_not_yet, waits_while(_not_yet, "an offer on conditions")),
    otherwise=tenancy("conditional_offer_date"),
)
"""The day of the conditional offer; while there is only an application, it is still to come."""

is_private = tenancy("kind").is_in("private", "voucher", "project_based")


def never_convicted(cite: str, certainty: Certainty = "high") -> Condition:
    """The limb about arrests and charges of which no conviction came."""
    return condition(
        "no_conviction", cite, "no conviction came of the arrest or charge",
        holds_if(no_conviction), unmet="it is a conviction", certainty=certainty,
    )  # fmt: skip


def cleared(cite: str, certainty: Certainty = "high") -> Condition:
    """The limb about records that were sealed, expunged, pardoned or vacated."""
    return condition(
        "cleared", cite, "or: it was sealed, expunged, pardoned or taken back",
        any_of(sealed_on, undone_on), certainty=certainty,
        unmet="it was not sealed, expunged, pardoned or taken back",
    )  # fmt: skip


def only_sealed(cite: str, certainty: Certainty = "high") -> Condition:
    """The limb about records that were sealed or expunged."""
    return condition(
        "cleared", cite, "or: it was sealed or expunged", sealed_on, certainty=certainty,
        unmet="it was not sealed or expunged",
    )  # fmt: skip


def sealed_or_vacated(cite: str, certainty: Certainty = "high") -> Condition:
    """The limb about records that were sealed, expunged, or taken back by a court."""
    return condition(
        "cleared", cite, "or: it was sealed, expunged, or taken back by a court",
        any_of(sealed_on, charge("vacated_on")), certainty=certainty,
        unmet="it was not sealed, expunged or taken back by a court",
    )  # fmt: skip


def of_a_child(cite: str, certainty: Certainty = "high") -> Condition:
    """The limb about findings of a juvenile court."""
    return condition(
        "juvenile", cite, "or: it is a case of a juvenile court", holds_if(juvenile),
        unmet="it is not a case of a juvenile court", certainty=certainty,
    )  # fmt: skip


def not_owner_occupied(
    cite: str, most_units: str, says: str, certainty: Certainty = "high"
) -> Condition:
    """The law does not reach a small building in which the owner lives."""
    small = both(claim(tenancy("owner_occupied")), by(tenancy("units"), param(most_units)))
    return condition(
        "covered", cite, says, holds_if(opposite(small)), certainty=certainty,
        unmet="the owner lives in this small building, and the law does not reach it",
    )  # fmt: skip


def enter_use(
    body: Body, cite: str, tree: Node, *, since: str, about: str, certainty: Certainty = "high",
    steps: tuple[Step, ...] = (),
) -> Rule:  # fmt: skip
    """Enter what a landlord may no longer use as the rule ``landlords`` of a body of law."""

    def build() -> Node:
        return tree

    build.__doc__ = about
    return body.rule(
        "landlords", question="landlord_use_barred", subject="charge", cite=cite, since=since,
        title=TITLE, holds=HOLDS, how="automatic", effect="barred", certainty=certainty,
        no_is_news="for_tenants", applies=lambda: asked_in(body.id), steps=steps,
    )(build)  # fmt: skip


def enter_no_limit(body: Body, cite: str, unmet: str, steps: tuple[Step, ...] = (),
                   certainty: Certainty = "medium") -> Rule:  # fmt: skip
    """Enter that no law of a place limits landlords: the answer is a plain no."""

    def build() -> Node:
        return any_of(
            condition("no_limit", cite, "a law here limits what landlords may use", holds_if(NO),
                      unmet=unmet, certainty=certainty)
        )  # fmt: skip

    build.__doc__ = "No law of this place that we know limits what a landlord may use."
    return body.rule(
        "landlords", question="landlord_use_barred", subject="charge", cite=cite,
        since="2020-01-01", title="No limit on what a landlord may use", holds=HOLDS,
        certainty=certainty, no_is_news="for_tenants", applies=lambda: asked_in(body.id),
        steps=steps,
    )(build)  # fmt: skip


def enter_inquiry(body: Body, cite: str, *limbs: Node, since: str, about: str,
                  certainty: Certainty = "high", steps: tuple[Step, ...] = ()) -> Rule:  # fmt: skip
    """Enter when a landlord may ask about a record, as the rule ``questions``."""

    def build() -> Node:
        return any_of(*limbs)

    build.__doc__ = about
    return body.rule(
        "questions", question="may_inquire", subject="charge", cite=cite, since=since,
        title="When a landlord may ask about a record",
        holds="this landlord may ask about it, or look it up", certainty=certainty,
        no_is_news="for_tenants", yes_is_news=True, applies=lambda: asked_in(body.id), steps=steps,
    )(build)  # fmt: skip


def asks_after_offer(cite: str, certainty: Certainty = "high") -> Condition:
    """The landlord may ask once the home is offered."""
    return condition(
        "offered", cite, "the home was offered, on the condition of the check", offered_on,
        certainty=certainty,
    )  # fmt: skip


def may_always_ask(cite: str, says: str, certainty: Certainty = "high") -> Condition:
    """Nothing limits when a landlord asks."""
    return condition("no_limit", cite, says, all_of(holds_if(~NO)), certainty=certainty)


def not_covered(covered: Condition, says: str) -> Condition:
    """The other side of a coverage condition: the law does not reach this home."""
    claim_of_it = covered.tree.parts[0]
    return condition(
        "not_covered", covered.cite, says, holds_if(opposite(claim_of_it)),
        certainty=covered.certainty, unmet="the law reaches this home",
    )  # fmt: skip
