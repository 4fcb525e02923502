"""Rows sorted by day, however many there are: set aside by spans of days, then sorted in turn.

A span's rows fit in memory. Rows of one day keep the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from homeward.sample.layout import Rows, chosen
from homeward.sample.shares import Ints

SPAN_ROWS = 250_000
MOST_SPANS = 1_024


def spans_of(days: Ints, rows: int) -> Ints:
    """Days that part the expected rows into spans of a good size, judged by some of the days."""
    count = min(max(rows // SPAN_ROWS, 1), MOST_SPANS)
    return np.unique(np.quantile(days, np.arange(1, count) / count).astype(np.int64))


class Spool:
    """A file of packed rows for each span of days."""

    def __init__(self, folder: Path, name: str, dtype: np.dtype[Any], spans: Ints) -> None:
        """Rows of a day go to the span that holds it; ``spans`` are the later ones' first days."""
        self.files = [folder / f"{name}-{number}" for number in range(len(spans) + 1)]
        self.dtype = dtype
        self.spans = spans

    def add(self, rows: Rows) -> None:
        """Set rows aside."""
        rows = _by_day(rows)
        cuts = [0, *np.searchsorted(rows["order"], self.spans), len(rows)]
        for file, start, end in zip(self.files, cuts, cuts[1:], strict=False):
            if end > start:
                with file.open("ab") as out:
                    rows[start:end].tofile(out)

    def sorted(self) -> Iterator[Rows]:
        """All rows by day, a span at a time; each span's file is removed once it is read."""
        for file in self.files:
            if file.exists():
                rows = np.fromfile(file, self.dtype)
                file.unlink()
                yield _by_day(rows)


def _by_day(rows: Rows) -> Rows:
    return chosen(rows, np.argsort(rows["order"], kind="stable"))
