"""Counts of one partition: they add up over partitions, for a person is whole in one of them.

Most answers do not move. So everyone is counted once under the law that is asked, and for each
other law only what may move is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from homeward.reform.differences import PEOPLE_TOLD, TOLD, TOUCHED, Differences, lay_own
from homeward.reform.groups import (
    columns,
    from_store,
    held_groups,
    is_of_people,
    named_by,
    value_of,
)
from homeward.screen.beside import AtHand
from homeward.screen.duckdb_engine import drop
from homeward.screen.results import IDS, WRITTEN
from homeward.screen.views import quoted
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

_FIGURES = ("open_alike", *RANGES.values())

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

    def __init__(self, found: AtHand, as_of: date) -> None:
        """Take the answers at hand, and the day asked."""
        self.found, self.as_of = found, as_of
        self.day = f"DATE '{as_of}'"
        self.groups = held_groups(found.store)
        self.counts: list[Count] = []

    def lay(self, *, with_ids: bool) -> None:
        """Lay what is known of everyone, and count it; ``with_ids`` if rows are to be written."""
        lay_own(self.found, self.day)
        self.found.free()
        self._lay_touched(with_ids=with_ids)
        self.counts += self._of_everyone()

    def _lay_touched(self, *, with_ids: bool) -> None:
        """Lay the groups of the charges that some law may move."""
        store, tables, answers = self.found.store, self.found.tables, self.found.answers
        ids = [f'r."{name}"' for name in IDS["charge"]] if with_ids else []
        named = [f"s.{named_by(law)}" for law in range(len(self.found.asking.others))]
        read = ", ".join(["r.row_id", *ids, *named, *columns(store, self.as_of)])
        rows = f"(SELECT * FROM {tables['charge']} SEMI JOIN {answers} USING (row_id))"
        self.found.database.execute(
            f"CREATE OR REPLACE TEMP TABLE {TOUCHED} AS"
            f" SELECT {read} FROM {from_store(store, tables, rows)}"
        )

    def add(self, one: Differences) -> None:
        """Count what a law may move."""
        self.counts += self._of_law(one)

    def write(self, file: Path) -> None:
        """Write every count, and free what they were made from."""
        drop(self.found.database, TOLD, PEOPLE_TOLD, TOUCHED, self.found.answers)
        kept = sorted(one for one in self.counts if one.charges or one.people)
        read = ", ".join(
            f'unnest(${place}::{kind}[]) AS "{name}"'
            for place, (name, kind) in enumerate(_KINDS.items(), start=1)
        )
        values = [[one[place] for one in kept] for place in range(len(_KINDS))]
        query = f"COPY (SELECT {read}) TO {quoted(str(file))} ({WRITTEN})"
        self.found.database.execute(query, values)

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
        """Everyone in each value of a group."""
        text = value_of(group, self.as_of)
        if is_of_people(group):
            people = f"{PEOPLE_TOLD} JOIN {self.found.tables['person']} AS p USING (person_key)"
            found = f"SELECT {text} AS value, charges FROM {people}"
        else:
            source = from_store(self.found.store, self.found.tables, groups=[group])
            found = f"SELECT {text} AS value, count(*) AS charges FROM {source}"
            found += " GROUP BY value, r.person_key"
        for value, charges, people_in in self._rows(
            f"SELECT value, sum(charges)::BIGINT, count(*) FROM ({found}) GROUP BY value"
        ):
            yield Count("", "all", group, value, charges=charges, people=people_in)

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
            f"sum({figure})::BIGINT, count(*) FILTER ({figure} > 0)" for figure in _FIGURES
        )
        for name, alike, _, *found in self._rows(
            f"SELECT value, {counts} FROM ({self._of_each(one, group)}) GROUP BY value"
        ):
            yield Count(one.law.name, "open_alike", group, name, charges=alike)
            for place, figure in enumerate(RANGES):
                charges, people = found[2 * place : 2 * place + 2]
                yield Count(one.law.name, figure, group, name, charges=charges, people=people)

    def _of_each(self, one: Differences, group: str) -> str:
        """SQL for what moves of each person, in each value of a group."""
        if not group:
            return f"SELECT '' AS value, * FROM {one.moves}"
        if is_of_people(group):
            people = f"{one.moves} JOIN {self.found.tables['person']} AS p USING (person_key)"
            value = f"{value_of(group, self.as_of)} AS value"
            return f"SELECT {value}, {', '.join(_FIGURES)} FROM {people}"
        counts = ", ".join(f"count(*) FILTER ({figure}) AS {figure}" for figure in _FIGURES)
        charges = f"{one.charges} JOIN {TOUCHED} USING (row_id)"
        return f'SELECT "{group}" AS value, {counts} FROM {charges} GROUP BY value, person_key'

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
        read = ", ".join(f'"{column}"' for column in one.meanings)
        found: Counter[str] = Counter()
        for *sets, charges in self._rows(
            f"SELECT {read}, count(*) FROM {one.charges} WHERE (sooner_perhaps AND NOT"
            " sooner_surely) OR (later_perhaps AND NOT later_surely) GROUP BY ALL"
        ):
            names = {
                name
                for bits, meaning in zip(sets, one.meanings.values(), strict=True)
                for place, name in enumerate(meaning)
                if bits and bits >> place & 1
            }
            found.update(dict.fromkeys(names, charges))
        for name, charges in found.items():
            yield Count(one.law.name, "missing", "fact", name, charges=charges)

    def _not_named(self, one: Differences) -> Iterator[Count]:
        counts = ", ".join(f"count(*) FILTER ({test})" for test in RANGES.values())
        (found,) = self._rows(
            f"SELECT {counts} FROM {one.charges} JOIN {TOUCHED} USING (row_id)"
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


_TEXTS = ("law", "figure", "group", "value")
_KINDS = {name: "VARCHAR" if name in _TEXTS else "BIGINT" for name in Count._fields}
