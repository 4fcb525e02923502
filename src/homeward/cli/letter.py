"""``homeward letter``: what to send, made from one record; a reason where there is no letter.

0: done. 1: there is no ground for the letter. 2: the call or the file cannot be used.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from homeward.documents.as_markdown import as_markdown
from homeward.documents.as_pdf import CannotSet, as_pdf
from homeward.documents.as_text import as_text
from homeward.explain import Explainer, Explanation
from homeward.facts import Problem, RecordError
from homeward.language import Words
from homeward.letters import (
    Letter,
    LetterError,
    NoGround,
    kinds,
    template,
    words_of_letters,
    write,
)
from homeward.rules.problem import LawError
from homeward.sources import json_records

DONE, NO_GROUND, BAD_USE = 0, 1, 2
ALL = "all"
"""Every letter for which there is ground."""


@dataclass(frozen=True)
class Form:
    """Where a letter goes, in which language, and how it is set; without ``out`` it is shown."""

    out: Path | None = None
    json: bool = False
    large: bool = False
    language: str = "en"

    @property
    def words(self) -> Words:
        """The words of letters in this language."""
        return words_of_letters(self.language)


def list_letters(language: str, *, as_json: bool) -> int:
    """Show the letters that there are; the exit code."""
    words = words_of_letters(language)
    say = words.word
    found = [template(kind) for kind in kinds()]
    if as_json:
        told = [{"letter": one.kind, "title": say(one.title), "says": say(one.says),
                 "cite": words.if_said(one.cite)} for one in found]  # fmt: skip
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return DONE
    wide = max(len(one.kind) for one in found)
    for one in found:
        click.echo(f"{one.kind:<{wide}}  {say(one.says)} ({words.if_said(one.cite)})")
    click.echo(f"{ALL:<{wide}}  {say('every one of these for which the record gives ground')}")
    return DONE


def write_letters(kind: str, record: Path, explainer: Explainer, form: Form) -> int:
    """Write one letter about a record, or all of them; the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        if kind != ALL:
            template(kind)
        explanation = explainer.explain(explainer.read(_the_record(record), record.name))
        if kind == ALL:
            return _write_all(explanation, form)
        _give(write(kind, explanation, form.words), form)
    except NoGround as why:
        click.echo(f"homeward: there is no such letter to write. {why}", err=True)
        return NO_GROUND
    except (RecordError, LawError, LetterError, CannotSet, OSError) as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    return DONE


def _the_record(path: Path) -> object:
    """The one record of a file.

    Raises:
        RecordError: when it cannot be read, or there is not one.
    """
    found = list(json_records(path))
    for entry in found:
        if entry.problem is not None:
            raise RecordError([entry.problem])
    if len(found) != 1:
        fix = "A letter is about one person: put that person's record into a file of its own"
        raise RecordError([Problem(path.name, "", "", "", f"holds {len(found)} records", fix)])
    return found[0].data


def _write_all(explanation: Explanation, form: Form) -> int:
    """Each letter for which there is ground, as a file of a folder or one after another.

    Beside each letter that is to be sent, a folder holds the person's own copy where that is in
    another language: ``notice.pdf`` and ``notice.es.pdf``.
    """
    if form.out is not None:
        form.out.mkdir(parents=True, exist_ok=True)
    written = 0
    for kind in kinds():
        try:
            letter = write(kind, explanation, form.words)
        except NoGround:
            continue
        written += 1
        if form.out is None:
            _give(letter, form)
        elif letter.language == "en":
            _give(letter, replace(form, out=form.out / f"{kind}.pdf"))
        else:
            _give(write(kind, explanation), Form(form.out / f"{kind}.pdf", large=form.large))
            _give(letter, replace(form, out=form.out / f"{kind}.{letter.language}.pdf"))
    if not written:
        click.echo("homeward: the rules give no ground for any letter about this record", err=True)
    return DONE if written else NO_GROUND


def _give(letter: Letter, form: Form) -> None:
    if form.out is None:
        told = json.dumps(letter.as_dict(), ensure_ascii=False, indent=1) if form.json else None
        click.echo(told or as_text(letter.as_document()))
        return
    form.out.write_bytes(_set(letter, form.out, large=form.large))
    before = form.words.word(template(letter.kind).before)
    click.echo(f"{letter.title}: {form.out}. {before}", err=True)


def _set(letter: Letter, out: Path, *, large: bool) -> bytes:
    """The letter as the name of its file asks.

    Raises:
        LetterError: when the name has no ending that is known.
    """
    ways: dict[str, Callable[[], bytes]] = {
        ".pdf": lambda: as_pdf(letter.as_document(), large=large),
        ".md": lambda: as_markdown(letter.as_document()).encode(),
        ".txt": lambda: as_text(letter.as_document()).encode(),
        ".json": lambda: json.dumps(letter.as_dict(), ensure_ascii=False, indent=1).encode(),
    }
    if out.suffix not in ways:
        msg = f"{out.name}: a letter can end in {', '.join(ways)}; give the file such a name"
        raise LetterError(msg)
    return ways[out.suffix]()
