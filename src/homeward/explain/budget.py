"""Counting a person's charges against lifetime limits, while facts may be missing.

Rows of one group use one place, at the highest kind among them. Whether two
rows share a group may be unknown: then they use at least as many places as if
they did, and at most as many as if they did not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from homeward.facts import Row, Truth
from homeward.when import LAST

Kind = tuple[Callable[[Row, Row], int], Callable[[Row, Row], Any], Callable[[Row, Row], Any]]


def fits(
    person: Row,
    kinds: list[Kind],
    answer: Callable[[Row], Any],
    group: Callable[[Row, Row], str | None],
) -> int:
    """Whether every charge that can ever be cleared fits the places left (a truth)."""
    open_rows = [row for row in person.charges if answer(row)[0] < LAST]
    taken = [_kind_of(row, kinds) for row in open_rows]
    groups = [group(row, row) for row in open_rows]
    least, most = 2, 2
    for index, (_, at_most, used) in enumerate(kinds):
        left = at_most(person, person)[0] - used(person, person)[1]
        room = at_most(person, person)[1] - used(person, person)[0]
        fewest, greatest = _places(taken, groups, index)
        least = min(least, 2 if greatest <= left else 0)
        most = min(most, 2 if fewest <= room else 0)
    return Truth.YES if least else Truth.UNKNOWN if most else Truth.NO


def _kind_of(row: Row, kinds: list[Kind]) -> tuple[int | None, int | None]:
    """The kind that a row takes at best and at worst, by index; None takes no place."""
    for index, (where, _, _) in enumerate(kinds):
        inside = where(row, row)
        if inside == Truth.YES:
            return index, index
        if inside == Truth.UNKNOWN:
            return None, index
    return None, None


def _places(
    taken: list[tuple[int | None, int | None]], groups: list[str | None], kind: int
) -> tuple[int, int]:
    """The fewest and the most places of a kind that the rows use."""
    in_groups: dict[str, tuple[set[int | None], set[int | None]]] = {}
    alone_most, unknown_rows = 0, 0
    for (best, worst), name in zip(taken, groups, strict=True):
        if name is None:
            alone_most += worst == kind
            unknown_rows += best == kind
        else:
            bests, worsts = in_groups.setdefault(name, (set(), set()))
            bests.add(best)
            worsts.add(worst)
    certain = sum(_highest(bests) == kind for bests, _ in in_groups.values())
    greatest = alone_most + sum(_highest(worsts) == kind for _, worsts in in_groups.values())
    # rows of unknown course may join each other, or a group that is counted already
    joined_above = any(best is not None and best < kind for best, _ in taken)
    fewest = certain or int(unknown_rows > 0 and not joined_above)
    return fewest, greatest


def _highest(kinds: set[int | None]) -> int | None:
    known = [kind for kind in kinds if kind is not None]
    return min(known, default=None)
