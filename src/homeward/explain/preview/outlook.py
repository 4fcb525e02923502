"""An outlook: the answers about one home as they will stand on a day, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from homeward.explain.answer import RULES_TOGETHER
from homeward.explain.as_text import heads_by_row
from homeward.explain.explainer import Explainer
from homeward.explain.explanation import Explanation
from homeward.explain.home import place_of_home
from homeward.explain.preview.chain import Chain, chains
from homeward.explain.preview.line import Line
from homeward.explain.preview.speaking import spoken_for
from homeward.explain.preview.wording import wording
from homeward.explain.subject_text import Headline
from homeward.facts import Record, Row


@dataclass(frozen=True)
class Outlook:
    """What will stand on a day.

    Attributes:
        explanation: the answers under the law of that day, as it is known now.
        asked_on: the day on which it is asked.
        lines: the answers about the home, or all where there is none, by what they are about.
        chains: what follows from a record that is or may be cleared, by charge.
    """

    explanation: Explanation
    asked_on: date
    lines: dict[Row, list[Line]]
    chains: dict[Row, list[Chain]]

    @property
    def on(self) -> date:
        """The day that is looked at."""
        return self.explanation.as_of

    def as_dict(self) -> dict[str, Any]:
        """The explanation in its documented shape, with the outlook as ``preview``."""
        items = [line.as_dict() for lines in self.lines.values() for line in lines]
        told = [chain.as_dict() for own in self.chains.values() for chain in own]
        preview = {
            "asked_on": self.asked_on.isoformat(),
            "on": self.on.isoformat(),
            "items": items,
            "chains": told,
        }
        return self.explanation.as_dict() | {"preview": preview}


def look_ahead(explainer: Explainer, record: Record, on: date | None = None) -> Outlook:
    """The answers about a record as they will stand on a day, by the law that is known now.

    Without a day it is that of the record.

    Raises:
        LawError: when a question has no rule in any body of law that is covered.
        RecordError: when the record asks for changes to the law that cannot be made.
    """
    asked_on = explainer.as_of or record.as_of or explainer.today
    asked = explainer.questions
    moved = moved_explainer(explainer, on or asked_on, asked_on, asked)
    explanation = moved.explain(record)
    whole = explanation
    if asked:
        whole = moved_explainer(explainer, on or asked_on, asked_on, ()).explain(record)
    session = moved.session(record)
    bodies, _ = session.bodies(record, moved.laws)
    found: dict[Row, list[Chain]] = {}
    for chain in chains(session, record, bodies, whole.answers):
        found.setdefault(chain.charge, []).append(chain)
    return Outlook(explanation, asked_on, lines_of(explanation, asked), found)


def moved_explainer(
    explainer: Explainer, on: date, asked_on: date, questions: Sequence[str]
) -> Explainer:
    """The same choices for another day, with the law that is known on the day of asking."""
    return Explainer(
        as_of=on,
        known_on=explainer.known_on or asked_on,
        laws=explainer.laws,
        questions=questions,
        strict=explainer.strict,
        today=explainer.today,
        engines=explainer.engines,
    )


def lines_of(explanation: Explanation, asked: Sequence[str] = ()) -> dict[Row, list[Line]]:
    """The lines of each row: those about the home, in their order, where nothing else was asked."""
    asked = asked or (tuple(wording()) if explanation.record.tenancy else ())
    answers = explanation.answers if asked else explanation.told
    found: dict[Row, list[Line]] = {}
    for row, heads in heads_by_row(answers).items():
        wanted = [head for head in heads if not asked or head.answer.question in asked]
        speaking = [_speaking(head, explanation) for head in wanted]
        found[row] = [Line(head, explanation.vocabulary) for head in speaking if head]
    return dict(_in_order(found))


def _speaking(head: Headline, explanation: Explanation) -> Headline | None:
    answer = head.answer
    if answer.question not in wording():
        return head
    rules = [
        one
        for one in explanation.answers
        if one.subject is answer.subject and one.question == answer.question
        and one.rule != RULES_TOGETHER and one.applies
    ]  # fmt: skip
    return spoken_for(head, rules, place_of_home(explanation.record))


def _in_order(found: dict[Row, list[Line]]) -> Iterator[tuple[Row, list[Line]]]:
    """Each row's lines in the order of telling; a duty owed to the person is told there alone."""
    order = {question: place for place, question in enumerate(wording())}
    lines = [line for own in found.values() for line in own]
    duties = {line.answer.question for line in lines if line.is_duty_to_person}
    for row, own in found.items():
        told = [one for one in own if row.table == "person" or one.answer.question not in duties]
        if told:
            yield row, sorted(told, key=lambda line: order.get(line.answer.question, len(order)))
