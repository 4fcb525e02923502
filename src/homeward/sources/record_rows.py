"""JSON lines as rows: whole records (a person with cases and charges), or rows of one table.

JSON is read by the code that reads it when one person is explained. What is wrong is
kept beside the row that it is about, so the other rows of the file go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from homeward.facts import Fact, Problem, Record, RecordError, Vocabulary
from homeward.facts.checking import BadValue, typed
from homeward.facts.reading import sort_record
from homeward.sources.checked_rows import MARKS, CheckedRows, marked
from homeward.sources.json_records import json_records
from homeward.sources.mapping import ColumnMap
from homeward.sources.matching import CHARGE_POSITION, IDS, POSITION, names_of, plain
from homeward.sources.problem import SourceError
from homeward.sources.reading import Cell, Mark, Reading, stored

TWICE = "stands twice"
"""What the reading of one record says of such an id; here it is seen when all rows are there."""

_ID_COLUMNS = {IDS["person"]: "person_id", IDS["case"]: "case_id", IDS["charge"]: "charge_id"}
_LONGEST = 60


def holds_records(path: Path) -> bool:
    """Whether the first thing in a JSON file is a record, and not a row of a table."""
    with json_spoken():
        for _, data, _ in json_records(path):
            if isinstance(data, dict):
                return bool({"person", "cases"} & set(data))
    return True


@contextmanager
def json_spoken() -> Iterator[None]:
    """Says what is wrong with a JSON file that cannot be read at all."""
    try:
        yield
    except RecordError as problem:
        raise SourceError(str(problem)) from None


@dataclass
class JsonRows:
    """Puts what a JSON file holds into checked rows.

    Attributes:
        strange: keys that no fact has, each with the nearest known name.
    """

    path: Path
    rows: CheckedRows
    vocabulary: Vocabulary
    strange: dict[str, str | None] = field(default_factory=dict)

    # --- records ----------------------------------------------------------------------

    def take_records(self) -> None:
        """Read the file as records."""
        for number, data, wrong in json_records(self.path):
            line = number or 1
            if wrong is not None:
                self.rows.add("person", _at(line, 0, None), [wrong])
            elif not isinstance(data, dict):
                fix = 'A record is {"person": …, "cases": […]}'
                problem = self._problem("", data, "is not a record", fix)
                self.rows.add("person", _at(line, 0, None), [problem])
            else:
                record, found = sort_record(data, self.vocabulary, file=self.path.name)
                self.strange.update(found.strange)
                self._record(line, self._person_id(line, record), record, _by_row(found.problems))

    def _person_id(self, line: int, record: Record) -> str:
        """The person's id, else the record's, else the place of the record."""
        found = record.person.facts.get(IDS["person"], record.record_id)
        return f"{self.path.name}, line {line}" if found is None else str(found)

    def _record(
        self, line: int, person: str, record: Record, problems: dict[str, list[Problem]]
    ) -> None:
        sub = count(1)
        for number, case in enumerate(record.cases, 1):
            at = {**_at(line, next(sub), person), "case_id": case.id}
            wrong = problems.pop(f"case {number}", []) + problems.pop(f"case {number}: charges", [])
            self.rows.add("case", {**at, **marked(case, self.vocabulary)}, wrong)
            for below, charge in enumerate(case.charges, 1):
                wrong = problems.pop(f"case {case.id}, charge {below}", [])
                at = {**at, "sub": next(sub), "charge_id": charge.id}
                self.rows.add("charge", {**at, **marked(charge, self.vocabulary)}, wrong)
        if record.tenancy is not None:
            wrong, at = problems.pop("tenancy", []), _at(line, next(sub), person)
            self.rows.add("tenancy", {**at, **marked(record.tenancy, self.vocabulary)}, wrong)
        left = [problem for found in problems.values() for problem in found]
        at = {**_at(line, 0, person), **marked(record.person, self.vocabulary)}
        self.rows.add("person", at, left)

    # --- rows of a table --------------------------------------------------------------

    def take_rows(self, table: str, mapping: ColumnMap) -> None:
        """Read the file as rows of one table, one a line."""
        told = mapping.of(table)
        named = {
            name: _AsExplained(fact) for name, fact in names_of(table, self.vocabulary).items()
        }
        for number, data, wrong in json_records(self.path):
            line = number or 1
            if wrong is not None:
                self.rows.add(table, _at(line, 0, None), [wrong])
            elif not isinstance(data, dict):
                problem = self._problem("", data, "is not a row", 'A row is {"column": value, …}')
                self.rows.add(table, _at(line, 0, None), [problem])
            else:
                self._row(table, line, data, lambda name: told.get(name, named.get(plain(name))))

    def _row(
        self, table: str, line: int, data: Mapping[str, Any],
        reading_of: Callable[[str], Reading | _AsExplained | None],
    ) -> None:  # fmt: skip
        row, problems = _at(line, 0, None), []
        for name, value in _leaves(data, ""):
            reading = reading_of(name)
            if reading is None:
                self._other(row, name, value)
                continue
            try:
                _put(row, reading.fact, reading.read(value))
            except BadValue as bad:
                problems.append(self._problem(reading.fact.name, value, str(bad), bad.fix))
        self.rows.add(table, row, problems)

    def _other(self, row: dict[str, Any], name: str, value: Any) -> None:
        if plain(name) == POSITION and isinstance(value, int):
            row["place"] = float(value)
        else:
            self.strange[name] = self.vocabulary.nearest(name)

    def _problem(self, where: str, value: Any, problem: str, fix: str) -> Problem:
        shown = value if isinstance(value, str) else repr(value)
        return Problem(self.path.name, "", where, shown[:_LONGEST], problem, fix)


@dataclass(frozen=True)
class _AsExplained:
    """Reads a JSON value as it is read when one person is explained."""

    fact: Fact

    def read(self, value: Any) -> Cell:
        if value is None or (self.fact.is_text and isinstance(value, str) and not value.strip()):
            return Mark.UNKNOWN if self.fact.null_is == "unknown" else Mark.SILENT
        return stored(self.fact, typed(self.fact, value))


def _put(row: dict[str, Any], fact: Fact, cell: Cell) -> None:
    if cell is not Mark.SILENT:
        value = MARKS[fact.kind] if cell is Mark.UNKNOWN else cell
        row[_ID_COLUMNS.get(fact.name, fact.name)] = value
        if fact.name == CHARGE_POSITION and cell is not Mark.UNKNOWN:
            row["place"] = value


def _leaves(data: Mapping[str, Any], before: str) -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def _by_row(problems: Sequence[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.problem != TWICE:
            found.setdefault(problem.row, []).append(problem)
    return found


def _at(line: int, sub: int, person: str | None) -> dict[str, Any]:
    return {"line": line, "sub": sub, "person_id": person}
