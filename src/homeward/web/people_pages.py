"""Many people in one file: one row for each, and each to be opened. Nothing of them is kept."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from homeward import law
from homeward.explain import Explanation
from homeward.explain.answer import RULES_TOGETHER, Answer
from homeward.explain.as_json import problems_as_dict
from homeward.facts import Problem, RecordError
from homeward.rules.problem import LawError
from homeward.sources import LoadError
from homeward.web.carried import place_in
from homeward.web.desk import Asked, Desk
from homeward.web.limits import TABLE_BYTES, Limits
from homeward.web.pages import filled, language_of
from homeward.web.people_records import Entry, People, people_in, with_ids
from homeward.web.problems import Refused, Trouble, of_one
from homeward.web.record_file import as_json_text, safe_cell
from homeward.web.responses import attached
from homeward.web.table_files import (
    TableFile,
    Tables,
    are_published,
    columns_of,
    proposed,
    tables_in,
    without_place,
)

router = APIRouter()

MOST_PEOPLE = 200
CLEAR = "clear"
_MOST_FIELDS = 20
_ORDER = ("now", "later", "unknown", "never")


@dataclass
class Person:
    """One person of a file, and how their charges stand.

    Attributes:
        where: the line of the file; empty for a table.
        counts: how many charges clear now, later, never, or hang on a fact.
        next_on: the next day on which one clears.
    """

    where: str
    record: dict[str, Any] | None
    name: str = ""
    wrong: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    next_on: date | None = None

    @property
    def text(self) -> str:
        """The record as a form sends it."""
        return as_json_text(self.record or {})


@dataclass(frozen=True)
class Sent:
    """The files of a form, and how they are to be read."""

    tables: Tables
    mapping: str
    place: str

    def read(self) -> People:
        """The people of the files, under the law of the place where a file names none.

        Raises:
            Refused: when they are too many, or the files cannot be read.
        """
        found = people_in(self.tables, self.mapping)
        if len(found.entries) > MOST_PEOPLE:
            fix = f"This site opens {MOST_PEOPLE} at once; the command line takes any number"
            raise of_one("file", str(len(found.entries)), "holds too many people", fix, 413)
        if not found.entries:
            raise of_one("file", "", "holds nobody", "Put one charge in each row")
        for entry in found.entries:
            _place(entry.record or {}, self.place)
        return found


def _place(record: dict[str, Any], place: str) -> None:
    """Say under whose law the cases are that name none."""
    cases = record.get("cases")
    for case in cases if place and isinstance(cases, list) else ():
        if isinstance(case, dict):
            case.setdefault("jurisdiction", place)


@router.post("/people", max_body_size=TABLE_BYTES)
async def people(request: Request) -> Response:
    """A row for each person of a file."""
    sent = await _sent(request)
    desk: Desk = request.app.state.desk
    language = language_of(request.url.path)
    try:
        html = await desk.do(lambda: shown_people(sent, desk, language), slow=True)
    except Refused as why:
        if not sent.mapping:
            raise
        html = _to_check(sent, sent.mapping, language, str(why))
        return Response(html, why.trouble.status, media_type="text/html")
    return Response(html, media_type="text/html")


@router.post("/people.csv", max_body_size=TABLE_BYTES)
async def as_table(request: Request) -> Response:
    """The answers to every charge as a table that a spreadsheet opens and runs nothing of."""
    sent = await _sent(request)
    desk: Desk = request.app.state.desk
    text = await desk.do(lambda: _table(sent, desk), slow=True)
    return attached(text, "text/csv; charset=utf-8", "answers.csv")


@router.post("/people.jsonl", max_body_size=TABLE_BYTES)
async def as_lines(request: Request) -> Response:
    """All answers, one person a line: what the command line prints for such a file."""
    sent = await _sent(request)
    desk: Desk = request.app.state.desk
    text = await desk.do(lambda: "".join(f"{line}\n" for line in _lines(sent, desk)), slow=True)
    return attached(text, "application/jsonl", "answers.jsonl")


async def _sent(request: Request) -> Sent:
    limits: Limits = request.app.state.limits
    async with request.form(
        max_files=4, max_fields=_MOST_FIELDS, max_part_size=limits.table_bytes
    ) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        tables = await tables_in(form, limits)
    return Sent(tables, fields.get("mapping", ""), place_in(fields))


def opened(file: TableFile, place: str, desk: Desk, language: str) -> str:
    """The first page of a file with many people: what its columns seem to mean, or the people.

    Raises:
        Refused: when it cannot be read.
    """
    tables = Tables((file.check(desk.limits),))
    if tables.are_records:
        return shown_people(Sent(tables, "", place), desk, language)
    with TemporaryDirectory(prefix="homeward-tables-") as work:
        folder = Path(work)
        names = tables.written(folder / "sent")
        try:
            mapping = "" if are_published(names) else proposed(names, place)
        except LoadError as problem:
            raise Refused(Trouble(422, without_place(problem, folder))) from None
    sent = Sent(tables, mapping.replace(f"{folder}/sent/", ""), place)
    if not mapping:
        return shown_people(sent, desk, language)
    named = Sent(Tables((with_ids(file, mapping),)), sent.mapping, place)
    return _to_check(named, named.mapping, language)


def _to_check(sent: Sent, mapping: str, language: str, wrong: str = "") -> str:
    return filled(
        "columns.html", language, wanted=sent, mapping=mapping, columns=columns_of(mapping),
        facts=law.vocabulary(), wrong=wrong, action="people", carried={"place": sent.place},
    )  # fmt: skip


def shown_people(sent: Sent, desk: Desk, language: str) -> str:
    """The page of all people; of one person, their answers."""
    read = sent.read()
    found = [_person(entry, desk) for entry in read.entries]
    return filled("people.html", language, people=found, sent=sent, order=_ORDER, read=read)


def _person(entry: Entry, desk: Desk) -> Person:
    found = Person(entry.where, entry.record, wrong="; ".join(map(str, entry.problems)))
    if entry.record is None:
        return found
    try:
        explanation = desk.explained(entry.record, Asked())
    except (RecordError, LawError, Refused) as bad:
        found.wrong, found.record = str(bad), None
        return found
    found.name = str(explanation.record.person.id)
    answers = list(_clearing(explanation))
    found.counts = Counter(one.status for one in answers)
    found.next_on = min((one.when[1] for one in answers if one.status == "later"), default=None)
    return found


def _clearing(explanation: Explanation) -> Iterator[Answer]:
    for answer in explanation.answers:
        if (answer.question, answer.rule) == (CLEAR, RULES_TOGETHER) and answer.applies:
            yield answer


def _table(sent: Sent, desk: Desk) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["person_id", "case_id", "charge_id", "question", "status", "soonest",
                     "latest", "because", "problem"])  # fmt: skip
    for line in map(json.loads, _lines(sent, desk)):
        if "error" in line:
            writer.writerow([safe_cell(line.get("id")), *[""] * 7, safe_cell(_said(line))])
        for one in line.get("answers", ()):
            if one["rule"] == RULES_TOGETHER and one["status"] != "not_applicable":
                about = one["subject"]
                writer.writerow(map(safe_cell, (
                    line["person_id"], about.get("case_id"), about["id"], one["question"],
                    one["status"], one["soonest"], one["latest"], one["because"], "",
                )))  # fmt: skip
    return out.getvalue()


def _said(line: dict[str, Any]) -> str:
    return "; ".join(one["problem"] for one in line["error"]["problems"])


def _lines(sent: Sent, desk: Desk) -> Iterator[str]:
    """One line of JSON for each person; what cannot be answered says why in its place."""
    for entry in sent.read().entries:
        if entry.record is None:
            yield _aside(entry, entry.problems)
            continue
        try:
            yield desk.explained(entry.record, Asked()).as_line()
        except RecordError as bad:
            yield _aside(entry, bad.problems)
        except (LawError, Refused) as bad:
            yield _aside(entry, [Problem("", "", "", "", str(bad), "")])


def _aside(entry: Entry, problems: Sequence[Problem]) -> str:
    own = (entry.record or {}).get("id")
    shaped = problems_as_dict(problems, None if own is None else str(own), entry.line)
    return json.dumps(shaped, ensure_ascii=False, separators=(",", ":"))
