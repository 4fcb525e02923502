"""``homeward therapy``: what a prison mental-health unit asks; one line of a file, one answer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

DONE, SET_ASIDE, BAD_USE = 0, 1, 2


@click.group()
def therapy() -> None:
    """Therapy in prison: score screening forms. A score is never a diagnosis."""


@therapy.command("score")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON, one line each.")  # fmt: skip
def score_command(file: Path, form: str) -> None:
    """Score the responses in FILE (.jsonl, one a line)."""
    raise SystemExit(score_file(file, in_json=form == "json"))


def score_file(path: Path, *, in_json: bool) -> int:
    """Score each response of a file in its place; the exit code."""
    from homeward.facts import RecordError
    from homeward.sources import json_records

    seen = aside = 0
    try:
        for entry in json_records(path):
            seen += 1
            try:
                click.echo(_answer(entry, path.name, in_json=in_json))
            except RecordError as problem:
                aside += 1
                _set_aside(problem, entry, in_json=in_json)
    except RecordError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    if aside:
        said = f"{seen} responses: {seen - aside} scored, {aside} set aside"
        click.echo(f"homeward: {said}", err=True)
    return SET_ASIDE if aside else DONE


def _answer(entry: Any, file: str, *, in_json: bool) -> str:  # noqa: ANN401  an Entry, loaded late
    from homeward.facts import RecordError
    from homeward.therapy import read_response, score
    from homeward.therapy.as_json import as_dict
    from homeward.therapy.as_text import as_text

    if entry.problem is not None:
        raise RecordError([entry.problem])
    found = score(read_response(entry.data, file))
    if in_json:
        return json.dumps(as_dict(found), ensure_ascii=False, separators=(",", ":"))
    return as_text(found)


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
    click.echo(json.dumps(shaped, ensure_ascii=False, separators=(",", ":")))
