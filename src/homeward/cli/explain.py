"""``homeward explain``: a file of records in, answers out, exit code as promised.

0: done. 1: some records were set aside, and are named. 2: the call or the file cannot be used.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from homeward.explain import Explainer, Explanation
from homeward.explain.as_json import problems_as_dict
from homeward.explain.engines import Engines
from homeward.explain.preview import Comparison, Outlook, compare, look_ahead
from homeward.explain.preview.as_text import comparison_as_text, outlook_as_text
from homeward.facts import Problem, Record, RecordError
from homeward.law.overlays import overlays_named
from homeward.rules.problem import LawError
from homeward.sources import Entry, json_records

DONE, SET_ASIDE, BAD_USE = 0, 1, 2

Told = Explanation | Outlook | Comparison
"""What a record may be told."""


@dataclass(frozen=True)
class Form:
    """How the answers are shown; ``on`` looks at another day, ``places`` lie side by side."""

    json: bool = False
    why: bool = False
    on: date | None = None
    places: tuple[str, ...] = ()
    language: str = "en"


def explain_file(path: Path, explainer: Explainer, form: Form) -> int:
    """Explain every record of a file; the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without ⚖ still gets the answer
    desk = Desk(explainer, form, path.name)
    try:
        for entry in json_records(path):
            desk.take(entry)
    except RecordError as problem:
        return desk.refuse(problem)
    except LawError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    return desk.close()


def explainer_with(changes: Sequence[str], **choices: Any) -> Explainer:  # noqa: ANN401  as the Explainer takes them
    """An explainer under the law with changes laid over it; ends the command if none can be read.

    Each of ``changes`` is the path of a TOML file, or the name of one that is shipped.
    """
    try:
        engines = Engines(patches=overlays_named(changes))
    except LawError as problem:
        click.echo(f"homeward: {problem}", err=True)
        raise SystemExit(BAD_USE) from problem
    return Explainer(engines=engines, **choices)


def told(explainer: Explainer, record: Record, form: Form) -> Told:
    """What a record is told: its answers, an outlook on a day, or places side by side.

    Raises:
        LawError: when a question has no rule anywhere, or a place is none.
    """
    if form.places:
        return compare(explainer, record, form.places, form.on)
    return look_ahead(explainer, record, form.on) if form.on else explainer.explain(record)


def as_text(told: Told, form: Form, *, color: bool) -> str:
    """The page for a reader."""
    if isinstance(told, Comparison):
        return comparison_as_text(told, color=color)
    if isinstance(told, Outlook):
        return outlook_as_text(told, color=color)
    return told.as_text(why=form.why, color=color, language=form.language)


def as_line(told: Told) -> str:
    """One line of JSON."""
    if isinstance(told, Explanation):
        return told.as_line()
    return json.dumps(told.as_dict(), ensure_ascii=False, separators=(",", ":"))


class Desk:
    """Takes the records of a file one after another, and answers each in its place."""

    def __init__(self, explainer: Explainer, form: Form, file: str) -> None:
        """Start with nothing seen."""
        self.explainer = explainer
        self.form = form
        self.file = file
        self.seen = 0
        self.aside = 0

    def take(self, entry: Entry) -> None:
        """Answer one record, or set it aside.

        Raises:
            RecordError: when it is the file's only record and cannot be answered.
            LawError: when a question has no rule anywhere.
        """
        self.seen += 1
        try:
            self.show(self.answer(entry), one_of_many=entry.line is not None)
        except RecordError as problem:
            if entry.line is None:
                raise
            self.set_aside(problem, entry)

    def answer(self, entry: Entry) -> Told:
        """What one record is told."""
        if entry.problem is not None:
            raise RecordError([entry.problem])
        try:
            return told(self.explainer, self.explainer.read(entry.data, self.file), self.form)
        except RecordError as bad:
            raise RecordError([_in_line(entry.line, problem) for problem in bad.problems]) from bad
        except LawError:
            raise
        except Exception as bad:
            if entry.line is None:
                raise
            mistake = _our_mistake(self.file, bad)
            raise RecordError([_in_line(entry.line, mistake)]) from bad

    def show(self, told: Told, *, one_of_many: bool) -> None:
        """Write one record's answers."""
        if not self.form.json:
            color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
            click.echo(as_text(told, self.form, color=color))
        elif one_of_many:
            click.echo(as_line(told))
        else:
            click.echo(json.dumps(told.as_dict(), ensure_ascii=False, indent=1))

    def set_aside(self, problem: RecordError, entry: Entry) -> None:
        """Say in a record's place why it has no answer."""
        self.aside += 1
        if self.form.json:
            shaped = problems_as_dict(problem.problems, _id_of(entry), entry.line)
            click.echo(json.dumps(shaped, ensure_ascii=False, separators=(",", ":")))
        else:
            click.echo(f"homeward: set aside: {problem}", err=True)

    def refuse(self, problem: RecordError) -> int:
        """Say why the file or its one record cannot be used."""
        if self.form.json:
            shaped = problems_as_dict(problem.problems, None, None)
            click.echo(json.dumps(shaped, ensure_ascii=False))
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE

    def close(self) -> int:
        """Say how it went when something was set aside."""
        if not self.aside:
            return DONE
        answered = self.seen - self.aside
        click.echo(
            f"homeward: {self.seen} records: {answered} answered, {self.aside} set aside", err=True
        )
        return SET_ASIDE


def _id_of(entry: Entry) -> str | None:
    found = entry.data.get("id") if isinstance(entry.data, dict) else None
    return None if found is None else str(found)


def _in_line(line: int | None, problem: Problem) -> Problem:
    """The problem with the line that it stands in."""
    if line is None:
        return problem
    return replace(problem, row=", ".join(filter(None, [f"line {line}", problem.row])))


def _our_mistake(file: str, bad: Exception) -> Problem:
    said = f"cannot be answered: {type(bad).__name__}: {bad}"
    fix = "This is a mistake in homeward, not in the record: please report it, with made-up facts"
    return Problem(file, "", "", "", said, fix)
