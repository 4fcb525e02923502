"""Screening a synthetic state: beside reading and writing it, and beside explaining it one by one.

Run: ``.venv/bin/python -m benchmarks.screen --people 285000`` (Linux), or with ``--store``;
with ``--question Q ...`` or ``--all`` for more than 610.140. The floor is DuckDB scanning the
columns that the question reads from the same Parquet, with a trivial expression over each
row, and writing as many columns of answers about charges and people. Everything runs in
processes of its own, one after the other, on every core; seconds of work (CPU) are told
beside seconds, since they differ less from one machine to the next. The slow alternative is
a loop in Python that explains each person in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb

from benchmarks.peak import peak_mb
from homeward import law
from homeward.explain import Explainer
from homeward.screen.plans import make_plan
from homeward.screen.store import FOLDERS, Store
from homeward.screen.wish import Wish

PLACE, SEED, QUESTION = "us-mo", 7, "clear.610_140"
AS_OF = date(2026, 11, 25)
SAMPLE = ("homeward", "sample", PLACE, "--seed", str(SEED), "--quiet")
EXPLAINED = 2_000
"""How many people are explained one by one."""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds, seconds of work on all cores, megabytes at its peak."""

    seconds: float
    work: float
    peak: float = 0.0


def floor(store: Path, questions: list[str], out: Path) -> None:
    """Read what the questions read, and write as many columns as their answers have."""
    wish = Wish(AS_OF, questions=tuple(questions))
    body = law.body(PLACE)
    facts = make_plan(wish.session(), [body] if body else [], wish.questions).facts
    held = Store.open(store, law.vocabulary(), check=False).facts
    own = {table: sorted(name for name in facts & set(held) if name.startswith(f"{table}."))
           for table in ("charge", "case", "person")}  # fmt: skip
    answered = len(questions) or len({rule.question for rule in body.rules.values()})  # type: ignore[union-attr]
    began, worked = time.perf_counter(), time.process_time()
    with duckdb.connect(config={"memory_limit": "256MB"}) as database:
        for number in range(len(list((store / "charges").iterdir()))):
            for table, names in own.items():
                file = sorted((store / FOLDERS[table]).iterdir())[number]
                if table != "case":
                    ids = "person_id, case_id, charge_id" if table == "charge" else "person_id"
                    rows = _trivial(names, ids, answered if table == "charge" else 2)
                    copy = f"COPY (SELECT {rows} FROM '{file}') TO '{out}/{table}-{number}.parquet'"
                    database.execute(f"{copy} (FORMAT parquet, COMPRESSION zstd)")
                elif names:
                    database.execute(f"SELECT {_trivial(names, '0', 1)} FROM '{file}'").fetchall()
    print(time.perf_counter() - began, time.process_time() - worked)


def _trivial(names: list[str], ids: str, answers: int) -> str:
    """As many columns as answers have (two dates, a number, three sets), of trivial expressions."""
    seen = " + ".join(f'("{name}" IS NULL)::BIGINT' for name in names) or "0"
    day = "DATE '2026-01-01' + seen::INTEGER"
    one = [day, f"{day} + 1", "seen::SMALLINT", "seen + 1", "seen + 2", "seen + 3"]
    columns = ", ".join(f"{text} AS a{place}_{n}" for place in range(answers)
                        for n, text in enumerate(one))  # fmt: skip
    return f"{ids}, {seen} AS seen, {columns}"


def cost(*command: str) -> Cost:
    """What a command of this Python takes."""
    before, began = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-m", *command], check=True, stdout=subprocess.DEVNULL)
    return since(before, began)


def since(before: os.times_result, began: float) -> Cost:
    """What was spent since."""
    after, seconds = os.times(), time.perf_counter() - began
    user = after.children_user - before.children_user
    return Cost(seconds, user + after.children_system - before.children_system)


def explaining(data: Path, questions: list[str]) -> float:
    """Seconds of work for each charge when people are explained one by one, as JSON."""
    explainer = Explainer(as_of=AS_OF, questions=tuple(questions))
    lines = data.read_text(encoding="utf-8").splitlines()
    charges, began = 0, time.process_time()
    for line in lines:
        record = explainer.read(json.loads(line))
        charges += sum(1 for _ in record.charges)
        explainer.explain(record).as_line()
    return (time.process_time() - began) / charges


def screened(store: Path, questions: list[str], out: Path, *more: str) -> Cost:
    """What a screening takes; with workers, the peak is that of their parent."""
    asked = [part for one in questions for part in ("--question", one)]
    command = ["screen", str(store), "--as-of", str(AS_OF), "--quiet", *asked, *more]
    before, began = os.times(), time.perf_counter()
    peak = peak_mb(Path(os.devnull), *command, "--out", str(out))
    return replace(since(before, began), peak=peak)


def stored(people: int, here: Path) -> Path:
    """A store of so many synthetic people."""
    data, store = here / "data", here / "store"
    cost(*SAMPLE, "--people", str(people), "--out", str(data))
    cost("homeward", "load", str(data), "--out", str(store), "--quiet")
    return store


def main(store: Path, questions: list[str], memory: int) -> None:
    """Measure one store, and print its table."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        out = here / "floor"
        out.mkdir()
        charges = Store.open(store, law.vocabulary(), check=False).description.rows["charges"]
        named = ["--question", *questions] if questions else ["--all"]
        command = [sys.executable, "-m", "benchmarks.screen", *named, "--floor", store, out]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
        least = Cost(*map(float, told.stdout.split()))
        runs = {
            "screen": (),
            "screen, two workers": ("--workers", "2"),
            "screen --reasons": ("--reasons",),
        }
        print(f"{charges:,} charges, {', '.join(questions) or 'every question'}, "
              f"--memory-limit {memory}")  # fmt: skip
        print(f"{'':<22} {'seconds':>8} {'x floor':>8} {'work':>8} {'x floor':>8} {'peak MB':>8}")
        print(f"{'floor':<22} {least.seconds:>8.1f} {1:>8} {least.work:>8.1f} {1:>8}")
        for name, more in runs.items():
            limit = ("--memory-limit", str(memory))
            taken = screened(store, questions, here / name.replace(" ", ""), *limit, *more)
            peak = "" if "--workers" in more else f"{taken.peak:.0f}"  # one process tells its own
            print(f"{name:<22} {taken.seconds:>8.1f} {taken.seconds / least.seconds:>8.1f} "
                  f"{taken.work:>8.1f} {taken.work / least.work:>8.1f} {peak:>8}",
                  flush=True)  # fmt: skip
            if not more:
                each = taken.work / charges
        lines = here / "people.jsonl"
        few = [sys.executable, "-m", *SAMPLE, "--people", str(EXPLAINED), "--format", "jsonl"]
        lines.write_bytes(subprocess.run(few, check=True, capture_output=True).stdout)
        alone = explaining(lines, questions)
        print(f"explained one by one: {alone * 1e6:.0f} microseconds of work a charge; screened: "
              f"{each * 1e6:.2f}, {alone / each:.0f} times as fast", flush=True)  # fmt: skip


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, nargs="+", default=[285_000])
    options.add_argument("--question", nargs="+", default=[QUESTION])
    options.add_argument("--all", action="store_true", help="every question")
    options.add_argument("--memory-limit", type=int, default=250)
    options.add_argument("--store", type=Path, help="one that there is, and not a synthetic one")
    options.add_argument("--floor", type=Path, nargs=2, help=argparse.SUPPRESS)
    wish = options.parse_args()
    asked = [] if wish.all else wish.question
    if wish.floor:
        floor(wish.floor[0], asked, wish.floor[1])
    elif wish.store:
        main(wish.store, asked, wish.memory_limit)
    else:
        for size in wish.people:
            with tempfile.TemporaryDirectory() as at:
                main(stored(size, Path(at)), asked, wish.memory_limit)
