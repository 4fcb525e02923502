"""Figures over the differences: ranges of counts, the curve by month, and tables by group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb

from homeward.reform.differences import CHARGES, PERSONS
from homeward.screen.views import quoted
from homeward.when import LAST

MONTHS = 144
"""How many months the curve looks ahead."""

SYNTHETIC = "SYNTHETIC"
"""What the ids of made-up people begin with."""

RANGES = {
    "sooner": ("sooner_surely", "sooner_perhaps"),
    "later": ("later_surely", "later_perhaps"),
}
"""What is counted of each group: the tests for ``at least`` and ``at most``."""

_SPELLS: Mapping[str, Mapping[str, tuple[str, str | None]]] = {
    "before": {"at_least": ("before:latest", None), "at_most": ("before:soonest", None)},
    "after": {"at_least": ("after:latest", None), "at_most": ("after:soonest", None)},
    "gain": {"at_least": ("after:latest", "before:soonest"),
             "at_most": ("after:soonest", "before:latest")},
    "lose": {"at_least": ("before:latest", "after:soonest"),
             "at_most": ("before:soonest", "after:latest")},
}  # fmt: skip
"""From which day until which a row is in each count: two columns of days."""

_COUNTED = {"gain": "sooner_perhaps", "lose": "later_perhaps"}
"""A count of what changes leaves out the rows that are known not to change so."""

Range = dict[str, int]
Row = dict[str, Any]


class Figures:
    """The differences of one reform, counted."""

    def __init__(self, database: duckdb.DuckDBPyConnection, folder: Path, as_of: date) -> None:
        """Take a database to count in, the folder of the differences, and the day asked."""
        self.database, self.as_of = database, as_of
        self.charges = _parts(folder / CHARGES)
        self.people = _parts(folder / PERSONS)

    def totals(self) -> dict[str, Any]:
        """How many charges and people there are, and how many answers move."""
        (row,) = self._counted("")
        return row

    def made_up(self) -> int:
        """How many people are made up: the id of each begins so."""
        ((people,),) = self.database.execute(
            f"SELECT count(*) FROM {self.people} WHERE starts_with(person_id, '{SYNTHETIC}')"
        ).fetchall()
        return int(people)

    def by(self, group: str) -> list[Row]:
        """The same for each value of a group, the largest first."""
        return self._counted(group)

    def _counted(self, group: str) -> list[Row]:
        named = f'"{group}" AS value, ' if group else ""
        tests = [test for pair in RANGES.values() for test in pair]
        counts = ", ".join(
            f"count(*) FILTER ({test}), count(DISTINCT person_id) FILTER ({test})" for test in tests
        )
        found = self.database.execute(
            f"SELECT {named}count(*) AS charges, count(DISTINCT person_id) AS people, {counts},"
            f" count(*) FILTER (open_alike) FROM {self.charges}"
            + (" GROUP BY value ORDER BY charges DESC, value" if group else "")
        ).fetchall()
        return [_row(row, named=bool(group)) for row in found]

    def today(self) -> dict[str, dict[str, Range]]:
        """For how many charges, and of how many people, it holds on the day asked."""
        return {
            name: {end: self._people_too(name, spell) for end, spell in spells.items()}
            for name, spells in _SPELLS.items()
        }

    def _people_too(self, name: str, spell: tuple[str, str | None]) -> Range:
        start, end = spell
        test = f"\"{start}\" <= DATE '{self.as_of}'"
        test += f" AND \"{end}\" > DATE '{self.as_of}'" if end else ""
        ((charges, people),) = self.database.execute(
            f"SELECT count(*), count(DISTINCT person_id) FROM {self.charges}"
            f" WHERE {test} AND {_COUNTED.get(name, 'TRUE')}"
        ).fetchall()
        return {"charges": charges, "people": people}

    # --- the curve ---------------------------------------------------------------------------

    def curve(self, *, full_clearance: bool = False) -> list[Row]:
        """On the day asked and at the end of each month after it: for how many it holds.

        Args:
            full_clearance: count people with nothing left, in place of charges.
        """
        rows = f"{self.people} WHERE charges > 0" if full_clearance else self.charges
        steps = self._steps(f"(SELECT * FROM {rows})")
        held = {(name, end): 0 for name, spells in _SPELLS.items() for end in spells}
        found = []
        for month, day in enumerate(self._days()):
            row: Row = {"on": day.isoformat()}
            for (name, end), count in held.items():
                held[name, end] = count + steps.get((f"{name} {end}", month), 0)
                row.setdefault(name, {})[end] = held[name, end]
            found.append(row)
        return found

    def _days(self) -> Iterator[date]:
        yield self.as_of
        for ahead in range(1, MONTHS + 1):
            month = self.as_of.year * 12 + self.as_of.month - 1 + ahead
            yield date(month // 12, month % 12 + 1, 1) - timedelta(days=1)

    def _steps(self, rows: str) -> Mapping[tuple[str, int], int]:
        """By how much each count rises or falls up to each point of the curve."""
        queries = [
            query
            for name, spells in _SPELLS.items()
            for bound, spell in spells.items()
            for query in self._starts_and_ends(f"{name} {bound}", spell, rows)
        ]
        found = self.database.execute(
            f"SELECT series, month, sum(step)::BIGINT FROM ({' UNION ALL '.join(queries)})"
            f" WHERE month <= {MONTHS} GROUP BY ALL"
        ).fetchall()
        return {(series, month): step for series, month, step in found}

    def _starts_and_ends(
        self, series: str, spell: tuple[str, str | None], rows: str
    ) -> Iterator[str]:
        start, end = spell
        moves = _COUNTED.get(series.partition(" ")[0])
        among = f'"{start}" < "{end}" AND {moves}' if end else "TRUE"
        for column, step in ((start, 1), (end, -1)):
            if column:
                yield (
                    f"SELECT '{series}' AS series, {self._month(column)} AS month,"
                    f" {step} * count(*) AS step FROM {rows}"
                    f" WHERE {among} AND \"{column}\" < DATE '{LAST}' GROUP BY ALL"
                )

    def _month(self, column: str) -> str:
        day = f"DATE '{self.as_of}'"
        return (f'CASE WHEN "{column}" <= {day} THEN 0'
                f" ELSE date_diff('month', {day}, \"{column}\") + 1 END")  # fmt: skip

    # --- what would narrow the range -----------------------------------------------------------

    def missing(self, meanings: Mapping[str, Mapping[str, Sequence[str]]]) -> list[Row]:
        """The facts that are missing where a change is not sure, the most frequent first.

        Args:
            meanings: for each column of the differences, what its bits stand for.
        """
        tests: dict[str, list[str]] = {}
        for column, meaning in meanings.items():
            for place, name in enumerate(meaning["bits"]):
                tests.setdefault(name, []).append(f'"{column}" & {1 << place} <> 0')
        if not tests:
            return []
        counts = ", ".join(f"count(*) FILTER ({' OR '.join(some)})" for some in tests.values())
        (found,) = self.database.execute(
            f"SELECT {counts} FROM {self.charges} WHERE (sooner_perhaps AND NOT sooner_surely)"
            " OR (later_perhaps AND NOT later_surely)"
        ).fetchall()
        rows = [{"fact": name, "charges": count} for name, count in zip(tests, found, strict=True)]
        return sorted((row for row in rows if row["charges"]), key=lambda row: -row["charges"])

    def not_named(self) -> dict[str, Range]:
        """How many charges change that the reform does not name."""
        counts = [f"count(*) FILTER ({test})" for pair in RANGES.values() for test in pair]
        (found,) = self.database.execute(
            f"SELECT {', '.join(counts)} FROM {self.charges} WHERE named IS NOT TRUE"
        ).fetchall()
        return {
            name: {"at_least": found[2 * place], "at_most": found[2 * place + 1]}
            for place, name in enumerate(RANGES)
        }


def _parts(folder: Path) -> str:
    return f"read_parquet({quoted(str(folder / 'part-*.parquet'))})"


def _row(found: Sequence[Any], *, named: bool) -> Row:
    """One row of counts, as the report has it."""
    row: Row = {"value": found[0]} if named else {}
    charges, people, *counts, alike = found[1:] if named else found
    row |= {"charges": charges, "people": people}
    for place, name in enumerate(RANGES):
        least, least_people, most, most_people = counts[4 * place : 4 * place + 4]
        row[name] = {
            "at_least": {"charges": least, "people": least_people},
            "at_most": {"charges": most, "people": most_people},
        }
    return row | {"open_alike": alike}
