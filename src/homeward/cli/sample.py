"""``homeward sample``: a synthetic state, into a folder or as JSON lines on stdout.

0: done. 2: the order cannot be filled, or the folder cannot be written.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from homeward.sample import Order, Progress

DONE, BAD_USE = 0, 2


def make(
    place: str, people: int, seed: int, heavy: int, form: str, out: Path | None, *, quiet: bool
) -> int:
    """Make a sample; the exit code."""
    try:
        from homeward.sample import Order, SampleError
    except ModuleNotFoundError as missing:
        return _refuse(f"a sample needs {missing.name}: pip install 'homeward[screen]'")
    try:
        if out:
            return _into_folder(Order(place, people, out, seed, heavy, form), quiet=quiet)
        if form == "jsonl":
            return _onto_stdout(place, people, seed, heavy)
    except SampleError as problem:
        return _refuse(str(problem))
    return _refuse("name a folder with --out, or ask for --format jsonl to print people")


class Teller:
    """Tells on stderr how far a sample is: a line that is written over, or a line now and then."""

    def __init__(self, people: int, *, quiet: bool) -> None:
        """Start the clock."""
        self.people, self.quiet = people, quiet
        self.over = sys.stderr.isatty()
        self.began = self.told = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        """Tell, if it is time to."""
        now = time.monotonic()
        if self.quiet or now - self.told < (0.1 if self.over else 10):
            return
        self.told = now
        rate = progress.charges / (now - self.began)
        left = (now - self.began) * (self.people / progress.people - 1)
        text = f"homeward sample: {progress.people / self.people:4.0%}, "
        text += f"{progress.charges:,} charges, {rate:,.0f} a second, {left:,.0f} s left"
        click.echo(f"\r{text}\033[K" if self.over else text, err=True, nl=not self.over)

    def close(self) -> None:
        """Leave the line."""
        if self.over and self.told > self.began:
            click.echo(err=True)


def _refuse(problem: str) -> int:
    click.echo(f"homeward: {problem}", err=True)
    return BAD_USE


def _into_folder(order: Order, *, quiet: bool) -> int:
    from homeward.sample import make_sample
    from homeward.sample.labels import WARNING

    teller = Teller(order.people, quiet=quiet)
    try:
        rows = make_sample(order, teller)
    except OSError as problem:
        why = os.strerror(problem.errno) if problem.errno else problem
        return _refuse(f"{order.out} cannot be written: {why}")
    finally:
        teller.close()
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
