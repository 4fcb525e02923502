"""Small groups are not shown: a count of a few people may tell who they are.

A row is left out when any count of people in it, or the difference of two, is small. A row that
alone is left out could be had by subtracting the others from the total; then the next
smallest row goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

LEAST = 11
"""The smallest count of people that is shown, unless another is asked for."""

Row = dict[str, Any]

Counts = Mapping[str, Mapping[str, int]]
"""By end of a range (``at_least``, ``at_most``), how many charges and people."""


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


def apart(today: Mapping[str, Counts], least: int) -> dict[str, Counts]:
    """What holds before and after, rounded outward as curves are where few people tell them apart.

    >>> before = {"at_least": {"people": 884}, "at_most": {"people": 930}}
    >>> after = {"at_least": {"people": 889}, "at_most": {"people": 930}}
    >>> apart({"before": before, "after": after}, 11)["after"]
    {'at_least': {'people': 880}, 'at_most': {'people': 935}}
    """
    before, after = today["before"], today["after"]
    moved = (abs(before[end]["people"] - after[end]["people"]) for end in before)
    if not any(0 < people < least for people in moved):
        return dict(today)
    return {side: {end: _outward(end, count, least) for end, count in counts.items()}
            for side, counts in today.items()}  # fmt: skip


def _outward(end: str, count: Mapping[str, int], least: int) -> dict[str, int]:
    up = end == "at_most"
    return {what: (-(-many // least) if up else many // least) * least
            for what, many in count.items()}  # fmt: skip
