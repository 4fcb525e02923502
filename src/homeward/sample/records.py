"""The people of a sample one by one: as the JSON of a record file, or as records.

>>> first = next(people("us-mo", 3, seed=1))
>>> first["id"], first["note"]
('SYNTHETIC-00000001', 'SYNTHETIC: nobody here exists; made of random numbers, not of records')
>>> first["cases"][0]["charges"][0]["charge_id"]
'001'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pyarrow as pa

from homeward import law
from homeward.facts import Record, read_record
from homeward.sample.block import BlockMaker, Tables
from homeward.sample.distributions import read_distributions
from homeward.sample.labels import WARNING

_FEW = 1_024
_ABOVE = ("person_id", "case_id")
Json = dict[str, Any]


def people(place: str, count: int, *, seed: int = 1, heavy: int = 0) -> Iterator[Json]:
    """Each of the first ``count`` people as a record file holds it; what is not known is left out.

    The same people as those of the tables that are made with the same seed.
    """
    maker = BlockMaker(read_distributions(place), law.vocabulary(), seed, heavy)
    for tables in maker.blocks(count, min(count, _FEW)):
        yield from as_json(tables)


def records(place: str, count: int, *, seed: int = 1, heavy: int = 0) -> Iterator[Record]:
    """The same people as records that are read and checked."""
    for person in people(place, count, seed=seed, heavy=heavy):
        yield read_record(person, law.vocabulary())


def as_json(tables: Tables) -> Iterator[Json]:
    """The people of a block, each with its cases and charges."""
    charges = groupby(_rows(tables["charges"]), lambda charge: charge["case_id"])
    by_person = groupby(_rows(tables["cases"]), lambda case: case["person_id"])
    for person, (_, cases) in zip(_rows(tables["people"]), by_person, strict=True):
        yield {
            "id": person["person_id"],
            "note": WARNING,
            "person": person,
            "cases": [
                _without(case, "person_id") | {"charges": _charges(next(charges)[1])}
                for case in cases
            ],
        }


def _charges(rows: Iterable[Json]) -> list[Json]:
    return [_without(charge, *_ABOVE) for charge in rows]


def _without(row: Json, *keys: str) -> Json:
    return {key: value for key, value in row.items() if key not in keys}


def _rows(table: pa.Table) -> Iterator[Json]:
    """Each row as nested JSON: without what is not known, and with days as text."""
    paths = [name.split(".") for name in table.column_names]
    columns = [_values(column) for column in table.columns]
    for values in zip(*columns, strict=True):
        row: Json = {}
        for path, value in zip(paths, values, strict=True):
            if value is not None:
                _put(row, path, value)
        yield row


def _put(row: Json, path: list[str], value: object) -> None:
    for branch in path[:-1]:
        row = row.setdefault(branch, {})
    row[path[-1]] = value


def _values(column: pa.ChunkedArray) -> list[Any]:
    if pa.types.is_date(column.type):
        column = column.cast(pa.string())
    elif column.type == pa.list_(pa.date32()):
        column = column.cast(pa.list_(pa.string()))
    values: list[Any] = column.to_pylist()
    return values
