#!/usr/bin/env python3
"""Draw the README's picture: a made-up person's timeline, from the answers that homeward gives."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from homeward import law
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.when import LAST

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "picture.svg"
RECORD = ROOT / "examples" / "missing-dates.json"
DAY = date(2026, 11, 23)
BEGINS, ENDS = date(2017, 1, 1), date(2031, 1, 1)
LEFT, RIGHT, TOP, ROW = 330, 890, 106, 70


def picture() -> str:
    """The picture as SVG text, with its words for those who cannot see it."""
    templates = Environment(
        loader=FileSystemLoader(ROOT / "scripts"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    rows = _rows()
    years = [
        {"name": year, "x": _x(date(year, 1, 1))} for year in range(BEGINS.year + 1, ENDS.year, 2)
    ]
    drawn = templates.get_template("docs_picture.svg.jinja").render(
        rows=rows, years=years, today=_x(DAY), height=TOP + ROW * len(rows) + 60
    )
    return f"{drawn}\n"


def _rows() -> list[dict[str, Any]]:
    record = read_record(json.loads(RECORD.read_text(encoding="utf-8")), law.vocabulary())
    answers = Session(DAY).answers(record, questions=["clear.610_140"])
    petitions = [answer for answer in answers if answer.rule == "us-mo/expungement"]
    return [
        {
            "name": answer.subject.written["charge.description"],
            "words": _words(*answer.when),
            "bars": _bars(*answer.when),
            "y": TOP + ROW * place,
        }
        for place, answer in enumerate(petitions)
    ]


def _words(soonest: date, latest: date) -> str:
    if soonest == latest:
        return f"{'yes, since' if latest <= DAY else 'from'} {_day(latest)}"
    return f"not before {_day(soonest)}; then it depends"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _bars(soonest: date, latest: date) -> list[dict[str, Any]]:
    spans = (("not", BEGINS, soonest), ("open", soonest, latest), ("holds", latest, LAST))
    return [
        {"kind": kind, "x": _x(start), "width": round(_x(end) - _x(start), 1)}
        for kind, start, end in spans
        if _x(start) < _x(end)
    ]


def _x(day: date) -> float:
    day = min(max(day, BEGINS), ENDS)
    return round(LEFT + (RIGHT - LEFT) * ((day - BEGINS) / (ENDS - BEGINS)), 1)


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
