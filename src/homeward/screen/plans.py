"""Which plans a screening needs: every rule that is asked about is in one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from homeward.explain.session import Session
from homeward.rules.body import Body
from homeward.rules.rule import Rule
from homeward.screen.plan import Column, Plan

Asked = tuple[Body, Rule]
"""A rule that is asked about, with the body of law that it is in."""

AT_ONCE = 16
"""How many conditions one plan has, more or less."""


def make_plan(session: Session, bodies: Sequence[Body], questions: Sequence[str] = ()) -> Plan:
    """Compile every rule of the bodies of law that answers one of the questions, or all."""
    return _plan(session, rules_asked(bodies, questions), questions)


def make_plans(
    session: Session, bodies: Sequence[Body], questions: Sequence[str] = (), at_once: int = AT_ONCE
) -> list[Plan]:
    """Compile the same rules to several plans, each for a share of the questions.

    A plan takes memory and time for every condition in it, whatever the number of rows.
    Rules that answer a question together stay together.

    Args:
        session: the day, and the law as known then.
        bodies: the bodies of law.
        questions: the questions to answer; none means all.
        at_once: how many conditions a plan may have before the next one begins.
    """
    shares: dict[str, list[Asked]] = {}
    for body, rule in rules_asked(bodies, questions):
        shares.setdefault(rule.family or rule.question, []).append((body, rule))
    filled: list[list[Asked]] = []
    for share in shares.values():
        if filled and _conditions(filled[-1]) + _conditions(share) <= at_once:
            filled[-1] += share
        else:
            filled.append(list(share))
    return [_plan(session, some, questions) for some in filled]


def rules_asked(bodies: Iterable[Body], questions: Sequence[str]) -> list[Asked]:
    """The rules of some bodies of law that answer one of the questions, or all."""
    return [
        (body, rule)
        for body in bodies
        for rule in body.rules.values()
        if not questions or {rule.question, rule.family} & set(questions)
    ]


def _conditions(rules: Iterable[Asked]) -> int:
    return sum(len(rule.conditions) for _, rule in rules)


def _plan(session: Session, rules: Iterable[Asked], questions: Sequence[str]) -> Plan:
    plan = Plan(session.as_of)
    together: dict[tuple[str, str], list[Column]] = {}
    for body, rule in rules:
        found = plan.add_rule(session, body, rule)
        for question in {rule.question: None, rule.family: None}:
            if question and (not questions or question in {*questions, rule.question}):
                together.setdefault((question, rule.subject), []).append(found)
    for (question, _), columns in together.items():
        plan.add_together(question, columns)
    return plan
