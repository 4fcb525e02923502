"""A given map: which question stands at which linkId of a Questionnaire that carries no codes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homeward.facts import Problem, RecordError
from homeward.therapy.instrument import instrument, names

PUBLISHED = Path(__file__).with_name("published.toml")
_KEYS = {"source", "urls", "instrument", "version", "coding", "totals", "items", "answers"}


@dataclass(frozen=True)
class GivenMap:
    """Where the questions of one instrument stand in one Questionnaire.

    Attributes:
        items: the question at each linkId.
        answers: what each code of an answer counts.
        totals: the linkIds that hold a total.
        coding: how the answers are coded, where that is known, as ``0-4``.
    """

    instrument: str
    items: Mapping[str, str]
    answers: Mapping[str, int]
    totals: frozenset[str]
    version: str | None = None
    coding: str | None = None


def read_maps(paths: Sequence[Path]) -> dict[str, list[GivenMap]]:
    """The published maps and those of some files, by the address of the Questionnaire.

    A file's map takes the place of a published one for the same address.

    Raises:
        RecordError: when a file cannot be read as maps, with what to write.
    """
    found = _by_url(PUBLISHED)
    for path in paths:
        found |= _by_url(path)
    return found


def _by_url(path: Path) -> dict[str, list[GivenMap]]:
    found: dict[str, list[GivenMap]] = {}
    for number, own in enumerate(_tables(path), start=1):
        given = _map(own, path, f"questionnaires {number}")
        for url in _texts(own, "urls", path, f"questionnaires {number}"):
            found.setdefault(url, []).append(given)
    return found


def _tables(path: Path) -> list[Any]:
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        fix = "Check the path and the permission to read it"
        raise _wrong(path, "", "", f"cannot be read: {problem.strerror or problem}", fix) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise _wrong(path, "", "", f"is not TOML: {problem}", "See docs/fhir.md") from None
    tables = whole.get("questionnaires")
    if not isinstance(tables, list) or not tables:
        raise _wrong(path, "", "questionnaires", "is missing", "Write [[questionnaires]]")
    return tables


def _map(own: Any, path: Path, row: str) -> GivenMap:  # noqa: ANN401  TOML may be anything until it is checked here
    if not isinstance(own, dict):
        raise _wrong(path, row, "", "is not a table", "Write [[questionnaires]]")
    unknown = sorted(set(own) - _KEYS)
    if unknown:
        fix = f"The keys are {', '.join(sorted(_KEYS))}"
        raise _wrong(path, row, unknown[0], "is no key of a map", fix)
    name = own.get("instrument")
    if not isinstance(name, str) or name not in names():
        fix = f"The instruments are: {', '.join(names())}"
        raise _wrong(path, row, "instrument", "is not an instrument that is scored here", fix, name)
    form = instrument(name)
    items, answers = own.get("items"), own.get("answers", {})
    if not isinstance(items, dict) or not items:
        fix = 'Write [questionnaires.items], then a line such as "q1" = "1"'
        raise _wrong(path, row, "items", "is missing", fix)
    for link, item in items.items():
        if item not in form.items:
            fix = f"The items of {form.id} are {', '.join(form.items)}"
            raise _wrong(path, row, f"items.{link}", f"is not an item of {form.id}", fix, item)
    if not isinstance(answers, dict) or any(type(value) is not int for value in answers.values()):
        fix = 'Write [questionnaires.answers], then a line such as "often" = 3'
        raise _wrong(path, row, "answers", "is not a table of whole numbers", fix)
    totals = _texts(own, "totals", path, row) if "totals" in own else []
    return GivenMap(name, items, answers, frozenset(totals), own.get("version"), own.get("coding"))


def _texts(own: Mapping[str, Any], key: str, path: Path, row: str) -> list[str]:
    found = own.get(key)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found) or not found:
        raise _wrong(path, row, key, "is not a list of texts", f'Write {key} = ["…"]')
    return found


def _wrong(
    path: Path, row: str, field: str, problem: str, fix: str, value: object = None
) -> RecordError:
    shown = "" if value is None else repr(value)
    return RecordError([Problem(path.name, row, field, shown, problem, fix)])
