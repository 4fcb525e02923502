"""``homeward therapy``: what a prison mental-health unit asks; one line of a file, one answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

DONE, SET_ASIDE, BAD_USE = 0, 1, 2


@click.group()
def therapy() -> None:
    """Therapy in prison: screening forms, days to complain, waiting lists."""


@therapy.command("score")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON, one line each.")  # fmt: skip
def score_command(file: Path, form: str) -> None:
    """Score the responses in FILE (.jsonl, one a line)."""
    from homeward.therapy import read_response, score
    from homeward.therapy.as_json import as_dict
    from homeward.therapy.as_text import as_text

    shape = as_dict if form == "json" else as_text
    raise SystemExit(answer_file(file, lambda data: shape(score(read_response(data, file.name)))))


@therapy.command("appeal")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON, one line each.")  # fmt: skip
def appeal_command(file: Path, form: str) -> None:
    """Give the last day of each step to complain or appeal in FILE (.jsonl, one a line)."""
    from homeward.therapy.appeal import as_text, due

    shape = dict if form == "json" else as_text
    raise SystemExit(answer_file(file, lambda data: shape(due(data, file.name))))


@therapy.command("list")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON, one line each.")  # fmt: skip
def list_command(file: Path, form: str) -> None:
    """Say who on each waiting list in FILE (.jsonl, one a line) starts when, and who never."""
    from homeward.therapy.waiting_list import answer, as_text

    shape = dict if form == "json" else as_text
    raise SystemExit(answer_file(file, lambda data: shape(answer(data, file.name))))


def answer_file(path: Path, answer: Callable[[Any], Any]) -> int:
    """Answer each line of a file in its place, as text or as keys; the exit code."""
    from homeward.facts import RecordError
    from homeward.sources import json_records

    seen = aside = 0
    in_json = click.get_current_context().params["form"] == "json"
    try:
        for entry in json_records(path):
            seen += 1
            try:
                found = answer(_data(entry))
                click.echo(_line(found) if in_json else found)
            except RecordError as problem:
                aside += 1
                _set_aside(problem, entry, in_json=in_json)
    except RecordError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    if aside:
        said = f"{seen} lines: {seen - aside} answered, {aside} set aside"
        click.echo(f"homeward: {said}", err=True)
    return SET_ASIDE if aside else DONE


def _data(entry: Any) -> Any:  # noqa: ANN401  an Entry, loaded late, and what it holds
    from homeward.facts import RecordError

    if entry.problem is not None:
        raise RecordError([entry.problem])
    return entry.data


def _line(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _set_aside(problem: Any, entry: Any, *, in_json: bool) -> None:  # noqa: ANN401  loaded late
    """Say in a line's place why it has no score."""
    from homeward.explain.as_json import problems_as_dict

    row = f"line {entry.line}" if entry.line is not None else ""
    problems = [replace(one, row=one.row or row) for one in problem.problems]
    if not in_json:
        click.echo(f"homeward: set aside: {problems[0]}", err=True)
        return
    given = entry.data.get("id") if isinstance(entry.data, dict) else None
    shaped = problems_as_dict(problems, None if given is None else str(given), entry.line)
    click.echo(_line(shaped))


@click.command()
def guide() -> None:
    """Say where to turn in a crisis, or when someone is being hurt."""
    from homeward.therapy.guide import as_text

    click.echo(as_text())
