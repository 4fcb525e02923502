"""Loading a synthetic state: how much memory, how many rows a second, and beside what floor.

Run: ``.venv/bin/python -m benchmarks.load [--people N ...]`` (Linux). The floor is DuckDB
reading the same Parquet and writing it again, partitioned by a hash of the person: what
any store of partitions costs at the least, with nothing checked, typed or joined. It has
one thread, as loading has by its defaults, and as much memory as it likes. Both run in
processes of their own, one after the other; read the ratio, and the memory, which must
not grow with the people.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from benchmarks.peak import peak_mb
from homeward.screen.store import FOLDERS, PARTITION_OF
from homeward.sources.loading import PART_ROWS

SEED = 7


def floor(data: Path, out: Path) -> None:
    """Read the tables and write them again, partitioned by a hash of the person."""
    out.mkdir()
    partitions = max(1, round(rows(data)["charges"] / PART_ROWS))
    part = PARTITION_OF.format(person_id="person_id", partitions=partitions)
    with duckdb.connect(config={"threads": 1}) as database:
        database.execute("SET preserve_insertion_order = false")
        database.execute(f"SET partitioned_write_max_open_files = {partitions + 1}")
        for table in (FOLDERS[name] for name in ("person", "case", "charge")):
            database.read_parquet(f"{data}/{table}.parquet").project(
                f"*, {part} AS part"
            ).to_parquet(f"{out}/{table}", compression="zstd", partition_by=["part"])


def rows(data: Path) -> dict[str, int]:
    """How many rows each table of the data has."""
    return {path.stem: pq.read_metadata(path).num_rows for path in data.glob("*.parquet")}


def homeward(*arguments: str | Path) -> float:
    """Run the command; its peak in megabytes."""
    return peak_mb(Path(os.devnull), *map(str, arguments), "--quiet")


def main(sizes: list[int]) -> None:
    """Measure and print a table."""
    print(f"{'people':>10} {'rows':>11} {'peak MB':>8} {'seconds':>8} {'rows a second':>14} "
          f"{'x floor':>8}")  # fmt: skip
    for people in sizes:
        with tempfile.TemporaryDirectory() as folder:
            data, store, copy = (Path(folder) / name for name in ("data", "store", "copy"))
            homeward("sample", "us-mo", "--people", str(people), "--seed", str(SEED), "--out", data)
            began = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "benchmarks.load", "--floor", data, copy], check=True
            )
            between = time.perf_counter()
            peak = homeward("load", data, "--out", store)
            seconds, least = time.perf_counter() - between, between - began
            total = sum(rows(data).values())
        print(f"{people:>10,} {total:>11,} {peak:>8,.0f} {seconds:>8.1f} {total / seconds:>14,.0f} "
              f"{seconds / least:>8.1f}", flush=True)  # fmt: skip


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, nargs="+", default=[30_000, 300_000])
    options.add_argument("--floor", type=Path, nargs=2, help=argparse.SUPPRESS)
    wish = options.parse_args()
    if wish.floor:
        floor(*wish.floor)
    else:
        main(wish.people)
