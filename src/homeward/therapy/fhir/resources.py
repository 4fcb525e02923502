"""The resources in a file of FHIR: one resource, a Bundle, or one a line, whatever its size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from homeward.facts import Problem
from homeward.sources import json_records

_BEGINNING = 2**20
_KIND = re.compile(rb'"resourceType"\s*:')


@dataclass(frozen=True)
class Resource:
    """One resource, and where it stands.

    Attributes:
        data: the resource; None where a problem stands in its place.
        line: the line of the file, or None for a file of one resource.
        entry: the entry of a Bundle, from 1.
        full_url: what the Bundle calls it.
    """

    data: dict[str, Any] | None
    line: int | None = None
    entry: int | None = None
    full_url: str | None = None
    problem: Problem | None = None

    @property
    def kind(self) -> str:
        """What kind of resource it is."""
        return str((self.data or {}).get("resourceType", ""))

    @property
    def place(self) -> str:
        """Where it stands, for a person."""
        parts = [
            f"line {self.line}" if self.line is not None else "",
            f"entry {self.entry}" if self.entry is not None else "",
        ]
        own = (self.data or {}).get("id")
        parts.append(f"{self.kind}/{own}" if own else self.kind)
        return ", ".join(part for part in parts if part)


def is_fhir(path: Path) -> bool:
    """Whether a file holds FHIR: its first object, or line, says which resource it is."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return False
    if path.suffix.lower() == ".jsonl":
        beginning = beginning.lstrip().partition(b"\n")[0]
    return path.suffix.lower() == ".ndjson" or bool(_KIND.search(beginning))


def resources(path: Path) -> Iterator[Resource]:
    """Every resource of a file, those in Bundles too.

    Raises:
        RecordError: when the file cannot be read at all.
    """
    for entry in json_records(path):
        if entry.problem is not None:
            yield Resource(None, entry.line, problem=entry.problem)
        else:
            yield from _inside(entry.data, entry.line, path.name)


def _inside(data: Any, line: int | None, file: str) -> Iterator[Resource]:  # noqa: ANN401  JSON may be anything until it is checked here
    if not isinstance(data, dict) or not isinstance(data.get("resourceType"), str):
        row = "" if line is None else f"line {line}"
        fix = 'A resource says what it is: {"resourceType": "QuestionnaireResponse", …}'
        problem = Problem(file, row, "resourceType", "", "is not a resource of FHIR", fix)
        yield Resource(None, line, problem=problem)
    elif data["resourceType"] != "Bundle":
        yield Resource(data, line)
    else:
        yield from _entries(data, line, file)


def _entries(bundle: dict[str, Any], line: int | None, file: str) -> Iterator[Resource]:
    """The resources of a Bundle; an entry without one, such as a deletion, is passed over."""
    entries = bundle.get("entry", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else [], start=1):
        if not isinstance(entry, dict) or "resource" not in entry:
            continue
        url = entry.get("fullUrl")
        for found in _inside(entry["resource"], line, file):
            problem = found.problem
            if problem is not None:
                row = ", ".join(part for part in (problem.row, f"entry {number}") if part)
                problem = replace(problem, row=row)
            yield Resource(found.data, line, number, url if isinstance(url, str) else None, problem)
