"""The margins of a sample, counted while it is drawn, beside the published ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from homeward.sample.block import Block, BlockMaker
from homeward.sample.distributions import Distributions
from homeward.sample.labels import WARNING
from homeward.sample.layout import Rows
from homeward.sample.shares import Ints

_MONTH = 365.2425 / 12


class Margins:
    """Counts over all blocks; little memory, whatever the number of people."""

    def __init__(self, maker: BlockMaker) -> None:
        """Start every count at nothing."""
        self.maker = maker
        self.charges_each = np.zeros(1, np.int64)
        self.cases_each = np.zeros(1, np.int64)
        self.charges_case = np.zeros(1, np.int64)
        self.counties = np.zeros(len(maker.cases.county.words), np.int64)
        self.levels = np.zeros((len(maker.layouts["charge"].words["severity"]), 1), np.int64)
        self.felony_months = np.zeros(1, np.int64)
        self.endings = np.zeros(len(maker.outcomes.words), np.int64)
        self.missing = {fact.name: 0 for table in ("case", "charge")
                        for fact in maker.layouts[table].facts}  # fmt: skip
        self.rows = {"person": 0, "case": 0, "charge": 0}

    def add(self, block: Block) -> None:
        """Count a block."""
        people, cases, charges = block.person, block.case, block.charge
        first = people["person"][0]
        for table, rows in (("person", people), ("case", cases), ("charge", charges)):
            self.rows[table] += len(rows)
        cases_each = np.bincount(cases["person"] - first, minlength=len(people))
        self.cases_each = _grown(self.cases_each, np.bincount(cases_each))
        each = np.bincount(charges["person"] - first, minlength=len(people))
        self.charges_each = _grown(self.charges_each, np.bincount(each))
        last = np.append(np.nonzero(charges["charge"] == 0)[0][1:] - 1, len(charges) - 1)
        self.charges_case = _grown(self.charges_case, np.bincount(charges["charge"][last] + 1))
        self.counties += _counted(cases["county"], len(self.counties))
        self.levels[:, 0] += _counted(charges["severity"], len(self.levels))
        self.endings += _counted(charges["disposition"], len(self.endings))
        self.felony_months = _grown(self.felony_months, self._months(cases, charges))
        self._count_missing(block)

    def _months(self, cases: Rows, charges: Rows) -> Ints:
        """Months from filing to the end of cases whose first charge is a decided felony."""
        first = charges["charge"] == 0
        felony, decided = charges["severity"][first] == 0, charges["disposition_date"][first]
        known = felony & (decided > 0) & (cases["filed_on"] > 0)
        days = decided[known].astype(np.int64) - cases["filed_on"][known]
        found: Ints = np.bincount((days / _MONTH).astype(np.int64))
        return found

    def _count_missing(self, block: Block) -> None:
        for table, rows in (("case", block.case), ("charge", block.charge)):
            for fact in self.maker.layouts[table].facts:
                values = rows[fact.field]
                gone = (values == 0 if fact.kind == "date" else
                        np.isnan(values) if values.dtype.kind == "f" else values < 0)  # fmt: skip
                self.missing[fact.name] += int(gone.sum())

    def figures(self) -> dict[str, float]:
        """The margins by the names that the distributions' published figures use."""
        people, cases, charges = (max(self.rows[t], 1) for t in ("person", "case", "charge"))
        decided = max(int(self.felony_months.sum()), 1)
        in_state = max(int(self.counties.sum()), 1)
        county = self.maker.cases.county.words
        return {
            "charges a person, mean": charges / people,
            "charges a person, median": _quantile(self.charges_each, 0.5),
            "people with one charge": self.charges_each[1] / people,
            "people with ten charges or more": self.charges_each[10:].sum() / people,
            "charges a person, 99th percentile": _quantile(self.charges_each, 0.99),
            "charges a person, most": len(self.charges_each) - 1,
            "cases a person, mean": cases / people,
            "charges a case, mean": charges / cases,
            "felony cases decided within 4 months": self.felony_months[:4].sum() / decided,
            "felony cases decided within 14 months": self.felony_months[:14].sum() / decided,
            "charges without an offense date": self.missing["charge.offense_date"] / charges,
        } | {f"Missouri cases in {_county(name)}": self.counties[number] / in_state
             for number, name in enumerate(county)}  # fmt: skip


def _county(name: str) -> str:
    return name if name.endswith(("County", "City")) else f"{name} County"


def _grown(before: Ints, more: Ints) -> Ints:
    """The sum of two counts of different lengths."""
    total = np.zeros(max(len(before), len(more)), np.int64)
    total[: len(before)] += before
    total[: len(more)] += more
    return total


def _counted(codes: Ints, size: int) -> Ints:
    found: Ints = np.bincount(codes[codes >= 0], minlength=size)
    return found


def _quantile(counts: Ints, share: float) -> int:
    return int(np.searchsorted(np.cumsum(counts), share * counts.sum()))


def write_margins(folder: Path, book: Distributions, margins: Margins) -> None:
    """Write MARGINS.md."""
    lines = ["# Margins of a synthetic sample", "", f"**{WARNING}.**", "",
             *_compared(book, margins), "", *_shares(margins), "", *_stated(book), ""]  # fmt: skip
    (folder / "MARGINS.md").write_text("\n".join(lines), "utf-8")


def _compared(book: Distributions, margins: Margins) -> Iterator[str]:
    figures = margins.figures()
    yield "## Beside published figures"
    yield ""
    yield "| margin | this sample | published | what that figure is | certainty for Missouri |"
    yield "| --- | ---: | ---: | --- | --- |"
    for row in book.rows("published"):
        found = figures.pop(row["margin"])
        yield (f"| {row['margin']} | {_short(found)} | {_short(row['value'])} "
               f"| {row['about']} | {row['certainty']} |")  # fmt: skip
    for name in ("charges a person, median", "charges a person, most"):
        yield f"| {name} | {_short(figures[name])} | – | not at hand | – |"
    yield ""
    yield f"Sources: {book.entry('published')['source']}."


def _shares(margins: Margins) -> Iterator[str]:
    charges = max(margins.rows["charge"], 1)
    yield "## What the charges are"
    yield ""
    yield "| | share of charges |"
    yield "| --- | ---: |"
    words = margins.maker.layouts["charge"].words
    for number, name in enumerate(words["severity"]):
        yield f"| level: {name} | {margins.levels[number, 0] / charges:.1%} |"
    for number, name in enumerate(words["disposition"]):
        yield f"| ending: {name} | {margins.endings[number] / charges:.1%} |"
    for name, count in margins.missing.items():
        if name.startswith("charge."):
            yield f"| empty: `{name}` (not known, or there is none) | {count / charges:.1%} |"


def _stated(book: Distributions) -> Iterator[str]:
    yield f"## What it was drawn from ({book.file}, version {book.version})"
    yield ""
    yield "| distribution | certainty | source |"
    yield "| --- | --- | --- |"
    for name, entry in book.entries.items():
        yield f"| `{name}` | {entry['certainty']} | {entry['source']} |"


def _short(value: float) -> str:
    return f"{value:.0f}" if float(value).is_integer() and abs(value) > 1 else f"{value:.3g}"
