"""The site put together: pages in each language, the interface for machines, the guard before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.telemetry import TelemetryConfig
from starlette.responses import RedirectResponse
from starlette.staticfiles import StaticFiles

from homeward import __version__
from homeward.therapy import Instrument
from homeward.web import (
    answer_pages,
    api,
    deadline_pages,
    law_pages,
    letter_pages,
    notice_pages,
    people_pages,
    plain_pages,
    question_pages,
    report_pages,
    therapy_pages,
    what_if_pages,
)
from homeward.web.desk import Desk
from homeward.web.guard import Guard
from homeward.web.language import LANGUAGES, preferred
from homeward.web.limits import Limits
from homeward.web.problems import take_up

_ASSETS = Path(__file__).parent / "static"
_PAGES = (
    plain_pages, question_pages, answer_pages, people_pages, law_pages, letter_pages,
    deadline_pages, notice_pages, therapy_pages, report_pages, what_if_pages,
)  # fmt: skip

# FastAPI would tell a collector of what is asked, errors with their values among it
_SILENT: TelemetryConfig = {
    "tracing": False, "metrics": False, "logs": False, "operation_spans": False,
    "auto_configure": False,
}  # fmt: skip

ABOUT = """\
Second-chance rules as code: from when a record clears, and why. Information, not legal advice.

The same JSON as the command line gives. Nothing that is sent is kept, logged or passed on."""


def create_site(limits: Limits | None = None, forms: Sequence[Instrument] = ()) -> Guard:
    """The site as an application that any ASGI server can run.

    Args:
        limits: by default those of one's own machine.
        forms: screening forms in the site's own words, beside those whose wording is shipped.
    """
    limits = limits or Limits()
    site = FastAPI(
        title="homeward", version=__version__, description=ABOUT,
        openapi_url="/api/1/openapi.json", docs_url=None, redoc_url=None,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        telemetry=_SILENT, max_body_size=limits.bytes,
    )  # fmt: skip
    site.state.desk = Desk(limits)
    site.state.limits = limits
    site.state.forms = therapy_pages.forms(forms)
    take_up(site)
    site.mount("/static", StaticFiles(directory=_ASSETS), name="static")
    site.include_router(api.router, prefix="/api/1")
    for language in LANGUAGES:
        for pages in _PAGES:
            site.include_router(pages.router, prefix=f"/{language}", include_in_schema=False)
    site.add_api_route("/", _start, include_in_schema=False)
    return Guard(site, limits)


async def _start(request: Request) -> RedirectResponse:
    """The first page in the language that the browser asks for."""
    language = preferred(request.headers.get("accept-language", ""))
    return RedirectResponse(f"/{language}/", status_code=303, headers={"vary": "accept-language"})
