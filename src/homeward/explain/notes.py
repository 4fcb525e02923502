"""What the reader should see beside the answers: which law was asked, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from homeward import law
from homeward.explain.answer import Answer
from homeward.explain.description import clipped
from homeward.explain.home import unanswered
from homeward.explain.note import Note
from homeward.explain.session import Session
from homeward.facts import Record
from homeward.rules.body import Body
from homeward.rules.patch import Patch

_TITLE = 240  # letters of the name that somebody gave a change to the law


def notes_on_law(bodies: Sequence[Body], lacking: Sequence[str]) -> Iterator[str]:
    """What is asked for and not covered, and that no law was asked, where that is so."""
    covered = ", ".join(
        f"{body.id} ({body.title})" for body in filter(None, map(law.body, law.body_ids()))
    )
    for body_id in lacking:
        near, asked = _near(body_id), clipped(body_id)
        if near:
            text = (
                "There are no rules for {law} yet. Did you mean {near}? Here is what is covered: "
                "{covered}."
            )
            yield Note(text, law=asked, near=near, covered=covered)
        else:
            text = "There are no rules for {law} yet. Here is what is covered: {covered}."
            yield Note(text, law=asked, covered=covered)
    if not bodies and not lacking:
        yield Note(
            'No case names its jurisdiction, so no law was asked. Write "jurisdiction" in each '
            "case, or name the law with --law. Here is what is covered: {covered}.",
            covered=covered,
        )


def notes_on_readings(bodies: Sequence[Body]) -> Iterator[str]:
    """That a named reading is not the law in force: nobody may take its answers for that."""
    for body in bodies:
        if law.is_reading(body.id):
            yield Note(
                "{law} is a reading that was asked by its name: {title}. It is not what the law of "
                "{place} says today; ask {place} for that.",
                law=body.id, title=body.title, place=body.place,
            )  # fmt: skip


_CHANGED = (
    "The law of {law} was changed for these answers: {title}. They are not the law as it stands."
)
_CHANGED_AND_STATUS = (
    "The law of {law} was changed for these answers: {title}. They are not the law as it stands. "
    "Status: {status}."
)


def notes_on_changes(patches: Sequence[Patch], bodies: Sequence[Body]) -> Iterator[str]:
    """That the law was changed for these answers: nobody may take them for the law as it stands."""
    asked = {body.id for body in bodies}
    for patch in patches:
        if patch.law in asked:
            text = _CHANGED_AND_STATUS if patch.status else _CHANGED
            told = {"title": clipped(patch.title, _TITLE), "status": clipped(patch.status, _TITLE)}
            yield Note(text, law=patch.law, **told)
        else:
            text = "{title} changes {law}, which was not asked here."
            yield Note(text, title=clipped(patch.title, _TITLE), law=patch.law)


def notes_on_fit(record: Record, answers: Sequence[Answer], asked: Sequence[str]) -> Iterator[str]:
    """What was asked by name and fits nothing in the record: an empty page would not say so.

    Where the place of the home lacks a rule, that is told, and not that the record does not fit.
    """
    of_the_home = set(unanswered(record, (), asked))
    for question in asked:
        found = [answer for answer in answers if answer.question == question]
        if found and not any(answer.applies for answer in found) and question not in of_the_home:
            yield not_asked_about(question)


def not_asked_about(question: str) -> Note:
    """That a question was asked by its name and fits nothing in the record."""
    text = "Nothing in this record is what {question} asks about, so it has no answer here."
    return Note(text, question=question)


def _near(body_id: str) -> str:
    """The body of law that another way of writing its name means: ``US-MO``, ``MO``, ``Missouri``.

    >>> _near("Missouri"), _near("us-wy")
    ('us-mo', '')
    """
    said = body_id.strip().lower()
    for known in filter(None, map(law.body, law.body_ids())):
        if said in (known.id, known.id.rpartition("-")[2], known.title.lower()):
            return known.id
    return ""


def notes_on_day(session: Session, bodies: Sequence[Body], record: Record) -> Iterator[str]:
    """What the answers are, and the law of which day they rest on."""
    yield Note(
        "This is information, not legal advice. If you can, ask a lawyer or a legal aid office."
    )
    coming = "" if session.known_on == session.as_of else ", with what was enacted by {known}"
    text = (
        "{place}: the law of {day}%s, as last compared with its sources on {checked}. A later "
        "change is not in it."
    )
    for body in bodies:
        days = {"day": session.as_of, "known": session.known_on, "checked": body.checked_on}
        yield Note(text % coming, place=body.title, **days)
    yield Note(
        "A date here says when the law's conditions are met. What a court or a board decides is "
        "marked, and nobody can promise how it decides."
    )
    if bodies and "person.record_complete" not in record.person.facts:
        yield Note("The record is taken to show every case. If there are others, add them.")
