"""Places side by side: the same person and the same home in each, and what moving would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from homeward import law
from homeward.explain.as_json import VERSION
from homeward.explain.description import clipped
from homeward.explain.explainer import Explainer
from homeward.explain.home import ABOUT, no_rule
from homeward.explain.notes import not_asked_about
from homeward.explain.preview.line import Line
from homeward.explain.preview.outlook import lines_of, moved_explainer
from homeward.explain.preview.varied import moved_to
from homeward.explain.preview.wording import wording
from homeward.facts import Record
from homeward.rules.problem import LawError

Subject = tuple[str, str]
"""A row as it is in every place: its table and its place in the record."""


@dataclass(frozen=True)
class Side:
    """One place with its answers.

    Attributes:
        place, title: its id, and its name where there are rules for it.
        lines: its answers, by what they are about and by question.
        notes: what the reader should know about them.
    """

    place: str
    title: str
    lines: dict[tuple[Subject, str], Line]
    notes: Sequence[str]


@dataclass(frozen=True)
class Pairing:
    """One question about one thing in every place; None where no rule there answers it."""

    subject: Subject
    heading: Line
    lines: tuple[Line | None, ...]

    @property
    def is_same(self) -> bool | None:
        """Whether the answer has the same days everywhere; None where a place has no rule here."""
        return None if None in self.lines else not self.differs

    @property
    def differs(self) -> bool:
        """Whether two places that have a rule here answer with other days."""
        return len({(one.answer.status, one.answer.when) for one in self.lines if one}) > 1

    @property
    def is_one_answer(self) -> bool:
        """Whether one rule answers for every place: the reason is then the same too."""
        rules = {line.head.best.rule for line in self.lines if line}
        return bool(self.is_same) and len(rules) == 1

    def as_dict(self, places: Sequence[str]) -> dict[str, Any]:
        """The pairing as plain data; null where no rule of a place answers."""
        by_place = {
            place: None if line is None else line.as_dict()
            for place, line in zip(places, self.lines, strict=True)
        }
        answer = self.heading.as_dict()
        kept = {name: answer[name] for name in ("question", "subject")}
        return kept | {"same": self.is_same, "places": by_place}


@dataclass(frozen=True)
class Comparison:
    """A person's answers in some places, on one day.

    Attributes:
        record: the record as it is.
        on: the day answered for.
        sides: the places, in the order asked.
    """

    record: Record
    on: date
    sides: tuple[Side, ...]

    @property
    def pairings(self) -> Iterator[Pairing]:
        """Each question about each thing, with what every place answers."""
        keys = dict.fromkeys(key for side in self.sides for key in side.lines)
        order = {question: place for place, question in enumerate(wording())}
        things = list(dict.fromkeys(subject for subject, _ in keys))
        ranked = sorted(keys, key=lambda k: (things.index(k[0]), order.get(k[1], len(order))))
        for key in ranked:
            lines = tuple(side.lines.get(key) for side in self.sides)
            yield Pairing(key[0], next(line for line in lines if line), lines)

    @property
    def notes(self) -> list[str]:
        """What to know about the answers of any place, each sentence once.

        Where a question has an answer in one place, the other place lacks a rule, and the
        pairing says so: it is not the record that the question does not fit.
        """
        answered = {question for side in self.sides for _, question in side.lines}
        needless = {not_asked_about(question) for question in answered}
        needless |= {no_rule(ABOUT[question], side.place)
                     for question in answered & set(ABOUT) for side in self.sides}  # fmt: skip
        notes = dict.fromkeys(note for side in self.sides for note in side.notes)
        return [note for note in notes if note not in needless]

    def as_dict(self) -> dict[str, Any]:
        """Plain data in the documented shape."""
        places = [side.place for side in self.sides]
        return {
            "homeward": VERSION,
            "id": self.record.record_id,
            "as_of": self.on.isoformat(),
            "person_id": self.record.person_id,
            "places": [{"place": side.place, "title": side.title} for side in self.sides],
            "compare": [pairing.as_dict(places) for pairing in self.pairings],
            "notes": self.notes,
        }


def compare(
    explainer: Explainer, record: Record, places: Sequence[str], on: date | None = None
) -> Comparison:
    """The answers about the same person and home in each place, on a day or on the record's own.

    Raises:
        LawError: when a place is not written as one, or a question has no rule anywhere.
        RecordError: when the record asks for changes to the law that cannot be made.
    """
    asked_on = explainer.as_of or record.as_of or explainer.today
    day = on or asked_on
    moved = moved_explainer(explainer, day, asked_on, explainer.questions)
    return Comparison(record, day, tuple(_side(moved, record, place) for place in places))


def _side(explainer: Explainer, record: Record, place: str) -> Side:
    check_place(place)
    explanation = explainer.explain(moved_to(record, place))
    lines = {
        ((row.table, row.key), line.answer.question): line
        for row, own in lines_of(explanation, explainer.questions).items()
        for line in own
    }
    body = law.body(place)
    return Side(place, body.title if body else place, lines, explanation.notes)


def check_place(place: str) -> None:
    """See that a place is written as the law's ids are.

    Raises:
        LawError: with the places that are covered.
    """
    if law.body(place) is None and place.partition("-")[0] != "us":
        msg = (
            f"{clipped(place)!r} is no place: a place is written us-mo, or us-ny-nyc for a city; "
            f"there are rules for {', '.join(law.body_ids())}"
        )
        raise LawError(msg)
