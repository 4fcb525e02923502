"""``homeward summary``: a data set on one screen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from homeward import law
from homeward.screen.problem import ScreenError
from homeward.screen.results import Results
from homeward.screen.summary import Summary, summary

DONE, BAD_USE = 0, 2
WIDTH = 96
_BAR = 40
_EIGHTHS = " ▏▎▍▌▋▊▉"


def print_summary(out: Path) -> int:
    """Print the summary of results; the exit code."""
    try:
        results = Results.open(out)
        found = summary(results)
    except ScreenError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    console = Console(width=WIDTH, highlight=False, emoji=False, markup=False)
    console.print(f"Answers as of {results.report['wish']['as_of']}. "
                  "Information, not legal advice; courts and boards decide.")  # fmt: skip
    console.print(_questions(found))
    for line in _lines(found):
        console.print(line)
    return DONE


def _questions(found: Summary) -> Table:
    table = Table("question", "about each")
    for name in ("now", "later", "never", "unknown", "does not apply", "not asked"):
        table.add_column(name, justify="right")
    for kind, questions in found.statuses.items():
        for question, counts in questions.items():
            table.add_row(question, kind, *(f"{count:,}" for count in counts.values()))
    return table


def _lines(found: Summary) -> Iterator[str]:
    yield from _list("People", found.people.items())
    if found.question is None:
        return
    yield f"\n{found.question}: charges for which it holds by the end of each year"
    yield from _curve(found.curve)
    yield from _list("What they wait for", _conditions(found.holding_back))
    yield from _list("What bars them", _conditions(found.barring))
    yield from _list("What is missing", _missing(found.missing))


def _curve(curve: list[tuple[int, int, int]]) -> Iterator[str]:
    most = max((perhaps for _, _, perhaps in curve), default=0) or 1
    for year, sure, perhaps in curve:
        bar = _bar(sure / most)
        open_ = "░" * (round(_BAR * perhaps / most) - len(bar))
        yield f"  {year} {bar}{open_:<{_BAR - len(bar)}} {sure:,} surely, {perhaps:,} at most"


def _bar(share: float) -> str:
    """A bar in eighths of a letter."""
    eighths = round(share * _BAR * 8)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _conditions(found: Iterable[tuple[dict[str, str], int]]) -> Iterator[tuple[str, int]]:
    for condition, rows in found:
        yield f"{condition['says']} ({condition['cite']})", rows


def _missing(found: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    words = law.vocabulary()
    for name, rows in found:
        fact, at, _ = name.partition("@")
        says = words[fact].says if fact in words else f"an open question of law, {name}"
        yield f"{says}{', of another charge' if at else ''}", rows


def _list(title: str, found: Iterable[tuple[str, int]]) -> Iterator[str]:
    listed = list(found)
    if listed:
        yield f"\n{title}"
        for text, rows in listed:
            yield from textwrap.wrap(
                text, WIDTH, initial_indent=f"  {rows:>11,}  ", subsequent_indent=" " * 15
            )
