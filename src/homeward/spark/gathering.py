"""Bringing the rows of each person together: three tables as one, shuffled by the person.

A row of any table becomes a row of one table, with a column for whose it is and
a column of structs for each table, of which one is filled.
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
from pyspark.sql import Column, DataFrame, functions
from pyspark.sql.pandas.types import to_arrow_schema

from homeward import law
from homeward.screen.store import FOLDERS
from homeward.sources.mapping import ColumnMap
from homeward.sources.matching import IDS, match
from homeward.sources.reading_sql import Column as Matched
from homeward.spark.problem import SparkError

WHOSE = "whose"
"""The column that the shuffle goes by: the person's id as text."""

TABLE_OF = {folder: table for table, folder in FOLDERS.items()}
Tables = Mapping[str, "DataFrame"]
"""The user's tables by the names people, cases, charges, tenancies."""


def gathered(tables: Tables, mapping: ColumnMap, partitions: int) -> DataFrame:
    """All rows of all tables in one, the rows of one person in one partition.

    Raises:
        SparkError: when a table does not say whose its rows are.
    """
    packed = [_packed(name, tables, mapping) for name in tables]
    whole = packed[0]
    for one in packed[1:]:
        whole = whole.unionByName(one)
    return whole.repartition(partitions, WHOSE)


def _packed(name: str, tables: Tables, mapping: ColumnMap) -> DataFrame:
    frame = tables[name]
    whose = functions.col(quoted(column_of(name, frame, mapping, "person"))).cast("string")
    columns: list[Column] = [whose.alias(WHOSE)]
    for other, about in tables.items():
        if other == name:
            own = functions.struct(*[functions.col(quoted(column)) for column in frame.columns])
            columns.append(own.alias(other))
        else:
            columns.append(functions.lit(None).cast(about.schema).alias(other))
    return frame.select(*columns)


def column_of(name: str, frame: DataFrame, mapping: ColumnMap, whose: str) -> str:
    """The column with the id of the person (or the case) in a table.

    Raises:
        SparkError: when there is none.
    """
    found = matched(name, frame, mapping).get(IDS[whose])
    if found is None:
        msg = (
            f"{name}: no column says whose a row is. On Spark every table must: join "
            f"{IDS[whose].partition('.')[2]} to {name} first, or name its column in the mapping"
        )
        raise SparkError(msg)
    return found.name


def matched(name: str, frame: DataFrame, mapping: ColumnMap) -> Mapping[str, Matched]:
    """The columns of a table that hold facts, as loading will match them."""
    return match(TABLE_OF[name], _types(frame), mapping, law.vocabulary()).columns


def _types(frame: DataFrame) -> dict[str, str]:
    """The columns of a table with the types that DuckDB gives them."""
    nobody = to_arrow_schema(frame.schema).empty_table()
    with duckdb.connect() as database:
        found = database.from_arrow(nobody)
        return dict(zip(found.columns, map(str, found.types), strict=True))


def quoted(column: str) -> str:
    """A column's name for Spark, where dots would otherwise part it.

    >>> quoted("sentence.years")
    '`sentence.years`'
    """
    return "`" + column.replace("`", "``") + "`"
