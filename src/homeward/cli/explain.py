"""``homeward explain``: a file of records in, answers out, exit code as promised.

0: done. 1: some records were set aside, and are named. 2: the call or the file cannot be used.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from homeward import law
from homeward.explain.as_json import problems_as_json, record_as_json
from homeward.explain.as_text import record_as_text
from homeward.explain.engines import Engines
from homeward.explain.plan import plans
from homeward.explain.session import Session
from homeward.facts import Record, RecordError, read_record
from homeward.rules.problem import LawError
from homeward.sources import Unreadable, json_records

DONE, SET_ASIDE, BAD_USE = 0, 1, 2


@dataclass(frozen=True)
class Wish:
    """What the caller asked for."""

    questions: tuple[str, ...]
    laws: tuple[str, ...]
    as_of: date | None
    known_on: date | None
    form: str
    why: bool = False
    strict: bool = False
    today: date = field(default_factory=lambda: datetime.now(UTC).astimezone().date())


def explain_file(path: Path, wish: Wish) -> int:
    """Explain every record of a file; the exit code."""
    desk = Desk(wish, path.name)
    aside = 0
    try:
        for line, data in json_records(path):
            aside += desk.answer(line, data)
    except RecordError as problem:
        return desk.refuse(problem)
    except LawError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    if not desk.seen:
        click.echo(f"homeward: {path.name}: is empty. Put one record a line", err=True)
        return BAD_USE
    return desk.close(aside)


class Desk:
    """Answers records one after another, sharing what can be shared between them."""

    def __init__(self, wish: Wish, file: str) -> None:
        """Take the wish; nothing of a record outlives its answer."""
        self.wish = wish
        self.file = file
        self.seen = 0
        self.engines = Engines()
        self._sessions: dict[date, Session] = {}

    def session(self, record: Record) -> Session:
        """The session for a record's day: the flag's, then the record's own, then today."""
        day = self.wish.as_of or record.as_of or self.wish.today
        if day not in self._sessions:
            if len(self._sessions) > 64:  # noqa: PLR2004  days in a row are rare; memory stays flat
                self._sessions.clear()
            self._sessions[day] = Session(day, known_on=self.wish.known_on, engines=self.engines)
        return self._sessions[day]

    def answer(self, line: int | None, data: Any) -> bool:
        """Answer one record; True when it was set aside."""
        self.seen += 1
        try:
            if isinstance(data, Unreadable):
                raise RecordError([data.problem])
            record = read_record(
                data, law.vocabulary(), file=self._where(line), strict=self.wish.strict
            )
        except RecordError as problem:
            if line is None:
                raise
            self._set_aside(problem, line, data)
            return True
        self._write(record, one_of_many=line is not None)
        return False

    def _where(self, line: int | None) -> str:
        return self.file if line is None else f"{self.file}, line {line}"

    def _set_aside(self, problem: RecordError, line: int, data: Any) -> None:
        record_id = data.get("id") if isinstance(data, dict) else None
        shown = None if record_id is None else str(record_id)
        if self.wish.form == "json":
            click.echo(json.dumps(problems_as_json(problem.problems, shown, line)))
        else:
            click.echo(f"homeward: set aside: {problem}", err=True)

    def _write(self, record: Record, *, one_of_many: bool) -> None:
        session = self.session(record)
        bodies, lacking = session.bodies(record, self.wish.laws)
        answers = session.answers(record, laws=self.wish.laws, questions=self.wish.questions)
        notes = list(self._notes(lacking))
        planned = [] if self.wish.questions else list(plans(session, record, bodies))
        words = session.engines.vocabulary
        if self.wish.form == "json":
            shaped = record_as_json(record, answers, notes, words, session.as_of, planned)
            text = json.dumps(shaped, ensure_ascii=False, indent=None if one_of_many else 1)
        else:
            notes += [f"Law as it stood on {session.as_of}, compared with its sources on "
                      f"{body.checked_on} ({body.title})." for body in bodies]  # fmt: skip
            colour = sys.stdout.isatty()
            text = record_as_text(record, answers, notes, words, session.as_of, planned,
                                  why=self.wish.why, colour=colour)  # fmt: skip
        click.echo(text)

    def _notes(self, lacking: list[str]) -> Iterator[str]:
        covered = ", ".join(
            f"{found.id} ({found.title})" for found in map(law.body, law.body_ids()) if found
        )
        for body_id in lacking:
            yield f"There are no rules for {body_id} yet; here is what is covered: {covered}."

    def refuse(self, problem: RecordError) -> int:
        """Say why the one record or the file cannot be used."""
        if self.wish.form == "json":
            click.echo(json.dumps(problems_as_json(problem.problems, None, None)))
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE

    def close(self, aside: int) -> int:
        """Say how it went when something was set aside."""
        if aside:
            click.echo(
                f"homeward: {self.seen} records: {self.seen - aside} answered, {aside} set aside",
                err=True,
            )
        return SET_ASIDE if aside else DONE
