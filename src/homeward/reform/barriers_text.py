"""What holds people back, to read, as plain keys, and as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from homeward.reform.barriers import Barriers, Count
from homeward.reform.pictures import AFTER, Picture, framed


def as_dict(found: Barriers, least: int) -> dict[str, Any]:
    """The barriers as plain keys; those of too few people have no counts."""
    return {
        "homeward": "1", "question": found.question, "title": found.title,
        "as_of": found.as_of.isoformat(), "asked": found.asked, "open": found.open,
        "left_out": found.left_out,
        "barriers": [
            {"name": one.name, "cite": one.cite, "says": one.says,
             "alone": _shown(one.alone, least), "in_order": _shown(one.in_order, least)}
            for one in found.barriers
        ],
    }  # fmt: skip


def _shown(count: Count, least: int) -> Count | None:
    """A count; None where it is of a few people, who could be known by it."""
    few = any(0 < count[name] < least for name in ("people", "most_people"))
    return None if few else count


def as_lines(found: Barriers, least: int) -> Iterator[str]:
    """The barriers to read, those that hold back the most first."""
    yield f"What holds people back: {found.title} ({found.question}), on {found.as_of}"
    yield f"  asked of {found.asked['charges']:,} charges of {found.asked['people']:,} people"
    yield f"  open: {_range(found.open)}"
    if found.left_out:
        yield f"  left out: {found.left_out:,}, which turn on law that is still to come"
    yield ""
    yield "Would open if this condition alone fell, and with those above it"
    for one in found.barriers:
        alone, together = (_shown(count, least) for count in (one.alone, one.in_order))
        few = f"fewer than {least} people"
        yield f"  {_range(alone) if alone else few}; {_range(together) if together else few}"
        yield f"    {one.says} ({one.cite})"
    yield ""
    yield "Counts of charges, from at least to at most: some facts are missing."
    yield "Information, not legal advice."


def _range(count: Count) -> str:
    least, most = count["charges"], count["most"]
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"


def picture(found: Barriers, least: int) -> Picture:
    """A bar for each condition: what its fall alone opens, and with those above it."""
    rows = [(one, _shown(one.alone, least), _shown(one.in_order, least)) for one in found.barriers]
    values = [
        {"condition": one.says, "fall": fall, "least": count["charges"], "most": count["most"]}
        for one, alone, together in rows
        for fall, count in (("alone", alone), ("with those above", together))
        if count is not None
    ]
    title = f"What holds people back: {found.title}"
    says = "; ".join(
        f"{one.says}: {_range(alone) if alone else 'few'} alone" for one, alone, _ in rows
    )
    return Picture(
        "barriers", title, f"{title}, on {found.as_of}. {says}.",
        framed(title, values, _bars([one.says for one, *_ in rows]), {"step": 13}),
        ("condition", "citation", "alone", "with those above"),
        tuple((one.says, one.cite, _told(alone, least), _told(together, least))
              for one, alone, together in rows),
    )  # fmt: skip


def _told(count: Count | None, least: int) -> str:
    return _range(count) if count is not None else f"fewer than {least} people"


def _bars(order: list[str]) -> dict[str, Any]:
    falls = ["alone", "with those above"]
    title = "charges that would open, from at least to at most"
    least = {"field": "least", "type": "quantitative", "title": title}
    return {
        "encoding": {
            "y": {"field": "condition", "type": "nominal", "sort": order, "title": None,
                  "axis": {"labelLimit": 340}},
            "yOffset": {"field": "fall", "sort": falls},
            "color": {"field": "fall", "type": "nominal",
                      "scale": {"domain": falls, "range": [AFTER, "#5b6470"]},
                      "legend": {"orient": "top", "title": None, "symbolOpacity": 1}},
        },
        "layer": [
            {"mark": {"type": "bar", "opacity": 0.3},
             "encoding": {"x": {**least, "field": "most"}}},
            {"mark": "bar", "encoding": {"x": least}},
        ],
    }  # fmt: skip
