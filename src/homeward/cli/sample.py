"""``homeward sample``: a synthetic state, into a folder or as JSON lines on stdout.

0: done. 2: the order cannot be filled, or the folder cannot be written.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from homeward.sample import Order

DONE, BAD_USE = 0, 2


def make(
    place: str, people: int, seed: int, heavy: int, form: str, out: Path | None, *, quiet: bool
) -> int:
    """Make a sample; the exit code."""
    try:
        from homeward.cli import progress  # noqa: F401  it needs rich
        from homeward.sample import Order, SampleError
    except ModuleNotFoundError as missing:
        lacking = str(missing.name).partition(".")[0]
        return _refuse(f"a sample needs {lacking}: pip install 'homeward[screen]'")
    try:
        if out:
            return _into_folder(Order(place, people, out, seed, heavy, form), quiet=quiet)
        if form == "jsonl":
            return _onto_stdout(place, people, seed, heavy)
    except SampleError as problem:
        return _refuse(str(problem))
    return _refuse("name a folder with --out, or ask for --format jsonl to print people")


def _refuse(problem: str) -> int:
    click.echo(f"homeward: {problem}", err=True)
    return BAD_USE


def _into_folder(order: Order, *, quiet: bool) -> int:
    from homeward.cli.progress import Bar
    from homeward.sample import make_sample
    from homeward.sample.labels import WARNING

    try:
        with Bar("homeward sample", "people", quiet=quiet) as bar:
            bar.begin(order.people)
            rows = make_sample(order, bar.reached)
    except OSError as problem:
        why = os.strerror(problem.errno) if problem.errno else problem
        return _refuse(f"{order.out} cannot be written: {why}")
    click.echo(f"{WARNING}.")
    click.echo(f"{order.out}: " + ", ".join(f"{rows[table]:,} {table}" for table in rows))
    return DONE


def _onto_stdout(place: str, people: int, seed: int, heavy: int) -> int:
    from homeward.sample import check_size
    from homeward.sample import people as people_of

    check_size(people, seed, heavy)
    for person in people_of(place, people, seed=seed, heavy=heavy):
        click.echo(json.dumps(person))
    return DONE
