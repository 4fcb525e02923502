"""The law, every rule readable: from the blocks that the documentation is printed from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from homeward import law
from homeward.law.index import index_page
from homeward.law.pages import body_page, named
from homeward.rules.body import Body
from homeward.rules.printing import OPEN_QUESTIONS, Voice, with_places
from homeward.rules.printing.blocks import Block
from homeward.rules.printing.page import blocks
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.web.desk import Desk, today
from homeward.web.law_html import LawPage, blocks_of_text
from homeward.web.pages import filled, language_of
from homeward.web.problems import of_one

router = APIRouter()


@router.get("/law")
async def all_law(request: Request) -> Response:
    """Every place, what is answered there, and how sure it is."""
    return await _page(request, "us", lambda _day: index_page())


@router.get("/law/{body_id}")
async def one_law(request: Request, body_id: str) -> Response:
    """One body of law: its rules, how it counts, and how sure it is."""
    body = cast("Body", _named(body_id))
    return await _page(request, body_id, lambda day: body_page(body, day))


@router.get("/law/{body_id}/open-questions")
async def open_questions(request: Request, body_id: str) -> Response:
    """What a body of law leaves open."""
    body = cast("Body", _named(body_id))
    path = body.folder / OPEN_QUESTIONS
    if not path.exists():
        raise HTTPException(404)
    text = with_places(path.read_text(encoding="utf-8"))
    return await _page(request, body_id, lambda _day: blocks_of_text(text))


@router.get("/law/{body_id}/{name}")
async def one_rule(request: Request, body_id: str, name: str) -> Response:
    """One rule: its conditions in the statute's order, its numbers, lists and facts."""
    rule = cast("Rule", _named(f"{body_id}/{name}"))
    body = cast("Body", _named(body_id))
    words = law.vocabulary()
    return await _page(request, body_id, lambda day: blocks(rule, Voice.of(body, day, words)))


def _named(name: str) -> Body | Rule:
    try:
        return named(name)
    except LawError as unknown:
        raise HTTPException(404) from unknown


async def _page(request: Request, body_id: str, made: object) -> Response:
    """A page of law as of a day: today, or the day that is asked for."""
    language = language_of(request.url.path)
    given = request.query_params.get("as_of", "")
    day = _day(given)
    desk: Desk = request.app.state.desk

    def work() -> str:
        found = cast("Iterable[Block]", made(day))  # type: ignore[operator]
        shown: Markup = LawPage(language, body_id).html(found)
        path = request.url.path.removeprefix(f"/{language}")
        return filled("law.html", language, shown=shown, day=day, path=path)

    return Response(await desk.do(work), media_type="text/html")


def _day(given: str) -> date:
    if not given:
        return today()
    try:
        return date.fromisoformat(given)
    except ValueError:
        fix = "Write the day as YYYY-MM-DD"
        raise of_one("as_of", given[:40], "is not a day", fix) from None
