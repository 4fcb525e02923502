"""Relations in SQL: rows counted in groups and joined back, never window functions.

What a rule asks of a person's other charges becomes aggregates over the person
(or the case): counts of certain and possible members, and the few greatest or
least days. A row that must leave itself out takes its own part away again: it
subtracts from counts, and passes to the next day where the best one is its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from homeward.screen.columns import GENERATION, Layers, Sql


@dataclass(slots=True)
class Group:
    """Aggregates over the charges of each person, case or course, generation by generation.

    ``keys`` are the columns that name a group.
    """

    home: str
    keys: tuple[str, ...]
    at: dict[int, dict[str, str]] = field(default_factory=dict)
    _known: dict[str, Sql] = field(default_factory=dict)

    def aggregate(self, expression: Sql) -> Sql:
        """An aggregate over charge columns, to be read from the next generation on."""
        known = self._known.get(expression.text)
        if known is None:
            generation = expression.place // GENERATION
            name = f"of_{self.home}_{len(self._known)}"
            self.at.setdefault(generation, {})[name] = expression.text
            known = Sql(f'"{name}"', (generation + 1) * GENERATION)
            self._known[expression.text] = known
        return known


@dataclass
class Relations:
    """The groups of all rules of a plan, over the layers of its tables."""

    layers: dict[str, Layers]
    groups: dict[str, Group] = field(
        default_factory=lambda: {
            "person": Group("person", ("person_key",)),
            "case": Group("case", ("case_key",)),
        }
    )

    def course(self, column: Sql) -> Group:
        """The groups of a person's rows that share a code."""
        name = f"course_{column.text.strip(chr(34)).replace('.', '_')}"
        keys = ("person_key", column.text.strip('"'))
        return self.groups.setdefault(name, Group(name, keys))
