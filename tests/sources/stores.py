"""Loading small data sets in tests, and reading back what is in the store."""

import csv

import pyarrow.parquet as pq

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
