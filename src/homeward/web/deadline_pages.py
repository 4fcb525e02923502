"""The last day to complain or appeal in custody, with the rule that sets it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from homeward.documents import Document
from homeward.documents.as_pdf import CannotSet, as_pdf
from homeward.facts import RecordError
from homeward.therapy.appeal import due, steps
from homeward.web.appeal_paper import appeal_paper, is_yours
from homeward.web.calendar_file import calendar_with
from homeward.web.desk import Desk, today
from homeward.web.inputs import PARTS, day_parts
from homeward.web.language import words_of
from homeward.web.pages import language_of, page
from homeward.web.problems import Refused, Trouble
from homeward.web.responses import attached

router = APIRouter()

_MOST_FIELDS = 20
_DIGITS = 4
_BETWEEN = ";"
_NONE = {"0", "none", "ninguno"}


@router.get("/therapy/dates")
async def blank(request: Request) -> Response:
    """Which step, and when it began."""
    return _page(request, {})


@router.post("/therapy/dates")
async def dated(request: Request) -> Response:
    """The last day of the step."""
    return _page(request, await _fields(request))


@router.post("/therapy/appeal.pdf")
async def paper(request: Request) -> Response:
    """A paper to complain or appeal with, with its last day on it."""
    found = _found(await _fields(request))
    made = appeal_paper(found, words_of(language_of(request.url.path)), today())
    desk: Desk = request.app.state.desk
    return attached(await desk.do(lambda: _set(made)), "application/pdf", "appeal.pdf")


@router.post("/therapy/appeal.ics")
async def calendar(request: Request) -> Response:
    """The last day of the step as a calendar file; of a range, the day that is safe."""
    found = _found(await _fields(request))
    say = words_of(language_of(request.url.path)).say
    title = say("Last day: %s") % found["step"]
    about = f"{found['cite']}. {say('Information, not legal advice.')}"
    day = date.fromisoformat(found["not_before"])
    return attached(calendar_with([(day, title, about)]), "text/calendar", "appeal.ics")


async def _fields(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as sent:
        return {name: value for name, value in sent.items() if isinstance(value, str)}


def _found(fields: Mapping[str, str]) -> dict[str, Any]:
    """The step that a form asks for.

    Raises:
        Refused: when its last day cannot be reckoned.
    """
    found, wrong = _answered(fields)
    if found is None:
        raise Refused(Trouble(422, wrong))
    return found


def _set(made: Document) -> bytes:
    try:
        return as_pdf(made)
    except CannotSet as why:
        raise Refused(Trouble(422, str(why))) from why


def _page(request: Request, fields: Mapping[str, str]) -> Response:
    language = language_of(request.url.path)
    found, wrong = _answered(fields) if fields else (None, "")
    say = words_of(language).iso
    ends = [say(found[end]) for end in ("not_before", "not_after")] if found else ["", ""]
    return page(
        "deadline.html", language, steps=steps(), fields=fields, found=found, ends=ends,
        wrong=wrong, day_parts=day_parts, yours=found is not None and is_yours(found["step"]),
    )  # fmt: skip


def _answered(fields: Mapping[str, str]) -> tuple[dict[str, Any] | None, str]:
    """The last day, or what is wrong with what was typed."""
    system, _, step = fields.get("step", "").partition("/")
    asked: dict[str, Any] = {"system": system, "step": step, "starts_on": _start(fields)}
    asked["holidays"] = _listed(fields.get("holidays", ""))
    asked["unavailable_because"] = fields.get("because", "").strip() or None
    try:
        return due(asked, ""), ""
    except RecordError as bad:
        first = bad.problems[0]
        return None, f"{first.field}: {first.problem}. {first.fix}"
    except OverflowError:
        return None, "The day lies too far off."


def _start(fields: Mapping[str, str]) -> str:
    month, day, year = (fields.get(f"start.{part}", "").strip() for part in PARTS)
    if month.isdecimal() and day.isdecimal() and year.isdecimal() and len(month + day) <= _DIGITS:
        return f"{year:>04}-{int(month):02}-{int(day):02}"
    return f"{year}-{month}-{day}"


def _listed(text: str) -> list[str] | None:
    """The holidays that were typed; nothing typed is not known, and a word for none is none."""
    if not text.strip():
        return None
    if text.strip().casefold() in _NONE:
        return []
    return [one.strip() for one in text.split(_BETWEEN) if one.strip()]
