"""The records of many people in one file, each as one record file would hold it.

Records (JSON lines) stay in memory. A table is loaded as the command line loads a data set, so that
its columns, its words and its days are read and checked in one way only; it lies in a temporary
folder meanwhile.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow.parquet as pq

from homeward import law
from homeward.facts import Fact, Problem
from homeward.screen.store import FOLDERS, SET_ASIDE, silent
from homeward.sources import LoadError, LoadWish, entry_of, load
from homeward.web.problems import Refused, Trouble
from homeward.web.record_file import put
from homeward.web.reform_report import aside_in
from homeward.web.table_files import TableFile, Tables, without_place
from homeward.when import LAST

_MEMORY = 400
_WHOSE, _WHICH = "person.person_id", "case.case_id"


@dataclass(frozen=True)
class Entry:
    """One person of a file: where they stand in it, and their record or what is wrong with it."""

    line: int | None
    record: dict[str, Any] | None
    problems: Sequence[Problem] = ()

    @property
    def where(self) -> str:
        """Where they stand; a table has a row for each charge, not for each person."""
        return "" if self.line is None else f"line {self.line}"


@dataclass(frozen=True)
class People:
    """The people of a file, how it was read, and the first rows that were set aside."""

    entries: Sequence[Entry]
    notes: Sequence[str] = ()
    aside: Sequence[Mapping[str, str]] = ()


def people_in(tables: Tables, mapping: str) -> People:
    """The people of some files.

    Raises:
        Refused: when the files cannot be read as the mapping says.
    """
    if tables.are_records:
        return People([entry for one in tables.files for entry in _lines(one)])
    with TemporaryDirectory(prefix="homeward-tables-") as work:
        folder = Path(work)
        names = tables.written(folder / "sent")
        says = folder / "mapping.toml"
        says.write_text(mapping, encoding="utf-8")
        try:
            wish = LoadWish(folder / "store", says if mapping else None, memory_mb=_MEMORY)
            loaded = load(names, wish)
        except LoadError as problem:
            raise Refused(Trouble(422, without_place(problem, folder))) from None
        entries = [Entry(None, record) for record in records_of(wish.out)]
        notes = [without_place(note, folder) for note in loaded.notes]
        return People(entries, notes, aside_in(wish.out / SET_ASIDE, folder))


def _lines(file: TableFile) -> Iterator[Entry]:
    for number, line in enumerate(file.raw.splitlines(), 1):
        if line.strip():
            found = entry_of(Path(file.name), number, line)
            if isinstance(found.data, dict):
                yield Entry(number, found.data)
            else:
                yield Entry(number, None, [found.problem or _no_record(file.name, number)])


def _no_record(name: str, line: int) -> Problem:
    fix = 'A record is {"person": …, "cases": […]}'
    return Problem(name, f"line {line}", "", "", "is not a record", fix)


# --- a store's rows as records ------------------------------------------------------


def records_of(store: Path) -> Iterator[dict[str, Any]]:
    """Every person of a store as a record: what its rows say, and nothing of what they do not."""
    words = law.vocabulary()
    facts = {name: words[name] for name in words}
    for people in sorted((store / FOLDERS["person"]).glob("*.parquet")):
        rows = {table: _rows(store / folder / people.name) for table, folder in FOLDERS.items()}
        for person in rows["person"]:
            yield _record(person, rows, facts)


def _rows(part: Path) -> list[dict[str, Any]]:
    return pq.read_table(part).to_pylist() if part.exists() else []


def _record(
    person: Mapping[str, Any], rows: Mapping[str, list[dict[str, Any]]], facts: Mapping[str, Fact]
) -> dict[str, Any]:
    key = person["person_key"]
    cases = {
        case["case_key"]: _told(case, "case", facts) | {"case_id": case["case_id"], "charges": []}
        for case in rows["case"] if case["person_key"] == key
    }  # fmt: skip
    for charge in rows["charge"]:
        if charge["person_key"] == key:
            told = _told(charge, "charge", facts) | {"charge_id": charge["charge_id"]}
            cases[charge["case_key"]]["charges"].append(told)
    about = _told(person, "person", facts) | {"person_id": person["person_id"]}
    found = {"person": about, "cases": list(cases.values())}
    homes = [_told(home, "tenancy", facts) for home in rows["tenancy"] if home["person_key"] == key]
    return found | ({"tenancy": homes[0]} if homes else {})


def _told(row: Mapping[str, Any], table: str, facts: Mapping[str, Fact]) -> dict[str, Any]:
    """What a row says of its facts; a column that says no more than silence is left out."""
    found: dict[str, Any] = {}
    for name, value in row.items():
        fact = facts.get(name)
        if fact is not None and fact.table == table and value != silent(fact):
            put(found, fact.field, _plain(fact, value))
    return found


def _plain(fact: Fact, value: Any) -> Any:  # noqa: ANN401  a cell, and a value of JSON
    """A stored value as a record writes it."""
    if fact.kind == "truth":
        return {0: False, 2: True}.get(value)
    if isinstance(value, list):
        return [_one(fact, item) for item in value]
    return _one(fact, value)


def _one(fact: Fact, value: Any) -> Any:  # noqa: ANN401  as above
    if isinstance(value, date):
        return fact.never_values[0] if value == LAST else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


# --- a table of one person -----------------------------------------------------------


def with_ids(file: TableFile, mapping: str) -> TableFile:
    """A table whose rows say whose they are, and of which case.

    Where no column says whose, it is one person's; where none says which case, each row is one.
    """
    lacks = [fact for fact in (_WHOSE, _WHICH) if fact not in mapping]
    if not lacks or file.kind not in (".csv", ".tsv", ".txt"):
        return file
    text = file.raw.decode("utf-8-sig")
    dialect = csv.excel_tab if "\t" in text.partition("\n")[0] else csv.excel
    head, *rows = list(csv.reader(io.StringIO(text, newline=""), dialect=dialect)) or [[]]
    out = io.StringIO(newline="")
    writer = csv.writer(out, dialect=dialect)
    writer.writerow([*head, *(fact.partition(".")[2] for fact in lacks)])
    for number, row in enumerate(rows, 1):
        own = {_WHOSE: "1", _WHICH: f"c{number}"}
        writer.writerow([*row, *(own[fact] for fact in lacks)] if row else [])
    return TableFile(file.name, out.getvalue().encode())
