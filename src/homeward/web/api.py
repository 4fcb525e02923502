"""The interface for machines: the same JSON as the command line, problems as RFC 9457."""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.routing import APIRoute
from pydantic import BaseModel, BeforeValidator, Field
from starlette.responses import JSONResponse, Response

from homeward.facts import RecordError
from homeward.law.as_json import law_data
from homeward.rules.problem import LawError
from homeward.therapy import read_response, score
from homeward.therapy.as_json import as_dict
from homeward.web.desk import Asked, Desk, today
from homeward.web.problems import PROBLEM_JSON, Refused, Trouble, of_one, of_record
from homeward.web.record_file import record_of_json
from homeward.web.reform_report import MOST_PEOPLE, patch_of, questions_of, report_on
from homeward.when import FIRST, LAST


async def _only_known(request: Request) -> None:
    """Refuse a parameter that nobody knows: a mistyped one would be left out without a word.

    Raises:
        Refused: naming the nearest.
    """
    route: APIRoute = request.scope["route"]
    known = [one.alias for one in route.dependant.query_params]
    for name in request.query_params:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            fix = f"{hint}The parameters here are: {', '.join(known) or 'none'}"
            raise of_one(name[:40], "", "is not a parameter that is known here", fix)


router = APIRouter(dependencies=[Depends(_only_known)])

_MOST_WORDS = 2_000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class OneProblem(BaseModel):
    """One thing that is wrong: where, what, and how to mend it."""

    file: str = ""
    row: str = ""
    field: str = ""
    value: str = ""
    problem: str
    fix: str


class ProblemReport(BaseModel):
    """What went wrong with a request (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    problems: list[OneProblem] = Field(default_factory=list)


def _problem(says: str) -> dict[str, Any]:
    """How an error is described: the shape is ours, and so is its media type."""
    schema = {"$ref": "#/components/schemas/ProblemReport"}
    return {"description": says, "content": {PROBLEM_JSON: {"schema": schema}}}


_ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": ProblemReport, **_problem("The body is not JSON.")},
    413: _problem("The request is larger than the site takes."),
    422: _problem("A value cannot be used; each problem says which, and how to mend it."),
    429: _problem("Too many requests came from one address."),
    503: _problem("It took too long, or too many are waiting."),
}
_NOT_FOUND: dict[int | str, dict[str, Any]] = {
    404: _problem("There is no such body of law, or no such rule.")
}

Words = Annotated[str, Query(max_length=_MOST_WORDS)]


def _only_days(value: object) -> object:
    """Let no number through: it would be read as seconds since 1970."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        msg = "is not a date; write it as YYYY-MM-DD"
        raise ValueError(msg)
    return value


OnDay = Annotated[date | None, BeforeValidator(_only_days), Query(gt=FIRST, lt=LAST)]


def _json_body(says: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "requestBody": {
            "description": says,
            "required": True,
            "content": {"application/json": {"schema": schema}},
        }
    }


_RECORD = {
    "type": "object",
    "description": "A record file, as the command line reads it. docs/record.schema.json has every "
    "fact; what is not known is left out.",
    "required": ["cases"],
    "properties": {
        "as_of": {"type": ["string", "null"], "format": "date"},
        "person": {"type": ["object", "null"]},
        "cases": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "case_id": {"type": ["string", "number", "null"]},
                    "jurisdiction": {"type": ["string", "number", "null"], "examples": ["us-mo"]},
                    "charges": {"type": ["array", "null"], "items": {"type": "object"}},
                },
            },
        },
        "tenancy": {"type": ["object", "null"]},
    },
}
_RESPONSE = {
    "type": "object",
    "description": "One person's answers to one form, as the command line reads them.",
    "required": ["instrument", "answers"],
    "properties": {
        "id": {},
        "instrument": {"type": "string", "examples": ["phq-9"]},
        "answers": {
            "type": "object",
            "description": "A number for each item, null where there is no answer; any other value "
            "is named under `errors` and counts as not answered.",
        },
        "version": {"type": ["string", "null"]},
        "sex": {"type": ["string", "null"]},
    },
}


@router.post(
    "/explain",
    responses=_ERRORS,
    openapi_extra=_json_body("One record.", _RECORD),
    response_model=dict[str, Any],
)
async def explain(
    request: Request,
    question: Words = "",
    law: Words = "",
    as_of: OnDay = None,
    law_known_on: OnDay = None,
    with_: Annotated[str, Query(alias="with", max_length=_MOST_WORDS)] = "",
    *,
    strict: bool = False,
) -> Response:
    """Answer every question about one record: `homeward explain --format json`.

    `question`, `law` and `with` take several names with commas between them; `with` takes the
    names of changes to the law that are shipped.
    """
    data = _parsed(await request.body())
    asked = Asked(
        questions=_split(question), laws=_split(law), as_of=as_of, known_on=law_known_on,
        changes=_split(with_), strict=strict,
    )  # fmt: skip
    desk: Desk = request.app.state.desk
    line = await desk.do(lambda: desk.explained(data, asked).as_line())
    return Response(line, media_type="application/json")


@router.get("/law", responses={422: _ERRORS[422]})
async def all_law(request: Request, as_of: OnDay = None) -> dict[str, Any]:
    """Every body of law: what it answers, since when, and how sure it is."""
    return await _law(request, None, as_of)


@router.get("/law/{body_id}", responses={422: _ERRORS[422], **_NOT_FOUND})
async def one_law(request: Request, body_id: str, as_of: OnDay = None) -> dict[str, Any]:
    """One body of law with its rules, such as `us-mo`."""
    return await _law(request, body_id, as_of)


@router.get("/law/{body_id}/{rule}", responses={422: _ERRORS[422], **_NOT_FOUND})
async def one_rule(
    request: Request, body_id: str, rule: str, as_of: OnDay = None
) -> dict[str, Any]:
    """One rule with its conditions, such as `us-mo/expungement`."""
    return await _law(request, f"{body_id}/{rule}", as_of)


_REFORM = {
    "type": "object",
    "description": "What a reform's file holds (docs/reform.md), or the name of a shipped one as "
    "`program`, with its `options`.",
    "properties": {
        "program": {"type": "string", "examples": ["before-sb-1421"]},
        "options": {"type": "object"},
        "title": {"type": "string"},
        "law": {"type": "string", "examples": ["us-mo"]},
        "set": {"type": "object"},
    },
}


@router.post(
    "/reform",
    responses=_ERRORS,
    openapi_extra=_json_body("A reform.", _REFORM),
    response_model=dict[str, Any],
)
async def reform(
    request: Request,
    people: Annotated[int, Query(ge=1, le=MOST_PEOPLE)] = 1_000,
    question: Words = "",
) -> Response:
    """Count a reform on a sample of made-up people: the report of `homeward reform`.

    Without `question` the one that the reform is about is asked, by default from when a charge
    clears. Nobody in the sample exists: the report shows how a reform works, and measures nothing.
    """
    data = _parsed(await request.body())
    desk: Desk = request.app.state.desk
    patch = patch_of(data, own_changes=desk.limits.own_changes)
    asked = _split(question) or questions_of(patch.law, (patch,))
    told = await desk.do(lambda: report_on(patch, people, asked), slow=True)
    return JSONResponse(told)


@router.post(
    "/therapy/score",
    responses=_ERRORS,
    openapi_extra=_json_body("The answers to one screening form.", _RESPONSE),
    response_model=dict[str, Any],
)
async def therapy_score(request: Request) -> Response:
    """Score one screening form: `homeward therapy score --format json`. A score is no diagnosis."""
    data = _parsed(await request.body())
    desk: Desk = request.app.state.desk
    return JSONResponse(await desk.do(lambda: as_dict(score(read_response(data, "")))))


def _parsed(body: bytes) -> dict[str, Any]:
    """The JSON object of a request.

    Raises:
        Refused: with status 400, when it is none.
    """
    try:
        return record_of_json(body, "body")
    except RecordError as bad:
        raise Refused(of_record(bad, 400)) from bad


async def _law(request: Request, name: str | None, as_of: date | None) -> dict[str, Any]:
    desk: Desk = request.app.state.desk
    try:
        return await desk.do(lambda: law_data(name, as_of or today()))
    except LawError as unknown:
        raise Refused(Trouble(404, str(unknown))) from unknown


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())
