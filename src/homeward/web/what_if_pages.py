"""Reforms on the site: move the numbers of a law, and see the curve change."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from homeward import law
from homeward.rules.body import Body
from homeward.web import what_if
from homeward.web.desk import Desk, today
from homeward.web.language import words_of
from homeward.web.pages import filled, language_of, page
from homeward.web.what_if import Number, Outcome

router = APIRouter()

WIDTH, HEIGHT, LEFT, FOOT = 640, 300, 56, 28
_GRID = 4


@router.get("/reform")
async def start(request: Request) -> Response:
    """The places whose law can be moved."""
    return page("reforms.html", language_of(request.url.path), places=what_if.places())


@router.get("/reform/{body_id}")
async def moved(request: Request, body_id: str) -> Response:
    """A law with some of its numbers moved, beside the law as it stands."""
    body = law.body(body_id)
    if body is None or body_id not in {one.id for one in what_if.places()}:
        raise HTTPException(404)
    desk: Desk = request.app.state.desk
    language = language_of(request.url.path)
    fields = dict(request.query_params)
    html = await desk.do(lambda: _shown(body, fields, language))
    return Response(html, media_type="text/html")


def _shown(body: Body, fields: dict[str, str], language: str) -> str:
    words, day = words_of(language), today()
    offered = what_if.reforms(body)
    reform = fields.get("reform", "") if fields.get("reform") in offered else ""
    known = what_if.moved_by(fields, what_if.numbers(body, day, {}))
    own = [one for one in known if one.is_moved]
    title = words.say("with your numbers") if own else offered.get(reform, "")
    patches = what_if.patches_of(body, reform, own, title)
    titles = (words.say("as it stands"), title or words.say("as it stands"))
    found = what_if.outcome(body, patches, day, titles)
    return filled(
        "what_if.html", language, body=body, numbers=known, reforms=offered, reform=reform,
        found=found, drawing=Drawing.of(found), toml=_toml(body, own), people=what_if.PEOPLE,
        path=f"/reform/{body.id}", changed=bool(patches),
    )  # fmt: skip


def _toml(body: Body, own: list[Number]) -> str:
    """The file that the command line takes for the same change."""
    if not own:
        return ""
    lines = [f'"{one.name}" = {one.asked}   # {one.stands}: {one.cite}' for one in own]
    return "\n".join(('title = "My numbers"', f'law = "{body.id}"', "", "[set]", *lines))


@dataclass(frozen=True)
class Drawing:
    """Both curves in points of a picture, with its axes."""

    before: str
    after: str
    years: list[tuple[float, int]]
    counts: list[tuple[float, int]]

    @classmethod
    def of(cls, found: Outcome) -> Drawing:
        """Lay an outcome out."""
        most = max(1, *found.before.counts, *found.after.counts)
        step = (WIDTH - LEFT) / max(1, len(found.years) - 1)

        def across(place: int) -> float:
            return round(LEFT + step * place, 1)

        def up(count: float) -> float:
            return round(HEIGHT - FOOT - (HEIGHT - FOOT - 12) * count / most, 1)

        def line(counts: list[int]) -> str:
            return " ".join(f"{across(n)},{up(count)}" for n, count in enumerate(counts))

        return cls(
            line(list(found.before.counts)),
            line(list(found.after.counts)),
            [(across(n), year) for n, year in enumerate(found.years) if n % 5 == 0],
            [(up(most * n / _GRID), round(most * n / _GRID)) for n in range(_GRID + 1)],
        )
