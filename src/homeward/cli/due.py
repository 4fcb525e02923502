"""``homeward due``: who becomes eligible in a span of days, from results that are there."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from homeward.screen.due import Due, due
from homeward.screen.problem import ScreenError
from homeward.screen.results import Results

DONE, BAD_USE = 0, 2


def print_due(
    out: Path, between: tuple[date, date], questions: tuple[str, ...], form: str, *, perhaps: bool
) -> int:
    """Print who becomes eligible; the exit code."""
    first, last = between
    if last < first:
        click.echo(f"homeward: --between: {last} lies before {first}", err=True)
        return BAD_USE
    try:
        found = due(Results.open(out), first, last, questions, perhaps=perhaps)
        count = as_csv(found) if form == "csv" else as_text(found)
    except ScreenError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    click.echo(f"{count:,} from {first} to {last}", err=form == "csv")
    return DONE


def as_csv(found: Iterable[Due]) -> int:
    """One row each; how many."""
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(Due._fields)
    count = 0
    for count, one in enumerate(found, start=1):  # noqa: B007  how many there were
        rows.writerow([*one[:-1], " ".join(one.missing)])
    return count


def as_text(found: Iterable[Due]) -> int:
    """One line each, under the day; how many."""
    count, day = 0, None
    for count, one in enumerate(found, start=1):  # noqa: B007  how many there were
        if one.day != day:
            day = one.day
            click.echo(f"{day}")
        which = "/".join(filter(None, (one.case_id, one.charge_id)))
        needs = f" ({one.how}; missing: {', '.join(one.missing)})" if one.missing else ""
        click.echo(f"  {one.person_id}  {which}  {one.question}{needs}".rstrip())
    return count
