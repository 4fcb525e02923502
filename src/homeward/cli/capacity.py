"""``homeward therapy capacity``: what more places, another order or another rule would do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click

from homeward.cli.progress import Bar
from homeward.therapy.capacity.as_text import World, as_dict, as_text
from homeward.therapy.capacity.ends import at_least_at_most, ranged
from homeward.therapy.capacity.outcome import outcome, target
from homeward.therapy.capacity.scenario import Scenario, ScenarioError, read_scenarios

SHIPPED = Path(__file__).parents[1] / "therapy" / "capacity" / "scenarios"
DONE, BAD_USE = 0, 2


def show_capacity(name: str, *, in_json: bool, quiet: bool) -> int:
    """Run a scenario, and each change of it; the exit code."""
    try:
        scenarios = read_scenarios(_file(name))
        with Bar("homeward therapy capacity", "runs", quiet=quiet) as bar:
            bar.begin(sum(one.runs * (3 if ranged(one) else 1) for one in scenarios))
            done = 0

            def watch() -> None:
                nonlocal done
                done += 1
                bar.reached(done)

            worlds = [_world(one, watch) for one in scenarios]
    except ScenarioError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    shape = (
        json.dumps(as_dict(worlds), ensure_ascii=False, indent=1) if in_json else as_text(worlds)
    )
    click.echo(shape.rstrip())
    return DONE


def _world(scenario: Scenario, watch: Callable[[], None]) -> World:
    """A scenario run as it is, and at the ends of the ranges of its numbers."""
    found, reached = outcome(scenario, watch), target(scenario)
    return found, reached, at_least_at_most(found, reached, watch)


def _file(name: str) -> Path:
    """A file of that name, or the scenario that is shipped under it."""
    path = Path(name)
    if path.exists() or path.suffix:
        return path
    shipped = {one.stem: one for one in sorted(SHIPPED.glob("*.toml"))}
    if name not in shipped:
        msg = f"{name}: there is no such file, and the shipped scenarios are {', '.join(shipped)}"
        raise ScenarioError(msg)
    return shipped[name]
