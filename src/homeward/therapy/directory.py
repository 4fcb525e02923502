"""A directory of services that a place supplies: an Open Referral (HSDS 3) data package.

Read from a folder with ``datapackage.json`` and its CSV tables, and from nowhere else: nothing is
fetched. A row that is wrong is named and left out; the rest is read.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

from homeward.facts import Problem, RecordError

STATUSES = ("active", "inactive", "defunct", "temporarily closed")
SHOWN = ("active", "temporarily closed")
_FREQUENCIES = ("WEEKLY", "MONTHLY")

_NEEDED = {
    "organization": ("id", "name"),
    "service": ("id", "organization_id", "name", "status"),
    "location": ("id",),
    "service_at_location": ("id", "service_id", "location_id"),
    "address": ("id", "city"),
    "phone": ("id", "number"),
    "schedule": ("id",),
    "service_area": ("id",),
}
_REQUIRED_TABLES = ("organization", "service")
_POINTS_TO = {
    "organization_id": "organization",
    "service_id": "service",
    "location_id": "location",
    "service_at_location_id": "service_at_location",
}

Row = Mapping[str, str]


@dataclass
class Directory:
    """The tables of a package by name, each by id, and what is wrong with its rows."""

    file: str
    tables: dict[str, dict[str, Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def rows(self, table: str, **wanted: str) -> list[Row]:
        """The rows of a table that have these values."""
        return [
            row
            for row in self.tables.get(table, {}).values()
            if all(row.get(key) == value for key, value in wanted.items())
        ]


def read_directory(folder: Path) -> Directory:
    """The directory in a folder.

    Raises:
        RecordError: when the package cannot be read at all, with what to do.
    """
    described = folder / "datapackage.json" if folder.is_dir() else folder
    paths = _paths(described)
    found = Directory(described.parent.name)
    for name in _NEEDED:
        if name in paths:
            found.tables[name] = dict(_rows(found, name, described.parent, paths[name]))
        elif name in _REQUIRED_TABLES:
            fix = "Add the table to the package and to its resources"
            raise _refusal(described.name, name, "is not among the resources of the package", fix)
    _drop_lost(found)
    return found


def _paths(described: Path) -> dict[str, str]:
    """The file of each table, as the package describes it."""
    try:
        data = json.loads(described.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        fix = "Name a folder with datapackage.json and its CSV tables (Open Referral HSDS 3)"
        raise _refusal(described.name, "", f"cannot be read: {problem.strerror}", fix) from None
    except (ValueError, RecursionError) as problem:
        fix = "Check the brackets, quotes and commas"
        raise _refusal(described.name, "", f"is not JSON: {problem}", fix) from None
    listed = data.get("resources") if isinstance(data, dict) else None
    if not isinstance(listed, list):
        fix = 'A data package has "resources": a list of tables with name and path'
        raise _refusal(described.name, "resources", "is not a list", fix)
    return {
        str(one.get("name")): one["path"]
        for one in listed
        if isinstance(one, dict) and isinstance(one.get("path"), str)
    }


def _rows(found: Directory, name: str, folder: Path, path: str) -> Iterator[tuple[str, Row]]:
    """The rows of a table that can be used, each with its id; the others are named."""
    whole = (folder / path).resolve()
    if not whole.is_relative_to(folder.resolve()):
        fix = "Put the table into the folder of the package: nothing is fetched or read elsewhere"
        raise _refusal("datapackage.json", name, f"lies outside of the package ({path})", fix)
    seen: set[str] = set()
    try:
        with whole.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            _check_columns(reader.fieldnames or (), name, path)
            for row in reader:
                own = {key: (value or "").strip() for key, value in row.items() if key is not None}
                problem = _wrong(own, name, path, reader.line_num, seen)
                if problem is None:
                    seen.add(own["id"])
                    yield own["id"], own
                else:
                    found.problems.append(problem)
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        fix = "Check that the file is there, and that it is CSV in UTF-8"
        raise _refusal(path, "", f"cannot be read: {problem}", fix) from None


def _check_columns(columns: Any, name: str, path: str) -> None:  # noqa: ANN401  as csv has them
    lacking = [column for column in _NEEDED[name] if column not in columns]
    if lacking:
        fix = f"A table {name} has at least the columns {', '.join(_NEEDED[name])}"
        raise _refusal(path, lacking[0], "is missing", fix)


def _wrong(row: Row, name: str, path: str, line: int, seen: set[str]) -> Problem | None:
    """The first thing that is wrong with a row, or None."""

    def problem(column: str, said: str, fix: str) -> Problem:
        shown = repr(row.get(column)) if row.get(column) else ""
        return Problem(path, f"line {line}", column, shown, said, fix)

    for column in _NEEDED[name]:
        if not row[column]:
            return problem(column, "is empty", "Every row needs it")
    if row["id"] in seen:
        return problem("id", "stands twice", "Give each row an id of its own")
    if name == "service" and row["status"] not in STATUSES:
        return problem("status", "is no status", f"Use one of {', '.join(STATUSES)}")
    if name == "schedule" and row.get("freq") and row["freq"] not in _FREQUENCIES:
        return problem("freq", "is not how often", f"Use one of {', '.join(_FREQUENCIES)}")
    for column, reads, fix in _FORMS.get(name, ()):
        if row.get(column) and not _reads(reads, row[column]):
            return problem(column, "cannot be read", fix)
    return None


def _reads(read: Any, value: str) -> bool:  # noqa: ANN401  any reader of a text
    try:
        read(value)
    except ValueError:
        return False
    return True


def _degrees(most: float) -> Any:  # noqa: ANN401  a reader of a text
    def read(value: str) -> float:
        if not -most <= float(value) <= most:
            raise ValueError(value)
        return float(value)

    return read


_FORMS = {
    "location": (
        ("latitude", _degrees(90), "Write degrees from -90 to 90, such as 38.57"),
        ("longitude", _degrees(180), "Write degrees from -180 to 180, such as -92.17"),
    ),
    "service": (("assured_date", date.fromisoformat, "Write a day as 2026-11-23"),),
    "schedule": (
        ("opens_at", time.fromisoformat, "Write a time as 09:00"),
        ("closes_at", time.fromisoformat, "Write a time as 17:00"),
        ("valid_from", date.fromisoformat, "Write a day as 2026-11-23"),
        ("valid_to", date.fromisoformat, "Write a day as 2026-11-23"),
    ),
}


def _drop_lost(found: Directory) -> None:
    """Rows that point to a row that is not there are named and left out."""
    for name, rows in found.tables.items():
        for own, row in list(rows.items()):
            for column, table in _POINTS_TO.items():
                if (
                    table != name
                    and row.get(column)
                    and row[column] not in found.tables.get(table, {})
                ):
                    fix = f"Give the id of a row of {table}"
                    said = f"points to no {table} of the package"
                    place = f"{name}, id {own}"
                    problem = Problem(found.file, place, column, repr(row[column]), said, fix)
                    found.problems.append(problem)
                    rows.pop(own, None)


def _refusal(file: str, field_: str, problem: str, fix: str) -> RecordError:
    return RecordError([Problem(file, "", field_, "", problem, fix)])
