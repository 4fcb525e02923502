"""At least, at most: a world at the ends of the ranges that its numbers are stated with.

The share in need is known from to, not to the point; nor is what a screen finds. Every number of
``[people]`` and ``[course]`` that is stated with a low and a high end is set to both ends, with all
the others, and the list is run where the fewest and where the most people join it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from homeward.therapy.capacity.finding import Found, found_in
from homeward.therapy.capacity.outcome import Outcome, Target, cost_a_year, outcome, target
from homeward.therapy.capacity.scenario import Scenario, Stated
from homeward.therapy.capacity.simulation.intervals import Mean

_WHO = ("intake_a_year", "joins_a_year", "need", "screened", "sensitivity", "specificity",
        "found_by_other_means", "wrong_for_each_more", "referred")  # fmt: skip
CARRIED = (*(f"people.{name}" for name in _WHO), "course.days", "course.hours_a_person",
           "course.overhead", "course.cost_a_person", "staff.cost_an_hour")  # fmt: skip
"""The numbers whose ranges are carried through; a range of another number is told and no more."""

Ends = tuple[float, float]


@dataclass(frozen=True)
class AtLeastAtMost:
    """What may come out over the stated ranges.

    Attributes:
        numbers: those that are stated with a range.
        people: how many a year at each step, by the names of :class:`Found`.
        results: each result of :class:`Outcome`, by its name, with the spans of its runs.
        seats: the fewest places for the target; None as an end where no number does.
        cost: dollars a year, where a cost is stated.
    """

    numbers: tuple[Stated, ...]
    people: Mapping[str, Ends]
    results: Mapping[str, Ends]
    seats: tuple[int | None, int | None] | None
    cost: Ends | None


def at_least_at_most(
    own: Outcome, reached: Target | None, watch: Callable[[], None] = lambda: None
) -> AtLeastAtMost | None:
    """The ends of a world that has been run; None where no number is stated with a range."""
    scenario = own.scenario
    stated = ranged(scenario)
    if not stated:
        return None
    corners = list(_corners(scenario, [one for one in stated if one.name.startswith("people.")]))
    found = [found_in(corner) for corner in corners]
    order = sorted(range(len(corners)), key=lambda corner: found[corner].joins)
    ends = [_at(corners[order[0]], "low"), _at(corners[order[-1]], "high")]
    worlds = [own, *(outcome(end, watch) for end in ends)]
    targets = [one for one in (reached, *map(target, ends)) if one is not None]
    costs = [one for world in worlds if (one := cost_a_year(world)) is not None]
    return AtLeastAtMost(
        stated,
        dict(_people([own.found, *found])),
        dict(_results(worlds)),
        _seats(targets),
        _hull(costs) if costs else None,
    )


def ranged(scenario: Scenario) -> tuple[Stated, ...]:
    """The numbers with a range that is carried through."""
    return tuple(
        one for one in scenario.numbers.values() if one.name in CARRIED and one.low is not None
    )


def _corners(scenario: Scenario, stated: list[Stated]) -> Iterator[Scenario]:
    """The scenario at each choice of ends; each step only multiplies, so nothing lies beyond."""
    for ends in itertools.product(("low", "high"), repeat=len(stated)):
        numbers = {own.name: replace(own, value=getattr(own, end))
                   for own, end in zip(stated, ends, strict=True)}  # fmt: skip
        yield replace(scenario, numbers={**scenario.numbers, **numbers})


def _at(scenario: Scenario, end: str) -> Scenario:
    """Every number of the course at one end: a longer course and more people are the most load."""
    numbers = {
        name: replace(own, value=getattr(own, end))
        for name, own in scenario.numbers.items()
        if name in CARRIED and name.startswith("course.") and own.low is not None
    }
    return replace(scenario, numbers={**scenario.numbers, **numbers})


def _people(found: list[Found]) -> Iterator[tuple[str, Ends]]:
    for own in fields(Found):
        values = [one for each in found if (one := getattr(each, own.name)) is not None]
        if values:
            yield own.name, (min(values), max(values))


def _results(worlds: list[Outcome]) -> Iterator[tuple[str, Ends]]:
    for name in ("started", "never", "waiting", "in_time", "hours"):
        means = [own for one in worlds if isinstance(own := getattr(one, name), Mean)]
        if means:
            yield name, _hull([(own.low, own.high) if own.runs > 1 else (own.value, own.value)
                               for own in means])  # fmt: skip
    for place, name in enumerate(("middle", "ninetieth")):
        waits = [one.waits[place] for one in worlds]
        yield name, _hull([(own.low, own.high) if own.runs > 1 else (own.value, own.value)
                           for own in waits])  # fmt: skip
    yield "load", (min(one.load for one in worlds), max(one.load for one in worlds))


def _hull(spans: list[Ends]) -> Ends:
    return max(min(low for low, _ in spans), 0.0), max(high for _, high in spans)


def _seats(targets: list[Target]) -> tuple[int | None, int | None] | None:
    if not targets:
        return None
    enough = [one.seats for one in targets if one.seats is not None]
    most = max(enough) if len(enough) == len(targets) else None
    return (min(enough) if enough else None), most
