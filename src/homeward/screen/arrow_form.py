"""The stored form in Arrow's words, for who writes parts from Arrow tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyarrow as pa

from homeward.facts import Fact
from homeward.screen.store import STORED, columns

_ARROW: Mapping[str, pa.DataType] = {
    "BIGINT": pa.int64(),
    "INTEGER": pa.int32(),
    "TINYINT": pa.int8(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "DOUBLE": pa.float64(),
    "VARCHAR": pa.string(),
    "DATE[]": pa.list_(pa.date32()),
    "DOUBLE[]": pa.list_(pa.float64()),
}


def arrow_type(fact: Fact) -> pa.DataType:
    """The Arrow type of a fact's column."""
    return _ARROW[STORED[fact.kind]]


def schema(table: str, facts: Iterable[Fact]) -> pa.Schema:
    """The columns of a table's parts as an Arrow schema."""
    return pa.schema([(name, _ARROW[form]) for name, form in columns(table, facts).items()])
