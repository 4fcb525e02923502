"""Figures of a comparison: ranges of counts, the curve by month, and tables by group.

They are the counts of all partitions together; see :mod:`homeward.reform.counting`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from homeward.reform.counting import COUNTS, MONTHS
from homeward.screen.duckdb_engine import connect
from homeward.screen.views import quoted

NAMES, ENDS = ("before", "after", "gain", "lose"), ("at_least", "at_most")
MOVES = ("sooner", "later")

Range = dict[str, int]
Row = dict[str, Any]
_Key = tuple[str, str, str, str, int]


class Counts:
    """The counts of all partitions together."""

    def __init__(self, folder: Path) -> None:
        """Add up the parts of a folder of results."""
        self._found: dict[_Key, Range] = {}
        parts = quoted(str(folder / COUNTS / "part-*.parquet"))
        with connect() as database:
            for *key, charges, people in database.execute(
                "SELECT * EXCLUDE (charges, people), sum(charges)::BIGINT, sum(people)::BIGINT"
                f" FROM read_parquet({parts}) GROUP BY ALL ORDER BY ALL"
            ).fetchall():
                law, figure, group, value, month = key
                self._found[law, figure, group, value, month] = {
                    "charges": charges, "people": people,
                }  # fmt: skip

    def count(
        self, law: str, figure: str, group: str = "", value: str = "", month: int = 0
    ) -> Range:
        """How many charges and people."""
        found = self._found.get((law, figure, group, value, month), {})
        return {"charges": found.get("charges", 0), "people": found.get("people", 0)}

    def values(self, law: str, figure: str, group: str) -> list[str]:
        """The values of a group that a figure has counts of."""
        return [key[3] for key in self._found if key[:3] == (law, figure, group)]

    @property
    def made_up(self) -> int:
        """How many people are made up: the id of each begins so."""
        return self.count("", "made_up")["people"]


class Figures:
    """The figures of one reform."""

    def __init__(self, counts: Counts, law: str, as_of: date) -> None:
        """Take the counts, the name of the reform, and the day asked."""
        self.counts, self.law, self.as_of = counts, law, as_of

    def totals(self) -> Row:
        """How many charges and people there are, and how many answers move."""
        return self._row("", "")

    def by(self, group: str) -> list[Row]:
        """The same for each value of a group, the largest first."""
        found = [{"value": value, **self._row(group, value)}
                 for value in self.counts.values("", "all", group)]  # fmt: skip
        return sorted(found, key=lambda row: (-row["charges"], row["value"]))

    def _row(self, group: str, value: str) -> Row:
        moved = {
            name: {end: self.counts.count(self.law, f"{name} {end}", group, value) for end in ENDS}
            for name in MOVES
        }
        alike = self.counts.count(self.law, "open_alike", group, value)["charges"]
        return {**self.counts.count("", "all", group, value), **moved, "open_alike": alike}

    def today(self) -> dict[str, dict[str, Range]]:
        """For how many charges, and of how many people, it holds on the day asked."""
        return {name: {end: self._at(f"today {name} {end}") for end in ENDS} for name in NAMES}

    def curve(self, *, full_clearance: bool = False) -> list[Row]:
        """On the day asked and at the end of each month after it: for how many it holds.

        Args:
            full_clearance: count people with nothing left, in place of charges.
        """
        kind = "full" if full_clearance else "curve"
        held = {(name, end): 0 for name in NAMES for end in ENDS}
        found = []
        for month, day in enumerate(self._days()):
            row: Row = {"on": day.isoformat()}
            for (name, end), count in held.items():
                step = self._at(f"{kind} {name} {end}", month)["charges"]
                held[name, end] = count + step
                row.setdefault(name, {})[end] = held[name, end]
            found.append(row)
        return found

    def _at(self, figure: str, month: int = 0) -> Range:
        """A count under the reform; of what holds after it, what held before is a part."""
        found = self.counts.count(self.law, figure, month=month)
        own = self.counts.count("", figure.replace(" after ", " before "), month=month)
        if " before " in figure:
            return own
        return {what: found[what] + own[what] for what in found} if " after " in figure else found

    def _days(self) -> Iterator[date]:
        yield self.as_of
        for ahead in range(1, MONTHS + 1):
            month = self.as_of.year * 12 + self.as_of.month - 1 + ahead
            yield date(month // 12, month % 12 + 1, 1) - timedelta(days=1)

    def missing(self) -> list[Row]:
        """The facts that are missing where a change is not sure, the most frequent first."""
        rows = [
            {
                "fact": name,
                "charges": self.counts.count(self.law, "missing", "fact", name)["charges"],
            }
            for name in self.counts.values(self.law, "missing", "fact")
        ]
        return sorted(rows, key=lambda row: (-row["charges"], row["fact"]))

    def not_named(self) -> Mapping[str, Range]:
        """How many charges change that the reform does not name."""
        return {
            name: {end: self.counts.count(self.law, f"not_named {name} {end}")["charges"]
                   for end in ENDS}
            for name in MOVES
        }  # fmt: skip
