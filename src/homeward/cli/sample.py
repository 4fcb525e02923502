"""``homeward sample``: a synthetic state into a folder, with progress on stderr."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from homeward.sample import Order, Progress, SampleError, make_sample
from homeward.sample.labels import WARNING

DONE, BAD_USE = 0, 2


def sample_into(place: str, people: int, seed: int, out: Path, heavy: int) -> int:
    """Make a sample; the exit code."""
    order = Order(place, people, seed, out, heavy)
    try:
        with click.progressbar(length=1_000, label="homeward sample", file=sys.stderr) as bar:

            def watch(progress: Progress) -> None:
                bar.update(int(progress.done * 1_000) - bar.pos)

            rows = make_sample(order, watch)
    except SampleError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    click.echo(f"{WARNING}.")
    click.echo(f"{out}: " + ", ".join(f"{count:,} {table}" for table, count in rows.items()))
    return DONE
