"""Letters that a record gives ground for, filled in, as PDF."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from homeward.documents.as_pdf import CannotSet, as_pdf
from homeward.explain import Explanation
from homeward.letters import NoGround, kinds, template, write
from homeward.web.carried import carried
from homeward.web.desk import Asked, Desk
from homeward.web.problems import Refused, Trouble
from homeward.web.responses import attached

router = APIRouter()


@dataclass(frozen=True)
class Offered:
    """A letter that can be written about a record."""

    kind: str
    title: str
    says: str
    cite: str
    before: str


def offered(explanation: Explanation) -> list[Offered]:
    """Every letter that the rules give ground for."""
    return [_offered(kind) for kind in kinds() if _has_ground(kind, explanation)]


def _offered(kind: str) -> Offered:
    found = template(kind)
    return Offered(kind, found.title, found.says, found.cite, found.before)


def _has_ground(kind: str, explanation: Explanation) -> bool:
    try:
        write(kind, explanation)
    except NoGround:
        return False
    return True


@router.post("/letters/{kind}.pdf")
async def letter(request: Request, kind: str) -> Response:
    """One letter; its blanks are for what the record does not hold."""
    if kind not in kinds():
        raise HTTPException(404)
    brought = await carried(request)
    desk: Desk = request.app.state.desk

    def work() -> bytes:
        explanation = desk.explained(brought.record, Asked())
        try:
            return as_pdf(write(kind, explanation).as_document())
        except (NoGround, CannotSet) as why:
            raise Refused(Trouble(422, str(why))) from why

    return attached(await desk.do(work), "application/pdf", f"{kind}.pdf")
