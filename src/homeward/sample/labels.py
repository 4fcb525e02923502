"""The words that keep a sample from passing for real: in each file, and beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa

from homeward import __version__
from homeward.sample.distributions import Distributions

WARNING = "SYNTHETIC: nobody here exists; made of random numbers, not of records"

_NOTICE = """SYNTHETIC DATA

The people, cases and charges in this folder do not exist. homeward made them
from random numbers ({order}).

They are for trying and measuring programs. They say nothing about {title}, its
courts or its people: most of the shares behind them are assumed, not measured.
The page "A synthetic state" of homeward's documentation lists each share with
its source. Do not quote results on this folder as findings.
"""


def file_labels(book: Distributions, seed: int) -> dict[str, str]:
    """What the metadata of each Parquet file say."""
    return {
        "homeward.synthetic": "true",
        "homeward.warning": WARNING,
        "homeward.place": book.id,
        "homeward.seed": str(seed),
        "homeward.version": __version__,
        "homeward.distributions": f"{book.file} sha256 {book.digest}",
    }


def write_notice(folder: Path, book: Distributions, order: str) -> None:
    """Write SYNTHETIC.txt."""
    (folder / "SYNTHETIC.txt").write_text(_NOTICE.format(order=order, title=book.title), "utf-8")


def write_description(
    folder: Path, book: Distributions, asked: Mapping[str, object], rows: Mapping[str, int]
) -> None:
    """Write sample.json: what was asked for, by what it was made, and how much there is."""
    described = {
        "synthetic": True,
        "warning": WARNING,
        "place": book.id,
        "asked": dict(asked),
        "drawn_through": str(book.drawn_through),
        "rows": dict(rows),
        "versions": {"homeward": __version__, "numpy": np.__version__, "pyarrow": pa.__version__},
        "distributions": {"file": book.file, "sha256": book.digest},
    }
    (folder / "sample.json").write_text(json.dumps(described, indent=1) + "\n", "utf-8")
