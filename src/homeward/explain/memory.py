"""What has been worked out for a row is kept with the row, and goes when the row goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from homeward.facts import Row
from homeward.rules.fact import Outer
from homeward.rules.groups import Itself
from homeward.rules.node import Node, walk
from homeward.rules.truth import Same

T = TypeVar("T")


@lru_cache(maxsize=4096)
def looks_out(node: Node) -> bool:
    """Whether a node inside a filter also looks at the row that the rule is about."""
    return any(isinstance(part, Outer | Same | Itself) for part in walk(node))


def remembered(work: Callable[[Row], T]) -> Callable[[Row], T]:
    """The same work, done once for a row."""
    key = object()

    def remember(row: Row) -> T:
        found: T | None = row.memo.get(key)
        if found is None:
            found = row.memo[key] = work(row)
        return found

    return remember


def remembered_here(work: Callable[[Row, Row], T]) -> Callable[[Row, Row], T]:
    """The same work, done once for a row that the rule itself is about.

    Seen from another row the answer may be another, so there it is worked out anew.
    """
    key = object()

    def remember(row: Row, outer: Row) -> T:
        if row is not outer:
            return work(row, outer)
        found: T | None = row.memo.get(key)
        if found is None:
            found = row.memo[key] = work(row, row)
        return found

    return remember
