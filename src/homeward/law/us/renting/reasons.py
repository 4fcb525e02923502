"""The written reasons that a landlord owes after a refusal, by a last day."""

from __future__ import annotations

from collections.abc import Callable

from homeward.law.us.renting.place import asked_in
from homeward.rules import (
    all_of,
    both,
    business_days,
    condition,
    holds_if,
    param,
    since,
    tenancy,
)
from homeward.rules.body import Body
from homeward.rules.conditions import Certainty
from homeward.rules.node import Node
from homeward.rules.rule import Rule, Step, Subject

_SUBJECTS: tuple[tuple[Subject, str], ...] = (("charge", "reasons"),
                                              ("person", "reasons-to-the-person"))  # fmt: skip


def enter_reasons(body: Body, cite: str, *, since: str, about: str, says: str,
                  certainty: Certainty = "high", in_business_days: bool = False,
                  ) -> list[Rule]:  # fmt: skip
    """Enter the duty, asked about each charge and about the person as a whole.

    The days stand in the parameter ``rent.reasons_days``.
    """

    def build() -> Node:
        return all_of(
            condition(
                "refused", cite, "the landlord refused",
                holds_if(tenancy("decision").is_in("denied", "withdrawn")),
                unmet="the landlord did not refuse",
            ),
            condition("reasons_due", cite, says, _days(in_business_days), certainty=certainty),
        )  # fmt: skip

    build.__doc__ = about
    return [
        body.rule(
            name, question="denial_reasons_due_by", subject=subject, cite=cite, since=since,
            title="The landlord's reasons, in writing",
            holds="the landlord has to have given its reasons in writing",
            owed_by="landlord", effect="reasons", certainty=certainty, no_is_news="for_tenants",
            applies=lambda: both(tenancy("decision").is_stated, asked_in(body.id)),
            steps=(Step("Ask in writing for the reasons, and keep a copy", cite,
                        on=("now", "later")),),
        )(build)
        for subject, name in _SUBJECTS
    ]  # fmt: skip


def enter_notice(
    body: Body, cite: str, *, since: str, about: str, name: str = "notice",
    certainty: Certainty = "high", applies: Callable[[], Node] | None = None,
) -> list[Rule]:  # fmt: skip
    """Enter a notice that a landlord owes when it refuses, asked about each charge and as a whole.

    ``applies`` is the gate; by default that the home is in the place of the law.
    """

    def build() -> Node:
        return all_of(
            condition(
                "refused", cite, "the landlord refused, or took the offer back",
                holds_if(tenancy("decision").is_in("denied", "withdrawn")),
                unmet="the landlord did not refuse",
            ),
            condition("decided", cite, "the landlord has decided", tenancy("decision_date"),
                      certainty=certainty),
        )  # fmt: skip

    def asked() -> Node:
        return both(tenancy("decision").is_stated, applies() if applies else asked_in(body.id))

    build.__doc__ = about
    subjects: tuple[tuple[Subject, str], ...] = (
        ("charge", name), ("person", f"{name}-to-the-person")
    )  # fmt: skip
    return [
        body.rule(
            its_name, question="notice_due", subject=subject, cite=cite, since=since,
            title="The landlord's notice, in writing", holds="the landlord owes a notice",
            owed_by="landlord", effect="notice", certainty=certainty, no_is_news="for_tenants",
            applies=asked,
        )(build)
        for subject, its_name in subjects
    ]  # fmt: skip


def _days(in_business_days: bool) -> Node:  # noqa: FBT001  one switch, named where it is given
    if in_business_days:
        return business_days(tenancy("decision_date"), param("rent.reasons_days"))
    return since(tenancy("decision_date"), param("rent.reasons_days"), "days")
