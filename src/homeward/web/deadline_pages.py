"""The last day to complain or appeal in custody, with the rule that sets it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from homeward.facts import RecordError
from homeward.therapy.appeal import due, steps
from homeward.web.inputs import PARTS, day_parts
from homeward.web.language import words_of
from homeward.web.pages import language_of, page

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
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as sent:
        fields = {name: value for name, value in sent.items() if isinstance(value, str)}
    return _page(request, fields)


def _page(request: Request, fields: Mapping[str, str]) -> Response:
    language = language_of(request.url.path)
    found, wrong = _answered(fields) if fields else (None, "")
    say = words_of(language).iso
    ends = [say(found[end]) for end in ("not_before", "not_after")] if found else ["", ""]
    return page(
        "deadline.html", language, steps=steps(), fields=fields, found=found, ends=ends,
        wrong=wrong, day_parts=day_parts,
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
