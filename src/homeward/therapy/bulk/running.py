"""A whole file of responses scored on DuckDB: a stretch at a time, in memory that does not grow."""

# ruff: noqa: S608  SQL is written from the forms' own data and our own names, texts quoted

from __future__ import annotations

from collections.abc import Callable, Iterator

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from homeward.therapy.bulk.laying import LINES
from homeward.therapy.bulk.nested import Shape
from homeward.therapy.bulk.scorer import Scorer
from homeward.therapy.bulk.source import Source
from homeward.therapy.one_by_one import Aside
from homeward.therapy.repeated import Numbered, Verdict, verdicts

Watch = Callable[[int], None]
"""Is told how many bytes or rows more are done."""


_FOUND = "CASE WHEN json_valid(text) THEN json_extract(text, ['/id', '/instrument']) END"
_IS_NAMED = "coalesce(found[1]::VARCHAR, 'null') <> 'null'"
_PARTS = [f"coalesce(found[{place}]::VARCHAR, '')" for place in (1, 2)]
_PLAIN = " AND ".join(f"left({part}, 1) NOT IN ('{{', '[')" for part in _PARTS)
_KEY = (
    f"(CASE WHEN {_PLAIN} THEN hash(concat_ws(chr(31), {', '.join(_PARTS)})) ELSE 0 END)::UBIGINT"
)
"""A number for each id and form; one for all that are no plain values, which Python tells apart."""


def _keyed(more: str = "") -> str:
    """A query for the key of each response that has an id."""
    found = f"SELECT line, text, {_FOUND} AS found FROM {LINES}"
    return f"SELECT {more}{_KEY} AS own FROM ({found}) WHERE {_IS_NAMED}"


Scored = tuple[duckdb.DuckDBPyConnection, list[Aside]]
"""A database with the table ``scored`` of a stretch, and what of that stretch is set aside."""


def score_in_bulk(source: Source, shape: Shape, watch: Watch = lambda _: None) -> Iterator[Scored]:
    """Score a file of responses, a stretch at a time.

    It is read twice, and once more where an id comes more than once with one form.
    """
    with duckdb.connect() as database:
        said = _repeated(database, source, watch)
        scorer = Scorer(database, source, said, shape)
        for stretch in source.stretches():
            yield database, scorer.score(stretch)
            watch(stretch.size)


def _repeated(
    database: duckdb.DuckDBPyConnection, source: Source, watch: Watch = lambda _: None
) -> dict[int, Verdict]:
    """The verdicts on responses whose id and form came more than once."""
    keys = [np.zeros(0, np.uint64)]
    for stretch in source.stretches(ids_only=True):
        keys.append(_keys(database, stretch.texts))
        watch(0)  # lets a bar show that something happens
    found, times = np.unique(np.concatenate(keys), return_counts=True)
    again = found[times > 1]
    return verdicts(_with_keys(database, source, again), source.counted) if len(again) else {}


def _keys(database: duckdb.DuckDBPyConnection, lines: pa.Table) -> npt.NDArray[np.uint64]:
    database.register(LINES, lines)
    found: npt.NDArray[np.uint64] = database.execute(_keyed()).fetchnumpy()["own"]
    database.unregister(LINES)
    return found


def _with_keys(
    database: duckdb.DuckDBPyConnection, source: Source, again: npt.NDArray[np.uint64]
) -> Iterator[Numbered]:
    """The responses with these keys, in their order."""
    database.register("homeward_again", pa.table({"own": again}))
    database.execute("CREATE TEMP TABLE again AS SELECT * FROM homeward_again")
    database.unregister("homeward_again")
    for stretch in source.stretches():
        database.register(LINES, stretch.texts)
        rows = database.execute(
            f"SELECT line, text FROM ({_keyed('line, text, ')}) "
            "WHERE own IN (FROM again) ORDER BY line"
        ).fetchall()
        read = (source.entry_of(line, text) for line, text in rows)
        yield from ((one.line or 0, one.data) for one in read if one.problem is None)
    database.execute("DROP TABLE again")
