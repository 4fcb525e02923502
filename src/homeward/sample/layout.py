"""The tables of a sample: their columns, packed as they are drawn and typed as they are written.

While it is drawn a row is packed: a day is a whole number of days since 1900 (0
is not known), a truth is 0, 1 or -1, a word is its number or -1. The type that
a column is written with follows from the vocabulary's kind of fact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from homeward.facts import Fact, Vocabulary
from homeward.sample.days import to_number
from homeward.sample.identifiers import case_ids, course_ids, person_ids

Rows = NDArray[Any]
Values = NDArray[Any]

FIRST_DAY = to_number("1900-01-01")
IN_CASE = tuple(str(number) for number in range(1, 100))
_PACKED = {"date": "<u2", "truth": "i1", "code": "<i2", "text": "<i2", "citation": "<i2"}
_WRITTEN = {"date": pa.date32(), "truth": pa.bool_(), "code": pa.string(),
            "text": pa.string(), "citation": pa.string()}  # fmt: skip
_KEYS = {
    "person": [("person", "<u4")],
    "case": [("order", "<u2"), ("person", "<u4"), ("case", "<u2")],
    "charge": [("order", "<u2"), ("person", "<u4"), ("case", "<u2"), ("charge", "u1"),
               ("position", "<u2"), ("course", "<u2")],
}  # fmt: skip
_IDS = {
    "person": ("person_id",),
    "case": ("case_id", "person_id"),
    "charge": ("charge_id", "case_id", "person_id"),
}


@dataclass(frozen=True)
class Layout:
    """One table: its facts in order, and the words that numbers stand for."""

    table: str
    facts: tuple[Fact, ...]
    words: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(
        cls, table: str, fields: tuple[str, ...], words: Mapping[str, tuple[str, ...]],
        vocabulary: Vocabulary,
    ) -> Layout:  # fmt: skip
        """The layout of some fields; each must be a fact of the vocabulary."""
        return cls(table, tuple(vocabulary[f"{table}.{name}"] for name in fields), words)

    @cached_property
    def dtype(self) -> np.dtype[Any]:
        """A packed row."""
        return np.dtype([*_KEYS[self.table], *((fact.field, _packed(fact)) for fact in self.facts)])

    @cached_property
    def schema(self) -> pa.Schema:
        """The written columns: ids, facts by their field paths, and the place in the record."""
        columns = [(name, pa.string()) for name in _IDS[self.table]]
        columns += [(fact.field, _written(fact)) for fact in self.facts]
        if self.table == "charge":
            columns.append(("same_course_id", pa.string()))
        if self.table != "person":
            columns.append(("position", pa.int32()))
        return pa.schema(columns)

    @cached_property
    def coded_schema(self) -> pa.Schema:
        """The same columns as they are handed over: few different words go as their numbers."""
        coded = pa.dictionary(pa.int16(), pa.string())
        return pa.schema([
            field.with_type(coded) if field.name in self.dictionaries else field
            for field in self.schema
        ])  # fmt: skip

    @cached_property
    def dictionaries(self) -> list[str]:
        """The columns with few different values."""
        listed = [fact.field for fact in self.facts if fact.field in self.words]
        return [*listed, "charge_id"] if self.table == "charge" else listed

    def pack(self, count: int, columns: Mapping[str, Values]) -> Rows:
        """Rows from columns of plain numbers (days since 1970, with NO_DAY)."""
        rows = np.zeros(count, self.dtype)
        for name in self.dtype.names or ():
            values = columns[name]
            packed = np.maximum(values - (FIRST_DAY - 1), 0) if self._is_day(name) else values
            rows[name] = packed
        return rows

    def _is_day(self, name: str) -> bool:
        return name == "order" or any(
            fact.field == name for fact in self.facts if fact.kind == "date"
        )

    def forget(self, rows: Rows, field: str, lost: Values) -> None:
        """Make a fact unknown in some rows."""
        rows[field][lost] = 0 if self._is_day(field) else np.nan if _is_float(rows, field) else -1

    def written(self, rows: Rows) -> pa.Table:
        """Packed rows as the table that is written, in the coded schema."""
        columns = self._ids(rows)
        columns += [
            self._column(fact, np.ascontiguousarray(rows[fact.field])) for fact in self.facts
        ]
        if self.table == "charge":
            columns.append(course_ids(rows["course"]))
        if self.table != "person":
            position = rows["position" if self.table == "charge" else "case"]
            columns.append(pa.array(position.astype(np.int32)))
        return pa.Table.from_arrays(columns, schema=self.coded_schema)

    def _ids(self, rows: Rows) -> list[Any]:
        found = {"person_id": lambda: person_ids(rows["person"])}
        if self.table != "person":
            found["case_id"] = lambda: case_ids(rows["person"], rows["case"])
        if self.table == "charge":
            found["charge_id"] = lambda: _listed(rows["charge"].astype(np.int16), IN_CASE)
        return [found[name]() for name in _IDS[self.table]]

    def _column(self, fact: Fact, values: Values) -> pa.Array:
        if fact.kind == "date":
            days = values.astype(np.int32) + np.int32(FIRST_DAY - 1)
            return pa.array(days, mask=values == 0).cast(pa.date32())
        if fact.kind == "truth":
            return pa.array(values == 1, mask=values < 0)
        if fact.kind == "number":
            missing = np.isnan(values) if values.dtype.kind == "f" else values < 0
            return pa.array(values.astype(_written(fact).to_pandas_dtype()), mask=missing)
        return _listed(values, self.words[fact.field])


def chosen(rows: Rows, which: Values) -> Rows:
    """Some rows, copied whole; numpy by itself would copy field by field, ten times slower."""
    return _whole(rows)[which].view(rows.dtype)


def joined(pieces: Sequence[Rows], dtype: np.dtype[Any]) -> Rows:
    """Pieces of rows one after another, copied whole."""
    empty = np.zeros(0, dtype)
    return np.concatenate([_whole(piece) for piece in (*pieces, empty)]).view(dtype)


def _whole(rows: Rows) -> Rows:
    return np.ascontiguousarray(rows).view(f"V{rows.dtype.itemsize}")


def _listed(values: Values, words: tuple[str, ...]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(values, mask=values < 0), pa.array(words))


def _packed(fact: Fact) -> str:
    return _PACKED.get(fact.kind) or ("<i2" if _is_count(fact) else "<f4")


def _written(fact: Fact) -> pa.DataType:
    return _WRITTEN.get(fact.kind) or (pa.int32() if _is_count(fact) else pa.float64())


def _is_count(fact: Fact) -> bool:
    return fact.unit in ("count", "year")


def _is_float(rows: Rows, field: str) -> bool:
    return rows[field].dtype.kind == "f"
