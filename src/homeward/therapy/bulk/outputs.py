"""The scores of a stretch as lines of JSON, or as the columns of a table."""

# ruff: noqa: S608  SQL is written from the forms' own data and our own names, texts quoted

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge

import duckdb
import pyarrow as pa

from homeward.sources.reading_sql import quoted, text
from homeward.therapy.bulk.keys import COLUMNS
from homeward.therapy.one_by_one import Aside
from homeward.therapy.scoring import NOT_A_DIAGNOSIS

_TEXTS = ("positive", "subscores", "settled_by", "short_forms")
_LISTS = ("errors", "missing", "flags", "notes")
_KEYS = ("version", "valid", "errors", "missing", "total", "total_min", "total_max", "band",
         "positive", "subscores", "flags", "settled_by", "notes")  # fmt: skip
_PARSED = {"id": "id->>'$'", "reported_total": "TRY_CAST(reported_total AS BIGINT)"}


def _shown(name: str) -> str:
    """What stands at a key in JSON."""
    if name in _LISTS:
        return f"CASE WHEN len({name}) = 0 THEN '[]' ELSE to_json({name}) END"
    if name in _TEXTS:
        return name
    if name in ("version", "band"):
        return f"coalesce(to_json({name}), 'null')"
    return f"coalesce({name}::VARCHAR, 'null')"


def _optional(name: str, present: str) -> str:
    """A key that stands only where it says something."""
    key = text(f',"{name}":')
    return f"CASE WHEN {present} IS NOT NULL THEN concat({key}, {_shown(name)}) END"


_JSON = ", ".join([
    "'{\"id\":'", "coalesce(id::VARCHAR, 'null')", "',\"instrument\":'", "to_json(instrument)",
    *(part for name in _KEYS for part in (f"',\"{name}\":'", _shown(name))),
    text(f',"says":{json.dumps(NOT_A_DIAGNOSIS)}'),
    _optional("prorated_mean", "prorated_mean"),
    _optional("reported_total", "reported_total"),
    _optional("agrees_with_reported", "reported_total"),
    _optional("short_forms", "short_forms"),
    "'}'",
])  # fmt: skip


def as_lines(database: duckdb.DuckDBPyConnection, aside: Iterable[Aside]) -> Iterator[str]:
    """Each response's score as JSON, in order; what is set aside stands in its place."""
    scored = _arrow(database, f"SELECT line, concat({_JSON}) AS found FROM scored ORDER BY line")
    lines = scored["found"].to_pylist()
    wrong = [(one.number or 0, _line(one)) for one in aside]
    if not wrong:
        return iter(lines)
    numbered = zip(scored["line"].to_pylist(), lines, strict=True)
    return (found for _, found in merge(numbered, wrong))


def as_csv(database: duckdb.DuckDBPyConnection) -> pa.Table:
    """The scores as a table, in order; what is nested is JSON."""
    nested = {name: f"to_json({name})::VARCHAR" for name in _LISTS}
    return _table(database, _PARSED | nested)


def as_columns(database: duckdb.DuckDBPyConnection) -> pa.Table:
    """The scores as a table, in order; names and values are maps."""
    found = _table(database, _PARSED).combine_chunks()
    for name in _TEXTS:
        column = found[name].combine_chunks()
        found = found.set_column(found.column_names.index(name), name, mapped(column))
    return found


def mapped(entries: pa.ListArray) -> pa.MapArray:
    """Lists of keys and values as maps, also within the values."""
    inner = entries.values
    keys, values = inner.field("key"), inner.field("value")
    if pa.types.is_struct(values.type):
        parts = {field.name: values.field(field.name) for field in values.type}
        nested = {
            name: mapped(own) if pa.types.is_list(own.type) else own for name, own in parts.items()
        }
        values = pa.StructArray.from_arrays(list(nested.values()), list(nested))
    return pa.MapArray.from_arrays(entries.offsets, keys, values)


def _table(database: duckdb.DuckDBPyConnection, shown: Mapping[str, str]) -> pa.Table:
    names = [name for name in COLUMNS if name != "twice"]
    wanted = ", ".join(f"{shown.get(name, quoted(name))} AS {quoted(name)}" for name in names)
    return _arrow(database, f"SELECT {wanted} FROM scored ORDER BY line")


def _arrow(database: duckdb.DuckDBPyConnection, query: str) -> pa.Table:
    return database.sql(query).to_arrow_table()


def _line(found: Aside) -> str:
    return json.dumps(found.as_dict(), ensure_ascii=False, separators=(",", ":"))
