"""The home that a record tells of: its place, and that a place has no rule on a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from homeward import law
from homeward.explain.answer import Answer
from homeward.explain.description import clipped
from homeward.explain.note import Note
from homeward.facts import Record

ABOUT: dict[str, str] = {
    "state_report_barred": "what a background report may show",
    "landlord_use_barred": "what a landlord may use",
}
"""What the questions ask that the law of the home alone can answer."""


def place_of_home(record: Record) -> str:
    """The place whose law the home is under; nothing where the record tells of no home."""
    tenancy = record.tenancy
    return "" if tenancy is None else str(tenancy.facts.get("tenancy.jurisdiction", ""))


def unanswered(record: Record, answered: Iterable[str], asked: Sequence[str]) -> Iterator[str]:
    """The questions about the home, of those asked, that no law of its place answers."""
    told = set(answered)
    if place_of_home(record) and record.charges:
        yield from (q for q in ABOUT if q not in told and (not asked or q in asked))


def notes_on_home(record: Record, answers: Iterable[Answer], asked: Sequence[str]) -> Iterator[str]:
    """That no rule here answers a question about the home: silence would look like a no."""
    answered = {answer.question for answer in answers if answer.applies}
    for question in unanswered(record, answered, asked):
        yield no_rule(ABOUT[question], place_of_home(record))


def no_rule(about: str, place: str) -> Note:
    """That there is no rule here of a place, which is not to say that it has no law."""
    body = law.body(place)
    return Note(
        "There is no rule here of {place} on {about}. That does not say that there is no such "
        "law: ask a legal aid office there.",
        place=body.title if body else clipped(place),
        about=about,
    )
