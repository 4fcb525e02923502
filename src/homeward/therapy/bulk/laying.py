"""Responses laid out for DuckDB, so that it sees what Python would.

A response that DuckDB might read otherwise than Python is read by Python and written anew. What
no response can be comes out with what is wrong with it.
"""

# ruff: noqa: S608  SQL is written from the forms' own data and our own names, texts quoted

from __future__ import annotations

import json
from collections.abc import Sequence

import duckdb
import pyarrow as pa

from homeward.sources import Entry
from homeward.sources.reading_sql import text
from homeward.therapy.bulk.source import Source, Stretch, texts_table

LINES = "homeward_lines"
FIELDS = ("instrument", "version", "sex", "status", "coding", "reported_total")
BREAK = chr(31)
"""Stands between the parts of a head: JSON has no such character outside its escapes."""

_ODD = (
    r'\\|,\s*[}\]]|[:\[,]\s*-|[^"A-Za-z](NaN|Infinity|nan|inf)|[\x00-\x08\x0b\x0c\x0e-\x1f]'
    r"|\{[^{]*\{[^{]*\{"
)
"""Escapes, commas before a bracket, negative numbers, what Python alone calls a number, and
objects beside the answers."""
_PATHS = ", ".join(f"'/{name}'" for name in (*FIELDS, "answers", "id"))
_ANSWERS, _ID = len(FIELDS) + 1, len(FIELDS) + 2
_KNOWN = " + ".join(f"(found[{n}] IS NOT NULL)::INTEGER" for n in range(1, _ID + 1))
_IS_ODD = f"""CASE
    WHEN found IS NULL OR len(keys) = 0 THEN true
    WHEN len(keys) <> {_KNOWN} AND len(keys) <> len(list_distinct(keys)) THEN true
    ELSE regexp_matches(text, {text(_ODD)}) END"""
_PARTS = ", ".join(f"coalesce(found[{n}]::VARCHAR, '')" for n in range(1, _ANSWERS))
_TABLE = f"""CASE WHEN json_type(found[{_ANSWERS}]) = 'OBJECT' THEN '{{}}'
    ELSE coalesce(found[{_ANSWERS}]::VARCHAR, '') END"""


def _laid(source: str) -> str:
    """A query for line, whether it is odd, id, answers and head."""
    valid = "json_valid(text)"
    return f"""
        SELECT line, {_IS_ODD} AS odd, found[{_ID}] AS id, found[{_ANSWERS}] AS answers,
            concat_ws(chr({ord(BREAK)}), {_PARTS}, {_TABLE}) AS head
        FROM (SELECT line, text,
                  CASE WHEN {valid} THEN json_extract(text, [{_PATHS}]) END AS found,
                  CASE WHEN {valid} THEN json_keys(text) END AS keys
              FROM {source})"""


def lay_out(database: duckdb.DuckDBPyConnection, stretch: Stretch, source: Source) -> list[Entry]:
    """Make the table ``parts`` of the lines that hold an object; what holds none is given back.

    It has line, id, answers and head. The objects that Python had to read stand there as Python
    writes them. The lines stay at hand as ``homeward_lines``.
    """
    database.register(LINES, stretch.texts)
    database.execute(f"CREATE OR REPLACE TEMP TABLE parts AS {_laid(LINES)}")
    odd = [line for (line,) in database.execute("SELECT line FROM parts WHERE odd").fetchall()]
    if not odd:
        return stretch.unread
    database.execute("DELETE FROM parts WHERE odd")
    read = entries(database, odd, source)
    again = [one for one in read if isinstance(one.data, dict)]
    texts = [json.dumps(one.data, ensure_ascii=False) for one in again]
    database.register("homeward_again", texts_table([one.line for one in again], texts))
    database.execute(
        f"INSERT INTO parts SELECT * REPLACE (false AS odd) FROM ({_laid('homeward_again')})"
    )
    database.unregister("homeward_again")
    return [*stretch.unread, *(one for one in read if not isinstance(one.data, dict))]


def entries(
    database: duckdb.DuckDBPyConnection, lines: Sequence[int], source: Source
) -> list[Entry]:
    """Some lines of the stretch as Python reads them; blank ones are left out."""
    wanted = pa.table({"line": pa.array(lines, pa.int64())})
    database.register("homeward_wanted", wanted)
    rows = database.execute(
        f"SELECT line, text FROM {LINES} WHERE line IN (FROM homeward_wanted) ORDER BY line"
    ).fetchall()
    database.unregister("homeward_wanted")
    return [source.entry_of(line, own) for line, own in rows if own.encode().strip()]
