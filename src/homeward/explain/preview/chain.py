"""How answers hang together: a cleared record, what a report may then show, a landlord use.

A chain starts at relief that the record shows, at relief that the law gives by itself, or at relief
that a court may give. Only the first has moved the answers. Of the others it is told what
would follow, by asking the rules again as if the record showed it; a day from which one may *ask*
is no right, so that chain is told with "if".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from homeward.explain.answer import RULES_TOGETHER, Answer, subject_id
from homeward.explain.preview.varied import with_day
from homeward.explain.preview.wording import fact_of, relief_facts, wording
from homeward.explain.reasons import Reason
from homeward.explain.sentences import in_words
from homeward.explain.session import Session
from homeward.facts import Record, Row
from homeward.rules.body import Body
from homeward.when import FIRST, LAST

Kind = Literal["granted", "automatic", "if_granted"]


@dataclass(frozen=True)
class Link:
    """What follows from relief: a question that is answered by it, from which day, by which law.

    No day is known of what follows from an order that a court has yet to make.
    """

    question: str
    since: date | None
    cite: str

    @property
    def says(self) -> str:
        """What follows, in words."""
        return f"{wording()[self.question].then} ({self.cite})"


@dataclass(frozen=True)
class Chain:
    """Relief for one charge, and what follows from it.

    Attributes:
        charge: the charge.
        kind: whether the relief was granted, comes by itself, or may be asked for.
        source: the fact that shows the relief, or the question whose answer gives its day.
        day: the day it came, comes, or may be asked for.
        cite: the provision; of relief that was granted, none but the record.
        links: what follows.
    """

    charge: Row
    kind: Kind
    source: str
    day: date
    cite: str
    links: Sequence[Link]

    @property
    def says(self) -> str:
        """The chain in a sentence, with "if" where a court decides."""
        then = "; ".join(link.says for link in self.links)
        return f"{self._start}: {then}."

    @property
    def _start(self) -> str:
        day = in_words(self.day)
        if self.kind == "granted":
            return f"It was {relief_facts()[self.source]} on {day}, and therefore"
        if self.kind == "automatic":
            return (
                f"The law clears or closes it by itself, from {day} ({self.cite}). Once that is "
                "done, and only then"
            )
        return (
            f"If a court grants it (you can ask from {day} on, {self.cite}; nobody can promise "
            "that it is granted), then from the day of the order"
        )

    def as_dict(self) -> dict[str, Any]:
        """The chain as plain data."""
        links = [
            {
                "question": one.question,
                "since": one.since.isoformat() if one.since else None,
                "cite": one.cite,
            }
            for one in self.links
        ]
        return {
            "subject": subject_id(self.charge),
            "kind": self.kind,
            "source": self.source,
            "day": self.day.isoformat(),
            "cite": self.cite,
            "links": links,
            "says": self.says,
        }


def chains(
    session: Session, record: Record, bodies: Sequence[Body], answers: Sequence[Answer]
) -> Iterator[Chain]:
    """The chains of every charge: from what was granted, else from what the law may still give."""
    by_charge: dict[Row, list[Answer]] = {}
    for answer in answers:
        if answer.subject.table == "charge":
            by_charge.setdefault(answer.subject, []).append(answer)
    for charge, own in by_charge.items():
        granted = list(_granted(charge, own))
        yield from granted
        if not any(fact in charge.facts for fact in relief_facts()):
            yield from _hoped_for(session, record, bodies, charge, own)


def in_order(links: Iterable[Link]) -> list[Link]:
    """Each question once, reports before landlords."""
    order = list(wording())
    by_question = {link.question: link for link in links}
    return sorted(by_question.values(), key=lambda link: order.index(link.question))


def _granted(charge: Row, answers: Iterable[Answer]) -> Iterator[Chain]:
    """Relief that the record shows, with the answers that rest on it."""
    rules = [a for a in answers if a.question in wording() and a.rule != RULES_TOGETHER]
    for fact in relief_facts():
        low, high = charge.facts.get(fact, (FIRST, LAST))
        if FIRST < low == high < LAST:
            links = list(_resting_on(fact, rules))
            if links:
                yield Chain(charge, "granted", fact, low, "", in_order(links))


def _resting_on(fact: str, answers: Iterable[Answer]) -> Iterator[Link]:
    for answer in answers:
        for reason in answer.reasons:
            if _carries(reason, fact, answer):
                yield Link(answer.question, answer.when[1], reason.cite)
                break


def _carries(reason: Reason, fact: str, answer: Answer) -> bool:
    """Whether an answer rests on a condition that a fact meets."""
    if fact not in reason.facts or reason.when is None or answer.when[1] == LAST:
        return False
    met, holds = reason.when[1], answer.when[1]
    return met == holds or (met < holds and not reason.requirement.alternative)


def _hoped_for(
    session: Session, record: Record, bodies: Sequence[Body], charge: Row,
    answers: Sequence[Answer],
) -> Iterator[Chain]:  # fmt: skip
    """What the law gives by itself, and what a court may give: each way's soonest day."""
    ways: dict[Kind, Answer] = {}
    for answer in answers:
        kind = _kind(answer)
        if kind and (kind not in ways or answer.when < ways[kind].when):
            ways[kind] = answer
    before = _spans(answers)
    for kind, way in sorted(ways.items()):  # what comes by itself first
        fact = fact_of(way.question, way.brings.effect)
        if way.source and fact:
            day = way.when[1]
            granted = max(day, session.as_of)  # no order lies in the past: the record shows none
            varied, row = with_day(record, charge, fact, granted)
            then = _answers_about(session, varied, bodies, row)
            links = [
                Link(question, None if kind == "if_granted" else since, cite)
                for question, since, cite in _following(then)
                if since < before.get(question, LAST)
            ]
            if links:
                yield Chain(charge, kind, way.question, day, way.source.cite, in_order(links))


def _kind(answer: Answer) -> Kind | None:
    """Which kind of chain an answer starts, if its day is known and it clears a record."""
    way, effect = answer.brings.how, answer.brings.effect
    if answer.source is None or answer.rule == RULES_TOGETHER:
        return None
    if fact_of(answer.question, effect) is None:
        return None
    if answer.status not in ("now", "later") or not FIRST < answer.when[1] < LAST:
        return None
    if way == "automatic":
        return "automatic"
    return "if_granted" if way in ("petition", "judge") else None


def _answers_about(
    session: Session, record: Record, bodies: Sequence[Body], charge: Row
) -> list[Answer]:
    known = {rule.question for body in bodies for rule in body.rules.values()}
    asked = [question for question in wording() if question in known]
    found = session.answers_under(record, bodies, asked)
    return [answer for answer in found if answer.subject is charge]


def _spans(answers: Iterable[Answer]) -> Mapping[str, date]:
    return {a.question: a.when[1] for a in answers if a.rule == RULES_TOGETHER and a.applies}


def _following(answers: Sequence[Answer]) -> Iterator[tuple[str, date, str]]:
    for answer in answers:
        if answer.rule == RULES_TOGETHER and answer.applies and answer.when[1] < LAST:
            rules = [a for a in answers if a.question == answer.question and a.reasons]
            cites = [
                reason.cite
                for rule in rules
                for reason in rule.reasons
                if reason.when and reason.when[1] == answer.when[1]
            ]
            if cites:
                yield answer.question, answer.when[1], cites[0]
