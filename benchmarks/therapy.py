"""Scoring many screening responses: in bulk, one by one, and beside what reading and writing cost.

Run: ``.venv/bin/python -m benchmarks.therapy [--responses N]`` (Linux). The responses are made up:
every form that is shipped, in equal parts; some answers are missing or wrong, some ids come again.
The floor is DuckDB reading each line as JSON and writing it again, with nothing looked at. One by
one is run on every fiftieth response, and reckoned up. Each command is a process of its own; *work*
is seconds on all cores together, and differs less from day to day than the seconds do.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from benchmarks.peak import own_peak_mb, peak_mb
from homeward.therapy import Instrument, instruments

SEED, FEW = 1, 10_000
MISSING, WRONG, AGAIN = 0.03, 0.001, 0.001


class Taken(NamedTuple):
    """What one run took: seconds, work, and its peak in megabytes."""

    seconds: float
    work: float
    peak: float


def responses(number: int) -> Iterator[dict[str, Any]]:
    """Made-up responses, the same for the same number."""
    draw, forms = random.Random(SEED), instruments()  # noqa: S311  made up, and no secret
    for place in range(number):
        again = place and draw.random() < AGAIN
        own = draw.randrange(place) if again else place
        form = draw.choice(forms)
        yield {
            "id": f"r{own}", "instrument": form.id, "version": draw.choice([*form.versions, None]),
            "sex": draw.choice(["female", "male", None]), "answers": answers(form, draw),
        }  # fmt: skip


def answers(form: Instrument, draw: random.Random) -> dict[str, int | None]:
    """An answer to each question, but for a few."""
    found: dict[str, int | None] = {}
    for name, item in form.items.items():
        chance = draw.random()
        found[name] = draw.choice(item.allowed)
        if chance < MISSING + WRONG:
            found[name] = None if chance < MISSING else 99
    return found


def write(folder: Path, number: int) -> tuple[Path, Path, Path]:
    """The responses as lines and as a wide table, and a fraction of the lines."""
    share = max(1, number // FEW)
    lines, few, table = (folder / name for name in ("all.jsonl", "few.jsonl", "all.parquet"))
    with lines.open("w", encoding="utf-8") as whole, few.open("w", encoding="utf-8") as part:
        for place, own in enumerate(responses(number)):
            line = json.dumps(own) + "\n"
            whole.write(line)
            if place % share == 0:
                part.write(line)
    items = sorted({name for form in instruments() for name in form.items})
    columns = ", ".join(f"(json->>'/answers/{name}')::TINYINT AS \"{name}\"" for name in items)
    heads = ", ".join(
        f"json->>'/{name}' AS {name}" for name in ("id", "instrument", "version", "sex")
    )
    duckdb.sql(f"SELECT {heads}, {columns} FROM {read_lines(lines)}").to_parquet(str(table))
    return lines, few, table


def read_lines(path: Path) -> str:
    """The lines of a file as JSON, for DuckDB."""
    return f"read_json_objects('{path}', format = 'newline_delimited')"


def floor(lines: Path, out: Path) -> None:
    """Read every line as JSON, and write it again."""
    duckdb.sql(f"SELECT json_extract(json, '$') AS json FROM {read_lines(lines)}").to_csv(
        str(out), header=False, quotechar="", escapechar="", sep="\x1f"
    )


def measured(run: Callable[[], float]) -> Taken:
    """What a child process takes that ``run`` starts and that tells its peak."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    peak = run()
    seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Taken(seconds, work, peak)


def main(number: int) -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines, few, table = write(folder, number)
        least = measured(lambda: _floor(lines, folder / "floor.jsonl"))
        print(f"{number:,} responses, {lines.stat().st_size / 1e6:,.0f} MB as lines")
        print(f"{'':<34} {'seconds':>8} {'work':>8} {'x floor':>8} {'peak MB':>8}")
        _show("floor: lines read and written", least, least)
        for title, source, out in (
            ("lines to lines", lines, "a.jsonl"), ("lines to Parquet", lines, "b.parquet"),
            ("a wide table to Parquet", table, "c.parquet"),
        ):  # fmt: skip
            command = ("therapy", "score", source, "--quiet", "--out", folder / out)
            _show(title, measured(lambda own=command: _scored(folder, *own)), least)
        slow = measured(lambda: _scored(folder, "therapy", "score", few, "--format", "json"))
        share = max(1, number // FEW)
        each = Taken(share * slow.seconds, share * slow.work, slow.peak)
        _show(f"one by one, {share} times {number // share:,}", each, least)


def _scored(folder: Path, *command: str | Path) -> float:
    return peak_mb(folder / "out.txt", *map(str, command))


def _floor(lines: Path, out: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.therapy", "--floor", lines, out]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)


def _show(title: str, taken: Taken, least: Taken) -> None:
    ratio = taken.work / least.work
    print(f"{title:<34} {taken.seconds:>8.1f} {taken.work:>8.1f} {ratio:>8.1f} {taken.peak:>8,.0f}",
          flush=True)  # fmt: skip


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--responses", type=int, default=1_000_000)
    options.add_argument("--floor", type=Path, nargs=2, help=argparse.SUPPRESS)
    wish = options.parse_args()
    if wish.floor:
        floor(*wish.floor)
        print(own_peak_mb())
    else:
        main(wish.responses)
