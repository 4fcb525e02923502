"""Explaining records: a day, a choice of law and of questions, and any number of people.

>>> charge = {"charge_id": "1", "statute": "570.030", "severity": "felony", "class": "A"}
>>> case = {"case_id": "c1", "jurisdiction": "us-mo", "charges": [charge]}
>>> record = {"person": {}, "cases": [case]}
>>> told = explain(record, as_of="2026-11-23", questions=["clear.610_140"])
>>> [(answer.rule, answer.status) for answer in told.answers]
[('us-mo/expungement', 'never'), ('*', 'never')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from homeward import law
from homeward.explain.answer import Answer
from homeward.explain.description import clipped
from homeward.explain.engines import Engines
from homeward.explain.explanation import Explanation
from homeward.explain.home import notes_on_home, unanswered
from homeward.explain.note import Note
from homeward.explain.plan import plans
from homeward.explain.session import Session, questions_of
from homeward.facts import Problem, Record, RecordError, read_record
from homeward.law.overlays import overlay
from homeward.rules.body import Body
from homeward.rules.patch import Patch
from homeward.rules.problem import LawError

_MOST_DAYS = 64
_MOST_CHANGES = 16
_TITLE = 240  # letters of the name that somebody gave a change to the law


class Explainer:
    """Explains records one after another, sharing what no record changes.

    Args of the constructor:
        as_of: the day to answer for; by default the record's own, else today.
        known_on: count only law that was known on this day; by default the day answered for.
        laws: the bodies of law to ask; by default those that the record names.
        questions: the questions to answer; by default all.
        strict: unknown fields and odd dates are errors.
        today: the day to take as today.
        engines: interpreters to share, of the law with its changes where there are some; by
            default of the law as it stands, or as the record asks to change it.
    """

    def __init__(
        self,
        *,
        as_of: date | None = None,
        known_on: date | None = None,
        laws: Sequence[str] = (),
        questions: Sequence[str] = (),
        strict: bool = False,
        today: date | None = None,
        engines: Engines | None = None,
    ) -> None:
        """Take the choices; nothing of a record outlives its explanation."""
        self.as_of = as_of
        self.known_on = known_on
        self.laws = tuple(laws)
        self.questions = tuple(questions)
        self.strict = strict
        self.today = today or datetime.now(UTC).astimezone().date()
        self.engines = engines or Engines()
        self.patches = self.engines.patches
        self._changed: dict[tuple[Patch, ...], Engines] = {self.patches: self.engines}
        self._sessions: dict[tuple[date, tuple[Patch, ...]], Session] = {}

    def read(self, data: Any, file: str = "") -> Record:  # noqa: ANN401  parsed JSON, unchecked
        """A record from parsed JSON.

        Raises:
            RecordError: with every problem of the record.
        """
        return read_record(data, self.engines.vocabulary, file=file, strict=self.strict)

    def explain(self, record: Record) -> Explanation:
        """Everything that a record is told.

        Raises:
            LawError: when a question has no rule in any body of law that is covered.
            RecordError: when the record asks for changes to the law that cannot be made.
        """
        session = self.session(record)
        bodies, lacking = _bodies(session, record, self.laws)
        asked, unanswered = self._asked(bodies)
        answers: list[Answer] = []
        if asked or not self.questions:
            answers = session.answers(record, laws=self.laws, questions=asked)
        notes = [
            *record.notes,
            *_notes_on_law(bodies, lacking),
            *unanswered,
            *_notes_on_readings(bodies),
            *_notes_on_changes(session.engines.patches, bodies),
            *_notes_on_fit(record, answers, asked),
            *notes_on_home(record, answers, self.questions),
            *_notes_on_day(session, bodies, record),
        ]
        planned = list(plans(session, record, bodies, self.questions))
        words = self.engines.vocabulary
        changes = session.engines.patches
        return Explanation(
            record, session.as_of, answers, planned, notes, words, self.questions, changes
        )

    def session(self, record: Record) -> Session:
        """The session for a record's day, under the law with the changes asked for.

        Raises:
            RecordError: when the record asks for changes to the law that cannot be made.
        """
        day = self.as_of or record.as_of or self.today
        patches = self.patches or patches_of(record)
        if (day, patches) not in self._sessions:
            if len(self._sessions) >= _MOST_DAYS:
                self._sessions.clear()  # memory stays flat, however many days a file asks for
            engines = self._engines(patches)
            self._sessions[day, patches] = Session(day, known_on=self.known_on, engines=engines)
        return self._sessions[day, patches]

    def _engines(self, patches: tuple[Patch, ...]) -> Engines:
        if patches not in self._changed:
            if len(self._changed) >= _MOST_CHANGES:
                self._changed = {self.patches: self.engines}
            self._changed[patches] = Engines(self.engines.readings, patches)
        return self._changed[patches]

    def _asked(self, bodies: Sequence[Body]) -> tuple[list[str], list[str]]:
        """The questions that these bodies of law answer, and a note on those they do not."""
        known = questions_of(bodies)
        others = [question for question in self.questions if question not in known]
        if not others:
            return list(self.questions), []
        anywhere = questions_of(filter(None, map(law.body, law.body_ids())))
        for question in others:
            if question not in anywhere:
                msg = f"no rule answers {question!r}; the questions are {', '.join(anywhere)}"
                raise LawError(msg)
        named = ", ".join(body.id for body in bodies) or "the law asked"
        text = "No rule of {laws} answers {question}."
        notes: list[str] = [Note(text, laws=named, question=question) for question in others]
        return [question for question in self.questions if question in known], notes


def explain(
    record: Record | Mapping[str, Any],
    *,
    as_of: date | str | None = None,
    known_on: date | str | None = None,
    laws: Sequence[str] = (),
    questions: Sequence[str] = (),
    strict: bool = False,
    changes: Sequence[Patch] = (),
) -> Explanation:
    """Explain one record; the choices are those of :class:`Explainer`, days may be ISO text.

    ``changes`` are laid over the law, read with :func:`homeward.law.overlays.overlays_named`.

    For many records make one :class:`Explainer` and keep it.

    Raises:
        RecordError: with every problem of the record.
        LawError: when a question has no rule anywhere.
    """
    explainer = Explainer(
        as_of=_day(as_of),
        known_on=_day(known_on),
        laws=laws,
        questions=questions,
        strict=strict,
        engines=Engines(patches=tuple(changes)) if changes else _shared_engines(),
    )
    return explainer.explain(record if isinstance(record, Record) else explainer.read(record))


@lru_cache(maxsize=1)
def _shared_engines() -> Engines:
    return Engines()


def _day(day: date | str | None) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def patches_of(record: Record) -> tuple[Patch, ...]:
    """The changes to the law that a record asks for.

    Raises:
        RecordError: when one cannot be read.
    """
    try:
        return tuple(map(overlay, record.overlays))
    except LawError as problem:
        raise RecordError([_no_change(problem)]) from problem


def _bodies(session: Session, record: Record, laws: Sequence[str]) -> tuple[list[Body], list[str]]:
    """The bodies of law to ask, changed as asked; a record's own changes that fail are its own."""
    try:
        return session.bodies(record, laws)
    except LawError as problem:
        raise RecordError([_no_change(problem)]) from problem


def _no_change(problem: LawError) -> Problem:
    fix = "Write the name of changes that are shipped, or the changes themselves"
    return Problem("", "", "with", "", str(problem), fix)


# --- what the reader should see -----------------------------------------------------


def _notes_on_law(bodies: Sequence[Body], lacking: Sequence[str]) -> Iterator[str]:
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


def _notes_on_readings(bodies: Sequence[Body]) -> Iterator[str]:
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


def _notes_on_changes(patches: Sequence[Patch], bodies: Sequence[Body]) -> Iterator[str]:
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


def _notes_on_fit(record: Record, answers: Sequence[Answer], asked: Sequence[str]) -> Iterator[str]:
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


def _notes_on_day(session: Session, bodies: Sequence[Body], record: Record) -> Iterator[str]:
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
