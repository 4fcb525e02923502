"""The distributions that a sample is drawn from: data with a source and a certainty each.

>>> missouri = read_distributions("us-mo")
>>> missouri.title, missouri.shares("people.cdl_holder").words
('Missouri', ('yes', 'no', 'unknown'))
>>> missouri.entry("cases.gap_days")["certainty"]
'low'
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from homeward.sample.problem import DistributionError, OrderError
from homeward.sample.shares import Bands, Grid, Shares

CERTAINTIES = ("high", "medium", "low", "assumed")
_HERE = Path(__file__).parent
_FORMS = ("shares", "bands", "median", "rate", "rows")


class Spread(NamedTuple):
    """A lognormal: its median, the deviation of its logarithm, and the greatest value."""

    median: float
    spread: float
    most: float


@dataclass(frozen=True)
class Distributions:
    """All distributions of one place, by their dotted names."""

    id: str
    title: str
    version: str
    file: str
    digest: str
    drawn_through: date
    code_change: date
    entries: Mapping[str, Mapping[str, Any]] = field(repr=False)

    def entry(self, name: str) -> Mapping[str, Any]:
        """The entry as the file holds it."""
        if name not in self.entries:
            msg = f"{self.file}: [{name}] is missing"
            raise DistributionError(msg)
        return self.entries[name]

    def _form(self, name: str, form: str) -> Any:  # noqa: ANN401  TOML holds numbers, tables, lists
        found = self.entry(name).get(form)
        if found is None:
            msg = f"{self.file}: [{name}] must have {form}"
            raise DistributionError(msg)
        return found

    def shares(self, name: str) -> Shares:
        """Words with weights."""
        return Shares.of(self._form(name, "shares"))

    def bands(self, name: str) -> Bands:
        """Spans of whole numbers with weights."""
        return Bands.of(self._form(name, "bands"))

    def grid(self, *names: str) -> Grid:
        """Several shares side by side, over the words of all of them."""
        return Grid.of([self._form(name, "shares") for name in names])

    def spread(self, name: str) -> Spread:
        """A lognormal."""
        found = self.entry(name)
        return Spread(self._form(name, "median"), found["spread"], found["most"])

    def rate(self, name: str) -> float:
        """A probability."""
        return float(self._form(name, "rate"))

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A small table."""
        return list(self._form(name, "rows"))


def covered() -> list[str]:
    """The places that have distributions."""
    return sorted(path.stem for path in _HERE.glob("us*.toml"))


def read_distributions(place: str) -> Distributions:
    """The distributions of a place.

    Raises:
        OrderError: when there are none for it.
        DistributionError: when an entry lacks its source, certainty or numbers.
    """
    if place not in covered():
        msg = (
            f'no distributions for "{place}" yet; a sample can be made for: {", ".join(covered())}'
        )
        raise OrderError(msg)
    text = (_HERE / f"{place}.toml").read_bytes()
    tree = tomllib.loads(text.decode())
    about = tree.pop("about")
    entries = dict(_entries(tree, ()))
    for name, entry in entries.items():
        _check(f"{place}.toml: [{name}]", entry)
    digest = hashlib.sha256(text).hexdigest()
    return Distributions(file=f"{place}.toml", digest=digest, entries=entries, **about)


def _entries(tree: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        here = (*path, key)
        if any(form in value for form in (*_FORMS, "source")):
            yield ".".join(here), value
        else:
            yield from _entries(value, here)


def _check(where: str, entry: Mapping[str, Any]) -> None:
    if sum(form in entry for form in _FORMS) != 1:
        msg = f"{where} must hold exactly one of {', '.join(_FORMS)}"
        raise DistributionError(msg)
    if not entry.get("source") or entry.get("certainty") not in CERTAINTIES:
        msg = f"{where} must have a source, and a certainty: {', '.join(CERTAINTIES)}"
        raise DistributionError(msg)
    if not 0 <= entry.get("rate", 0) <= 1:
        msg = f"{where}: a rate lies between 0 and 1"
        raise DistributionError(msg)


def days_since_1970(day: date) -> int:
    """A day as a number, the way columns hold it."""
    return int(np.datetime64(day, "D").astype(np.int64))
