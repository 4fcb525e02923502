"""Choosing among groups of rows under limits on places: the best choice, not a good one.

A group offers options, each a set of its rows with the places it takes and what it
is worth. One option is taken from every group; what is left of the places never
falls below zero, and the sum of the worths is the greatest there is. Worths are
compared from left to right, so the first number decides before the second.

>>> alone = [Option(), Option(("fraud",), (1, 0), (1,))]
>>> course = [Option(), Option(("arson", "theft"), (1, 0), (2,)), Option(("theft",), (0, 1), (1,))]
>>> [option.rows for option in best([alone, course], (2, 0))]
[('fraud',), ('arson', 'theft')]
>>> [option.rows for option in best([alone, course], (1, 0))]
[(), ('arson', 'theft')]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Places = tuple[int, ...]
"""How many places of each kind, highest kind first."""


@dataclass(frozen=True, slots=True)
class Option:
    """Some rows of a group, the places that they take together, and what they are worth."""

    rows: tuple[Any, ...] = ()
    takes: Places = ()
    worth: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way so far to come to some number of places left: its worth, and its last step."""

    worth: tuple[int, ...]
    option: Option | None = None
    before: _Way | None = None


def best(groups: Sequence[Sequence[Option]], places: Places) -> list[Option] | None:
    """The option to take from each group, or None when no choice fits the places.

    Group by group, only the best way to each number of places left is kept: what
    comes later cannot tell two such ways apart. With two or three kinds of a few
    places this is quick for any number of groups.
    """
    width = max((len(option.worth) for options in groups for option in options), default=0)
    ways: dict[Places, _Way] = {places: _Way((0,) * width)}
    for options in groups:
        ways = _with_one_more(ways, options)
    if not ways:
        return None
    return _steps(max(ways.values(), key=lambda way: way.worth))


def _with_one_more(ways: dict[Places, _Way], options: Sequence[Option]) -> dict[Places, _Way]:
    found: dict[Places, _Way] = {}
    for left, way in ways.items():
        for option in options:
            then = _less(left, option.takes)
            worth = _sum(way.worth, option.worth)
            if min(then, default=0) >= 0 and (then not in found or worth > found[then].worth):
                found[then] = _Way(worth, option, way)
    return found


def _less(left: Places, takes: Places) -> Places:
    return tuple(have - take for have, take in zip(left, takes, strict=True)) if takes else left


def _sum(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    if not other:
        return one
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _steps(way: _Way | None) -> list[Option]:
    found = []
    while way is not None and way.option is not None:
        found.append(way.option)
        way = way.before
    return found[::-1]
