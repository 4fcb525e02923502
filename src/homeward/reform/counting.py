"""Counts of one partition: they add up over partitions, for a person is whole in one of them.

Most answers do not move. So everyone is counted once under the law that is asked, and for each
other law only what may move is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from homeward.reform.differences import PEOPLE_TOLD, TOLD, Differences, lay_own
from homeward.reform.groups import columns, from_store, held_groups
from homeward.screen.beside import AtHand
from homeward.screen.results import IDS
from homeward.when import LAST

COUNTS = "counts.parquet"
MONTHS = 144
"""How many months the curve looks ahead."""

SYNTHETIC = "SYNTHETIC"
"""What the ids of made-up people begin with."""

RANGES = {
    "sooner at_least": "sooner_surely", "sooner at_most": "sooner_perhaps",
    "later at_least": "later_surely", "later at_most": "later_perhaps",
}  # fmt: skip
"""What is counted of each group, and the test for it."""

SPELLS = {
    "gain at_least": ("after:latest", "before:soonest"),
    "gain at_most": ("after:soonest", "before:latest"),
    "lose at_least": ("before:latest", "after:soonest"),
    "lose at_most": ("before:soonest", "after:latest"),
}
"""From which day until which a row is in each count: two columns of days."""

_COUNTED = {"gain": "sooner_perhaps", "lose": "later_perhaps"}
"""A count of what changes leaves out the rows that are known not to change so."""

ENDS = {"at_least": "latest", "at_most": "soonest"}


class Count(NamedTuple):
    """One count.

    Attributes:
        law: the name of the law; empty for the one that is asked.
        figure: what is counted.
        group: the group, and ``value`` which of them.
        month: of a curve, how many months after the day asked.
        charges, people: how many, or by how many more.
    """

    law: str
    figure: str
    group: str = ""
    value: str = ""
    month: int = 0
    charges: int = 0
    people: int = 0


class Counting:
    """Counts the answers of one partition."""

    def __init__(self, found: AtHand, as_of: date, differences: Sequence[Differences]) -> None:
        """Take the answers at hand, the day asked, and what each law may move."""
        self.found, self.differences = found, differences
        self.day = f"DATE '{as_of}'"
        self.as_of = as_of
        self.groups = held_groups(found.store)

    def lay(self) -> None:
        """Lay what is known of everyone under the law that is asked."""
        lay_own(self.found, self.day)

    def lay_touched(self, *, with_ids: bool) -> None:
        """Lay the groups of the charges that some law may move, and the ids where wanted."""
        moved = " UNION ".join(f"SELECT row_id FROM {one.charges}" for one in self.differences)
        ids = [f'r."{name}"' for name in IDS["charge"]] if with_ids else []
        named = [f"s.{one.named}" for one in self.differences]
        read = ", ".join(["r.row_id", *ids, *named, *columns(self.found.store, self.as_of)])
        rows = f"(SELECT * FROM {self.found.tables['charge']} SEMI JOIN ({moved}) USING (row_id))"
        source = from_store(self.found.store, self.found.tables, rows)
        self.found.database.execute(
            f"CREATE OR REPLACE TEMP TABLE touched AS SELECT {read} FROM {source}"
        )

    def write(self, file: Path) -> None:
        """Write every count."""
        counts = [*self._of_everyone()]
        for one in self.differences:
            counts += self._of_law(one)
        kept = sorted(one for one in counts if one.charges or one.people)
        table = pa.Table.from_pylist([one._asdict() for one in kept], schema=_SCHEMA)
        pq.write_table(table, file)

    # --- under the law that is asked ---------------------------------------------------------

    def _of_everyone(self) -> Iterator[Count]:
        yield Count("", "all", charges=self._one(f"SELECT count(*) FROM {TOLD}"),
                    people=self._one(f"SELECT count(*) FROM {PEOPLE_TOLD}"))  # fmt: skip
        people = self.found.tables["person"]
        yield Count("", "made_up", people=self._one(
            f"SELECT count(*) FROM {people} WHERE starts_with(person_id, '{SYNTHETIC}')"
        ))  # fmt: skip
        for end, column in ENDS.items():
            now = "now" if end == "at_least" else "perhaps_now"
            yield Count("", f"today before {end}",
                        charges=self._one(f"SELECT coalesce(sum({now}), 0) FROM {PEOPLE_TOLD}"),
                        people=self._one(f"SELECT count(*) FROM {PEOPLE_TOLD} WHERE {now} > 0")
                        )  # fmt: skip
            yield from self._curve("", f"curve before {end}", self._steps(TOLD, column, 1))
            full = self._steps(PEOPLE_TOLD, column, 1)
            yield from self._curve("", f"full before {end}", full)
        for group in self.groups:
            yield from self._in_group(group)

    def _in_group(self, group: str) -> Iterator[Count]:
        text = next(iter(columns(self.found.store, self.as_of, [group])))
        source = from_store(self.found.store, self.found.tables, groups=[group])
        for value, charges, people in self._rows(
            f"SELECT {text}, count(*), count(DISTINCT r.person_key) FROM {source} GROUP BY ALL"
        ):
            yield Count("", "all", group, value, charges=charges, people=people)

    # --- under another law ---------------------------------------------------------------------

    def _of_law(self, one: Differences) -> Iterator[Count]:
        for group in ("", *self.groups):
            yield from self._movement(one, group)
        for figure, (start, end) in SPELLS.items():
            moves = _COUNTED[figure.partition(" ")[0]]
            spell = f'"{start}" < "{end}" AND {moves}'
            test = f'"{start}" <= {self.day} AND "{end}" > {self.day} AND {moves}'
            ((charges, people),) = self._rows(
                f"SELECT count(*), count(DISTINCT person_key) FROM {one.charges} WHERE {test}"
            )
            yield Count(one.law.name, f"today {figure}", charges=charges, people=people)
            for kind, rows in (("curve", one.charges), ("full", one.people)):
                steps = [*self._steps(rows, start, 1, spell), *self._steps(rows, end, -1, spell)]
                yield from self._curve(one.law.name, f"{kind} {figure}", steps)
        for end, column in ENDS.items():
            yield self._today_after(one, end, column)
            for kind, rows in (("curve", one.charges), ("full", one.people)):
                steps = [*self._steps(rows, f"before:{column}", -1),
                         *self._steps(rows, f"after:{column}", 1)]  # fmt: skip
                yield from self._curve(one.law.name, f"{kind} after {end}", steps)
        yield from self._missing(one)
        yield from self._not_named(one)

    def _movement(self, one: Differences, group: str) -> Iterator[Count]:
        """How many charges, and of how many people, come sooner or later."""
        counts = ", ".join(
            f"count(*) FILTER ({test}), count(DISTINCT person_key) FILTER ({test})"
            for test in RANGES.values()
        )
        value, by = (f'"{group}"', " GROUP BY ALL") if group else ("''", "")
        joined = " JOIN touched USING (row_id)" if group else ""
        for name, alike, *found in self._rows(
            f"SELECT {value}, count(*) FILTER (open_alike), {counts} FROM {one.charges}{joined}{by}"
        ):
            yield Count(one.law.name, "open_alike", group, name, charges=alike)
            for place, figure in enumerate(RANGES):
                charges, people = found[2 * place : 2 * place + 2]
                yield Count(one.law.name, figure, group, name, charges=charges, people=people)

    def _today_after(self, one: Differences, end: str, column: str) -> Count:
        """By how many more charges and people it holds on the day asked."""
        now = "now" if end == "at_least" else "perhaps_now"
        more = " - ".join(f'("{side}:{column}" <= {self.day})::INTEGER'
                          for side in ("after", "before"))  # fmt: skip
        ((charges, people),) = self._rows(
            f"SELECT coalesce(sum(more), 0), coalesce(sum(({now} + more > 0)::INTEGER"
            f" - ({now} > 0)::INTEGER), 0) FROM (SELECT person_key, sum({more}) AS more"
            f" FROM {one.charges} GROUP BY person_key) JOIN {PEOPLE_TOLD} USING (person_key)"
        )
        return Count(one.law.name, f"today after {end}", charges=charges, people=people)

    def _missing(self, one: Differences) -> Iterator[Count]:
        """For each fact that is missing where a change is not sure, of how many charges."""
        tests: dict[str, list[str]] = {}
        for column, names in one.meanings.items():
            for place, name in enumerate(names):
                tests.setdefault(name, []).append(f'"{column}" & {1 << place} <> 0')
        if tests:
            counts = ", ".join(f"count(*) FILTER ({' OR '.join(some)})" for some in tests.values())
            (found,) = self._rows(
                f"SELECT {counts} FROM {one.charges} WHERE (sooner_perhaps AND NOT sooner_surely)"
                " OR (later_perhaps AND NOT later_surely)"
            )
            for name, charges in zip(tests, found, strict=True):
                yield Count(one.law.name, "missing", "fact", name, charges=charges)

    def _not_named(self, one: Differences) -> Iterator[Count]:
        counts = ", ".join(f"count(*) FILTER ({test})" for test in RANGES.values())
        (found,) = self._rows(
            f"SELECT {counts} FROM {one.charges} JOIN touched USING (row_id)"
            f" WHERE {one.named} IS NOT TRUE"
        )
        for figure, charges in zip(RANGES, found, strict=True):
            yield Count(one.law.name, f"not_named {figure}", charges=charges)

    # --- curves --------------------------------------------------------------------------------

    def _steps(self, rows: str, column: str, step: int, among: str = "TRUE") -> list[str]:
        """SQL for how many more there are up to each point of a curve, from a day on."""
        since = f"{self._month(column)} AS month, {step} * count(*) AS step"
        where = f"{among} AND \"{column}\" < DATE '{LAST}'"
        return [f"SELECT {since} FROM {rows} WHERE {where} GROUP BY ALL"]

    def _curve(self, law: str, figure: str, steps: Sequence[str]) -> Iterator[Count]:
        for month, more in self._rows(
            f"SELECT month, sum(step)::BIGINT FROM ({' UNION ALL '.join(steps)})"
            f" WHERE month <= {MONTHS} GROUP BY ALL"
        ):
            yield Count(law, figure, month=month, charges=more)

    def _month(self, column: str) -> str:
        return (f'CASE WHEN "{column}" <= {self.day} THEN 0'
                f" ELSE date_diff('month', {self.day}, \"{column}\") + 1 END")  # fmt: skip

    # --- the database ----------------------------------------------------------------------------

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.found.database.execute(query).fetchall()

    def _one(self, query: str) -> int:
        ((found,),) = self._rows(query)
        return int(found)


_SCHEMA = pa.schema(
    [*((name, pa.string()) for name in ("law", "figure", "group", "value")),
     *((name, pa.int64()) for name in ("month", "charges", "people"))]
)  # fmt: skip
