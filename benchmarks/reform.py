"""A reform over a synthetic state: beside the screening of the law as it stands alone.

Run: ``.venv/bin/python -m benchmarks.reform --people 40000`` (Linux), or with ``--store``. Each
reform moves one number, and all are answered in one pass. Everything runs in processes of its own,
one after the other; read the ratios, and the memory.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from benchmarks.peak import peak_mb
from benchmarks.screen import AS_OF, PLACE, QUESTION, Cost, since, stored
from homeward import law
from homeward.screen.store import Store

REFORMS = {
    "felonies-two-years": ("expunge.wait.felony_years", 2),
    "misdemeanors-six-months": ("expunge.wait.misdemeanor_years", 0.5),
    "three-felonies": ("expunge.limit.felony", 3),
    "six-misdemeanors": ("expunge.limit.misdemeanor", 6),
}


def written(folder: Path) -> list[str]:
    """The files of the reforms."""
    for name, (path, value) in REFORMS.items():
        text = f'title = "{name}"\nlaw = "{PLACE}"\n[set]\n"{path}" = {value}\n'
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.toml") for name in REFORMS]


def taken(*command: str) -> Cost:
    """What a command takes."""
    before, began = os.times(), time.perf_counter()
    peak = peak_mb(Path(os.devnull), *command)
    spent = since(before, began)
    return Cost(spent.seconds, spent.work, peak)


def main(store: Path, memory: int) -> None:
    """Measure one store, and print its table."""
    charges = Store.open(store, law.vocabulary(), check=False).description.rows["charges"]
    asked = ("--question", QUESTION, "--as-of", str(AS_OF), "--memory-limit", str(memory))
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        reforms = written(here)
        alone = taken("screen", str(store), "--quiet", *asked, "--out", str(here / "alone"))
        print(f"{charges:,} charges, {QUESTION}, --memory-limit {memory}")
        print(f"{'':<22} {'seconds':>8} {'ratio':>6} {'work':>8} {'ratio':>6} {'peak MB':>8}")
        _line("screen alone", alone, alone)
        for few, flags in ((1, []), (4, []), (1, ["--counts-only"]), (4, ["--counts-only"])):
            command = ("reform", *reforms[:few], "--data", str(store), "--quiet", *asked, *flags)
            name = " ".join([f"{few} reform{'s' * (few > 1)}", *flags]).replace("--", "")
            _line(name, taken(*command, "--out", str(here / name)), alone)


def _line(name: str, cost: Cost, alone: Cost) -> None:
    print(f"{name:<22} {cost.seconds:>8.1f} {cost.seconds / alone.seconds:>6.2f} {cost.work:>8.1f} "
          f"{cost.work / alone.work:>6.2f} {cost.peak:>8.0f}", flush=True)  # fmt: skip


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=40_000)
    options.add_argument("--memory-limit", type=int, default=300)
    options.add_argument("--store", type=Path, help="one that there is, and not a synthetic one")
    wish = options.parse_args()
    if wish.store:
        main(wish.store, wish.memory_limit)
    else:
        with tempfile.TemporaryDirectory() as at:
            main(stored(wish.people, Path(at)), wish.memory_limit)
