"""``homeward therapy score`` over plain responses: one after another, or a large file at once.

0: done. 1: some were set aside, and are named. 2: the file cannot be used.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from homeward.cli.app import engine_at_hand
from homeward.facts import Problem, RecordError
from homeward.sources import LoadError, json_records
from homeward.therapy import Score
from homeward.therapy.as_json import as_dict
from homeward.therapy.as_text import as_text
from homeward.therapy.fhir import is_fhir
from homeward.therapy.one_by_one import Aside, score_all
from homeward.therapy.repeated import Verdict, repeated

if TYPE_CHECKING:  # it needs the packages of homeward[screen]
    from homeward.therapy.bulk.source import Source

DONE, SET_ASIDE, BAD_USE = 0, 1, 2
INTO = (".parquet", ".csv", ".jsonl")
TABLES = (".csv", ".tsv", ".parquet")
LARGE = 2**21
"""The bytes from which a file of lines is scored on DuckDB, where that is installed."""
LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True)
class Wish:
    """What is asked.

    Attributes:
        out: where the scores go, if not to be shown.
        quiet: whether to say nothing of how far it is.
        form, leave_out: of a table, the form of every row, and the columns that are not read.
    """

    out: Path | None
    in_json: bool
    quiet: bool
    form: str | None = None
    leave_out: tuple[str, ...] = ()


@dataclass
class Desk:
    """Tells each score, and counts what became of the responses."""

    in_json: bool
    counted: str = "line"
    seen: int = 0
    aside: int = 0

    def take(self, found: Score | Aside) -> None:
        """Tell one score, or why there is none."""
        self.seen += 1
        if isinstance(found, Aside):
            self.aside += 1
            self._set_aside(found)
        else:
            click.echo(_line(as_dict(found)) if self.in_json else as_text(found))

    def _set_aside(self, found: Aside) -> None:
        if self.in_json:
            click.echo(_line(found.as_dict()))
            return
        for flag in found.flags:
            click.echo(f"homeward: ACT NOW: {self.counted} {found.number}: {flag}", err=True)
        click.echo(f"homeward: set aside: {found.problems[0]}", err=True)

    def close(self) -> int:
        """The exit code; says how it went when something was set aside."""
        if not self.aside:
            return DONE
        answered = self.seen - self.aside
        said = f"{self.seen} {self.counted}s: {answered} answered, {self.aside} set aside"
        click.echo(f"homeward: {said}", err=True)
        return SET_ASIDE


def score_file(path: Path, wish: Wish) -> int:
    """Score the plain responses of a file as is asked; the exit code."""
    try:
        _check(path, wish)
        if wish.out is not None or is_table(path) or (wish.in_json and is_large(path)):
            with engine_at_hand():
                return _score_in_bulk(path, wish)
        return _score_plain(path, in_json=wish.in_json)
    except (RecordError, LoadError) as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE


def _check(path: Path, wish: Wish) -> None:
    """Refuse what only a table can have, and writing over the file that is read."""
    if wish.out is not None and wish.out.resolve() == path.resolve():
        fix = "Name another file: the scores would take the place of the answers"
        raise RecordError([Problem(path.name, "", "--out", "", "is the file to score", fix)])
    if (wish.form or wish.leave_out) and not is_table(path):
        fix = f"Use --instrument and --leave-out with a table: {', '.join(TABLES)}"
        raise RecordError([Problem(path.name, "", "", "", "is no table", fix)])


def _score_in_bulk(path: Path, wish: Wish) -> int:
    from homeward.cli.bulk_score import print_scores, show_rows, write_scores

    if wish.out is not None and wish.out.suffix.lower() not in INTO:
        fix = f"Name a file that ends in {', '.join(INTO)}"
        raise RecordError([Problem(wish.out.name, "", "--out", "", "has another ending", fix)])
    source = _source(path, wish)
    if wish.out is not None:
        return write_scores(source, wish.out, quiet=wish.quiet)
    if wish.in_json:
        return print_scores(source, quiet=wish.quiet)
    return show_rows(source)


def _source(path: Path, wish: Wish) -> Source:
    from homeward.therapy.bulk.lines import LinesFile
    from homeward.therapy.bulk.tables import Table

    if is_table(path):
        return Table(path, wish.form, wish.leave_out)
    if path.suffix.lower() not in LINES or is_fhir(path):
        fix = "Use homeward therapy observe for FHIR; else put one response a line (.jsonl)"
        raise RecordError([Problem(path.name, "", "", "", "holds no plain lines", fix)])
    return LinesFile(path)


def is_table(path: Path) -> bool:
    """Whether a file is a table, by the ending of its name."""
    return path.name.lower().removesuffix(".gz").endswith(TABLES)


def _score_plain(path: Path, *, in_json: bool) -> int:
    """Score each response of a file of JSON, one after another."""
    desk = Desk(in_json)
    for found in score_all(json_records(path), path.name, _verdicts(path)):
        desk.take(found)
    return desk.close()


def is_large(path: Path) -> bool:
    """Whether a file of lines is worth an engine, and the engine is here."""
    return (
        path.suffix.lower() in LINES
        and path.is_file()
        and path.stat().st_size >= LARGE
        and all(map(importlib.util.find_spec, ("duckdb", "pyarrow", "numpy", "rich")))
    )


def _verdicts(path: Path) -> Mapping[int, Verdict]:
    """What is said of those that came more than once; a file that can be read once has none."""
    if path.suffix.lower() not in LINES or not path.is_file():
        return {}
    return repeated(lambda: _numbered(json_records(path)))


def _numbered(entries: Iterable[Any]) -> Iterable[tuple[int, Any]]:
    return ((one.line, one.data) for one in entries if one.problem is None)


def _line(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
