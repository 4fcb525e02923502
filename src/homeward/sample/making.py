"""Making a sample in a folder, a block of people at a time.

The files are written in a hidden folder inside it and moved out at the end, so
that half a sample never looks like a whole one.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from homeward import law
from homeward.sample.block import BlockMaker
from homeward.sample.distributions import Distributions, read_distributions
from homeward.sample.identifiers import MOST_PEOPLE
from homeward.sample.labels import file_labels, write_description, write_notice
from homeward.sample.problem import OrderError
from homeward.sample.writing import FORMATS

TABLES = ("people", "cases", "charges")
MOST_SEED = 2**63 - 1
_WORK = ".unfinished-sample"
_DESCRIPTION = "sample.json"
_OWN = {"SYNTHETIC.txt", _DESCRIPTION, *(f"{name}.{form}" for name in TABLES for form in FORMATS)}


@dataclass(frozen=True)
class Order:
    """What is asked for: the first ``heavy`` of the people get thousands of charges each."""

    place: str
    people: int
    out: Path
    seed: int = 1
    heavy: int = 0
    form: str = "parquet"

    def __str__(self) -> str:
        """The order as a command, without the folder."""
        command = f"homeward sample {self.place} --people {self.people} --seed {self.seed}"
        command += f" --heavy {self.heavy}" if self.heavy else ""
        return command + (f" --format {self.form}" if self.form != "parquet" else "")


Watch = Callable[[int], None]
"""Told how many people have been written so far."""


def make_sample(order: Order, watch: Watch = lambda _: None) -> dict[str, int]:
    """Make a sample; how many rows each table has.

    Raises:
        OrderError: when the order cannot be filled, before anything is written.
        OSError: when the folder cannot be written; an earlier sample is then still there.
    """
    book = read_distributions(order.place)
    check_size(order.people, order.seed, order.heavy)
    _check_folder(order.out)
    work = order.out / _WORK
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        rows = _write(order, book, work, watch)
        _move_out(work, order.out)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return rows


def check_size(people: int, seed: int, heavy: int) -> None:
    """Refuse numbers that no sample can be made of.

    Raises:
        OrderError: naming the number and its bounds.
    """
    for name, value, least, most in (
        ("--people", people, 1, MOST_PEOPLE),
        ("--seed", seed, 0, MOST_SEED),
        ("--heavy", heavy, 0, people),
    ):
        if not least <= value <= most:
            msg = f"{name} must be a whole number from {least:,} to {most:,}, not {value:,}"
            raise OrderError(msg)


def _check_folder(out: Path) -> None:
    """The folder must be new, empty, or hold nothing but an earlier sample."""
    if out.exists() and not out.is_dir():
        msg = f"{out} is a file; name a folder"
        raise OrderError(msg)
    found = {path.name for path in out.iterdir()} - {_WORK} if out.exists() else set()
    strange = sorted(found - _OWN) or sorted(found if _DESCRIPTION not in found else ())
    if strange:
        msg = f"{out} already holds {', '.join(strange[:3])}; name a new or an empty folder"
        raise OrderError(msg)


def _write(order: Order, book: Distributions, work: Path, watch: Watch) -> dict[str, int]:
    maker = BlockMaker(book, law.vocabulary(), order.seed, order.heavy)
    rows: Counter[str] = Counter()
    with ExitStack() as closing:
        write = FORMATS[order.form](work, file_labels(book, order.seed), closing)
        for tables in maker.blocks(order.people):
            write.add(tables)
            rows.update({name: tables[name].num_rows for name in TABLES})
            watch(rows["people"])
    asked = {"people": order.people, "seed": order.seed, "heavy": order.heavy, "format": order.form}
    write_notice(work, book, str(order))
    write_description(work, book, asked, rows)
    return dict(rows)


def _move_out(work: Path, out: Path) -> None:
    """Put the new files in the place of an earlier sample's; the description goes last."""
    for name in sorted(_OWN, key=lambda name: name == _DESCRIPTION):
        (out / name).unlink(missing_ok=True)
        if (work / name).exists():
            (work / name).replace(out / name)
