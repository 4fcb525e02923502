"""How the cells of one column become values of one fact: what a mapping can say about it.

This is the slow twin of :mod:`homeward.sources.reading_sql`: one cell at a time,
in Python, and the one that finds the words when something is wrong.

>>> from homeward.facts import core_vocabulary
>>> disposition = Reading(core_vocabulary()["charge.disposition"], words={"Guilty": "convicted"})
>>> disposition.read(" Guilty ")
'convicted'
>>> disposition.read("guilty")
Traceback (most recent call last):
    ...
homeward.facts.checking.BadValue: is not one of the words that this field knows
>>> disposition.read("") is Mark.SILENT
True
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

from homeward.facts import Fact
from homeward.facts.checking import MISSING, BadValue, typed
from homeward.screen.store import StoredValue
from homeward.sources.date_form import DateForm

SPACES = "".join(
    chr(code)
    for code in (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B),
                 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
)  # fmt: skip
"""What ``str.strip`` takes off, written out so that DuckDB takes off the same."""

NUMBER = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"
BETWEEN = ";"
"""What stands between the items of a list in one cell."""

_NUMBER = re.compile(NUMBER)


class Mark(Enum):
    """What a cell can say instead of a value."""

    SILENT = "silent"
    """The cell is empty: the fact's own declaration says what that means."""

    UNKNOWN = "unknown"
    """The cell says that the value is not known."""


Cell = StoredValue | Mark


@dataclass(frozen=True)
class Reading:
    """The fact that a column holds, and how its cells are read.

    Attributes:
        fact: the fact.
        words: what the column writes, and what the fact calls it.
        unknown: what the column writes where the value is not known.
        date_form: how the column writes days, where it is not YYYY-MM-DD.
        empty: what an empty cell means; ``silent`` leaves that to the fact's declaration.
        unreadable: what becomes of a row whose cell cannot be read.
    """

    fact: Fact
    words: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    date_form: DateForm | None = None
    empty: Literal["silent", "unknown"] = "silent"
    unreadable: Literal["set_aside", "unknown"] = "set_aside"

    @property
    def as_text(self) -> bool:
        """Whether the cells must be read as text, whatever their type."""
        return bool(self.words or self.unknown or self.date_form)

    def read(self, cell: Any) -> Cell:
        """The stored value of one cell, or what it says instead.

        Raises:
            BadValue: when the cell is outside the fact's domain.
        """
        if cell is None:
            return self._nothing
        if self.as_text or isinstance(cell, str):
            return self._read_text(cell if isinstance(cell, str) else str(cell))
        if isinstance(cell, datetime):
            cell = cell.date()
        elif isinstance(cell, Decimal):
            cell = float(cell)
        if self.fact.kind == "number" and isinstance(cell, float) and not math.isfinite(cell):
            cell = str(cell)
        return stored(self.fact, typed(self.fact, cell))

    @property
    def _nothing(self) -> Mark:
        return Mark.SILENT if self.empty == "silent" else Mark.UNKNOWN

    def _read_text(self, cell: str) -> Cell:
        text = cell.strip()
        if text in self.unknown:
            return Mark.UNKNOWN
        text = self.words.get(text, text)
        if not text:
            return self._nothing
        if self.fact.kind in ("dates", "numbers"):
            items = [item.strip() for item in text.split(BETWEEN)]
            said: Any = [self._spoken(item) for item in items if item]
        else:
            said = self._spoken(text)
        return stored(self.fact, typed(self.fact, said))

    def _spoken(self, text: str) -> Any:
        """A text as the plain value that the checking of facts expects."""
        if self.fact.kind in ("date", "dates") and self.date_form:
            return self.date_form.day(text)
        if self.fact.kind == "truth":
            return {"true": True, "false": False}.get(text.lower(), text)
        if self.fact.kind in ("number", "numbers") and _NUMBER.fullmatch(text):
            return float(text) if math.isfinite(float(text)) else text
        return text

    def complaint(self, cell: Any) -> tuple[str, str]:
        """What is wrong with a cell, and how to mend it; two empty texts when nothing is."""
        try:
            self.read(cell)
        except BadValue as bad:
            return str(bad), bad.fix
        return "", ""


def stored(fact: Fact, value: Any) -> Cell:
    """A typed value in the stored form of :mod:`homeward.screen.store`."""
    if value is MISSING:
        return Mark.UNKNOWN
    if fact.kind == "truth":
        return int(value)
    if fact.kind in ("date", "number"):
        return _one(value)
    if fact.kind in ("dates", "numbers"):
        return [_one(item) for item in value]
    return str(value)


def _one(value: tuple[date, date] | tuple[float, float]) -> date | float:
    return value[0] if isinstance(value[0], date) else float(value[0])
