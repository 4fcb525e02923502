"""A scenario: who comes, who is found, what they wait for, and by which rules; read from TOML.

Every number may stand alone, which makes it yours, or with where it comes from::

    sensitivity = { value = 0.8, cite = "no figure for a prison was found", assumed = true }
    need = { value = 0.211, low = 0.169, high = 0.256, cite = "Baranyi and others 2018" }

A number with a low and a high end is carried through (see :mod:`.ends`). A change is a table of the
same shape, laid over the scenario.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KINDS, ORDERS = ("rolling", "groups"), ("first come", "strict", "ageing")
AS_IT_IS = "as it is"

_ALLOWED = {
    "people": {"joins_a_year", "intake_a_year", "need", "screened", "sensitivity", "specificity",
               "found_by_other_means", "wrong_for_each_more", "referred", "mean_days_left",
               "urgency"},
    "course": {"days", "spread", "hours_a_person", "overhead", "cost_a_person"},
    "places": {"kind", "seats", "days_between", "must_finish", "order", "points",
               "points_per_day"},
    "staff": {"hours_a_week", "cost_an_hour"},
    "target": {"days", "share"},
    "effect": {"against_waiting_list", "against_usual_care", "gone_after_months"},
}  # fmt: skip
_SHARES = {"need", "screened", "sensitivity", "specificity", "referred", "share",
           "found_by_other_means"}  # fmt: skip
_TOP = {"title", "made_up", "years", "runs", "seed", "changes", *_ALLOWED}


class ScenarioError(Exception):
    """A scenario that cannot be run; says the file, the field, what is wrong and what to write."""


@dataclass(frozen=True)
class Stated:
    """A number of the scenario with where it comes from."""

    name: str
    value: float
    cite: str = ""
    low: float | None = None
    high: float | None = None
    assumed: bool = False


@dataclass(frozen=True)
class Scenario:
    """One world: the scenario as it is, or with a change laid over it."""

    name: str
    title: str
    made_up: bool
    years: int
    runs: int
    seed: int
    numbers: Mapping[str, Stated]
    words: Mapping[str, str]
    urgency: Mapping[int, float] = field(default_factory=dict)
    points: Mapping[int, float] = field(default_factory=dict)
    must_finish: bool = False

    def number(self, name: str) -> float:
        """A number that the scenario has to have.

        Raises:
            ScenarioError: when it has none.
        """
        if name not in self.numbers:
            msg = f"{self.name}: {name} is missing: write it under [{name.partition('.')[0]}]"
            raise ScenarioError(msg)
        return self.numbers[name].value

    def maybe(self, name: str) -> float | None:
        """A number that the scenario may have."""
        found = self.numbers.get(name)
        return None if found is None else found.value


def read_scenarios(path: Path) -> list[Scenario]:
    """The scenario of a file, and one more for each change.

    Raises:
        ScenarioError: when the file cannot be read, or says what is not known.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        msg = f"{path.name}: cannot be read as TOML: {problem}"
        raise ScenarioError(msg) from None
    _see_known(path.name, given, _TOP)
    changes = given.pop("changes", {})
    worlds = [(AS_IT_IS, given)]
    worlds += [(name, _laid(given, own)) for name, own in changes.items()]
    return [_scenario(name, own, path.name) for name, own in worlds]


def _laid(given: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    found = deepcopy(dict(given))
    for name, own in change.items():
        table = name in _ALLOWED and isinstance(own, dict)
        found[name] = {**found.get(name, {}), **own} if table else own
    return found


def _scenario(name: str, given: Mapping[str, Any], file: str) -> Scenario:
    where = f"{file}, {name}"
    _see_known(where, given, _TOP)
    words: dict[str, str] = {}
    numbers: dict[str, Stated] = {}
    for table, known in _ALLOWED.items():
        own = given.get(table, {})
        _see_known(f"{where}, [{table}]", own, known)
        for stated in _numbers(table, own, where):
            numbers[stated.name] = stated
        words |= {f"{table}.{key}": str(value) for key, value in own.items()
                  if isinstance(value, str)}  # fmt: skip
    people, places = given.get("people", {}), given.get("places", {})
    _one_of(where, words.setdefault("places.kind", "rolling"), KINDS)
    _one_of(where, words.setdefault("places.order", "first come"), ORDERS)
    return Scenario(
        name, str(given.get("title", name)), bool(given.get("made_up", False)),
        int(given.get("years", 5)), int(given.get("runs", 20)), int(given.get("seed", 1)),
        numbers, words, _by_class(people.get("urgency", {})), _by_class(places.get("points", {})),
        bool(places.get("must_finish", False)),
    )  # fmt: skip


def _numbers(table: str, own: Mapping[str, Any], where: str) -> Iterator[Stated]:
    for key, given in own.items():
        name = f"{table}.{key}"
        if isinstance(given, bool | str) or key in ("urgency", "points"):
            continue
        stated = given if isinstance(given, dict) else {"value": given}
        _see_known(f"{where}, {name}", stated, {"value", "cite", "low", "high", "assumed"})
        value = stated.get("value")
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            msg = f"{where}: {name} is {value!r}: write a number that is not below zero"
            raise ScenarioError(msg)
        if key in _SHARES and value > 1:
            msg = f"{where}: {name} is {value}: write a share between 0 and 1, such as 0.8"
            raise ScenarioError(msg)
        low, high = _range(f"{where}: {name}", stated, value, 1 if key in _SHARES else None)
        yield Stated(name, float(value), stated.get("cite", ""), low, high,
                     assumed=bool(stated.get("assumed", False)))  # fmt: skip


def _range(
    where: str, stated: Mapping[str, Any], value: float, most: float | None
) -> tuple[float | None, float | None]:
    """The ends of a number, both or none, on either side of it."""
    low, high = stated.get("low"), stated.get("high")
    if low is None and high is None:
        return None, None
    try:
        ends = (float(low), float(high))  # type: ignore[arg-type]  # what is no number is told
    except (TypeError, ValueError):
        ends = (1.0, 0.0)
    if not 0 <= ends[0] <= value <= ends[1] <= (math.inf if most is None else most):
        msg = f"{where} is {value} from {low} to {high}: write low and high on either side of it"
        raise ScenarioError(msg)
    return ends


def _by_class(given: Mapping[str, Any]) -> dict[int, float]:
    return {int(name): float(value) for name, value in given.items()}


def _one_of(where: str, word: str, known: tuple[str, ...]) -> None:
    if word not in known:
        msg = f"{where}: {word!r} is not known here: write one of {', '.join(known)}"
        raise ScenarioError(msg)


def _see_known(where: str, given: Any, known: set[str]) -> None:  # noqa: ANN401  TOML may be anything until it is checked here
    if not isinstance(given, dict):
        msg = f"{where}: {given!r} stands where a table has to be"
        raise ScenarioError(msg)
    if unknown := sorted(set(given) - known):
        msg = f"{where}: {unknown[0]} says nothing here: write {', '.join(sorted(known))}"
        raise ScenarioError(msg)
