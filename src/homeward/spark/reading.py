"""Tables named on the command line, as tables of Spark."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

from homeward.screen.store import FOLDERS
from homeward.sources.inputs import table_named
from homeward.spark.gathering import TABLE_OF, Tables
from homeward.spark.problem import SparkError


def tables_named(spark: SparkSession, data: Sequence[str]) -> Tables:
    """Read ``people=PATH``, or a path whose file name begins with the table's.

    A folder is read as Parquet; ``.csv`` with its header, all columns as text;
    ``.json`` and ``.jsonl`` as a row a line. A folder of several tables stands for them all.

    Raises:
        SparkError: when two name one table, or a path is of no kind that is read.
    """
    found: dict[str, DataFrame] = {}
    for named in data:
        for table, path in _told(named):
            if table in found:
                msg = f"{path}: there is a table of {table} already. Give each table once"
                raise SparkError(msg)
            found[table] = _read(spark, path)
    return found


def _told(named: str) -> list[tuple[str, str]]:
    before, equals, after = named.partition("=")
    if equals and before in TABLE_OF:
        return [(before, after)]
    path = Path(named)
    inside = sorted(path.iterdir()) if path.is_dir() else []
    several = [file for file in inside if _kind(file.name) and file.stem in TABLE_OF]
    if several:
        return [(FOLDERS[table_named(file.name)], str(file)) for file in several]
    return [(FOLDERS[table_named(path.name)], named)]


def _kind(name: str) -> str | None:
    endings = {".parquet": "parquet", ".csv": "csv", ".json": "json", ".jsonl": "json"}
    return endings.get(Path(name).suffix)


def _read(spark: SparkSession, path: str) -> DataFrame:
    kind = _kind(path) or ("parquet" if Path(path).is_dir() else None)
    if kind == "parquet":
        return spark.read.parquet(path)
    if kind == "csv":
        return spark.read.csv(path, header=True, inferSchema=False)
    if kind == "json":
        return spark.read.json(path)
    msg = f"{path}: is of no kind that is read here. Give Parquet, CSV or JSON lines"
    raise SparkError(msg)
