"""Pages that ask nothing of anybody: the first one, privacy, where to turn."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from homeward.therapy import guide
from homeward.web.desk import places
from homeward.web.pages import language_of, page
from homeward.web.wishes import WISHES

router = APIRouter()


@router.get("/")
async def start(request: Request) -> Response:
    """What do you want to know, and where."""
    return page("start.html", language_of(request.url.path), wishes=WISHES, places=places())


@router.get("/privacy")
async def privacy(request: Request) -> Response:
    """What happens to what you type: nothing."""
    limits = request.app.state.limits
    return page("privacy.html", language_of(request.url.path), limits=limits)


@router.get("/turn")
async def turn(request: Request) -> Response:
    """Where to turn in danger."""
    lines = guide.lines()
    return page("turn.html", language_of(request.url.path), lines=lines, inside=guide.INSIDE)
