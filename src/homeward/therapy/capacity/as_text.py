"""Worlds side by side in words, with where each number comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from homeward.therapy.capacity.finding import Found
from homeward.therapy.capacity.outcome import Outcome, Target
from homeward.therapy.capacity.scenario import Scenario, Stated
from homeward.therapy.capacity.simulation.intervals import Mean

_WEEKS = 52.18


def as_text(worlds: Sequence[tuple[Outcome, Target | None]]) -> str:
    """Every world of a scenario, one after another.

    Each comes with the places that the target needs, where it has one.
    """
    first = worlds[0][0].scenario
    lines = [first.title]
    if first.made_up:
        lines.append("MADE-UP PEOPLE: nobody here exists.")
    lines.append(f"{first.years} years, {first.runs} runs; spans hold the mean 95 times in 100.")
    for found, reached in worlds:
        lines += ["", *_world(found, reached)]
    lines += ["", *_sources([one.scenario for one, _ in worlds]), "", *_limits(first)]
    return "\n".join(lines) + "\n"


def as_dict(worlds: Sequence[tuple[Outcome, Target | None]]) -> dict[str, Any]:
    """The same as plain keys."""
    first = worlds[0][0].scenario
    return {
        "homeward": "1", "title": first.title, "made_up": first.made_up, "years": first.years,
        "runs": first.runs, "seed": first.seed,
        "worlds": [_keys(found, reached) for found, reached in worlds],
    }  # fmt: skip


def _keys(found: Outcome, reached: Target | None) -> dict[str, Any]:
    means = {"started": found.started, "share_never": found.never, "waiting": found.waiting,
             "share_in_time": found.in_time, "median_wait_days": found.waits[0],
             "p90_wait_days": found.waits[1], "hours_a_year": found.hours}  # fmt: skip
    own = {name: _mean(mean) for name, mean in means.items()}
    people = {name: _rounded(value) for name, value in vars(found.found).items()}
    return {
        "name": found.scenario.name, "title": found.scenario.title, "people_a_year": people,
        "load": round(found.load, 4), **own, "seats_for_target": reached.seats if reached else None,
        "share_in_time_by_urgency": {str(level): _mean(mean)
                                     for level, mean in found.in_time_by_urgency},
        "numbers": {one.name: {"value": one.value, "cite": one.cite, "assumed": one.assumed}
                    for one in found.scenario.numbers.values()},
    }  # fmt: skip


def _mean(mean: Mean | None) -> dict[str, float] | None:
    if mean is None:
        return None
    return {"mean": round(mean.value, 4), "low": round(mean.low, 4), "high": round(mean.high, 4)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _world(found: Outcome, reached: Target | None) -> Iterator[str]:
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
    yield from _staff(found, reached)


def _people(found: Found) -> Iterator[str]:
    if found.intake is not None:
        yield (f"  a year: {found.intake:.0f} come in, {found.in_need:.0f} in need,"
               f" {found.screened:.0f} screened")  # fmt: skip
        yield (f"  the screen finds {found.found:.0f} of them, misses {found.missed:.0f}, and sends"
               f" on {found.sent_on:.0f} who are not in need")  # fmt: skip
    yield f"  join the list a year: {found.joins:.0f}"


def _staff(found: Outcome, reached: Target | None) -> Iterator[str]:
    scenario = found.scenario
    if reached is not None:
        share, days = scenario.number("target.share"), scenario.number("target.days")
        said = f"  places so that {share:.0%} start within {days:.0f} days: "
        yield said + (str(reached.seats) if reached.seats is not None else
                      f"no number is enough, at most {reached.most:.0%} can")  # fmt: skip
    if found.hours is None:
        return
    yield f"  hours of therapists a year: {_span(found.hours, '.0f')}"
    weekly = scenario.maybe("staff.hours_a_week")
    if weekly:
        yield f"  that is {found.hours.value / _WEEKS / weekly:.1f} therapists' time for therapy"
    cost = scenario.numbers.get("staff.cost_an_hour")
    if cost is not None:
        low, high = (cost.value if end is None else end for end in (cost.low, cost.high))
        low, high = low * found.hours.value, high * found.hours.value
        yield f"  cost of these hours a year: {low:,.0f} to {high:,.0f} dollars"


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
        ends = "" if one.low is None or one.high is None else f" ({one.low:g} to {one.high:g})"
        mark = "ASSUMED: " if one.assumed else ""
        yield f"  {one.name} = {one.value:g}{ends}: {mark}{one.cite or 'yours'}"


def _limits(scenario: Scenario) -> Iterator[str]:
    yield "What this does not say"
    yield "  A positive screen is no diagnosis, and a place in a group is no cure."
    effect = scenario.numbers.get("effect.against_waiting_list")
    care = scenario.numbers.get("effect.against_usual_care")
    gone = scenario.maybe("effect.gone_after_months")
    if effect is not None and care is not None:
        end = "" if gone is None else f", and it was gone after {gone:g} months"
        yield (f"  Therapy in prison helped by {effect.value:g} of a standard deviation against a"
               f" waiting list, and by {care.value:g} against usual care{end}.")  # fmt: skip
    yield "  Orders help some only at the cost of others: only places, time or numbers help all."
