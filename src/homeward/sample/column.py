"""A column of drawn values, and what Arrow makes of it; its type follows from the fact's kind.

>>> from homeward import law
>>> facts = law.vocabulary()
>>> drawn = Column(np.array([1, NOT_KNOWN]), ("A", "B"))
>>> drawn.arrow(facts["charge.class"]).to_pylist()
['B', None]
>>> Column(np.array([0, NOT_KNOWN])).arrow(facts["charge.offense_date"]).to_pylist()
[datetime.date(1970, 1, 1), None]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from homeward.facts import Fact
from homeward.sample.shares import NOT_KNOWN, Ints, Truths

_WORD = pa.dictionary(pa.int16(), pa.string())
_TYPES = {"date": pa.date32(), "truth": pa.bool_(), "code": _WORD, "text": _WORD,
          "citation": _WORD, "dates": pa.list_(pa.date32()),
          "numbers": pa.list_(pa.int32())}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """Whole numbers, NOT_KNOWN where the record is silent.

    A day is a number of days since 1970, a truth 0 or 1, a word its number among
    ``words``. In a column of lists ``lengths`` says how many values each row has.
    """

    values: Ints
    words: tuple[str, ...] = ()
    lengths: Ints | None = None

    def forget(self, rows: Truths) -> None:
        """Make the value unknown in some rows."""
        self.values[rows] = NOT_KNOWN

    def type(self, fact: Fact) -> pa.DataType:
        """What the column is written as."""
        if fact.kind == "number":
            return pa.float64() if self.words else pa.int32()
        return _TYPES[fact.kind]

    def arrow(self, fact: Fact) -> pa.Array:
        """The column as it is written."""
        kind = self.type(fact)
        if self.lengths is not None:
            return _lists(self.values, self.lengths, kind)
        unknown = self.values == NOT_KNOWN
        if kind == _WORD and not self.words:
            return pa.nulls(len(self.values), kind)  # no row of the place has such a word
        if self.words:
            numbers = pa.array(np.where(unknown, 0, self.values).astype(np.int16), mask=unknown)
            found = pa.DictionaryArray.from_arrays(numbers, pa.array(self.words))
            return found if fact.kind != "number" else found.dictionary_decode().cast(kind)
        if fact.kind == "truth":
            return pa.array(self.values == 1, mask=unknown)
        return pa.array(self.values.astype(np.int32), mask=unknown).view(kind)


def truths(values: Iterable[Any]) -> Column:
    """A column of yes and no."""
    return Column(np.asarray(values).astype(np.int64))


def _lists(values: Ints, lengths: Ints, kind: pa.ListType) -> pa.Array:
    """Rows of several values; a row without any is not in the record."""
    ends = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
    flat = pa.array(values.astype(np.int32)).view(kind.value_type)
    return pa.ListArray.from_arrays(ends, flat, mask=pa.array(lengths == 0))
