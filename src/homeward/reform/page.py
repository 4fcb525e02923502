"""The report as one page to read and print: it fetches nothing, and has no times in it.

The page is made of the report alone, so the same report gives the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from homeward.reform.as_text import TITLES, numbers, range_of, work_terms
from homeward.reform.drawing import svg
from homeward.reform.pictures import Picture, pictures_of
from homeward.screen.results import put

_TEMPLATE = "page.html.jinja"
_YEAR_END = "12-31"


def page(told: Mapping[str, Any]) -> str:
    """A whole report as HTML."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    templates.filters |= {
        "people": range_of, "numbers": numbers, "count": lambda number: f"{number:,}",
        "file_name": lambda path: PurePath(path).name,
    }  # fmt: skip
    pictures = [list(pictures_of(reform)) for reform in told["reforms"]]
    drawn = [
        {one.name: Markup(svg(one, f"r{place}-")) for one in some}  # noqa: S704  our own SVG
        for place, some in enumerate(pictures)
    ]
    return templates.get_template(_TEMPLATE).render(
        told=told,
        pictures=pictures,
        drawn=drawn,
        titles=TITLES,
        year_ends=year_ends,
        work_terms=work_terms,
    )


def year_ends(picture: Picture) -> Sequence[Sequence[str]]:
    """The rows of a curve for the day asked and for the end of each year."""
    first, *rest = picture.rows
    return [first, *(row for row in rest if row[0].endswith(_YEAR_END))]


def write_page(told: Mapping[str, Any], file: Path) -> None:
    """Write the page at one stroke."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    unfinished.write_text(page(told) + "\n", encoding="utf-8")
    put(unfinished, file)
