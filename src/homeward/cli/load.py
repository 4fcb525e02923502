"""``homeward load``: a data set into a store of partitions, or a mapping proposed for it.

0: done. 1: some rows were set aside, and are named in the store. 2: the call cannot be used.
130: it was stopped by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from homeward.cli.progress import Bar
from homeward.screen.store import SET_ASIDE
from homeward.sources import Loaded, LoadError, LoadWish, load, propose_mapping

DONE, SOME_ASIDE, BAD_USE, STOPPED = 0, 1, 2, 130


def load_into(data: Sequence[str], wish: LoadWish, *, quiet: bool) -> int:
    """Load a data set; the exit code."""
    try:
        with Bar("loading", "percent", quiet=quiet) as bar:
            bar.begin(100)
            loaded = load(data, wish, lambda done, _: bar.reached(done * 100))
    except LoadError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    except KeyboardInterrupt:
        click.echo(f"homeward: stopped. Nothing was loaded into {wish.out}", err=True)
        return STOPPED
    if not quiet:
        _say(loaded)
    return SOME_ASIDE if loaded.set_aside else DONE


def _say(loaded: Loaded) -> None:
    """How the rows add up, and what a user should know."""
    for name, total in loaded.totals.items():
        click.echo(
            f"{name}: {total.read:,} rows read = {total.kept:,} kept"
            f" + {total.set_aside:,} set aside"
        )
    for note in loaded.notes:
        click.echo(f"· {note}")
    if loaded.set_aside:
        click.echo(f"Every row that was set aside is in {loaded.store / SET_ASIDE}, and why.")
    parts = "1 partition" if loaded.partitions == 1 else f"{loaded.partitions:,} partitions"
    click.echo(f"{loaded.store}: ready to be screened, in {parts}.")


def propose(data: Sequence[str], encodings: tuple[str, ...]) -> int:
    """Print a mapping that a person can edit; the exit code."""
    try:
        click.echo(propose_mapping(data, encodings), nl=False)
    except LoadError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    return DONE


def encodings_of(named: str) -> tuple[str, ...]:
    """The encodings of an option, with commas between them."""
    return tuple(name.strip() for name in named.split(",") if name.strip())


def no_store() -> int:
    """Say that the call lacks a folder; the exit code."""
    click.echo("homeward: name the folder of the store with --out", err=True)
    return BAD_USE
