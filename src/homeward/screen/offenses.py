"""The offense dimension: which lists each distinct citation stands on, worked out once.

Statutes are matched per distinct (citation, severity, class, jurisdiction),
never per row. The truth of each tag comes from the same look-up that explains
one person, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from homeward.facts import Row
from homeward.rules.law_day import LawDay, Listed
from homeward.screen.expressions import Sql, column
from homeward.when import FIRST, LAST

Combination = tuple[str | None, str | None, str | None, str | None]
"""A distinct citation, severity, class and jurisdiction; None where it is missing."""


@dataclass(frozen=True)
class TagColumn:
    """One column of the dimension: a tag of a fact's citation, on a day of a law."""

    law: LawDay
    fact: str
    tag: str
    day: date
    name: str
    asked: dict[str, str] = field(default_factory=dict, compare=False)

    def listed(self, combination: Combination) -> Listed:
        """Whether a combination is on the list, and what would settle it."""
        citation, severity, offense_class, jurisdiction = combination
        row = Row("charge", "")
        row.case = Row("case", "")
        for holder, fact, value in (
            (row.case, "case.jurisdiction", jurisdiction),
            (row, "charge.severity", severity),
            (row, "charge.class", offense_class),
        ):
            if value is not None:
                holder.facts[fact] = value
        return self.law.listed(citation, self.tag, row, (self.day, self.day), fact=self.fact)


@dataclass
class Offenses:
    """The tag columns that a plan needs, by the fact whose citation they read."""

    columns: dict[tuple[int, str, str, date], TagColumn] = field(default_factory=dict)

    def tag(self, law: LawDay, fact: str, tag: str, on: date | None = None) -> Sql:
        """The column that says whether a fact's citation carries a tag on a day."""
        day = on or law.day
        key = (id(law), fact, tag, day)
        if key not in self.columns:
            self.columns[key] = TagColumn(law, fact, tag, day, f"tag{len(self.columns)}")
        return column(self.columns[key].name)

    def needs(self, law: LawDay, fact: str, tag: str, on: date) -> list[tuple[str, Sql]]:
        """What could settle a tag, and the column that says where it would."""
        self.tag(law, fact, tag, on)
        tagged = self.columns[id(law), fact, tag, on]
        names = [fact, "charge.severity", "charge.class", *law.open_listings(tag)]
        tagged.asked.update({name: f"{tagged.name}n{i}" for i, name in enumerate(names)})
        return [(name, column(given)) for name, given in tagged.asked.items()]

    def stretches(self, law: LawDay, tag: str) -> list[tuple[date, date]]:
        """The stretches of days on which a tag's list is unchanged: ``[first, next)``."""
        rows = [row for row in law.body.offenses.listings if row.tag == tag]
        days = sorted({FIRST, *(row.since for row in rows), *(row.until for row in rows)} - {LAST})
        return list(zip(days, [*days[1:], LAST], strict=True))

    def reads(self) -> set[str]:
        """The facts that decide whether a charge is on a list."""
        return {*self.facts(), "charge.severity", "charge.class", "case.jurisdiction"}

    def facts(self) -> list[str]:
        """The facts whose citations are looked up."""
        return sorted({column.fact for column in self.columns.values()})

    def of(self, fact: str) -> list[TagColumn]:
        """The columns of one fact."""
        return [column for column in self.columns.values() if column.fact == fact]

    def rows(
        self, fact: str, combinations: Iterable[Combination]
    ) -> Iterator[tuple[Combination, list[Listed]]]:
        """Each combination with what every column of the fact says of it."""
        columns = self.of(fact)
        for combination in combinations:
            yield combination, [column.listed(combination) for column in columns]
