"""Before a reform starts nothing moves: what it will do shows in the counts from its day on.

A missing fact opens the answers under both laws, also for days on which both are one law. On such
a day nobody gains or loses, whatever is missing.

>>> moved = {"before": {"at_most": 9}, "after": {"at_most": 7}, "gain": {"at_most": 2}}
>>> before_the_start({"on": "2027-08-27", **moved}, date(2027, 8, 28))["gain"]
{'at_most': 0}
>>> before_the_start({"on": "2027-08-28", **moved}, date(2027, 8, 28))["gain"]
{'at_most': 2}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from homeward.rules.patch import Patch
from homeward.when import FIRST

Counts = Mapping[str, Any]
"""By what is counted (``before``, ``after``, ``gain``, ``lose``), its ``at_least``, ``at_most``."""


def start_of(*changes: Sequence[Patch]) -> date:
    """The first day on which some of these changes hold."""
    starts = {day for some in changes for patch in some for day in patch.starts}
    return min(starts, default=FIRST)


def before_the_start(counts: Counts, start: date) -> dict[str, Any]:
    """The counts of a day, ``on``; before the start both laws are one."""
    if date.fromisoformat(counts["on"]) >= start:
        return dict(counts)
    return {
        name: {end: _none(count) for end, count in bounds.items()} if name in ("gain", "lose")
        else counts["before"] if name == "after" else bounds
        for name, bounds in counts.items()
    }  # fmt: skip


def _none(count: Any) -> Any:  # noqa: ANN401  a number, or numbers by what they count
    return dict.fromkeys(count, 0) if isinstance(count, Mapping) else 0
