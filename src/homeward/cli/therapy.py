"""``homeward therapy``: what a prison mental-health unit asks; one line of a file, one answer."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

DONE, SET_ASIDE, BAD_USE = 0, 1, 2


@click.group()
def therapy() -> None:
    """Therapy in prison: screening forms, decisions, days to complain, waiting lists."""


@therapy.command("score")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON, one line each.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), metavar="OUT",
              help="For many responses: a file that ends in .parquet, .csv or .jsonl.")  # fmt: skip
@click.option("--questionnaire", "also", multiple=True, type=click.Path(path_type=Path),
              help="More FHIR to read with: Questionnaires, value sets, patients.")  # fmt: skip
@click.option("--map", "maps", multiple=True, type=click.Path(path_type=Path),
              help="A TOML file: which question stands at which linkId.")  # fmt: skip
@click.option("--instrument", metavar="NAME", help="The form of every row of a table.")
@click.option("--leave-out", default="", metavar="COLUMNS",
              help="Columns of a table that are not read, with commas.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="Say nothing of how far it is.")
def score_command(  # noqa: PLR0913  one argument an option
    file: Path, form: str, out: Path | None, also: tuple[Path, ...], maps: tuple[Path, ...],
    instrument: str | None, leave_out: str, *, quiet: bool,
) -> None:  # fmt: skip
    """Score the responses in FILE.

    One a line (.jsonl), a table (.csv, .parquet), or FHIR (.json, .ndjson, Bundles too).
    """
    from homeward.cli.fhir import score_fhir
    from homeward.cli.score import Wish, score_file
    from homeward.therapy.fhir import is_fhir

    if out is None and (also or maps or is_fhir(file)):
        raise SystemExit(score_fhir(file, also, maps, in_json=form == "json"))
    unread = tuple(name.strip() for name in leave_out.split(",") if name.strip())
    wish = Wish(out, in_json=form == "json", quiet=quiet, form=instrument, leave_out=unread)
    raise SystemExit(score_file(file, wish))


@therapy.command("form")
@click.argument("name", required=False)
@click.option("--wording", type=click.Path(path_type=Path),
              help="A TOML file with your own words of a form.")  # fmt: skip
def form_command(name: str | None, wording: Path | None) -> None:
    """Print the blank form NAME to fill in, or list the forms."""
    from homeward.cli.form import show_form

    raise SystemExit(show_form(name, wording))


@therapy.command("decide")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--policy",
    "policy",
    metavar="NAME",
    help="The policy for lines that name none (see homeward therapy policies).",
)
@click.option("--as-of", metavar="DATE", help="Decide as of this day; today by default.")
@click.option(
    "--with",
    "changes",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="OVERLAY.toml",
    help="Changes to lay over the policy for this run.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON, one line each.")  # fmt: skip
def decide_command(
    file: Path, policy: str | None, as_of: str | None, changes: tuple[Path, ...], form: str
) -> None:
    """Decide the requests in FILE (.json, or .jsonl with one a line) under a written policy."""
    from homeward.therapy.decision import decide, read_request
    from homeward.therapy.decision.as_json import as_dict
    from homeward.therapy.decision.as_text import as_text

    shape = as_dict if form == "json" else as_text
    day, patches = _day(as_of), _patches(changes)

    def answer(data: Any) -> Any:  # noqa: ANN401  JSON in, text or keys out
        request = read_request(data, file.name, as_of=day, policy_name=policy)
        return shape(decide(request, patches))

    raise SystemExit(answer_file(file, answer))


@therapy.command("notice")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(["en", "es"]), default="en", show_default=True,
              help="English or Spanish.")  # fmt: skip
@click.option("--large-print", "large", is_flag=True, help="Set a PDF in large letters.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="A folder for one PDF a person; for one person also a .pdf, .md or .txt.",
)
@click.option("--policy", "policy", metavar="NAME", help="The policy for lines that name none.")
@click.option("--as-of", metavar="DATE", help="Decide as of this day; today by default.")
@click.option(
    "--with",
    "changes",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="OVERLAY.toml",
    help="Changes to lay over the policy for this run.",
)
def notice_command(
    file: Path,
    language: str,
    out: Path | None,
    policy: str | None,
    as_of: str | None,
    changes: tuple[Path, ...],
    *,
    large: bool,
) -> None:
    """Write the notice of each decision in FILE, for the person to keep."""
    from homeward.cli.notice import Form, write_notices

    form = Form(language, out, large=large)
    raise SystemExit(write_notices(file, form, _day(as_of), policy, _patches(changes)))


@therapy.command("policies")
@click.option("--as-of", metavar="DATE", help="The numbers of this day; today by default.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON.")  # fmt: skip
def policies_command(as_of: str | None, form: str) -> None:
    """List the policies that are here, with their levels, numbers and citations."""
    from homeward.therapy.policies.listing import as_dicts, as_text

    day = _day(as_of)
    click.echo(_line({"homeward": "1", "policies": as_dicts(day)}) if form == "json"
               else as_text(day).rstrip())  # fmt: skip


@therapy.command("capacity")
@click.argument("scenario")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="Say nothing but what is wrong.")
def capacity_command(scenario: str, form: str, *, quiet: bool) -> None:
    """Run a SCENARIO (.toml, or the name of one that is shipped) and each change of it."""
    from homeward.cli.app import engine_at_hand

    with engine_at_hand():
        from homeward.cli.capacity import show_capacity

        raise SystemExit(show_capacity(scenario, in_json=form == "json", quiet=quiet))


@therapy.command("observe")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["ndjson", "bundle"]), default="ndjson",
              help="One Observation a line (default), or one Bundle.")  # fmt: skip
@click.option("--panel", is_flag=True, help="Each answer as an Observation too, and one over all.")
@click.option("--questionnaire", "also", multiple=True, type=click.Path(path_type=Path),
              help="More FHIR to read with: Questionnaires, value sets, patients.")  # fmt: skip
@click.option("--map", "maps", multiple=True, type=click.Path(path_type=Path),
              help="A TOML file: which question stands at which linkId.")  # fmt: skip
def observe_command(
    file: Path, form: str, also: tuple[Path, ...], maps: tuple[Path, ...], *, panel: bool
) -> None:
    """Write the scores of the FHIR responses in FILE as Observations."""
    from homeward.cli.fhir import observe_fhir

    raise SystemExit(observe_fhir(file, also, maps, panel=panel, bundle=form == "bundle"))


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


def _day(given: str | None) -> date:
    if given is None:
        return datetime.now(UTC).astimezone().date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        message = f"--as-of: {given!r} is not a day. Write it as YYYY-MM-DD"
        raise click.UsageError(message) from None


def _patches(paths: Iterable[Path]) -> list[Any]:
    """Changes to policies, each from its file."""
    from homeward.rules.patch import read_patch
    from homeward.rules.problem import LawError

    found = []
    for path in paths:
        try:
            found.append(read_patch(tomllib.loads(path.read_text(encoding="utf-8"))))
        except (OSError, ValueError, LawError) as problem:
            raise click.UsageError(f"{path.name}: {problem}") from problem
    return found


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
@click.option("--near", "place", metavar="PLACE",
              help="A city, county or postcode, or coordinates (38.57,-92.17).")  # fmt: skip
@click.option(
    "--directory",
    "folder",
    type=click.Path(path_type=Path),
    help="Your own directory of services: an Open Referral package (HSDS 3).",
)
@click.option("--miles", type=click.FloatRange(0), default=25, show_default=True,
              help="How far, where PLACE is coordinates.")  # fmt: skip
def guide(place: str | None, folder: Path | None, miles: float) -> None:
    """Say where to turn in a crisis, or when someone is being hurt; and services near a place."""
    from homeward.therapy.guide import as_text

    if (place is None) != (folder is None):
        lacking = "--directory FOLDER" if folder is None else "--near PLACE"
        click.echo(f"homeward: --near and --directory go together: add {lacking}", err=True)
        raise SystemExit(BAD_USE)
    click.echo(as_text())
    if place is not None and folder is not None:
        raise SystemExit(_show_near(place, folder, miles))


def _show_near(place: str, folder: Path, miles: float) -> int:
    """List the services of a directory near a place; the exit code."""
    from homeward.facts import RecordError
    from homeward.therapy.directory import read_directory
    from homeward.therapy.nearby import as_text, near

    try:
        directory = read_directory(folder)
    except RecordError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    found = near(directory, place, miles)
    click.echo(f"\nServices near {place}, from {directory.file}:\n")
    nothing = "None is listed there. Ask 211, or a case manager."
    click.echo(as_text(directory, found).rstrip() or nothing)
    for wrong in directory.problems:
        click.echo(f"homeward: left out: {wrong}", err=True)
    return SET_ASIDE if directory.problems else DONE
