"""``homeward convert``: a published file into tables that everything else reads.

0: done. 1: some rows were set aside, and are named. 2: the call cannot be used.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from homeward.sources.formats import ALSO_CALLED, FORMATS, Converted, convert_files
from homeward.sources.problem import SourceError

DONE, SOME_ASIDE, BAD_USE = 0, 1, 2


def convert_into(name: str, sources: Sequence[Path], out: Path, *, quiet: bool) -> int:
    """Convert the files of a data set; the exit code."""
    name = ALSO_CALLED.get(name, name)
    if name not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        click.echo(f"homeward: {name}: is no format that is known; use one of: {known}", err=True)
        return BAD_USE
    try:
        done = convert_files(FORMATS[name], sources, out)
    except SourceError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    if not quiet:
        _say(done, out)
    return SOME_ASIDE if done.set_aside else DONE


def _say(done: Converted, out: Path) -> None:
    """How the rows add up, and what was seen in them."""
    aside = done.set_aside.total()
    folded = f" + {done.folded.total():,} that tell more of these" if done.folded else ""
    click.echo(f"{done.read:,} rows read = {done.kept:,} kept{folded} + {aside:,} set aside")
    for what, rows in done.folded.most_common():
        click.echo(f"  · {rows:,}: {what}")
    for reason, rows in done.set_aside.most_common():
        click.echo(f"  set aside: {rows:,}: {reason}")
    for seen, rows in done.noted.most_common():
        click.echo(f"  · {rows:,}: {seen}")
    click.echo(f"{out / 'charges.csv'}: ready for homeward load.")
