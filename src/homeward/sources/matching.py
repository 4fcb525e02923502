"""Which column of a source holds which fact: by the mapping first, then by the column's name.

A name fits a fact when it is the fact's own (``statute`` or ``charge.statute``), or an
alias that the fact declares; capitals, spaces and hyphens make no difference. A
table may also hold facts of what stands above it: a charge those of its case and
its person.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from homeward.facts import Fact, Vocabulary
from homeward.sources.mapping import ColumnMap
from homeward.sources.problem import MappingError
from homeward.sources.reading import Reading
from homeward.sources.reading_sql import Column

IDS = {"person": "person.person_id", "case": "case.case_id", "charge": "charge.charge_id"}
"""The facts that name a row, by table."""

POSITION = "position"
CHARGE_POSITION = "charge.position"
ABOVE = {
    "person": ("person",), "case": ("case", "person"), "charge": ("charge", "case", "person"),
    "tenancy": ("tenancy", "person"),
}  # fmt: skip
"""The tables whose facts a row may hold: its own, then those above it."""


@dataclass(frozen=True)
class Match:
    """What the columns of one source are.

    Attributes:
        table: what a row of the source is: a person, a case, a charge, a tenancy.
        columns: the columns that hold facts, ids among them, by the fact's name.
        position: the column with the row's place in the record.
        case_from: the columns that make a case where there is no case number.
        unused: the columns that no fact fits, each with the nearest known name.
    """

    table: str
    columns: Mapping[str, Column]
    position: str | None = None
    case_from: tuple[str, ...] = ()
    unused: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def facts(self) -> list[Fact]:
        """The facts that the source holds, ids apart."""
        return [column.fact for name, column in self.columns.items() if name not in IDS.values()]


def match(
    table: str, types: Mapping[str, str], mapping: ColumnMap, vocabulary: Vocabulary
) -> Match:
    """Match the columns of a source (name to DuckDB type) to facts.

    Raises:
        MappingError: when two columns claim a fact, or a type cannot hold it.
    """
    told, names = mapping.of(table), names_of(table, vocabulary)
    found: dict[str, Column] = {}
    unused: dict[str, str | None] = {}
    position = None
    for name, kind in types.items():
        if name in told:
            reading = told[name]
        elif plain(name) in names:
            reading = Reading(names[plain(name)])
        else:
            reading = None
            if plain(name) == POSITION:
                position = name
            elif name not in mapping.case_from:
                unused[name] = _nearest(name, names)
        if reading is not None:
            _add(found, Column(name, kind, reading), table)
    joined = IDS["case"] not in found and set(mapping.case_from) <= set(types)
    return Match(table, found, position, mapping.case_from if joined else (), unused)


def plain(name: str) -> str:
    """A name without capitals, spaces and hyphens.

    >>> plain("Offense-Date "), plain("Sentence.Years")
    ('offense_date', 'sentence.years')
    """
    return re.sub(r"[\s\-]+", "_", name.strip().casefold())


def names_of(table: str, vocabulary: Vocabulary) -> dict[str, Fact]:
    """The names that a column of a table may have, each with its fact; nearer tables win."""
    found: dict[str, Fact] = {}
    for above in ABOVE[table]:
        for fact in vocabulary.values():
            if fact.table != above:
                continue
            for name in (fact.field, *fact.aliases):
                found[plain(f"{above}.{name}")] = fact
                if above == table or name != "id":  # a charge's own id is not a person's
                    found.setdefault(plain(name), fact)
    return found


def _add(found: dict[str, Column], column: Column, table: str) -> None:
    fact = column.fact
    if fact.table not in ABOVE[table]:
        msg = f'column "{column.name}": {fact.name} cannot stand in a table of {table} rows'
        raise MappingError(msg)
    if fact.name in found:
        msg = (
            f'columns "{found[fact.name].name}" and "{column.name}" both hold {fact.name}. '
            f'Leave one out in the mapping: "{column.name}" = ""'
        )
        raise MappingError(msg)
    column.check_type()
    found[fact.name] = column


def _nearest(name: str, names: Mapping[str, Fact]) -> str | None:
    near = difflib.get_close_matches(plain(name), names, n=1, cutoff=0.75)
    return names[near[0]].name if near else None
