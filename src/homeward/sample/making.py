"""Making a sample: draw blocks, set their rows aside by day, write them in order.

The work is done in a hidden folder inside the output folder; the finished files
are moved out of it at the end, so that half a sample never looks like a whole one.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from homeward import law
from homeward.sample.block import PEOPLE, Block, BlockMaker
from homeward.sample.distributions import Distributions, read_distributions
from homeward.sample.identifiers import MOST_PEOPLE
from homeward.sample.labels import OWN_FILES, file_labels, write_description, write_notice
from homeward.sample.layout import Layout
from homeward.sample.margins import Margins, write_margins
from homeward.sample.problem import OrderError
from homeward.sample.spool import Spool, spans_of
from homeward.sample.writing import TableWriter

FILES = {"person": "people.parquet", "case": "cases.parquet", "charge": "charges.parquet"}
MOST_HEAVY = 50
MOST_SEED = 2**63 - 1
CASES_EACH, CHARGES_EACH = 2.2, 4


@dataclass(frozen=True)
class Order:
    """What is asked for: the first ``heavy`` of the people get thousands of charges each."""

    place: str
    people: int
    seed: int
    out: Path
    heavy: int = 0

    def __str__(self) -> str:
        heavy = f" --heavy {self.heavy}" if self.heavy else ""
        return f"homeward sample {self.place} --people {self.people} --seed {self.seed}{heavy}"


@dataclass(frozen=True)
class Progress:
    """How far a sample is: the step, what has been drawn so far, and the share of all the work."""

    step: str
    people: int
    charges: int
    done: float


Watch = Callable[[Progress], None]
_DRAWING_SHARE = 0.55


def make_sample(order: Order, watch: Watch = lambda _: None) -> dict[str, int]:
    """Make a sample; how many rows each table has.

    Raises:
        OrderError: when the order cannot be filled, before anything is written.
    """
    book = read_distributions(order.place)
    _check(order)
    order.out.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(prefix=".sample-", dir=order.out))
    try:
        rows = _Run(order, book, work).make(watch)
        for name in sorted(OWN_FILES):
            (work / name).replace(order.out / name)
    finally:
        shutil.rmtree(work)
    return rows


def _check(order: Order) -> None:
    if not 1 <= order.people <= MOST_PEOPLE:
        msg = f"--people must be from 1 to {MOST_PEOPLE:,}, not {order.people:,}"
        raise OrderError(msg)
    if not 0 <= order.seed <= MOST_SEED:
        msg = f"--seed must be a whole number from 0 to {MOST_SEED}"
        raise OrderError(msg)
    if not 0 <= order.heavy <= min(MOST_HEAVY, order.people):
        msg = f"--heavy must be from 0 to {MOST_HEAVY:,}, and not more than the people"
        raise OrderError(msg)
    _check_folder(order.out)


def _check_folder(out: Path) -> None:
    """The folder must be new, empty, or hold nothing but an earlier sample."""
    if out.exists() and not out.is_dir():
        msg = f"{out} is a file; name a folder"
        raise OrderError(msg)
    found = {path.name for path in out.iterdir()} if out.exists() else set()
    strange = sorted(found - OWN_FILES)
    if strange or (found and not {"SYNTHETIC.txt", "sample.json"} <= found):
        named = ", ".join((strange or sorted(found))[:3])
        msg = f"{out} already holds other files ({named}); name a new or an empty folder"
        raise OrderError(msg)


class _Run:
    """One making of a sample in its work folder."""

    def __init__(self, order: Order, book: Distributions, work: Path) -> None:
        self.order, self.book, self.work = order, book, work
        self.maker = BlockMaker(book, law.vocabulary())
        self.margins = Margins(self.maker)
        self.spools: dict[str, Spool] = {}

    def make(self, watch: Watch) -> dict[str, int]:
        self._draw(watch)
        rows = self.margins.rows
        for table in ("case", "charge"):
            self._write(table, watch)
        asked = {"people": self.order.people, "seed": self.order.seed, "heavy": self.order.heavy}
        named = {FILES[table].removesuffix(".parquet"): count for table, count in rows.items()}
        write_notice(self.work, self.book, str(self.order))
        write_description(self.work, self.book, asked, named)
        write_margins(self.work, self.book, self.margins)
        return named

    def _draw(self, watch: Watch) -> None:
        """Draw every block: people are written, cases and charges are set aside."""
        order = self.order
        with self._writer("person") as people:
            for number in range(-(-order.people // PEOPLE)):
                count = min(PEOPLE, order.people - number * PEOPLE)
                heavy = min(max(order.heavy - number * PEOPLE, 0), PEOPLE)
                block = self.maker.make(order.seed, number, count, heavy)
                people.add(block.person)
                self._set_aside(block)
                self.margins.add(block)
                self._tell(
                    watch, "drawing", _DRAWING_SHARE * self.margins.rows["person"] / order.people
                )

    def _set_aside(self, block: Block) -> None:
        for table, rows, each in (("case", block.case, CASES_EACH),
                                  ("charge", block.charge, CHARGES_EACH)):  # fmt: skip
            if table not in self.spools:
                spans = spans_of(rows["order"], int(self.order.people * each))
                dtype = self.maker.layouts[table].dtype
                self.spools[table] = Spool(self.work, table, dtype, spans)
            self.spools[table].add(rows)

    def _write(self, table: str, watch: Watch) -> None:
        """Write a table's rows in the order of their days."""
        rows = self.margins.rows
        both = rows["case"] + rows["charge"]
        before = 0 if table == "case" else rows["case"]
        with self._writer(table) as out:
            for span in self.spools[table].sorted():
                out.add(span)
                share = (before + out.count) / both
                self._tell(watch, "writing", _DRAWING_SHARE + (1 - _DRAWING_SHARE) * share)

    def _tell(self, watch: Watch, step: str, done: float) -> None:
        rows = self.margins.rows
        watch(Progress(step, rows["person"], rows["charge"], done))

    def _writer(self, table: str) -> TableWriter:
        layout: Layout = self.maker.layouts[table]
        return TableWriter(
            self.work / FILES[table], layout, file_labels(self.book, self.order.seed)
        )
