"""Cells of a table as JSON, in SQL: what one response is read from.

A cell that is a whole number is one, however the table stores it; an empty cell says nothing. Any
other text stays text, and is then no answer.
"""

# ruff: noqa: S608  SQL is written from names of columns, each quoted, and of our own

from __future__ import annotations

import json
from collections.abc import Mapping

from homeward.sources.reading_sql import quoted, text

FIELDS = ("instrument", "version", "sex", "status", "coding", "reported_total")
"""What a response may hold beside its id and its answers."""
PREFIX = "item_"
"""May stand before an item in the name of a column."""

_NUMBERS = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT",
            "UINTEGER", "UBIGINT", "UHUGEINT"}  # fmt: skip
_WHOLE = r"-?[0-9]{1,15}(\.0+)?"
_LARGEST = 10**15
_NUMBERED = {"reported_total"}


def number(column: str, kind: str) -> str:
    """A cell that should be a number, as JSON; NULL where it says nothing."""
    own = quoted(column)
    if kind in _NUMBERS or kind == "BOOLEAN":
        return f"{own}::VARCHAR"
    if kind in ("FLOAT", "DOUBLE") or kind.startswith("DECIMAL"):
        return _real(f"{own}::DOUBLE")
    cell = f"trim({own}::VARCHAR)"
    return f"""CASE WHEN {cell} = '' THEN NULL
        WHEN regexp_full_match({cell}, {text(_WHOLE)})
        THEN (split_part({cell}, '.', 1)::BIGINT)::VARCHAR
        ELSE to_json({cell})::VARCHAR END"""


def _real(own: str) -> str:
    return f"""CASE WHEN isnan({own}) THEN NULL
        WHEN abs({own}) < {_LARGEST} AND {own} = trunc({own}) THEN ({own}::BIGINT)::VARCHAR
        ELSE to_json({own}::VARCHAR)::VARCHAR END"""


def word(column: str, kind: str) -> str:
    """A cell that should be a word, as JSON; NULL where it says nothing."""
    if kind in _NUMBERS or kind in ("FLOAT", "DOUBLE"):
        return number(column, kind)
    return f"to_json(nullif(trim({quoted(column)}::VARCHAR), ''))::VARCHAR"


def field(name: str, kind: str) -> str:
    """A cell of a field of a response."""
    return number(name, kind) if name in _NUMBERED else word(name, kind)


def wide_query(kinds: Mapping[str, str], fixed: str | None, rows: str) -> str:
    """A query for line and text of a table with a row a response.

    Args:
        kinds: the columns to read, with their types in DuckDB.
        fixed: the form of every row, where no column says it.
        rows: the query for the columns and ``line``.
    """
    heads = {name: field(name, kinds[name]) for name in ("id", *FIELDS) if name in kinds}
    if fixed is not None:
        heads["instrument"] = text(json.dumps(fixed))
    answers = {
        name.removeprefix(PREFIX): number(name, kind)
        for name, kind in kinds.items()
        if name not in ("id", *FIELDS)
    }
    whole = f"concat('{{\"answers\":{{', {_members(answers)}, '}}', {_after(heads)}, '}}')"
    return f"SELECT line, {whole} AS text FROM ({rows})"


def _after(parts: Mapping[str, str]) -> str:
    """Members of an object, each with a comma before it; those that are NULL are left out."""
    found = [f"{text(f',{json.dumps(name)}:')} || {own}" for name, own in parts.items()]
    return f"concat({', '.join([text(''), *found])})"


def _members(parts: Mapping[str, str]) -> str:
    return f"substr({_after(parts)}, 2)"


def long_query(kinds: Mapping[str, str], fixed: str | None, rows: str) -> str:
    """A query for line and text of a table with a row an answer.

    The rows of one id and form are one response. A field that is not the same in all of its rows
    stands more than once in the text, and is refused when that is read.
    """
    form = text(json.dumps(fixed)) if fixed is not None else word("instrument", kinds["instrument"])
    fields = {name: field(name, kinds[name]) for name in FIELDS[1:] if name in kinds}
    item = f"regexp_replace(trim(item::VARCHAR), '^{PREFIX}', '')"
    cells = "".join(f", {own} AS {quoted('own ' + name)}" for name, own in fields.items())
    answer = f"coalesce({number('answer', kinds['answer'])}, 'null')"
    inner = f"""SELECT line, {word("id", kinds["id"])} AS own_id, {form} AS own_form,
        concat(to_json({item}), ':', {answer}) AS own_answer{cells}
        FROM ({rows}) WHERE {_IS_WHOLE}"""
    told = "".join(
        f", list_transform(list(DISTINCT {own} ORDER BY {own}) FILTER ({own} IS NOT NULL), "
        f"lambda one: concat({text(json.dumps(name) + ':')}, one))"
        for name, own in ((name, quoted("own " + name)) for name in fields)
    )
    ids = """concat('"id":', own_id), concat('"instrument":', coalesce(own_form, 'null'))"""
    heads = f"flatten([[{ids}]{told}])"
    answers = "string_agg(own_answer, ',' ORDER BY line)"
    return f"""SELECT min(line) AS line,
        concat('{{', array_to_string({heads}, ','), ',"answers":{{', {answers}, '}}}}') AS text
        FROM ({inner}) GROUP BY own_id, own_form ORDER BY 1"""


_IS_WHOLE = (
    "nullif(trim(id::VARCHAR), '') IS NOT NULL AND nullif(trim(item::VARCHAR), '') IS NOT NULL"
)
LOOSE = f"NOT coalesce({_IS_WHOLE}, false)"
"""Whether a row of a long table belongs to no response, or to no question."""
