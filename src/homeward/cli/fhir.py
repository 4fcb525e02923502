"""``homeward therapy score`` and ``observe`` over files of FHIR.

0: done. 1: some responses were set aside, and are named. 2: the file cannot be used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from homeward.explain.as_json import problems_as_dict
from homeward.facts import Problem, RecordError
from homeward.therapy.fhir import (
    Library,
    Scored,
    SetAside,
    as_dict,
    as_text,
    observations,
    read_maps,
    score_file,
    take_in,
)

DONE, SET_ASIDE, BAD_USE = 0, 1, 2


class Desk:
    """Takes the responses of a file one after another, and counts what became of them."""

    def __init__(self, *, in_json: bool, errors_in_place: bool) -> None:
        """Start with nothing seen."""
        self.in_json, self.errors_in_place = in_json, errors_in_place
        self.seen = self.aside = 0

    def scored(self, found: Iterator[list[Scored] | SetAside]) -> Iterator[Scored]:
        """The scores; what has none is named in its place."""
        for one in found:
            self.seen += 1
            if isinstance(one, SetAside):
                self.aside += 1
                self.set_aside(one)
            else:
                yield from one

    def set_aside(self, found: SetAside) -> None:
        """Say why a response has no score, and what must be acted on all the same."""
        own = (found.resource.data or {}).get("id")
        if self.in_json and self.errors_in_place:
            name = None if own is None else str(own)
            shaped = problems_as_dict(found.problems, name, found.resource.line)
            if found.flags:
                shaped["flags"] = list(found.flags)
            click.echo(_line(shaped))
            return
        for flag in found.flags:
            click.echo(f"homeward: ACT NOW: {found.resource.place}: {flag}", err=True)
        click.echo(f"homeward: set aside: {found.problems[0]}", err=True)

    def close(self, file: str) -> int:
        """The exit code; says how it went when something was set aside."""
        if not self.seen:
            fix = "Name a file with QuestionnaireResponses"
            problem = Problem(file, "", "", "", "holds no response", fix)
            click.echo(f"homeward: {problem}", err=True)
            return BAD_USE
        if not self.aside:
            return DONE
        said = f"{self.seen} responses: {self.seen - self.aside} answered, {self.aside} set aside"
        click.echo(f"homeward: {said}", err=True)
        return SET_ASIDE


def score_fhir(path: Path, also: Sequence[Path], maps: Sequence[Path], *, in_json: bool) -> int:
    """Score each response of a file in its place; the exit code."""
    desk = Desk(in_json=in_json, errors_in_place=True)
    try:
        for one in desk.scored(score_file(path, _library(also, maps))):
            click.echo(_line(as_dict(one)) if in_json else as_text(one))
    except RecordError as problem:
        return _refuse(problem)
    return desk.close(path.name)


def observe_fhir(
    path: Path, also: Sequence[Path], maps: Sequence[Path], *, panel: bool, bundle: bool
) -> int:
    """Write the Observations of each response of a file; the exit code."""
    desk = Desk(in_json=True, errors_in_place=False)
    try:
        found = (
            made
            for one in desk.scored(score_file(path, _library(also, maps)))
            for made in observations(one, panel=panel)
        )
        if bundle:
            entries = [{"resource": one} for one in found]
            whole = {"resourceType": "Bundle", "type": "collection", "entry": entries}
            click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        else:
            for one in found:
                click.echo(_line(one))
    except RecordError as problem:
        return _refuse(problem)
    return desk.close(path.name)


def _library(also: Sequence[Path], maps: Sequence[Path]) -> Library:
    library = Library(read_maps(maps))
    for path in also:
        take_in(path, library)
    return library


def _refuse(problem: RecordError) -> int:
    click.echo(f"homeward: {problem}", err=True)
    return BAD_USE


def _line(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
