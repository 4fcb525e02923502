"""The report of a reform on a page: of a shipped sample, or of tables that are sent."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from homeward import law
from homeward.law.overlays import overlays_named, shipped
from homeward.reform.as_text import work_terms
from homeward.reform.drawing import svg
from homeward.reform.page import page as whole_page
from homeward.reform.pictures import Picture, pictures_of
from homeward.rules.patch import Patch
from homeward.rules.problem import LawError
from homeward.sample import covered
from homeward.sources import LoadError
from homeward.web import what_if
from homeward.web.desk import Desk, today
from homeward.web.language import marked as _
from homeward.web.language import words_of
from homeward.web.limits import TABLE_BYTES, Limits
from homeward.web.pages import filled, language_of, page
from homeward.web.problems import Refused, Trouble, of_one
from homeward.web.reform_report import (
    Counted,
    asked_of,
    of_sample,
    of_tables,
    place_of,
    questions_of,
)
from homeward.web.responses import attached
from homeward.web.table_files import (
    Tables,
    are_published,
    columns_of,
    proposed,
    tables_in,
    without_place,
)

router = APIRouter()

SIZES = (200, 500, 1_000)
GROUPS = {
    "county": _("By county"),
    "offense": _("By chapter of the offense"),
    "severity": _("By how heavy the charge is"),
    "age": _("By age"),
    "years_since": _("By years since the case was decided"),
    "race": _("By race"),
    "sex": _("By sex"),
}
_MOST_FIELDS = 200
_YEAR_END = "12-31"
_MOST_MAPPING = 200_000


@dataclass(frozen=True)
class Wanted:
    """What is to be counted.

    Attributes:
        body_id: the body of law that is changed.
        patches: the changes.
        people: how many made-up people, where no tables are sent.
        tables: the tables that are sent.
        mapping: what their columns mean; empty where each is named by its fact.
        fields: what goes on in the next form.
    """

    body_id: str
    patches: tuple[Patch, ...]
    people: int
    tables: Tables
    mapping: str
    fields: Mapping[str, str]

    def counted(self) -> Counted:
        """Both laws, and what moves between them."""
        if self.tables.files:
            return of_tables(self.body_id, self.patches, self.tables, self.mapping)
        asked = questions_of(self.body_id, self.patches)
        return of_sample(self.body_id, self.patches, self.people, today(), asked)


@router.get("/reform/report")
async def blank(request: Request) -> Response:
    """Which reform, and whom to count."""
    limits: Limits = request.app.state.limits
    return page(
        "report_start.html", language_of(request.url.path), reforms=shipped_reforms(), sizes=SIZES,
        limits=limits,
    )  # fmt: skip


@router.post("/reform/report", max_body_size=TABLE_BYTES)
async def report(request: Request) -> Response:
    """The report; of tables, what their columns seem to mean is shown before it."""
    wanted = await _wanted(request)
    desk: Desk = request.app.state.desk
    language = language_of(request.url.path)

    def work() -> str:
        if wanted.tables.files and "mapping" not in wanted.fields:
            found = _proposed(wanted)
            if found:
                return _to_check(wanted, found, language)
        return _shown(wanted, wanted.counted(), language)

    try:
        html = await desk.do(work, slow=True)
    except Refused as why:
        if not wanted.mapping:
            raise
        html = _to_check(wanted, wanted.mapping, language, str(why))
        return Response(html, why.trouble.status, media_type="text/html")
    return Response(html, media_type="text/html")


@router.post("/reform/report.html", max_body_size=TABLE_BYTES)
async def as_page(request: Request) -> Response:
    """The report as one page to keep and print: what ``--page`` writes."""
    wanted = await _wanted(request)
    desk: Desk = request.app.state.desk
    made = await desk.do(lambda: whole_page(wanted.counted().report), slow=True)
    return attached(made, "text/html", "report.html")


@router.post("/reform/report.json", max_body_size=TABLE_BYTES)
async def as_figures(request: Request) -> Response:
    """The figures of the report: its ``report.json``."""
    wanted = await _wanted(request)
    desk: Desk = request.app.state.desk
    made = await desk.do(lambda: json.dumps(wanted.counted().report, indent=1), slow=True)
    return attached(made, "application/json", "report.json")


# --- what is asked for -------------------------------------------------------------


async def _wanted(request: Request) -> Wanted:
    limits: Limits = request.app.state.limits
    async with request.form(
        max_files=8, max_fields=_MOST_FIELDS, max_part_size=limits.table_bytes
    ) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        tables = await tables_in(form, limits)
    body_id, patches = _changes(fields, language_of(request.url.path))
    fields.pop("tables", None)
    mapping = fields.get("mapping", "")[:_MOST_MAPPING]
    return Wanted(body_id, patches, _people(fields), tables, mapping, fields)


def _people(fields: Mapping[str, str]) -> int:
    asked = fields.get("people", "")
    return int(asked) if asked in map(str, SIZES) else SIZES[0]


def _changes(fields: Mapping[str, str], language: str) -> tuple[str, tuple[Patch, ...]]:
    """The law and what is changed in it: a shipped reform, and numbers that were moved.

    Raises:
        Refused: when nothing is changed, or there is no such reform.
    """
    reform = fields.get("reform", "")
    known = {name: patch for __, patches in shipped_reforms() for name, patch in patches}
    if reform and reform not in known:
        fix = f"The reforms here are: {', '.join(known)}"
        raise of_one("reform", reform[:60], "is not a reform that is shipped", fix)
    body_id = fields.get("place") or (known[reform].law if reform else "")
    body = law.body(body_id) if place_of(body_id) in covered() else None
    if body is None or (reform and known[reform].law != body_id):
        raise of_one("reform", "", "is missing", "Choose one of the list")
    words = words_of(language)
    own = [one for one in what_if.moved_by(fields, what_if.numbers(body, today(), {}))
           if one.is_moved]  # fmt: skip
    return body_id, what_if.patches_of(body, reform, own, words.say("with your numbers"))


@lru_cache(maxsize=1)
def shipped_reforms() -> list[tuple[str, list[tuple[str, Patch]]]]:
    """The reforms that are shipped for places with a sample, by the title of their law."""
    found: dict[str, list[tuple[str, Patch]]] = {}
    for name in shipped():
        try:
            (patch,) = overlays_named([name])
        except LawError:
            continue  # it leaves something open that a person has to choose
        body = law.body(patch.law) if place_of(patch.law) in covered() else None
        if body is not None:
            found.setdefault(body.title, []).append((name, patch))
    return sorted(found.items())


# --- what is shown -----------------------------------------------------------------


def _proposed(wanted: Wanted) -> str:
    """What the columns seem to mean; empty where there is nothing to look at.

    Raises:
        Refused: when a file cannot be read.
    """
    if wanted.tables.are_records:
        return ""
    with TemporaryDirectory(prefix="homeward-tables-") as work:
        folder = Path(work)
        names = wanted.tables.written(folder / "sent")
        if are_published(names):
            return ""
        try:
            return proposed(names, place_of(wanted.body_id)).replace(f"{folder}/sent/", "")
        except LoadError as problem:
            raise Refused(Trouble(422, without_place(problem, folder))) from None


def _to_check(wanted: Wanted, mapping: str, language: str, wrong: str = "") -> str:
    return filled(
        "columns.html", language, wanted=wanted, mapping=mapping, columns=columns_of(mapping),
        facts=law.vocabulary(), wrong=wrong, action="reform/report", carried=_carried(wanted),
    )  # fmt: skip


def _carried(wanted: Wanted) -> dict[str, str]:
    """The fields that go on in the next form, without what is written anew."""
    return {name: value for name, value in wanted.fields.items() if name != "mapping"}


def _shown(wanted: Wanted, counted: Counted, language: str) -> str:
    told = counted.report
    reform = told["reforms"][0]
    pictures = list(pictures_of(reform))
    return filled(
        "report.html", language, told=told, reform=reform, wanted=wanted, counted=counted,
        asked=asked_of(wanted.body_id, wanted.patches),
        carried=_carried(wanted) | ({"mapping": wanted.mapping} if wanted.mapping else {}),
        curves=[one for one in pictures if one.name in ("curve", "nothing-left")],
        drawn={one.name: _drawn(one) for one in pictures if _shows(one, reform)},
        shown_points=shown_points, work_terms=work_terms, facts=law.vocabulary(), titles=GROUPS,
    )  # fmt: skip


def _shows(picture: Picture, reform: Mapping[str, Any]) -> bool:
    """Whether a picture has anything to show: bars without length say nothing."""
    group = picture.name.removeprefix("by-").replace("-", "_")
    rows = [row for row in reform["by"].get(group, ()) if "hidden" not in row]
    return group not in reform["by"] or any(
        row[way]["at_most"]["charges"] for row in rows for way in ("sooner", "later")
    )


def _drawn(picture: Picture) -> Markup:
    return Markup(svg(picture))  # noqa: S704  drawn here, of counts, with its words escaped


def shown_points(points: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The points of a curve for the day asked and for the end of each year."""
    first, *rest = points
    return [first, *(point for point in rest if point["on"].endswith(_YEAR_END))]
