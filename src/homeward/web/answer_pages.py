"""The answers on a page, and the record given back as a file. Nothing of either is kept."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from homeward.documents.as_pdf import as_pdf
from homeward.explain import Explanation
from homeward.web.answers import AnswerPage
from homeward.web.calendar_file import calendar_of
from homeward.web.carried import Carried, carried
from homeward.web.desk import Asked, Desk
from homeward.web.language import words_of
from homeward.web.letter_pages import offered
from homeward.web.packet import packet
from homeward.web.pages import filled, language_of
from homeward.web.people_pages import opened
from homeward.web.record_file import ManyRecords, as_json_text, as_table_text
from homeward.web.responses import attached
from homeward.web.table_files import TableFile

router = APIRouter()


@router.post("/answers")
async def answers(request: Request) -> Response:
    """Everything that a record is told."""
    desk: Desk = request.app.state.desk
    language = language_of(request.url.path)
    try:
        brought = await carried(request)
    except ManyRecords as many:
        file, place = TableFile.named(many.name, many.raw), many.place
        html = await desk.do(lambda: opened(file, place, desk, language), slow=True)
        return Response(html, media_type="text/html")

    def work() -> str:
        return shown(desk.explained(brought.record, Asked()), brought, language)

    return Response(await desk.do(work), media_type="text/html")


def shown(explanation: Explanation, brought: Carried, language: str, *, end: str = "") -> str:
    """The page of an explanation; ``end`` says how the questions ended, if they did."""
    letters = offered(explanation, language)
    if brought.wish is not None:
        explanation = brought.wish.narrowed(explanation)
    made = AnswerPage(explanation, words_of(language))
    subjects = made.subjects()
    return filled(
        "answers.html", language,
        subjects=subjects,
        overview=made.overview(subjects),
        explanation=explanation,
        made=made,
        steps=made.steps(),
        assumed=made.assumed(subjects),
        carried=brought,
        end=end,
        letters=letters,
        harm=brought.touches_harm,
    )  # fmt: skip


@router.post("/save.json")
async def save(request: Request) -> Response:
    """The record as a file for the person's own device."""
    brought = await carried(request)
    return attached(as_json_text(brought.record), "application/json", "my-record.json")


@router.post("/save.csv")
async def save_table(request: Request) -> Response:
    """The charges as a table that a spreadsheet opens and runs nothing of."""
    brought = await carried(request)
    return attached(as_table_text(brought.record), "text/csv; charset=utf-8", "my-charges.csv")


@router.post("/packet.pdf")
async def printed(request: Request) -> Response:
    """Everything that a record is told, as one packet to print."""
    brought = await carried(request)
    desk: Desk = request.app.state.desk
    words = words_of(language_of(request.url.path))

    def work() -> bytes:
        explanation = desk.explained(brought.record, Asked(wish=brought.wish))
        return as_pdf(packet(explanation, words))

    return attached(await desk.do(work), "application/pdf", "my-answers.pdf")


@router.post("/dates.ics")
async def dates(request: Request) -> Response:
    """Days to come and deadlines, as a calendar file."""
    brought = await carried(request)
    desk: Desk = request.app.state.desk
    words = words_of(language_of(request.url.path))
    explanation = await desk.explain(brought.record, Asked(wish=brought.wish))
    return attached(calendar_of(explanation, words), "text/calendar", "my-dates.ics")
