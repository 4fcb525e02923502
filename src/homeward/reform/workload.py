"""What a reform means for those who do the work: petitions, hearings, orders and what piles up.

It is reckoned from the curve of charges that are open. Of those who may ask, only a share does:
the preset is what was found in Michigan, 6.5 % within five years of becoming eligible (J. J.
Prescott and S. B. Starr, "Expungement of Criminal Convictions: An Empirical Study", Harvard Law
Review 133 (2020)). Where the state acts by itself, every charge that opens is an order.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import Any

from homeward.screen.problem import WishError

_PUBLISHED = "Prescott and Starr 2020: 6.5 % within five years, in Michigan"
_LAWS, _ENDS = ("before", "after"), ("at_least", "at_most")
_YEAR = 12


@dataclass(frozen=True)
class Terms:
    """How much of what is open becomes work, and how much work can be done.

    Attributes:
        take_up: of those who may ask, the share that does within ``months`` months.
        cite: where the share comes from.
        automatic: whether the state acts by itself: then every charge that opens is an order.
        hearings: the share of petitions that is heard; None where that is not said.
        a_month: how many petitions or orders can be done in a month; None for no end.
    """

    take_up: float = 0.065
    months: int = 60
    cite: str = _PUBLISHED
    automatic: bool = False
    hearings: float | None = None
    a_month: float | None = None

    @property
    def monthly(self) -> float:
        """The share of those who may ask that asks in a month."""
        return float(1 - (1 - self.take_up) ** (1 / self.months))


def read_terms(path: Path) -> Terms:
    """The terms of a TOML file.

    Raises:
        WishError: when it cannot be read, or says what is not known.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        msg = f"{path}: cannot be read as TOML: {problem}"
        raise WishError(msg) from None
    known = [one.name for one in fields(Terms)]
    for name, value in given.items():
        if name not in known:
            msg = f"{path}: {name} says nothing here: write {', '.join(known)}"
            raise WishError(msg)
        if name in ("take_up", "hearings") and not 0 <= value <= 1:
            msg = f"{path}: {name} is {value}: write a share between 0 and 1, such as 0.065"
            raise WishError(msg)
    if "take_up" in given and "cite" not in given:
        given["cite"] = "yours"
    return Terms(**given)


def workload(curve: Sequence[Mapping[str, Any]], terms: Terms) -> dict[str, Any]:
    """Petitions or orders by year under both laws, and what has piled up at its end.

    Args:
        curve: on the day asked and at the end of each month, for how many charges it holds.
        terms: how much of it becomes work.

    >>> months = [
    ...     {"on": f"m{n}", law: {"at_least": 60, "at_most": 60}}
    ...     for n in range(13)
    ...     for law in ("before",)
    ... ]
    >>> both = [{**one, "after": {"at_least": 120, "at_most": 120}} for one in months]
    >>> told = workload(both, Terms(take_up=0.5, months=12))
    >>> told["years"][0]["before"]["work"], told["years"][0]["after"]["work"]
    ({'at_least': 30, 'at_most': 30}, {'at_least': 60, 'at_most': 60})
    """
    found = {(law, end): list(_months(curve, law, end, terms)) for law in _LAWS for end in _ENDS}
    years = [
        {"on": curve[last]["on"], **{law: _year(found, law, last, terms) for law in _LAWS}}
        for last in range(_YEAR, len(curve), _YEAR)
    ]
    return {"terms": _told(terms), "years": years}


def _months(
    curve: Sequence[Mapping[str, Any]], law: str, end: str, terms: Terms
) -> Iterator[tuple[float, float]]:
    """The work of each month, and what has piled up by its end."""
    waiting = float(curve[0][law][end])
    # What opens at once by a law that acts by itself is there to be done on the first day.
    piled = max(waiting - curve[0]["before"][end], 0.0) if terms.automatic else 0.0
    for before, point in pairwise(curve):
        opened = max(point[law][end] - before[law][end], 0)
        work = float(opened) if terms.automatic else waiting * terms.monthly
        waiting += opened - work
        if terms.a_month is not None:
            piled = max(piled + work - terms.a_month, 0.0)
        yield work, piled


def _year(
    found: Mapping[tuple[str, str], Sequence[tuple[float, float]]], law: str, last: int,
    terms: Terms,
) -> dict[str, Any]:  # fmt: skip
    months = {end: found[law, end][last - _YEAR : last] for end in _ENDS}
    work = {end: sum(one for one, _ in own) for end, own in months.items()}
    a_month = _in_order({end: count / _YEAR for end, count in work.items()}, 1)
    told: dict[str, Any] = {"work": _rounded(work), "a_month": a_month}
    if terms.hearings is not None:
        told["hearings"] = _rounded({end: count * terms.hearings for end, count in work.items()})
    if terms.a_month is not None:
        told["piled_up"] = _rounded({end: own[-1][1] for end, own in months.items()})
    return told


def _rounded(bounds: Mapping[str, float]) -> dict[str, int]:
    return {end: int(count) for end, count in _in_order(bounds, 0).items()}


def _in_order(bounds: Mapping[str, float], digits: int) -> dict[str, float]:
    least, most = (round(bounds[end], digits) for end in _ENDS)
    return {"at_least": min(least, most), "at_most": max(least, most)}


def _told(terms: Terms) -> dict[str, Any]:
    kept: dict[str, Any]
    if terms.automatic:
        kept = {"automatic": True, "a_month": terms.a_month}
    else:
        kept = {"take_up": terms.take_up, "months": terms.months, "cite": terms.cite,
                "hearings": terms.hearings, "a_month": terms.a_month}  # fmt: skip
    return {name: value for name, value in kept.items() if value is not None}


PUBLISHED = Terms()
"""Those who may ask do so as they did in Michigan."""
