"""Records from JSON and JSON lines files, one at a time, whatever the file's size.

A line that is not JSON stops nothing: it comes out as an :class:`Unreadable`
in its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homeward.facts import Problem, RecordError

_ONE_RECORD = 100 * 2**20
_ONE_LINE = 20 * 2**20


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that holds no record: where, and why."""

    line: int
    problem: Problem


def json_records(path: Path) -> Iterator[tuple[int | None, Any]]:
    """Each record with its line number (None for a file of one record).

    Raises:
        RecordError: when the file cannot be read at all, or holds one record that is not JSON.
    """
    if path.suffix == ".jsonl":
        yield from _lines(path)
    else:
        yield None, _whole(path)


def _whole(path: Path) -> Any:
    try:
        if path.stat().st_size > _ONE_RECORD:
            raise RecordError([_problem(path, "", "is too large for one record",
                                        "Put one record a line into a .jsonl file")])  # fmt: skip
        text = path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        fix = "Check the path and the permission to read it"
        raise RecordError(
            [_problem(path, "", f"cannot be read: {problem.strerror}", fix)]
        ) from None
    except UnicodeDecodeError:
        fix = "Save the file as UTF-8"
        raise RecordError([_problem(path, "", "is not text in UTF-8", fix)]) from None
    if not text.strip():
        raise RecordError(
            [_problem(path, "", "is empty", 'A record is {"person": …, "cases": […]}')]
        )
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as problem:
        raise RecordError([_not_json(path, "", problem)]) from None


def _lines(path: Path) -> Iterator[tuple[int, Any]]:
    try:
        file = path.open("rb")
    except OSError as problem:
        fix = "Check the path and the permission to read it"
        raise RecordError(
            [_problem(path, "", f"cannot be read: {problem.strerror}", fix)]
        ) from None
    with file:
        number = 0
        while line := file.readline(_ONE_LINE + 1):
            number += 1
            if len(line) > _ONE_LINE:
                while not line.endswith(b"\n") and (line := file.readline(_ONE_LINE)):
                    pass
                yield number, Unreadable(number, _problem(
                    path, f"line {number}", "is too long for one record", "One record a line"))  # fmt: skip
            elif line.strip():
                yield number, _line(path, number, line)


def _line(path: Path, number: int, line: bytes) -> Any:
    where = f"line {number}"
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Unreadable(number, _problem(path, where, "is not text in UTF-8", "Save as UTF-8"))
    except (json.JSONDecodeError, RecursionError) as problem:
        return Unreadable(number, _not_json(path, where, problem))


def _not_json(path: Path, row: str, problem: Exception) -> Problem:
    if isinstance(problem, json.JSONDecodeError):
        where = f"{problem.msg} at line {problem.lineno}, column {problem.colno}"
    else:
        where = "nested too deep"
    return _problem(
        path, row, f"is not valid JSON: {where}", "Check the brackets, quotes and commas"
    )


def _problem(path: Path, row: str, problem: str, fix: str) -> Problem:
    return Problem(path.name, row, "", "", problem, fix)
