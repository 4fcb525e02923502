"""``homeward therapy notice``: each decision of a file as a paper for the person to keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from homeward.documents import Document
from homeward.documents.as_markdown import as_markdown
from homeward.documents.as_pdf import CannotSet, as_pdf
from homeward.documents.as_text import as_text
from homeward.facts import RecordError
from homeward.rules.patch import Patch
from homeward.rules.problem import LawError
from homeward.sources import Entry, json_records
from homeward.therapy.decision import Request, decide, read_request
from homeward.therapy.notice import Words, notice

DONE, SET_ASIDE, BAD_USE = 0, 1, 2
_NOT_A_NAME = re.compile(r"[^\w-]+")


@dataclass(frozen=True)
class Form:
    """How notices are written, and where they go; without ``out`` they are shown."""

    language: str = "en"
    out: Path | None = None
    large: bool = False


def write_notices(
    file: Path, form: Form, as_of: date, policy: str | None, patches: Sequence[Patch]
) -> int:
    """Write the notice of each line, and name what cannot be decided; the exit code."""
    words = Words(form.language)
    made: list[tuple[str, Document]] = []
    aside = 0
    try:
        for number, entry in enumerate(json_records(file), start=1):
            try:
                request = _read(entry, file.name, as_of, policy)
                made.append((_name(request.id, number), notice(decide(request, patches), words)))
            except RecordError as problem:
                aside += 1
                place = f"line {entry.line}: " if entry.line is not None else ""
                click.echo(f"homeward: set aside: {place}{problem}", err=True)
        _give(made, form)
    except (RecordError, LawError, CannotSet, OSError) as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    return SET_ASIDE if aside else DONE


def _read(entry: Entry, file: str, as_of: date, policy: str | None) -> Request:
    if entry.problem is not None:
        raise RecordError([entry.problem])
    return read_request(entry.data, file, as_of=as_of, policy_name=policy)


def _name(own: object, number: int) -> str:
    """A name for a file that says nothing but the id of the line."""
    return _NOT_A_NAME.sub("-", str(own)) if own is not None else f"notice-{number}"


def _give(made: Sequence[tuple[str, Document]], form: Form) -> None:
    if form.out is None:
        click.echo("\n\n".join(as_text(document).rstrip() for _, document in made))
        return
    if form.out.suffix in (".pdf", ".md", ".txt"):
        _see_one(made, form.out)
        for _, document in made:
            form.out.write_bytes(_set(document, form.out.suffix, large=form.large))
        return
    form.out.mkdir(parents=True, exist_ok=True)
    for name, document in made:
        path = form.out / f"{name}.pdf"
        path.write_bytes(_set(document, ".pdf", large=form.large))
    click.echo(f"homeward: {len(made)} notices in {form.out}", err=True)


def _see_one(made: Sequence[tuple[str, Document]], out: Path) -> None:
    """One file holds the notice of one person: nobody may find another's in it.

    Raises:
        CannotSet: when there are more.
    """
    if len(made) > 1:
        msg = (
            f"{out.name} would hold {len(made)} people's notices: name a folder, for one file each"
        )
        raise CannotSet(msg)


def _set(document: Document, ending: str, *, large: bool) -> bytes:
    if ending == ".pdf":
        return as_pdf(document, large=large)
    return (as_markdown if ending == ".md" else as_text)(document).encode()
