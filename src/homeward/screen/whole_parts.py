"""Parts of a store, seen to be whole before anything is answered from them."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from homeward.screen.problem import StoreError


def rows_of_part(file: Path, wanted: pa.Schema) -> int:
    """The number of rows of a part.

    Raises:
        StoreError: when it is not whole, or lacks a column, or has one of another type.
    """
    try:
        with pq.ParquetFile(file) as parquet:
            found, rows = parquet.schema_arrow, parquet.metadata.num_rows
    except FileNotFoundError:
        msg = f"{file} is not there. Load the data again"
        raise StoreError(msg) from None
    except (OSError, pa.ArrowException) as problem:
        msg = f"{file} is not whole: {str(problem).splitlines()[0]}. Load the data again"
        raise StoreError(msg) from None
    for column in wanted:
        place = found.get_field_index(column.name)
        if place < 0 or not _same_type(found.field(place).type, column.type):
            what = "is missing" if place < 0 else f"is {found.field(place).type}"
            msg = f"{file}: {column.name} {what}, and must be {column.type}. Load the data again"
            raise StoreError(msg)
    return int(rows)


def _same_type(found: pa.DataType, wanted: pa.DataType) -> bool:
    if pa.types.is_list(wanted):  # writers name the item of a list as they like
        return bool(pa.types.is_list(found) and found.value_type == wanted.value_type)
    return bool(found == wanted)
