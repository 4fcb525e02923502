"""Frames of Polars, pandas, Arrow and whatever else Narwhals knows, as sources."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import pyarrow as pa

from homeward.sources.problem import SourceError
from homeward.sources.scan import ArrowScan


def frame_scan(table: str, name: str, frame: Any) -> ArrowScan:
    """A source that reads a frame, in batches where its library gives batches.

    Raises:
        SourceError: when it is no frame, or holds what Arrow cannot.
    """
    try:
        known = nw.from_native(frame)
    except TypeError:
        msg = (
            f"{name}: {type(frame).__name__} is no frame that is known here. Give a frame of "
            "Polars, pandas or Arrow, or the path of a file"
        )
        raise SourceError(msg) from None
    eager = known.collect("pyarrow") if isinstance(known, nw.LazyFrame) else known
    return ArrowScan(table, name, lambda: _reader(name, eager), known_rows=len(eager))


def _reader(name: str, frame: nw.DataFrame[Any]) -> pa.RecordBatchReader:
    try:
        return pa.RecordBatchReader.from_stream(frame)
    except (pa.ArrowException, TypeError) as problem:
        first = str(problem).splitlines()[0]
        msg = f"{name}: cannot be given to Arrow ({first}). Give each column one type"
        raise SourceError(msg) from None
