"""A QuestionnaireResponse scored: each instrument in it, and what is wrong with its answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from homeward.facts import Problem, RecordError
from homeward.therapy.as_json import as_dict as score_as_dict
from homeward.therapy.as_text import as_text as score_as_text
from homeward.therapy.fhir.answers import Answers, answered, answers_to
from homeward.therapy.fhir.layout import Layout
from homeward.therapy.fhir.library import KINDS, Library
from homeward.therapy.fhir.repeats import Repeats
from homeward.therapy.fhir.resources import Resource, resources
from homeward.therapy.response import NOT_COUNTED, read_response
from homeward.therapy.scoring import Score, score

RESPONSE = "QuestionnaireResponse"
_AMENDED = "The response was amended after it was completed: it takes the place of an earlier one."


@dataclass(frozen=True)
class Scored:
    """The score of one instrument in one response.

    Attributes:
        problems: what is wrong with its answers, with the linkId of each.
        answers: the answers with their linkIds.
    """

    resource: Resource
    score: Score
    problems: tuple[Problem, ...]
    answers: Answers

    @property
    def data(self) -> dict[str, Any]:
        """The response itself."""
        return self.resource.data or {}


@dataclass(frozen=True)
class SetAside:
    """A response that was not scored, and why.

    Attributes:
        flags: what its answers say must be acted on at once, all the same.
    """

    resource: Resource
    problems: tuple[Problem, ...]
    flags: tuple[str, ...] = ()


def score_file(path: Path, library: Library) -> Iterator[list[Scored] | SetAside]:
    """Every response of a file, in its order: its scores, or why it has none.

    The file is read three times where an id comes more than once, and twice otherwise: a
    Questionnaire may stand after its responses, and the newest version after an older one.

    Raises:
        RecordError: when the file cannot be read at all.
    """
    repeats = Repeats()
    repeats.note_ids(_kept(path, library))
    repeats.note_versions(resources(path) if repeats.has_some else ())
    place = 0
    for resource in resources(path):
        if resource.problem is not None:
            yield SetAside(resource, (resource.problem,))
        elif resource.kind == RESPONSE:
            yield answer(resource, library, path.name, repeats.problem(resource, place, path.name))
            place += 1


def take_in(path: Path, library: Library) -> None:
    """Read the Questionnaires, value sets and patients of a file.

    Raises:
        RecordError: when the file cannot be read, or holds none.
    """
    before = len(library)
    for resource in _kept(path, library):
        if resource.problem is not None:
            raise RecordError([resource.problem])
    if len(library) == before:
        fix = f"Name a file that holds one of {', '.join(KINDS)}"
        raise RecordError([Problem(path.name, "", "", "", "holds nothing to read with", fix)])


def answer(
    resource: Resource, library: Library, file: str, repeat: Problem | None = None
) -> list[Scored] | SetAside:
    """The scores of one response, or why it has none."""
    try:
        _check(resource, repeat, file)
        return _scores(resource, library, file)
    except RecordError as problem:
        own = tuple(_placed(one, resource) for one in problem.problems)
        return SetAside(resource, own, _flags(resource, library, file))


def as_dict(found: Scored) -> dict[str, Any]:
    """The keys of a score, with what the response says of itself."""
    shaped = score_as_dict(found.score)
    shaped["errors"] = [{**wrong, **_place_of(found, wrong["item"])} for wrong in shaped["errors"]]
    for key in ("questionnaire", "status", "authored"):
        if isinstance(found.data.get(key), str):
            shaped[key] = found.data[key]
    subject = found.data.get("subject")
    if isinstance(subject, dict) and "reference" in subject:
        shaped["subject"] = subject["reference"]
    return shaped


def as_text(found: Scored) -> str:
    """The score in a few lines, with the place and the fix of what is wrong."""
    lines = score_as_text(found.score).rstrip("\n").split("\n")
    wrong = [f"  set right: {problem}" for problem in found.problems]
    return "\n".join([*lines[:-1], *wrong, lines[-1]]) + "\n"


def _kept(path: Path, library: Library) -> Iterator[Resource]:
    for resource in resources(path):
        if resource.kind in KINDS and resource.data is not None:
            library.take(resource.data, resource.full_url)
        yield resource


def _check(resource: Resource, repeat: Problem | None, file: str) -> None:
    """A response counts when it is complete, and when no other one takes its place."""
    status = (resource.data or {}).get("status")
    if status in ("completed", "amended"):
        if repeat is not None:
            raise RecordError([repeat])
        return
    if status in NOT_COUNTED:
        fix = "Leave it out, or send the response that took its place"
        raise RecordError([Problem(file, "", "status", repr(status), NOT_COUNTED[status], fix)])
    shown = "" if status is None else repr(status)
    problem = "is missing" if status is None else "is not a status of a response"
    fix = f"Write completed or amended; not scored are {', '.join(NOT_COUNTED)}"
    raise RecordError([Problem(file, "", "status", shown, problem, fix)])


def _scores(resource: Resource, library: Library, file: str) -> list[Scored]:
    given = answered(resource.data or {})
    found = library.layouts(resource.data or {}, file)
    return [_scored(resource, layout, given, library, file) for layout in found]


def _flags(resource: Resource, library: Library, file: str) -> tuple[str, ...]:
    """What must be acted on at once, also where the rest does not count yet."""
    if (resource.data or {}).get("status") == "entered-in-error":
        return ()
    try:
        found = _scores(resource, library, file)
    except RecordError:
        return ()
    return tuple(dict.fromkeys(flag for one in found for flag in one.score.flags))


def _scored(
    resource: Resource,
    layout: Layout,
    given: dict[str, list[dict[str, Any]]],
    library: Library,
    file: str,
) -> Scored:
    data = resource.data or {}
    answers = answers_to(layout, given)
    line = {
        "id": data.get("id"),
        "instrument": layout.instrument.id,
        "version": layout.version,
        "coding": layout.coding,
        "sex": library.sex(data),
        "answers": answers.fitting,
        "reported_total": answers.reported,
    }
    response = replace(read_response(line, file), wrong=tuple(answers.wrong))
    found = score(response)
    found.notes += [*layout.notes, *answers.notes]
    if data.get("status") == "amended":
        found.notes.append(_AMENDED)
    return Scored(resource, found, tuple(_problems(resource, answers, file)), answers)


def _problems(resource: Resource, answers: Answers, file: str) -> Iterator[Problem]:
    for wrong in answers.wrong:
        link, fix = answers.places[wrong.item]
        row = f"{resource.place}, linkId {link}"
        yield Problem(file, row, f"item {wrong.item}", repr(wrong.value), wrong.why, fix)


def _place_of(found: Scored, item: str) -> dict[str, str]:
    link, fix = found.answers.places[item]
    value = next(wrong.value for wrong in found.answers.wrong if wrong.item == item)
    return {"link_id": link, "value": str(value), "fix": fix}


def _placed(problem: Problem, resource: Resource) -> Problem:
    """A problem with the place of its response before its own."""
    if resource.problem is not None or problem.row.startswith(resource.place):
        return problem
    row = ", ".join(part for part in (resource.place, problem.row) if part)
    return replace(problem, row=row)
