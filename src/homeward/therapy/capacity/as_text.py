"""Worlds side by side in words, and as plain keys, with where each number comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from homeward.therapy.capacity.ends import CARRIED, AtLeastAtMost
from homeward.therapy.capacity.finding import Found
from homeward.therapy.capacity.outcome import Outcome, Target, cost_a_year, hours_a_week
from homeward.therapy.capacity.scenario import Scenario, Stated
from homeward.therapy.capacity.simulation.intervals import Mean

_WEEKS = 52.18
_SHOWN = (*CARRIED, "effect.against_waiting_list", "effect.against_usual_care")


World = tuple[Outcome, Target | None, AtLeastAtMost | None]


def as_text(worlds: Sequence[World]) -> str:
    """Every world of a scenario, one after another.

    Each comes with the places that the target needs, where it has one, and with what may come out
    over the ranges of its numbers.
    """
    first = worlds[0][0].scenario
    lines = [first.title]
    if first.made_up:
        lines.append("MADE-UP PEOPLE: nobody here exists.")
    lines.append(f"{first.years} years, {first.runs} runs; spans hold the mean 95 times in 100.")
    for world in worlds:
        lines += ["", *_world(*world)]
    lines += ["", *_sources([one.scenario for one, *_ in worlds]), "", *_limits(first)]
    return "\n".join(lines) + "\n"


def as_dict(worlds: Sequence[World]) -> dict[str, Any]:
    """The same as plain keys."""
    first = worlds[0][0].scenario
    return {
        "homeward": "1", "title": first.title, "made_up": first.made_up, "years": first.years,
        "runs": first.runs, "seed": first.seed,
        "worlds": [_keys(*world) for world in worlds],
    }  # fmt: skip


def _keys(found: Outcome, reached: Target | None, ends: AtLeastAtMost | None) -> dict[str, Any]:
    means = {"started": found.started, "share_never": found.never, "waiting": found.waiting,
             "share_in_time": found.in_time, "median_wait_days": found.waits[0],
             "p90_wait_days": found.waits[1], "hours_a_year": found.hours}  # fmt: skip
    own = {name: _mean(mean) for name, mean in means.items()}
    people = {name: _rounded(value) for name, value in vars(found.found).items()}
    return {
        "name": found.scenario.name, "title": found.scenario.title, "people_a_year": people,
        "load": round(found.load, 4), **own, "cost_a_year": _both(cost_a_year(found)),
        "seats_for_target": reached.seats if reached else None,
        "target": None if reached is None else {
            "seats": reached.seats, "hours_a_week": _hours(found.scenario, reached.seats),
            "most_in_time": round(reached.most, 4),
            "leave_first": round(reached.leave, 4),
        },
        "at_least_at_most": None if ends is None else _end_keys(ends),
        "share_in_time_by_urgency": {str(level): _mean(mean)
                                     for level, mean in found.in_time_by_urgency},
        "numbers": {one.name: {"value": one.value, "low": one.low, "high": one.high,
                               "cite": one.cite, "assumed": one.assumed}
                    for one in found.scenario.numbers.values()},
    }  # fmt: skip


_RESULT_KEYS = {"never": "share_never", "in_time": "share_in_time", "middle": "median_wait_days",
                "ninetieth": "p90_wait_days", "hours": "hours_a_year"}  # fmt: skip


def _end_keys(ends: AtLeastAtMost) -> dict[str, Any]:
    """At least and at most, under the names that a world has."""
    return {
        "because_of": [one.name for one in ends.numbers],
        "people_a_year": {name: _both(own) for name, own in ends.people.items()},
        **{_RESULT_KEYS.get(name, name): _both(own) for name, own in ends.results.items()},
        "seats_for_target": None if ends.seats is None else list(ends.seats),
        "cost_a_year": _both(ends.cost),
    }


def _hours(scenario: Scenario, seats: int | None) -> float | None:
    hours = None if seats is None else hours_a_week(scenario, seats)
    return None if hours is None else round(hours, 2)


def _both(own: tuple[float, float] | None) -> list[float] | None:
    return None if own is None else [round(end, 4) for end in own]


def _mean(mean: Mean | None) -> dict[str, float] | None:
    if mean is None:
        return None
    return {"mean": round(mean.value, 4), "low": round(mean.low, 4), "high": round(mean.high, 4)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _world(found: Outcome, reached: Target | None, ends: AtLeastAtMost | None) -> Iterator[str]:
    scenario = found.scenario
    name = scenario.title if scenario.name != "as it is" else "As it is"
    yield name
    yield "-" * len(name)
    yield from _people(found.found)
    yield f"  places: {scenario.number('places.seats'):.0f}; the work is {found.load:.0%} of them"
    if found.load >= 1:
        yield "    more comes in than the places can do: the list grows, or people go home first"
    yield f"  start therapy in {scenario.years} years: {_span(found.started, '.0f')}"
    yield f"  never start, released first or too short a time left: {_span(found.never, '.0%')}"
    yield f"  still wait at the end: {_span(found.waiting, '.0f')}"
    days = scenario.maybe("target.days")
    limit = 90 if days is None else days
    yield f"  start within {limit:.0f} days, of all who join: {_span(found.in_time, '.0%')}"
    for level, mean in found.in_time_by_urgency:
        yield f"    urgency {level}: {_span(mean, '.0%')}"
    middle, ninetieth = found.waits
    yield (f"  waits of those who start: half within {_span(middle, '.0f')} days,"
           f" nine in ten within {_span(ninetieth, '.0f')}")  # fmt: skip
    yield from _target(found.scenario, reached)
    yield from _staff(found)
    yield from _ends(found, ends)


def _people(found: Found) -> Iterator[str]:
    if found.intake is not None:
        yield (f"  a year: {found.intake:.0f} come in, {found.in_need:.0f} in need,"
               f" {found.screened:.0f} screened")  # fmt: skip
        yield (f"  the screen finds {found.found:.0f} of them, misses {found.missed:.0f}, and sends"
               f" on {found.sent_on:.0f} who are not in need")  # fmt: skip
    yield f"  join the list a year: {found.joins:.0f}"


def _target(scenario: Scenario, reached: Target | None) -> Iterator[str]:
    """The places that the target needs; where no number is enough, why not."""
    if reached is None:
        return
    share, days = scenario.number("target.share"), scenario.number("target.days")
    said = f"  places so that {share:.0%} start within {days:.0f} days: "
    if reached.seats is not None:
        yield f"{said}{reached.seats}"
        yield from _staff_for(scenario, reached.seats)
        return
    yield f"{said}no number is enough, at most {reached.most:.0%} can"
    course = scenario.number("course.days")
    left = f", or have too little time left for {course:.0f} days" if scenario.must_finish else ""
    yield f"    with a place for everyone at once, {reached.leave:.0%} still go home first{left}"
    gap = scenario.maybe("places.days_between")
    if scenario.words["places.kind"] == "groups" and gap is not None and gap > days:
        yield f"    a group starts only every {gap:.0f} days, so some wait longer than {days:.0f}"
    yield "    only a shorter course, a sooner start or another rule would change that"


def _staff_for(scenario: Scenario, seats: int) -> Iterator[str]:
    """The staff that so many places take, where it is stated what a course takes."""
    hours = hours_a_week(scenario, seats)
    if hours is None:
        return
    weekly = scenario.maybe("staff.hours_a_week")
    therapists = f", which is {hours / weekly:.1f} therapists" if weekly else ""
    yield f"    with all of them in use: {hours:.1f} hours of therapists a week{therapists}"


def _staff(found: Outcome) -> Iterator[str]:
    scenario = found.scenario
    if found.hours is not None:
        yield f"  hours of therapists a year: {_span(found.hours, '.0f')}"
        weekly = scenario.maybe("staff.hours_a_week")
        if weekly:
            many = found.hours.value / _WEEKS / weekly
            yield f"  that is {many:.1f} therapists' time for therapy"
    cost = cost_a_year(found)
    if cost is not None:
        yield f"  cost a year: {cost[0]:,.0f} to {cost[1]:,.0f} dollars"


def _ends(found: Outcome, ends: AtLeastAtMost | None) -> Iterator[str]:
    """At least and at most, over the ranges of the numbers."""
    if ends is None:
        return
    stated = ", ".join(f"{one.name} {one.low:g} to {one.high:g}" for one in ends.numbers)
    yield f"  at least and at most, over the ranges of the numbers ({stated}):"
    years, people, results = found.scenario.years, ends.people, ends.results
    if "in_need" in people:
        yield (f"    a year: {_to(people['in_need'], '.0f')} in need, {_to(people['found'], '.0f')}"
               f" found, {_to(people['missed'], '.0f')} missed,"
               f" {_to(people['sent_on'], '.0f')} sent on who are not in need")  # fmt: skip
    yield f"    join the list a year: {_to(people['joins'], '.0f')}"
    yield (f"    start therapy in {years} years: {_to(results['started'], '.0f')};"
           f" never start: {_to(results['never'], '.0%')};"
           f" still wait: {_to(results['waiting'], '.0f')}")  # fmt: skip
    yield (f"    start in time: {_to(results['in_time'], '.0%')}; half wait"
           f" {_to(results['middle'], '.0f')} days")  # fmt: skip
    if ends.seats is not None:
        low, high = ("no number is enough" if end is None else str(end) for end in ends.seats)
        yield f"    places for the target: {low}" + ("" if low == high else f" to {high}")
    if "hours" in results:
        yield f"    hours of therapists a year: {_to(results['hours'], '.0f')}"
    if ends.cost is not None:
        yield f"    cost a year: {_to(ends.cost, ',.0f')} dollars"


def _to(own: tuple[float, float], form: str) -> str:
    low, high = (format(end, form) for end in own)
    return low if low == high else f"{low} to {high}"


def _span(mean: Mean, form: str) -> str:
    value, low, high = (format(max(own, 0.0), form) for own in (mean.value, mean.low, mean.high))
    return value if low == high or mean.runs == 1 else f"{value} ({low} to {high})"


def _sources(scenarios: Sequence[Scenario]) -> Iterator[str]:
    yield "Where the numbers come from"
    said: dict[tuple[str, float, str], Stated] = {}
    for scenario in scenarios:
        for one in scenario.numbers.values():
            said.setdefault((one.name, one.value, one.cite), one)
    for one in said.values():
        mark = "ASSUMED: " if one.assumed else ""
        alone = "" if one.low is None or one.name in _SHOWN else " (its range is not carried on)"
        yield f"  {one.name} = {_stated(one)}: {mark}{one.cite or 'yours'}{alone}"


def _stated(one: Stated) -> str:
    return f"{one.value:g}" + ("" if one.low is None else f" ({one.low:g} to {one.high:g})")


def _limits(scenario: Scenario) -> Iterator[str]:
    yield "What this does not say"
    yield "  A positive screen is no diagnosis, and a place in a group is no cure."
    effect = scenario.numbers.get("effect.against_waiting_list")
    care = scenario.numbers.get("effect.against_usual_care")
    gone = scenario.maybe("effect.gone_after_months")
    if effect is not None and care is not None:
        end = "" if gone is None else f", and it was gone after {gone:g} months"
        yield (f"  Therapy in prison helped by {_stated(effect)} of a standard deviation against a"
               f" waiting list, and by {_stated(care)} against usual care{end}.")  # fmt: skip
    yield "  Orders help some only at the cost of others: only places, time or numbers help all."
