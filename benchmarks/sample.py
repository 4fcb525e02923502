"""A synthetic state: how long it takes to draw, beside writing the same tables from memory.

Run: ``.venv/bin/python -m benchmarks.sample [PEOPLE ...]``. The floor is the same
rows written to the same Parquet files by the same writer, with the rows already in
memory. Both run in processes of their own; read the ratios, and the memory, which
must not grow with the people.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.peak import own_peak_mb
from homeward import law
from homeward.sample import Order, make_sample, read_distributions
from homeward.sample.block import BlockMaker
from homeward.sample.writing import ParquetFiles

SEED = 7


def draw(people: int, folder: Path) -> None:
    """Make the sample, and say how long it took and how much memory."""
    began = time.perf_counter()
    make_sample(Order("us-mo", people, folder, SEED))
    _say(time.perf_counter() - began)


def write(people: int, folder: Path) -> None:
    """Write the same blocks from memory."""
    blocks = list(BlockMaker(read_distributions("us-mo"), law.vocabulary(), SEED).blocks(people))
    began = time.perf_counter()
    with ExitStack() as closing:
        writer = ParquetFiles(folder, {}, closing)
        for tables in blocks:
            writer.add(tables)
    _say(time.perf_counter() - began)


def _say(seconds: float) -> None:
    print(seconds, own_peak_mb())


def measured(what: str, people: int) -> tuple[float, float, int]:
    """Seconds, peak megabytes and charges of the best of three runs."""
    best = (float("inf"), 0.0, 0)
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "benchmarks.sample", what, str(people), folder]
            run = subprocess.run(command, check=True, capture_output=True, text=True)
            seconds, megabytes = map(float, run.stdout.split())
            charges = pq.read_metadata(Path(folder) / "charges.parquet").num_rows
        best = min(best, (seconds, megabytes, charges))
    return best


def main(sizes: list[int]) -> None:
    """Measure and print a table."""
    print(f"{'people':>10} {'charges':>11} {'a second':>10} {'x floor':>8} {'peak MB':>8}")
    for people in sizes:
        floor, _, _ = measured("write", people)
        seconds, megabytes, charges = measured("draw", people)
        print(f"{people:>10,} {charges:>11,} {charges / seconds:>10,.0f} "
              f"{seconds / floor:>8.1f} {megabytes:>8.0f}")  # fmt: skip


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["draw" | "write" as what, people, folder]:
            {"draw": draw, "write": write}[what](int(people), Path(folder))
        case sizes:
            main([int(size) for size in sizes] or [30_000, 300_000])
