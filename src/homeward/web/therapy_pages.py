"""Screening forms: take one, see what it means and what it does not. Nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from homeward.therapy import Instrument, instruments, read_response, score
from homeward.therapy.scoring import NOT_A_DIAGNOSIS
from homeward.web.pages import language_of, page

router = APIRouter()

_MOST_ITEMS = 60


@router.get("/therapy")
async def therapy(request: Request) -> Response:
    """The forms that can be taken here."""
    return page(
        "therapy.html", language_of(request.url.path), forms=request.app.state.forms.values()
    )


@router.get("/therapy/{name}")
async def form(request: Request, name: str) -> Response:
    """One form to fill in."""
    return page(
        "screen.html", language_of(request.url.path), form=_named(request, name), answers={},
        found=None,
        advice=NOT_A_DIAGNOSIS,
    )  # fmt: skip


@router.post("/therapy/{name}")
async def taken(request: Request, name: str) -> Response:
    """What the answers to a form mean."""
    chosen = _named(request, name)
    async with request.form(max_files=0, max_fields=_MOST_ITEMS) as sent:
        answers = _answers(chosen, {k: v for k, v in sent.items() if isinstance(v, str)})
    given = {"instrument": chosen.id, "version": chosen.table.get("version"), "answers": answers}
    found = score(read_response(given, ""))
    return page(
        "screen.html", language_of(request.url.path), form=chosen, answers=answers, found=found,
        advice=NOT_A_DIAGNOSIS,
    )  # fmt: skip


def forms(own: Sequence[Instrument] = ()) -> dict[str, Instrument]:
    """The forms that may be shown, by their id: in shipped words, or in the site's own."""
    shipped = [one for one in instruments() if one.table.get("wording_ships")]
    return {one.id: one for one in (*shipped, *own)}


def _named(request: Request, name: str) -> Instrument:
    found: Instrument | None = request.app.state.forms.get(name)
    if found is None:
        raise HTTPException(404)
    return found


def _answers(chosen: Instrument, sent: Mapping[str, str]) -> dict[str, int | None]:
    """The answers that were given; a question without one has none."""
    return {
        item: int(sent[item]) if sent.get(item, "").isdecimal() and len(sent[item]) == 1 else None
        for item in chosen.items
    }
