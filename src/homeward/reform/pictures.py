"""The pictures of a report: what each shows, in words and as a table too.

A picture is plain data in Vega-Lite's own words; :mod:`homeward.reform.drawing` draws it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from homeward.reform.as_text import TITLES, numbers

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_LAWS = ("before", "after")
BEFORE, AFTER, LATER = "#5b6470", "#1f7a4d", "#9a3412"
_MOST_ROWS = 15
_WIDTH = 620

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Picture:
    """A picture, its words for those who cannot see it, and the data beside it.

    Attributes:
        name: a short name that a file can have.
        title: the heading over it.
        says: what it shows, as text.
        spec: the picture in Vega-Lite's words.
        columns, rows: the data as a table, ready to read.
    """

    name: str
    title: str
    says: str
    spec: dict[str, Any]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def pictures_of(reform: Row) -> Iterator[Picture]:
    """Every picture of one reform of a report."""
    yield curve("curve", "Charges for which it holds", reform["curve"])
    yield curve("nothing-left", "People with nothing left", reform["full_clearance"])
    for group, rows in reform["by"].items():
        shown = [row for row in rows if "hidden" not in row]
        if len(shown) > 1:
            yield by_group(group, shown[:_MOST_ROWS])


# --- the curve -----------------------------------------------------------------------------


def curve(name: str, title: str, points: Sequence[Row]) -> Picture:
    """How many it holds for over the months, under both laws, each as a band."""
    values = [
        {"on": point["on"], "law": law, **_ends(point[law])} for law in _LAWS for point in points
    ]
    return Picture(
        name,
        title,
        _curve_says(title, points),
        framed(title, values, _bands(), 240),
        ("on", "before", "after", "gained", "lost"),
        tuple(
            (point["on"], *(numbers(point[part]) for part in ("before", "after", "gain", "lose")))
            for point in points
        ),
    )


def _ends(bounds: Mapping[str, int]) -> dict[str, int]:
    return {"least": bounds["at_least"], "most": bounds["at_most"]}


def _curve_says(title: str, points: Sequence[Row]) -> str:
    first, last = points[0], points[-1]
    return (
        f"{title}. On {first['on']}: {numbers(first['before'])} before, "
        f"{numbers(first['after'])} after. On {last['on']}: {numbers(last['before'])} before, "
        f"{numbers(last['after'])} after."
    )


def _bands() -> dict[str, Any]:
    color = {
        "field": "law", "type": "nominal", "sort": list(_LAWS),
        "scale": {"domain": list(_LAWS), "range": [BEFORE, AFTER]},
        "legend": {"title": None, "orient": "top", "symbolType": "square", "symbolOpacity": 1,
                   "symbolStrokeWidth": 0,
                   "labelExpr": "datum.label == 'before' ? 'before the reform' : 'after it'"},
    }  # fmt: skip
    dash = {"field": "law", "type": "nominal", "legend": None,
            "scale": {"domain": list(_LAWS), "range": [[6, 3], [1, 0]]}}  # fmt: skip
    low = {"field": "least", "type": "quantitative"}
    return {
        "encoding": {
            "x": {"field": "on", "type": "temporal", "title": None,
                  "axis": {"format": "%Y", "tickCount": "year"}},
            "color": color,
        },
        "layer": [
            {"mark": {"type": "area", "opacity": 0.22},
             "encoding": {"y": {**low, "title": "from at least to at most"},
                          "y2": {"field": "most"}}},
            {"mark": {"type": "line", "strokeWidth": 1.8},
             "encoding": {"y": low, "strokeDash": dash}},
            {"mark": {"type": "line", "strokeWidth": 0.8},
             "encoding": {"y": {**low, "field": "most"}, "strokeDash": dash}},
        ],
    }  # fmt: skip


# --- by group --------------------------------------------------------------------------------


def by_group(group: str, rows: Sequence[Row]) -> Picture:
    """For how many charges of each group the day moves, and which way."""
    title = f"By {TITLES[group]}"
    ways = [way for way in ("sooner", "later") if any(_most(row[way]) for row in rows)] or [
        "sooner"
    ]
    values = [
        {"value": row["value"], "way": way, "least": row[way]["at_least"]["charges"],
         "most": _most(row[way])}
        for row in rows for way in ways
    ]  # fmt: skip
    order = [row["value"] for row in rows]
    return Picture(
        f"by-{group.replace('_', '-')}",
        title,
        f"{title}: how many charges have their day moved. "
        + "; ".join(f"{row['value']}: {_ways(row, ways)}" for row in rows)
        + ".",
        framed(title, values, _bars(order, ways), {"step": 13 if len(ways) > 1 else 22}),
        (TITLES[group], "charges", "people", "sooner", "later"),
        tuple(
            (row["value"], f"{row['charges']:,}", f"{row['people']:,}",
             *(_charges(row[way]) for way in ("sooner", "later")))
            for row in rows
        ),
    )  # fmt: skip


def _most(bounds: Row) -> int:
    most: int = bounds["at_most"]["charges"]
    return most


def _charges(bounds: Row) -> str:
    return numbers({end: count["charges"] for end, count in bounds.items()})


def _ways(row: Row, ways: Sequence[str]) -> str:
    return ", ".join(f"{way} {_charges(row[way])}" for way in ways)


def _bars(order: Sequence[str], ways: Sequence[str]) -> dict[str, Any]:
    names = {"sooner": AFTER, "later": LATER}
    least = {"field": "least", "type": "quantitative", "title": "charges, from at least to at most"}
    encoding: dict[str, Any] = {
        "y": {"field": "value", "type": "nominal", "sort": list(order), "title": None,
              "axis": {"labelLimit": 220}},
        "color": {"field": "way", "type": "nominal", "title": None,
                  "scale": {"domain": list(ways), "range": [names[way] for way in ways]},
                  "legend": {"orient": "top", "title": None, "symbolOpacity": 1}},
    }  # fmt: skip
    if len(ways) > 1:
        encoding["yOffset"] = {"field": "way", "sort": list(ways)}
    return {
        "encoding": encoding,
        "layer": [
            {"mark": {"type": "bar", "opacity": 0.3},
             "encoding": {"x": {**least, "field": "most"}}},
            {"mark": "bar", "encoding": {"x": least}},
        ],
    }  # fmt: skip


def framed(
    title: str, values: Sequence[Row], drawing: Mapping[str, Any], height: int | dict[str, int]
) -> dict[str, Any]:
    """A picture with its size, its data and the looks that all pictures share."""
    return {
        "$schema": _SCHEMA, "description": title, "width": _WIDTH, "height": height,
        "background": "white", "data": {"values": list(values)},
        "config": {"view": {"stroke": None}, "axis": {"labelFontSize": 12, "titleFontSize": 12,
                                                      "grid": True, "gridColor": "#e4e7ea"},
                   "legend": {"labelFontSize": 12}, "font": "sans-serif"},
        **drawing,
    }  # fmt: skip
