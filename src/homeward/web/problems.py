"""What can go wrong with a request: RFC 9457 for machines, a page for people.

A trouble never repeats what was sent beyond the one value that is wrong, and is never logged.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Scope

from homeward.facts import Problem, RecordError
from homeward.rules.problem import LawError
from homeward.web.language import marked as _
from homeward.web.pages import language_of, page

API = "/api/"
PROBLEM_JSON = "application/problem+json"


@dataclass(frozen=True)
class Trouble:
    """A request that cannot be answered: the status, what is wrong, and each problem in it."""

    status: int
    detail: str
    problems: Sequence[dict[str, str]] = ()
    headers: tuple[tuple[str, str], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The shape of RFC 9457; ``problems`` is ours."""
        shaped = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        return shaped | ({"problems": list(self.problems)} if self.problems else {})


class Refused(Exception):
    """A request that this site does not answer, and why."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep what is told."""
        super().__init__(trouble.detail)
        self.trouble = trouble


TOO_LARGE = Trouble(413, _("This is larger than this site takes. Leave out what is not needed."))
TOO_OFTEN = Trouble(
    429, _("Too many requests came from one address. Try again in a minute."),
    headers=(("retry-after", "60"),),
)  # fmt: skip
WRONG_PLACE = Trouble(
    403, _("This form was sent from another site. Open it here, and send it again.")
)
TOO_LONG = Trouble(
    503,
    _("This took longer than this site waits. Try again, or ask fewer questions at once."),
    headers=(("retry-after", "30"),),
)  # fmt: skip
TOO_BUSY = Trouble(
    503, _("Too many people are asking at once. Try again in a minute."),
    headers=(("retry-after", "30"),),
)  # fmt: skip


def of_record(bad: RecordError, status: int = 422) -> Trouble:
    """A record that cannot be used, with every problem found in it."""
    found = [problem.as_dict() for problem in bad.problems]
    return Trouble(status, "; ".join(map(str, bad.problems[:1])) or str(bad), found)


def of_one(field: str, value: str, problem: str, fix: str, status: int = 422) -> Refused:
    """One thing that is wrong with a request."""
    bad = RecordError([Problem("request", "", field, value, problem, fix)])
    return Refused(of_record(bad, status))


def answer_to(scope: Scope, trouble: Trouble) -> Response:
    """A trouble as JSON under ``/api``, else as a page."""
    headers = dict(trouble.headers)
    if scope["path"].startswith(API):
        body = json.dumps(trouble.as_dict(), ensure_ascii=False)
        return Response(body, trouble.status, headers, PROBLEM_JSON)
    return page(
        "trouble.html", language_of(scope["path"]), status=trouble.status, headers=headers,
        trouble=trouble,
    )  # fmt: skip


def take_up(site: FastAPI) -> None:
    """Answer every kind of error of a site in these shapes."""

    async def trouble(request: Request, bad: Exception) -> Response:
        return answer_to(request.scope, _trouble_of(bad))

    for kind in (Refused, RecordError, LawError, HTTPException, RequestValidationError, Exception):
        site.add_exception_handler(kind, trouble)


def _trouble_of(bad: Exception) -> Trouble:
    match bad:
        case Refused():
            return bad.trouble
        case RecordError():
            return of_record(bad)
        case LawError():
            return Trouble(422, str(bad))
        case RequestValidationError():
            return _of_fields(bad)
        case HTTPException():
            said = {
                404: _("There is no such page here."),
                405: _("This page is not asked in this way."),
                413: TOO_LARGE.detail,
            }
            detail = said.get(bad.status_code, str(bad.detail))
            return Trouble(bad.status_code, detail, headers=tuple((bad.headers or {}).items()))
    return Trouble(
        500,
        _("This is a mistake of homeward, not yours. Nothing of what you sent was kept. Please "
          "tell us what you did, with made-up facts."),
    )  # fmt: skip


def _of_fields(bad: RequestValidationError) -> Trouble:
    problems = [
        Problem(
            file="request",
            row="",
            field=".".join(map(str, one["loc"][1:])),
            value=str(one.get("input") or "")[:60],
            problem=one["msg"],
            fix="See /api/1/openapi.json for what each part may be",
        )
        for one in bad.errors()
    ]
    return replace(of_record(RecordError(problems)), status=422)
