"""``homeward therapy score`` over large files, on DuckDB: the same scores as one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from homeward.cli.progress import Bar
from homeward.cli.score import Desk
from homeward.facts import Problem, RecordError
from homeward.therapy.bulk.nested import AsJson, Shape
from homeward.therapy.bulk.outputs import as_lines
from homeward.therapy.bulk.running import Scored, score_in_bulk
from homeward.therapy.bulk.source import Source, entries_of
from homeward.therapy.bulk.writing import Writer
from homeward.therapy.one_by_one import score_all
from homeward.therapy.repeated import Numbered, repeated

DONE, SET_ASIDE = 0, 1
_EMPTY_FIX = "Put one response a line, or a row"


def print_scores(source: Source, *, quiet: bool) -> int:
    """One line of JSON for each response, in order; the exit code."""
    seen = wrong = 0
    for database, aside in _watched(source, AsJson(), quiet=quiet):
        lines = list(as_lines(database, aside))
        seen, wrong = seen + len(lines), wrong + len(aside)
        if lines:
            click.echo("\n".join(lines))
    _check_some(source, seen)
    if wrong:
        said = f"{seen} {source.counted}s: {seen - wrong} answered, {wrong} set aside"
        click.echo(f"homeward: {said}", err=True)
    return SET_ASIDE if wrong else DONE


def write_scores(source: Source, out: Path, *, quiet: bool) -> int:
    """The scores into a file, and what is set aside beside it; the exit code."""
    try:
        with Writer(out) as writer:
            for database, aside in _watched(source, writer.shape, quiet=quiet):
                writer.write(database, aside)
            _check_some(source, writer.scored + writer.aside)
    except OSError as problem:
        fix = "Check the path, the room on the disk and the permission to write there"
        said = f"cannot be written: {problem.strerror or problem}"
        raise RecordError([Problem(str(out), "", "", "", said, fix)]) from None
    whole = writer.scored + writer.aside
    said = (f"{whole:,} responses: {writer.scored:,} scored ({writer.path}), "
            f"{writer.aside:,} set aside ({writer.aside_path})")  # fmt: skip
    click.echo(f"homeward: {said}", err=True)
    if writer.flagged:
        flags = f"ACT NOW: {writer.flagged:,} of those set aside have a safety flag"
        click.echo(f"homeward: {flags}: see the column flags", err=True)
    return SET_ASIDE if writer.aside else DONE


def show_rows(source: Source) -> int:
    """Each response of a table to read, one after another; the exit code."""
    desk = Desk(in_json=False, counted=source.counted)

    def numbered() -> Iterator[Numbered]:
        return ((one.line or 0, one.data) for one in entries_of(source) if one.problem is None)

    verdicts = repeated(numbered, source.counted)
    for found in score_all(entries_of(source), source.name, verdicts, source.counted):
        desk.take(found)
    _check_some(source, desk.seen)
    return desk.close()


def _check_some(source: Source, seen: int) -> None:
    """Refuse a file without a response."""
    if not seen:
        raise RecordError([Problem(source.name, "", "", "", "holds no response", _EMPTY_FIX)])


def _watched(source: Source, shape: Shape, *, quiet: bool) -> Iterator[Scored]:
    """Each stretch, with a bar of how far it is."""
    done = 0
    with Bar("homeward therapy score", source.measured, quiet=quiet) as bar:
        bar.begin(source.size)

        def watch(more: int) -> None:
            nonlocal done
            done += more
            bar.reached(done)

        yield from score_in_bulk(source, shape, watch)
