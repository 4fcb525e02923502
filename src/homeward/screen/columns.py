"""Columns in layers: each shared piece of a rule becomes a column once.

SQL text has no shared sub-expressions, so a value used twice must be a column
of its own. A column stands at a *place*: places of one generation are layers of
SELECTs over one table; the next generation begins where groups of rows have
been counted and joined back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

GENERATION = 1_000
"""Places of generation g run from ``g * GENERATION``."""

_ATOM = re.compile(r'"[^"]+"|-?\d+(\.\d+)?|DATE \'[0-9-]+\'|NULL|TRUE|FALSE')
_NAME = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Sql:
    """An expression, and the first place where it can be read."""

    text: str
    place: int = 0

    @property
    def is_atom(self) -> bool:
        """Whether the text may stand twice without being worked out twice."""
        return _ATOM.fullmatch(self.text) is not None

    @property
    def is_constant(self) -> bool:
        """Whether it is the same for every row."""
        return self.is_atom and not self.text.startswith('"')


@dataclass(slots=True)
class Layers:
    """The columns that are added to one table (charges, people or cases)."""

    table: str
    at: dict[int, dict[str, str]] = field(default_factory=dict)
    _known: dict[str, Sql] = field(default_factory=dict)

    def column(self, expression: Sql, name: str = "") -> Sql:
        """The expression as a column; an atom, or one that is known, stays what it is."""
        if expression.is_atom and not name:
            return expression
        known = None if name else self._known.get(expression.text)
        if known is None:
            name = name or f"{self.table}{len(self._known)}"
            self.at.setdefault(expression.place, {})[name] = expression.text
            known = Sql(f'"{name}"', expression.place + 1)
            self._known.setdefault(expression.text, known)
        return known

    def select(self, source: str, generation: int, wanted: set[str]) -> str:
        """The SELECT that adds a generation's layers over a source and keeps what is wanted."""
        query = source
        first = generation * GENERATION
        for place in sorted(p for p in self.at if first <= p < first + GENERATION):
            added = ", ".join(f'{text} AS "{name}"' for name, text in self.at[place].items())
            query = f"(SELECT *, {added} FROM {query})"
        kept = ", ".join(f'"{name}"' for name in sorted(wanted))
        return f"SELECT {kept} FROM {query}"

    def generations(self) -> int:
        """How many generations hold columns."""
        return max(self.at, default=0) // GENERATION + 1

    def texts(self, generation: int) -> list[str]:
        """The expressions of a generation."""
        first = generation * GENERATION
        places = [p for p in self.at if first <= p < first + GENERATION]
        return [text for place in places for text in self.at[place].values()]

    def names(self, generation: int) -> set[str]:
        """The names of the columns that a generation adds."""
        first = generation * GENERATION
        places = [p for p in self.at if first <= p < first + GENERATION]
        return {name for place in places for name in self.at[place]}


def names_in(*texts: str) -> set[str]:
    """The columns that expressions read."""
    return {name for text in texts for name in _NAME.findall(text)}


def call(template: str, *arguments: Sql) -> Sql:
    """A template with its arguments filled in, readable from the last of their places."""
    place = max((argument.place for argument in arguments), default=0)
    return Sql(template.format(*(argument.text for argument in arguments)), place)
