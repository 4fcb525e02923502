"""The notice of a decision on therapy, made from a request in a file: for staff, to give out."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

from homeward.documents.as_pdf import CannotSet, as_pdf
from homeward.therapy.decision import decide, read_request
from homeward.therapy.notice import Words, notice
from homeward.therapy.policies.policy import policies
from homeward.web.desk import Desk, today
from homeward.web.pages import language_of, page
from homeward.web.problems import Refused, Trouble
from homeward.web.record_file import record_of_json
from homeward.web.responses import attached

router = APIRouter()


@router.get("/therapy/notice")
async def blank(request: Request) -> Response:
    """Which file, under which policy."""
    return page(
        "notice.html", language_of(request.url.path),
        policies=[one for one in policies() if one.decides],
    )  # fmt: skip


@router.post("/therapy/notice.pdf")
async def written(request: Request) -> Response:
    """The notice of one decision; the file is forgotten when it is written."""
    async with request.form(max_files=1) as form:
        file = form.get("file")
        raw = await file.read() if isinstance(file, UploadFile) else b""
        name = (file.filename if isinstance(file, UploadFile) else "") or "request.json"
        policy = str(form.get("policy") or "") or None
        large = bool(form.get("large"))
    data = record_of_json(raw, name)
    language = language_of(request.url.path)
    desk: Desk = request.app.state.desk
    pdf = await desk.do(lambda: _notice(data, name, policy, language, large=large))
    return attached(pdf, "application/pdf", "notice.pdf")


def _notice(
    data: dict[str, Any], name: str, policy: str | None, language: str, *, large: bool
) -> bytes:
    """The notice as PDF.

    Raises:
        RecordError: when the request cannot be read.
        Refused: when it cannot be set.
    """
    asked = read_request(data, name, as_of=today(), policy_name=policy)
    try:
        return as_pdf(notice(decide(asked), Words(language)), large=large)
    except CannotSet as why:
        raise Refused(Trouble(422, str(why))) from why
