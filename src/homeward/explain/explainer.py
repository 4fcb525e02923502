"""Explaining records: a day, a choice of law and of questions, and any number of people.

>>> charge = {"charge_id": "1", "statute": "570.030", "severity": "felony", "class": "A"}
>>> case = {"case_id": "c1", "jurisdiction": "us-mo", "charges": [charge]}
>>> record = {"person": {}, "cases": [case]}
>>> told = explain(record, as_of="2026-11-23", questions=["clear.610_140"])
>>> [(answer.rule, answer.status) for answer in told.answers]
[('us-mo/expungement', 'never'), ('*', 'never')]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from homeward import law
from homeward.explain.answer import Answer
from homeward.explain.engines import Engines
from homeward.explain.explanation import Explanation
from homeward.explain.home import notes_on_home
from homeward.explain.note import Note
from homeward.explain.notes import (
    notes_on_changes,
    notes_on_day,
    notes_on_fit,
    notes_on_law,
    notes_on_readings,
)
from homeward.explain.plan import plans
from homeward.explain.session import Session, questions_of
from homeward.facts import Problem, Record, RecordError, read_record
from homeward.law.overlays import overlay
from homeward.rules.body import Body
from homeward.rules.patch import Patch
from homeward.rules.problem import LawError

_MOST_DAYS = 64
_MOST_CHANGES = 16


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
            *notes_on_law(bodies, lacking),
            *unanswered,
            *notes_on_readings(bodies),
            *notes_on_changes(session.engines.patches, bodies),
            *notes_on_fit(record, answers, asked),
            *notes_on_home(record, answers, self.questions),
            *notes_on_day(session, bodies, record),
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
