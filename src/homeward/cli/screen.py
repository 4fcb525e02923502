"""``homeward screen``: a whole state's records in, a folder of answers out.

0: done. 1: some rows were set aside, and are named. 2: it could not be done.
130: it was stopped by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from homeward.cli.progress import Bar
from homeward.cli.raw_data import loaded
from homeward.law.overlays import overlays_named
from homeward.rules.problem import LawError
from homeward.screen.faults import GO_ON
from homeward.screen.problem import ScreenError
from homeward.screen.results import REPORT
from homeward.screen.running import MEMORY, Terms, screen
from homeward.screen.store import SET_ASIDE
from homeward.screen.wish import Wish
from homeward.sources import LoadError

DONE, SOME_ASIDE, BAD_USE, STOPPED = 0, 1, 2, 130


@dataclass(frozen=True)
class Call:
    """What the command line said."""

    questions: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    as_of: date | None = None
    known_on: date | None = None
    reasons: bool = False
    long: bool = False
    workers: int = 1
    memory: int = MEMORY
    mapping: Path | None = None
    quiet: bool = False
    changes: tuple[str, ...] = ()
    today: date = field(default_factory=lambda: datetime.now(UTC).astimezone().date())

    def wish(self) -> Wish:
        """What is asked of the data.

        Raises:
            LawError: when changes to the law cannot be read.
        """
        day = self.as_of or self.today
        changes = overlays_named(self.changes)
        return Wish(day, self.known_on, self.laws, self.questions, self.reasons, self.long, changes)


def screen_into(data: Sequence[str], out: Path, call: Call) -> int:
    """Screen a store, or data that is loaded first; the exit code."""
    try:
        wish = call.wish()
        with loaded(data, out, call.mapping, call.memory, quiet=call.quiet) as store:
            bar = Bar("homeward screen", "charges", quiet=call.quiet)
            told = screen(store, out, wish, Terms(call.workers, call.memory), bar)
    except (ScreenError, LoadError, LawError) as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    except KeyboardInterrupt:
        click.echo(f"homeward: stopped. To go on, {GO_ON}", err=True)
        return STOPPED
    if not call.quiet:
        for line in lines(out, told):
            click.echo(line)
    return SOME_ASIDE if told["set_aside"] else DONE


def lines(out: Path, told: Mapping[str, Any]) -> Iterator[str]:
    """What is said at the end."""
    same = " (nothing has changed since)" if told.get("nothing_to_do") else ""
    yield f"{out}: answers of {told['wish']['as_of']}{same}"
    for name, rows in told["rows"].items():
        yield (
            f"  {name}: {rows['read']:,} rows in = {rows['answered']:,} answered"
            f" + {rows['set_aside']:,} set aside"
        )
    if told["people_asked_again"] < told["people"]:
        yield (
            f"  {told['people_asked_again']:,} of {told['people']:,} people were asked again;"
            " the others have not changed"
        )
    yield from (f"  {note}" for note in told["notes"])
    if told["set_aside"]:
        yield f"  Every row that was set aside is in {out / SET_ASIDE}, with the reason."
    yield f"  Read more in {out / REPORT}, or with: homeward summary {out}"
