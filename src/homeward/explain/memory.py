"""What has been worked out for a row is kept with the row, and goes when the row goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from homeward.facts import Row

T = TypeVar("T")


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
