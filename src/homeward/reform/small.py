"""Small groups are not shown: a count of a few people may tell who they are.

A row is left out when any count of people in it, or the difference of two, is small. A row that
alone is left out could be had by subtracting the others from the total; then the next
smallest row goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

LEAST = 11
"""The smallest count of people that is shown, unless another is asked for."""

Row = dict[str, Any]


def hidden(rows: Sequence[Row], least: int) -> list[Row]:
    """The rows of a table, those of small groups with nothing but their name.

    >>> row = {"value": "Greene", "people": 4, "charges": 30, "sooner": {}, "later": {}}
    >>> other = {**row, "value": "Boone", "people": 900}
    >>> more = {**row, "value": "Cole", "people": 500}
    >>> [one.get("people") for one in hidden([other, more, row], 11)]
    [900, None, None]
    """
    small = [place for place, row in enumerate(rows) if _is_small(row, least)]
    if len(small) == 1:
        others = [place for place in range(len(rows)) if place not in small]
        small += sorted(others, key=lambda place: rows[place]["people"])[:1]
    return [
        {"value": row["value"], "hidden": True} if place in small else row
        for place, row in enumerate(rows)
    ]


def _is_small(row: Row, least: int) -> bool:
    counts = sorted({0, *_people(row)})
    return any(high - low < least for low, high in pairwise(counts))


def _people(row: Row) -> Iterator[int]:
    yield row["people"]
    for name in ("sooner", "later"):
        yield from (one["people"] for one in row[name].values())


def coarse(curve: Sequence[Row], least: int) -> list[Row]:
    """A curve in steps of the smallest group: rounded outward, so that every range still holds.

    >>> coarse([{"on": "a", "gain": {"at_least": 12, "at_most": 12}}], 11)
    [{'on': 'a', 'gain': {'at_least': 11, 'at_most': 22}}]
    """
    return [
        {
            name: {
                "at_least": bounds["at_least"] // least * least,
                "at_most": -(-bounds["at_most"] // least) * least,
            }
            if name != "on"
            else bounds
            for name, bounds in point.items()
        }
        for point in curve
    ]
