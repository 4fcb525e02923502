"""Records from JSON and JSON lines files, one at a time, whatever the file's size.

A line that is not JSON stops nothing: it comes out in its place, with what is
wrong with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from homeward.facts import Problem, RecordError

_ONE_RECORD = 100 * 2**20
LONGEST_LINE = 20 * 2**20
_SNIPPET = 20
_ONE_A_LINE = (".jsonl", ".ndjson")
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
_CHECK = "Check the brackets, quotes and commas"


class Entry(NamedTuple):
    """One record of a file as parsed JSON, or the problem that stands in its place.

    ``line`` is None for a file of one record.
    """

    line: int | None
    data: Any
    problem: Problem | None = None


class _NotOurJson(ValueError):
    """JSON that Python reads and that is no record: NaN, or a key that stands twice."""


def json_records(path: Path) -> Iterator[Entry]:
    """Each record of a file; ``.jsonl`` and ``.ndjson`` hold one a line, any other file holds one.

    Raises:
        RecordError: when the file cannot be read at all, or its one record is not JSON.
    """
    if path.is_dir():
        fix = "Name a file: a record (.json), or one record a line (.jsonl)"
        _refuse(path.resolve(), "is a folder", fix)
    try:
        if path.suffix.lower() in _ONE_A_LINE:
            yield from _lines(path)
        else:
            yield _whole(path)
    except OSError as problem:
        fix = "Check the path and the permission to read it"
        _refuse(path, f"cannot be read: {problem.strerror or problem}", fix)


def _whole(path: Path) -> Entry:
    if path.stat().st_size > _ONE_RECORD:
        _refuse(path, "is too large for one record", "Put one record a line into a .jsonl file")
    raw = path.read_bytes()
    if not raw.strip():
        _refuse(path, "is empty", 'A record is {"person": …, "cases": […]}')
    entry = entry_of(path, None, raw)
    if entry.problem is not None:
        raise RecordError([entry.problem])
    if isinstance(entry.data, list):
        fix = "For many records put one a line into a .jsonl file, without [ and ]"
        _refuse(path, "is a list, not one record", fix)
    return entry


def _lines(path: Path) -> Iterator[Entry]:
    some = False
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                while not line.endswith(b"\n") and (line := file.readline(LONGEST_LINE)):
                    pass
                yield too_long(path, number)
            elif line.strip():
                yield entry_of(path, number, line)
            some = some or bool(line.strip())
    if not some:
        _refuse(path, "is empty", "Put one record a line")


def too_long(path: Path, line: int) -> Entry:
    """What stands in the place of a line that no record is as long as."""
    problem = _problem(path, line, "is too long for one record", "One record a line")
    return Entry(line, None, problem)


def entry_of(path: Path, line: int | None, raw: bytes) -> Entry:
    """Parsed JSON, or what is wrong with it; the path is only named, never opened."""
    try:
        text = raw.decode("utf-8-sig")
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
        if _HALF_CHARACTER.search(text):
            json.dumps(data, ensure_ascii=False).encode()
    except UnicodeDecodeError as bad:
        found = repr(raw[bad.start : bad.start + 1])
        return Entry(
            line, None, _problem(path, line, "is not text in UTF-8", "Save it as UTF-8", found)
        )
    except UnicodeEncodeError:
        fix = "Write the character itself in place of its \\u codes"
        return Entry(line, None, _problem(path, line, "holds half a character", fix))
    except json.JSONDecodeError as bad:
        return Entry(line, None, _not_json(path, line, bad))
    except RecursionError:
        fix = "A record is at most a few levels deep: person, cases, charges, sentence"
        return Entry(line, None, _problem(path, line, "is nested too deep", fix))
    except ValueError as bad:  # _NotOurJson, or a number of thousands of digits
        fix = "Write each key once, and numbers as plain digits"
        return Entry(line, None, _problem(path, line, f"is not a record: {_said(bad)}", fix))
    return Entry(line, data)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        msg = f'"{twice}" stands twice in one place'
        raise _NotOurJson(msg)
    return found


def _no_constant(name: str) -> NoReturn:
    msg = f"{name} is not a number"
    raise _NotOurJson(msg)


def _said(bad: ValueError) -> str:
    return str(bad) if isinstance(bad, _NotOurJson) else "a number has too many digits"


def _not_json(path: Path, line: int | None, bad: json.JSONDecodeError) -> Problem:
    place = f"column {bad.colno}" if line else f"line {bad.lineno}, column {bad.colno}"
    here = bad.doc[bad.pos : bad.pos + _SNIPPET].strip()
    found = repr(here) if here else ""
    fix = _CHECK
    if bad.msg == "Extra data" and line is None:
        fix = "For many records put one a line into a .jsonl file"
    return _problem(path, line, f"is not valid JSON: {bad.msg} at {place}", fix, found)


def _refuse(path: Path, problem: str, fix: str) -> NoReturn:
    raise RecordError([_problem(path, None, problem, fix)]) from None


def _problem(path: Path, line: int | None, problem: str, fix: str, value: str = "") -> Problem:
    row = "" if line is None else f"line {line}"
    return Problem(path.name, row, "", value, problem, fix)
