"""Letters that a record gives ground for, filled in, as PDF."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from homeward.documents.as_pdf import CannotSet, as_pdf
from homeward.explain import Explanation
from homeward.language import Words
from homeward.letters import NoGround, kinds, template, words_of_letters, write
from homeward.web.carried import carried
from homeward.web.desk import Asked, Desk
from homeward.web.language import DEFAULT
from homeward.web.pages import language_of
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


def offered(explanation: Explanation, language: str) -> list[Offered]:
    """Every letter that the rules give ground for, told of in a language."""
    words = words_of_letters(language)
    return [_offered(kind, words) for kind in kinds() if _has_ground(kind, explanation)]


def _offered(kind: str, words: Words) -> Offered:
    found = template(kind)
    told = map(words.if_said, (found.title, found.says, found.cite, found.before))
    return Offered(kind, *told)


def _has_ground(kind: str, explanation: Explanation) -> bool:
    try:
        write(kind, explanation)
    except NoGround:
        return False
    return True


@router.post("/letters/{kind}.copy.pdf")
async def copy(request: Request, kind: str) -> Response:
    """The person's own copy of a letter, in the language of the page."""
    return await _made(request, kind, language_of(request.url.path))


@router.post("/letters/{kind}.pdf")
async def letter(request: Request, kind: str) -> Response:
    """One letter as it is sent, in English; its blanks are for what the record does not hold."""
    return await _made(request, kind, DEFAULT)


async def _made(request: Request, kind: str, language: str) -> Response:
    if kind not in kinds():
        raise HTTPException(404)
    brought = await carried(request)
    desk: Desk = request.app.state.desk

    def work() -> bytes:
        explanation = desk.explained(brought.record, Asked())
        try:
            return as_pdf(write(kind, explanation, words_of_letters(language)).as_document())
        except (NoGround, CannotSet) as why:
            raise Refused(Trouble(422, str(why))) from why

    name = f"{kind}.pdf" if language == DEFAULT else f"{kind}.{language}.pdf"
    return attached(await desk.do(work), "application/pdf", name)
