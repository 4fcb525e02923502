"""``homeward barriers``: what holds people back, from results with the days of every condition."""

from __future__ import annotations

import json
from pathlib import Path

import click

from homeward.reform.barriers import barriers
from homeward.reform.barriers_text import as_dict, as_lines, picture
from homeward.screen.duckdb_engine import connect
from homeward.screen.problem import ScreenError
from homeward.screen.results import Results

DONE, BAD_USE = 0, 2


def show_barriers(
    path: Path, question: str | None, form: str, pictures: Path | None, least: int
) -> int:
    """Show what holds people back; the exit code."""
    try:
        with connect("1GB") as database:
            found = barriers(Results.open(path), question, database)
    except ScreenError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    if pictures is not None:
        from homeward.reform.drawing import write_pictures

        write_pictures([picture(found, least)], pictures)
    if form == "json":
        click.echo(json.dumps(as_dict(found, least), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(as_lines(found, least)))
    return DONE
