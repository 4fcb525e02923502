"""A record from a file or a form: JSON as the command line reads it, or a table of charges.

A table (CSV) holds one charge a row; its columns are names of facts, such as ``case_id``,
``statute`` or ``sentence.released_on``. Columns of the person or the case are read from the first
row that fills them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from homeward import law
from homeward.facts import Fact, Problem, RecordError, Vocabulary
from homeward.sources import entry_of

_YES, _NO = ("yes", "true", "y", "si", "sí"), ("no", "false", "n")
_TABLES = ("charge", "case", "person")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class ManyRecords(RecordError):
    """A file that is not one record as it stands: of many people, or with columns to look at."""

    def __init__(self, raw: bytes, name: str, place: str) -> None:
        """Keep the file, to be read in another way."""
        fix = "Open it on the first page"
        super().__init__([Problem(name, "", "", "", "is not one record as it stands", fix)])
        self.raw, self.name, self.place = raw, name, place


def record_in(raw: bytes, name: str, place: str = "") -> dict[str, Any]:
    """The record in a file; ``place`` is whose law the rows of a table come under.

    Raises:
        RecordError: when it is neither JSON nor a table of charges.
        ManyRecords: when it holds many people, or columns that no fact names.
    """
    name = PurePath(name).name or "record"
    found = _one_record(raw, name, place)
    if found is None:
        raise ManyRecords(raw, name, place)
    return found


def _one_record(raw: bytes, name: str, place: str) -> dict[str, Any] | None:
    """The record in a file; None where there is more than one, or columns have to be looked at."""
    many_lines = name.lower().endswith(".jsonl") and b"\n" in raw.strip()
    if many_lines or name.lower().endswith(".parquet"):
        return None
    if name.lower().endswith((".csv", ".tsv", ".txt")):
        return record_of_table(_text(raw, name), name, place)
    return record_of_json(raw, name)


def record_of_json(raw: bytes, name: str = "record") -> dict[str, Any]:
    """The record in JSON text.

    Raises:
        RecordError: when it is not one JSON object.
    """
    if not raw.strip():
        raise _refusal(name, "is empty", 'A record is {"person": …, "cases": […]}')
    entry = entry_of(Path(name), None, raw)
    if entry.problem is not None:
        raise RecordError([entry.problem])
    if not isinstance(entry.data, dict):
        raise _refusal(name, "is not a record", 'A record is {"person": …, "cases": […]}')
    return entry.data


def _text(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refusal(name, "is not text in UTF-8", "Save it as CSV in UTF-8") from None


def record_of_table(text: str, name: str, place: str = "") -> dict[str, Any] | None:
    """The record in a table of charges; None where it has many people, or a column is not known.

    Raises:
        RecordError: when there is no row, or the first one names no columns.
    """
    dialect = csv.excel_tab if "\t" in text.partition("\n")[0] else csv.excel
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect, strict=True)
    try:
        columns = _columns(rows.fieldnames or (), name)
        found = [row for row in rows if any((value or "") for value in row.values() if value)]
    except csv.Error as bad:
        raise _refusal(name, f"is not a table: {bad}", "Save it as CSV again") from None
    if not found:
        raise _refusal(name, "has no rows", "Put one charge in each row under the names of facts")
    known = {column: fact for column, fact in columns.items() if fact is not None}
    if len(known) < len(columns) or _are_of_many(found, known):
        return None
    return _record(found, known, place)


def _are_of_many(rows: list[dict[str, Any]], columns: Mapping[str, Fact]) -> bool:
    whose = [column for column, fact in columns.items() if fact.name == "person.person_id"]
    return any(len({row[one] for row in rows if row[one]}) > 1 for one in whose)


def _columns(names: Any, name: str) -> dict[str, Fact | None]:  # noqa: ANN401  a first row
    """The fact of each column; None where no fact has its name."""
    words = law.vocabulary()
    found = {column: _fact(column.strip().lower(), words) for column in filter(None, names)}
    if not found:
        fix = "Put the names of facts in the first row"
        raise RecordError([Problem(name, "row 1", "", "", "names no columns", fix)])
    return found


def _fact(column: str, words: Vocabulary) -> Fact | None:
    full = (column, *(f"{table}.{column}" for table in _TABLES))
    return next((words[name] for name in full if name in words and "." in name), None)


def _record(rows: list[dict[str, Any]], columns: Mapping[str, Fact], place: str) -> dict[str, Any]:
    person: dict[str, Any] = {}
    cases: dict[str, dict[str, Any]] = {}
    for number, row in enumerate(rows, 1):
        tables: dict[str, dict[str, Any]] = {table: {} for table in _TABLES}
        for column, fact in columns.items():
            value = _value(fact, (row.get(column) or "").strip())
            if value is not None:
                put(tables[fact.table], fact.field, value)
        case = cases.setdefault(str(tables["case"].get("case_id", f"c{number}")), {"charges": []})
        charges = case.pop("charges")
        case |= {key: value for key, value in tables["case"].items() if key not in case}
        case["charges"] = [*charges, tables["charge"]]
        person |= {key: value for key, value in tables["person"].items() if key not in person}
    for own, case in cases.items():
        case.setdefault("case_id", own)
        if place:
            case.setdefault("jurisdiction", place)
    return {"person": person, "cases": list(cases.values())}


def put(row: dict[str, Any], field: str, value: Any) -> None:  # noqa: ANN401  any JSON value
    """Set a fact of a row by its path, such as ``sentence.years``; an older spelling gives way.

    >>> row = {"sentence.years": 4}
    >>> put(row, "sentence.years", 5)
    >>> row
    {'sentence': {'years': 5}}
    """
    row.pop(field, None)
    *above, last = field.split(".")
    for key in above:
        inner = row.get(key)
        if not isinstance(inner, dict):
            inner = row[key] = {}
        row = inner
    row[last] = value


def drop(row: dict[str, Any], field: str) -> None:
    """Take a fact out of a row by its path."""
    row.pop(field, None)
    *above, last = field.split(".")
    for key in above:
        inner = row.get(key)
        if not isinstance(inner, dict):
            return
        row = inner
    row.pop(last, None)


def held(row: Mapping[str, Any], field: str) -> Any:  # noqa: ANN401  any JSON value
    """What a row says of a fact, by its path; None where it is silent."""
    if field in row:
        return row[field]
    found: Any = row
    for key in field.split("."):
        if not isinstance(found, dict):
            return None
        found = found.get(key)
    return found


def _value(fact: Fact, text: str) -> Any:  # noqa: ANN401  any JSON value
    """A cell as the value that its fact takes; None where the cell says nothing.

    What cannot be read stays as it is, so that the reading of the record says what is wrong.
    """
    if text.startswith("'") and text[1:2] in _FORMULA:
        text = text[1:]  # the mark that keeps a spreadsheet from taking it for a formula
    if not text:
        return None
    if fact.is_list:
        return [_one(fact, part.strip()) for part in text.split(";") if part.strip()]
    return _one(fact, text)


def _one(fact: Fact, text: str) -> Any:  # noqa: ANN401  any JSON value
    if fact.kind == "truth":
        word = text.lower()
        return True if word in _YES else False if word in _NO else text
    if fact.kind in ("number", "numbers"):
        try:
            number = float(text)
        except ValueError:
            return text
        return int(number) if number.is_integer() else number
    return text


def as_json_text(record: Mapping[str, Any]) -> str:
    """A record as the text that travels in a form."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def as_table_text(record: Mapping[str, Any]) -> str:
    r"""A record as a table of charges that no spreadsheet takes for formulas.

    >>> charge = {"statute": "570.030", "description": "=HYPERLINK(1)"}
    >>> as_table_text({"cases": [{"case_id": "c1", "charges": [charge]}]}).splitlines()
    ['case_id,statute,description', "c1,570.030,'=HYPERLINK(1)"]
    """
    rows = list(_table_rows(record))
    columns = dict.fromkeys(column for row in rows for column in row)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(columns))
    writer.writeheader()
    writer.writerows({key: safe_cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def safe_cell(value: Any) -> str:  # noqa: ANN401  any JSON value
    """A cell's text, marked where a spreadsheet would run it as a formula."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    text = "" if value is None else str(value)
    is_number = not isinstance(value, str)
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def _table_rows(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    person = dict(_leaves(record.get("person") or {}))
    for case in record.get("cases") or ():
        about = {key: value for key, value in case.items() if key != "charges"}
        for charge in case.get("charges") or ():
            yield dict(_leaves(about)) | dict(_leaves(charge)) | person


def _leaves(row: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _refusal(name: str, problem: str, fix: str) -> RecordError:
    return RecordError([Problem(name, "", "", "", problem, fix)])
