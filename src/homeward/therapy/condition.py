"""What a rule of an instrument asks of one filled form.

Each kind can only go from no to yes as scores rise. So a form with gaps is judged
exactly by two fills: all gaps at their lowest score, and all at their highest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sheet:
    """One way to fill a form: a score for every item, and what is made of them."""

    scores: Mapping[str, int]
    total: int
    counts: Mapping[str, int]


@dataclass(frozen=True)
class TotalReaches:
    """The total reaches a line. Where the line depends on sex, it is per sex."""

    line: int

    def holds(self, sheet: Sheet) -> bool:
        """Whether this form is over the line."""
        return sheet.total >= self.line

    def items(self) -> frozenset[str] | None:
        """Every scored item matters."""
        return None


@dataclass(frozen=True)
class CountReaches:
    """A named count of items reaches a line."""

    count: str
    least: int
    counted: frozenset[str]

    def holds(self, sheet: Sheet) -> bool:
        """Whether enough items are over their own line."""
        return sheet.counts[self.count] >= self.least

    def items(self) -> frozenset[str] | None:
        """The items that are counted."""
        return self.counted


@dataclass(frozen=True)
class AnyItem:
    """At least one of some items reaches a score."""

    names: tuple[str, ...]
    least: int

    def holds(self, sheet: Sheet) -> bool:
        """Whether one of them does."""
        return any(sheet.scores[name] >= self.least for name in self.names)

    def items(self) -> frozenset[str] | None:
        """The items that are looked at."""
        return frozenset(self.names)


@dataclass(frozen=True)
class AllOf:
    """Every part holds."""

    parts: tuple[Condition, ...]

    def holds(self, sheet: Sheet) -> bool:
        """Whether all do."""
        return all(part.holds(sheet) for part in self.parts)

    def items(self) -> frozenset[str] | None:
        """All that a part looks at."""
        return _joined(self.parts)


@dataclass(frozen=True)
class AnyOf:
    """One part is enough."""

    parts: tuple[Condition, ...]

    def holds(self, sheet: Sheet) -> bool:
        """Whether one does."""
        return any(part.holds(sheet) for part in self.parts)

    def items(self) -> frozenset[str] | None:
        """All that a part looks at."""
        return _joined(self.parts)


Condition = TotalReaches | CountReaches | AnyItem | AllOf | AnyOf


def read_condition(
    table: Mapping[str, Any], counts: Mapping[str, frozenset[str]], sex: str | None = None
) -> Condition:
    """A condition as an instrument's file writes it; ``sex`` chooses a line that depends on it."""
    match table:
        case {"total": int(line)}:
            return TotalReaches(line)
        case {"total_by_sex": dict(lines)}:
            return TotalReaches(lines[sex])
        case {"count": str(name), "least": int(least)}:
            return CountReaches(name, least, counts[name])
        case {"any_of": [*names], "least": int(least)}:
            return AnyItem(tuple(map(str, names)), least)
        case {"all": [*parts]}:
            return AllOf(tuple(read_condition(part, counts, sex) for part in parts))
        case {"any": [*parts]}:
            return AnyOf(tuple(read_condition(part, counts, sex) for part in parts))
    msg = (
        f"{dict(table)!r} is no condition. Write total, total_by_sex, count and least, "
        "any_of and least, all, or any"
    )
    raise ValueError(msg)


def _joined(parts: tuple[Condition, ...]) -> frozenset[str] | None:
    found = [part.items() for part in parts]
    known = [items for items in found if items is not None]
    return frozenset().union(*known) if len(known) == len(found) else None
