"""A store: the people of a whole state in partitions, ready to be screened.

A store is a folder. Loading writes it once; every screening reads it::

    STORE/store.json               what is in it; written last, so a store without it is not whole
    STORE/set_aside.csv            every row that was not taken, and why
    STORE/people/part-0000.parquet
    STORE/cases/part-0000.parquet
    STORE/charges/part-0000.parquet
    STORE/tenancies/part-0000.parquet    where the data has them

All rows of one person are in the parts with the same number, and no rule looks
past one person, so each number can be screened by itself. Rows are sorted by
``person_key``, then by ``position``. A part of a table has the columns that
:func:`columns` names:

- the keys: whole numbers, unique in the store, never shown to a user;
- the ids of the data, as text;
- ``position``: the place in the person's record, from 0; charges count through
  all cases of the person;
- one column a fact that the data holds, under the fact's full name, only in the
  fact's own table, in its stored form (see :data:`STORED`).

A fact for which there is no column is filled in by :func:`silent`, as the fact
declares it. Loading fills the empty cells of a ``none_recorded`` fact with the
same value.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from homeward import __version__
from homeward.facts import Fact, Truth, Vocabulary
from homeward.facts.absence import absent
from homeward.screen.problem import StoreError
from homeward.screen.whole_parts import rows_of_part

VERSION = 1
DESCRIPTION = "store.json"
SET_ASIDE = "set_aside.csv"
SET_ASIDE_COLUMNS = ("file", "row", "field", "value", "problem", "fix")

FOLDERS = {"person": "people", "case": "cases", "charge": "charges", "tenancy": "tenancies"}
"""The folder of each table's parts; a table is named as facts name it."""

OPTIONAL = frozenset({"tenancy"})

PARTITION_OF = "(md5_number_lower({person_id}) % {partitions})::INTEGER"
"""The number of a person's partition, in DuckDB's SQL.

It rests on MD5 and on nothing else, so with the same number of partitions a person
is always in the same one, whatever the version of homeward or DuckDB.
"""


StoredValue = date | float | str | list[Any] | None
"""One cell of a fact's column."""


STORED: Mapping[str, str] = {
    "date": "DATE",
    "truth": "TINYINT",
    "number": "DOUBLE",
    "code": "VARCHAR",
    "text": "VARCHAR",
    "citation": "VARCHAR",
    "dates": "DATE[]",
    "numbers": "DOUBLE[]",
}
"""The stored form of each kind of fact, in DuckDB's words.

- date: NULL is missing; 2200-12-31 is known not to have happened;
- truth: 0 no, 1 unknown, 2 yes, never NULL;
- number, code, text, citation, lists: NULL is unknown; ``''``, 0 and ``[]`` are known.
"""

_KEY, _TEXT, _PLACE, _MARK = "BIGINT", STORED["text"], "INTEGER", "BOOLEAN"
_FIXED: Mapping[str, Mapping[str, str]] = {
    "person": {"person_key": _KEY, "person_id": _TEXT},
    "case": {
        "case_key": _KEY, "person_key": _KEY, "person_id": _TEXT, "case_id": _TEXT,
        "position": _PLACE,
    },
    "charge": {
        "row_id": _KEY, "case_key": _KEY, "person_key": _KEY, "person_id": _TEXT,
        "case_id": _TEXT, "charge_id": _TEXT, "position": _PLACE, "first_of_case": _MARK,
    },
    "tenancy": {"person_key": _KEY, "person_id": _TEXT},
}  # fmt: skip


def columns(table: str, facts: Iterable[Fact]) -> dict[str, str]:
    """The type of each column of a table's parts, in order: keys, ids and marks, then its facts.

    >>> from homeward.facts import core_vocabulary
    >>> words = core_vocabulary()
    >>> held = [words["case.filed_on"], words["charge.severity"]]
    >>> columns("case", held)
    {'case_key': 'BIGINT', 'person_key': 'BIGINT', 'person_id': 'VARCHAR', 'case_id': 'VARCHAR', \
'position': 'INTEGER', 'case.filed_on': 'DATE'}
    """
    held = {fact.name: STORED[fact.kind] for fact in facts if fact.table == table}
    return {**_FIXED[table], **held}


def silent(fact: Fact) -> StoredValue:
    """What a column holds where the data says nothing of a fact; None is NULL.

    >>> from homeward.facts import core_vocabulary
    >>> words = core_vocabulary()
    >>> silent(words["charge.offense_date"]), silent(words["charge.pardoned_on"])
    (None, datetime.date(2200, 12, 31))
    """
    return plain(fact, absent(fact))


def plain(fact: Fact, value: Any) -> StoredValue:  # noqa: ANN401  typed as its fact declares
    """A fact's typed value as a column holds it."""
    if fact.kind == "truth":
        return int(Truth.UNKNOWN if value is None else value)
    if value is None or fact.kind in ("code", "text", "citation"):
        text: StoredValue = value
        return text
    if fact.kind in ("dates", "numbers"):
        return [low for low, _ in value]
    low, high = value
    known: StoredValue = low if low == high else None
    return known


@dataclass(frozen=True)
class Description:
    """What ``store.json`` says.

    Attributes:
        partitions: how many parts each table has.
        rows: how many rows each folder holds, and how many were set aside.
        facts: the names of the facts that have a column.
        sources: what was loaded: file, size in bytes, rows.
        tables: the tables that have parts.
        made_with: the version of homeward that wrote the store.
        loading: how the rows add up, table by table, and what was taken for granted.
    """

    partitions: int
    rows: Mapping[str, int]
    facts: tuple[str, ...]
    sources: tuple[Mapping[str, Any], ...] = ()
    tables: tuple[str, ...] = ("person", "case", "charge")
    made_with: str = __version__
    loading: Mapping[str, Any] = field(default_factory=dict)

    def write(self, store: Path) -> None:
        """Write ``store.json``: the last step of loading, done at one stroke."""
        shaped = {"homeward_store": VERSION, **asdict(self)}
        unfinished = store / f".{DESCRIPTION}"
        unfinished.write_text(json.dumps(shaped, indent=1, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(store / DESCRIPTION)


@dataclass(frozen=True)
class Store:
    """A store that has been opened: where its parts are, and what they hold."""

    path: Path
    description: Description
    facts: Mapping[str, Fact] = field(repr=False)

    @classmethod
    def open(cls, path: Path, vocabulary: Vocabulary, *, check: bool = True) -> Store:
        """Open a store and, unless it was just done, see that every part is there and whole.

        Raises:
            StoreError: naming the file and the fix.
        """
        description = read_description(path)
        unknown = [name for name in description.facts if name not in vocabulary]
        if unknown:
            msg = (
                f"{path / DESCRIPTION}: {unknown[0]} is not a fact of this version of homeward "
                f"(the store was made with {description.made_with}). Load the data again"
            )
            raise StoreError(msg)
        store = cls(path, description, {name: vocabulary[name] for name in description.facts})
        if check:
            store.check()
        return store

    @property
    def partitions(self) -> range:
        """The numbers of the partitions."""
        return range(self.description.partitions)

    def part(self, table: str, number: int) -> Path:
        """The file of one part."""
        return part(self.path, table, number)

    def held(self, table: str) -> list[Fact]:
        """The facts that a table's parts have columns for."""
        return [fact for fact in self.facts.values() if fact.table == table]

    def check(self) -> None:
        """See that every part can be read, has its columns, and that the rows add up.

        Raises:
            StoreError: naming the file and the fix.
        """
        for table in self.description.tables:
            counted = self._rows(table)
            promised = self.description.rows.get(FOLDERS[table])
            if counted != promised:
                msg = (
                    f"{self.path / FOLDERS[table]}: holds {counted:,} rows, and {DESCRIPTION} says "
                    f"{promised}. Load the data again"
                )
                raise StoreError(msg)
        if not (self.path / SET_ASIDE).is_file():
            msg = f"{self.path / SET_ASIDE} is not there. Load the data again"
            raise StoreError(msg)

    def _rows(self, table: str) -> int:
        wanted = columns(table, self.held(table))
        with duckdb.connect() as database:
            parts = (self.part(table, number) for number in self.partitions)
            return sum(rows_of_part(database, part, wanted) for part in parts)


def part(store: Path, table: str, number: int) -> Path:
    """The file of one part of a table.

    >>> part(Path("mo"), "charge", 7).as_posix()
    'mo/charges/part-0007.parquet'
    """
    return store / FOLDERS[table] / f"part-{number:04}.parquet"


def is_store(path: Path) -> bool:
    """Whether a folder is a store."""
    return (path / DESCRIPTION).is_file()


def read_description(path: Path) -> Description:
    """What the ``store.json`` of a folder says.

    Raises:
        StoreError: when it is not there, or not of this version.
    """
    file = path / DESCRIPTION
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        version = told.pop("homeward_store")
    except FileNotFoundError:
        msg = f"{path} is not a store: it has no {DESCRIPTION}. Make one with homeward load"
        raise StoreError(msg) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        msg = f"{file} cannot be read ({problem}). Load the data again"
        raise StoreError(msg) from None
    if version != VERSION:
        msg = f"{file}: is a store of version {version}, not {VERSION}. Load the data again"
        raise StoreError(msg)
    return _described(file, told)


def _described(file: Path, told: Mapping[str, Any]) -> Description:
    try:
        lists = {name: tuple(told[name]) for name in ("facts", "sources", "tables")}
        description = Description(**{**told, **lists})
    except (KeyError, TypeError) as problem:
        msg = f"{file} does not say what a store must say ({problem}). Load the data again"
        raise StoreError(msg) from None
    if not description.partitions >= 1:
        msg = f"{file}: a store has at least one partition. Load the data again"
        raise StoreError(msg)
    return description
