"""The look at one person's own case that a landlord owes before it refuses, and the days after it.

What is asked about the person as a whole; a home is refused to a person, not to a charge.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from homeward.law.us.renting.place import asked_in
from homeward.rules import (
    YES,
    all_of,
    both,
    business_days,
    condition,
    opposite,
    param,
    since,
    tenancy,
    waits_while,
)
from homeward.rules.body import Body
from homeward.rules.conditions import Certainty, Condition
from homeward.rules.fact import FactRef
from homeward.rules.node import Node
from homeward.rules.rule import Rule, Step

_refused = tenancy("decision").stated("denied", "withdrawn")
_undecided = opposite(tenancy("decision").is_stated)
_decided_on = tenancy("decision_date")


def enter_assessment(
    body: Body, cite: str, *limbs: Condition, since: str, about: str, says: str
) -> list[Rule]:
    """Enter that the landlord weighs the person's own case before it refuses.

    ``limbs`` are what the law asks first, such as that it reaches the home; ``says`` is what
    is weighed, in words. Undecided, it is due before any refusal; refused, it was due by then.
    """

    def to_come() -> Node:
        decision = waits_while(YES, "the landlord’s decision")
        return all_of(*limbs, condition("decides", cite, says, decision))

    def was_due() -> Node:
        return all_of(*limbs, condition("decided", cite, says, _decided_on))

    to_come.__doc__ = was_due.__doc__ = about

    def enter(name: str, stage: Node, build: Callable[[], Node]) -> Rule:
        return body.rule(
            name, question="assessment_due", subject="person", cite=cite, since=since,
            title="A look at your own case", holds="the landlord has to have weighed your own case",
            owed_by="landlord", effect="assessment", no_is_news="for_tenants",
            applies=lambda: both(stage, asked_in(body.id)),
        )(build)  # fmt: skip

    return [
        enter("assessment", _undecided, to_come),
        enter("assessment-before-the-refusal", _refused, was_due),
    ]


@dataclass(frozen=True)
class LastDay:
    """Something that has to be done within some days of an event.

    Attributes:
        name, question: the rule's name, and the question that it answers.
        event: the fact that the days run from.
        asked: the claim that the event is told of.
        owed_by: who does it: ``you`` or the landlord.
        title: it in a few words.
        do: what is done: a step of the person's own, or what the landlord has to have done.
        says: the condition in words.
    """

    name: str
    question: str
    event: FactRef
    asked: Node
    owed_by: str
    title: str
    do: str
    says: str


def _after(event: str, **about: str) -> LastDay:
    fact = tenancy(event)
    return LastDay(event=fact, asked=fact.is_stated, **about)


def _after_refusal(**about: str) -> LastDay:
    return LastDay(event=_decided_on, asked=_refused, owed_by="you", **about)


REQUEST = _after_refusal(
    name="records-request",
    question="records_request_by",
    title="Your time to ask for what the landlord relied on",
    do="Ask the landlord in writing for everything that it relied on",
    says="the days after the refusal for asking what it rests on are over",
)
APPEAL = _after_refusal(
    name="appeal",
    question="appeal_by",
    title="Your time to appeal the refusal",
    do="Appeal the refusal to the landlord, in writing",
    says="the days after the refusal for an appeal are over",
)
COMPLAINT = _after_refusal(
    name="complaint",
    question="complaint_by",
    title="Your time to complain",
    do="If the landlord broke this law, complain",
    says="the time after the refusal for a complaint is over",
)
ANSWER = _after(
    "copy_received_on",
    name="answer",
    question="answer_by",
    owed_by="you",
    title="Your time to answer the landlord",
    do="Tell the landlord what is wrong in the check, and what speaks for you",
    says="the days for an answer, since you got the copy of the check, are over",
)
RECORDS = _after(
    "records_requested_on",
    name="records",
    question="records_due",
    owed_by="landlord",
    title="What the landlord relied on",
    do="the landlord has to have handed over, free, all that it relied on",
    says="the days since you asked for what it relied on are over",
)
COPY = _after(
    "check_received_on",
    name="copy",
    question="report_copy_due",
    owed_by="landlord",
    title="Your copy of the check",
    do="the landlord has to have given you a copy of the check",
    says="the days since the landlord got the check are over",
)
DECISION = _after(
    "answered_on",
    name="decision",
    question="decision_due",
    owed_by="landlord",
    title="The landlord’s decision",
    do="the landlord has to have decided, with the reason in writing",
    says="the days since your answer are over",
)


def enter_last_day(
    body: Body, kind: LastDay, cite: str, *, since: str, about: str, days: str,
    certainty: Certainty = "medium",
) -> Rule:  # fmt: skip
    """Enter a last day; ``days`` is the parameter that says how many, in its own unit."""
    is_own = kind.owed_by == "you"

    def build() -> Node:
        return all_of(
            condition("last_day", cite, kind.says, _days_after(body, kind.event, days),
                      certainty=certainty)
        )  # fmt: skip

    build.__doc__ = about
    return body.rule(
        kind.name, question=kind.question, subject="person", cite=cite, since=since,
        title=kind.title, holds="the last day for it is here" if is_own else kind.do,
        owed_by=kind.owed_by, effect="last day", certainty=certainty, no_is_news="for_tenants",
        applies=lambda: both(kind.asked, asked_in(body.id)),
        steps=(Step(kind.do, cite, on=("later", "unknown")),) if is_own else (),
    )(build)  # fmt: skip


def _days_after(body: Body, event: FactRef, days: str) -> Node:
    unit = body.parameters[days].unit
    if unit == "business days":
        return business_days(event, param(days))
    return since(event, param(days), "years" if unit == "years" else "days")
