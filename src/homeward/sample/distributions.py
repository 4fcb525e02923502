"""The distributions that a sample is drawn from: data with a source and a certainty each.

>>> missouri = read_distributions("us-mo")
>>> missouri.title, missouri.shares("facts.person.cdl_holder").words
('Missouri', ('yes', 'no'))
>>> missouri.entries["cases.gap_days"]["certainty"]
'low'
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from homeward import law
from homeward.sample.problem import DistributionError, OrderError
from homeward.sample.shares import Bands, Grid, Shares

CERTAINTIES = ("high", "medium", "low", "assumed")
_Key = TypeVar("_Key")
_Made = TypeVar("_Made")
FILE = "sample.toml"
"""The file of a place's distributions, beside its law."""
_FORMS = ("shares", "bands", "median", "rate", "mark", "rows")


@dataclass(frozen=True)
class Distributions:
    """All distributions of one place, by their dotted names.

    ``like`` is the place whose shares stand in for those that its own file does not have.
    """

    id: str
    title: str
    drawn_through: date
    code_change: date
    file: str
    digest: str
    like: str | None
    entries: Mapping[str, Mapping[str, Any]] = field(repr=False)
    _made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    def rate(self, name: str) -> float:
        """A probability."""
        return float(self._form(name, "rate"))

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A small table."""
        return list(self._form(name, "rows"))

    def shares(self, name: str) -> Shares:
        """Words with weights."""
        return self._once(self._shares, name)

    def bands(self, name: str) -> Bands:
        """Spans of whole numbers with weights, or a lognormal."""
        return self._once(self._bands, name)

    def grid(self, names: tuple[str, ...]) -> Grid:
        """Several shares or bands side by side, over the words or numbers of all of them."""
        return self._once(self._grid, names)

    def _once(self, make: Callable[[_Key], _Made], key: _Key) -> _Made:
        """What is made of an entry, made once."""
        if key not in self._made:
            self._made[key] = make(key)
        made: _Made = self._made[key]
        return made

    def _shares(self, name: str) -> Shares:
        return Shares.of(self._form(name, "shares"))

    def _bands(self, name: str) -> Bands:
        entry = self.entries.get(name, {})
        if "median" in entry:
            return Bands.lognormal(entry["median"], entry["spread"], entry["most"])
        return Bands.of(self._form(name, "bands"))

    def _grid(self, names: tuple[str, ...]) -> Grid:
        return Grid.of([self._weights(name) for name in names])

    def _weights(self, name: str) -> Mapping[str, float]:
        if "bands" in self.entries.get(name, {}):
            return self.bands(name).each()
        weights: Mapping[str, float] = self._form(name, "shares")
        return weights

    def _form(self, name: str, form: str) -> Any:  # noqa: ANN401  what TOML holds
        found = self.entries.get(name, {}).get(form)
        if found is None:
            msg = f"{self.file}: [{name}] is missing, or has no {form}"
            raise DistributionError(msg)
        return found


def covered() -> list[str]:
    """The places that have distributions."""
    return law.ids_with(FILE)


def read_distributions(place: str) -> Distributions:
    """The distributions of a place; a named reading of its law has those of the place.

    Raises:
        OrderError: when there are none for it.
        DistributionError: when an entry lacks its source, certainty or numbers.
    """
    place = place.partition("@")[0]
    if place not in covered():
        msg = (f'there are no shares for "{place}" yet; a sample can be made for '
               f"{', '.join(covered())}")  # fmt: skip
        raise OrderError(msg)
    text = law.file_of(place, FILE).read_bytes()
    tree = tomllib.loads(text.decode())
    about = tree.pop("about")
    like = about.pop("like", None)
    entries = dict(_entries(tree, ()))
    for name, entry in entries.items():
        _check(f"{place}/{FILE}: [{name}]", entry)
    digest = hashlib.sha256(text)
    if like:
        other = read_distributions(like)
        digest.update(other.digest.encode())
        entries = {**_borrowed(other), **entries}
    return Distributions(
        **about, file=f"{place}/{FILE}", digest=digest.hexdigest(), like=like, entries=entries
    )


def _borrowed(other: Distributions) -> dict[str, Mapping[str, Any]]:
    """What holds for another place, at second hand; the facts of its own law stay there."""
    return {
        name: {
            **entry,
            "source": f"as in {other.title}: {entry['source']}",
            "certainty": "assumed" if entry["certainty"] == "assumed" else "low",
        }
        for name, entry in other.entries.items()
        if not name.startswith("facts.")
    }


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
