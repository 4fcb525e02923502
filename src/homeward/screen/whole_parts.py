"""Parts of a store, seen to be whole before anything is answered from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb

from homeward.screen.problem import StoreError


def rows_of_part(database: duckdb.DuckDBPyConnection, file: Path, wanted: Mapping[str, str]) -> int:
    """The number of rows of a part.

    Args:
        database: what reads it.
        file: the part.
        wanted: the type that each of its columns must have, in DuckDB's words.

    Raises:
        StoreError: when it is not whole, or lacks a column, or has one of another type.
    """
    if not file.is_file():
        msg = f"{file} is not there. Load the data again"
        raise StoreError(msg)
    try:
        described = database.execute("DESCRIBE SELECT * FROM read_parquet($1)", [str(file)])
        found = {name: kind for name, kind, *_ in described.fetchall()}
        counted = database.execute("SELECT count(*) FROM read_parquet($1)", [str(file)])
        ((rows,),) = counted.fetchall()
    except duckdb.Error as problem:
        msg = f"{file} is not whole: {str(problem).splitlines()[0]}. Load the data again"
        raise StoreError(msg) from None
    for column, kind in wanted.items():
        if found.get(column) != kind:
            what = f"is {found[column]}" if column in found else "is missing"
            msg = f"{file}: {column} {what}, and must be {kind}. Load the data again"
            raise StoreError(msg)
    return int(rows)
