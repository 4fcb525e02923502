"""Loading data sets in tests, here or in a process of its own, and reading back the store."""

import csv
import subprocess

import pyarrow.parquet as pq
from benchmarks.peak import PEAK_OF

from homeward import law
from homeward.screen.store import Store
from homeward.sources import LoadWish, load


def write(folder, **tables):
    """Tables given as CSV text, written as files; their paths."""
    paths = []
    for name, text in tables.items():
        path = folder / f"{name}.csv"
        path.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n")
        paths.append(path)
    return paths


def loaded(folder, data, **wish):
    """Load into ``folder/store``."""
    return load(data, LoadWish(folder / "store", **wish))


def rows(store, table):
    """The rows of a table of a store, in the order of its parts, without the keys."""
    found = []
    for part in sorted((store / table).glob("part-*.parquet")):
        found += pq.read_table(part).to_pylist()
    keys = ("person_key", "case_key", "row_id")
    return [{name: cell for name, cell in row.items() if name not in keys} for row in found]


def aside(store, file="set_aside.csv"):
    """The entries of the file of rows that were set aside."""
    with (store / file).open(newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def command(data, out, *more):
    """``homeward load`` as a program of its own, which says how much memory it took."""
    return [*PEAK_OF, "load", str(data), "--out", str(out),
            "--quiet", *more]  # fmt: skip


def run(data, out, *more, **how):
    """A loading in a process of its own, when it is over."""
    return subprocess.run(command(data, out, *more), capture_output=True, text=True, check=False,
                          **how)  # fmt: skip


def peak(done):
    """The memory that it took, in MB."""
    return float(done.stderr.split()[-1])


def names(folder):
    """What is in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


def held(store):
    """The charges of a store, whatever their keys."""
    Store.open(store, law.vocabulary())  # every part is there and whole
    return sorted(tuple(map(str, row.values())) for row in rows(store, "charges"))
