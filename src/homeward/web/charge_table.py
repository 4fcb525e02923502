"""Charges typed into a table, and back into the record that travels in the form.

What the table has no column for stays in the record as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from homeward import law
from homeward.facts import Fact
from homeward.web.inputs import Typed, shown_value, typed_in
from homeward.web.record_file import drop, put

COLUMNS = ("statute", "description", "severity", "class", "disposition", "disposition_date")
BLANK_ROWS = 1
_MOST_ROWS = 200
_MOST_DIGITS = 4


@dataclass
class TableRow:
    """One charge of the table: where it lies in the record, and what its fields show."""

    number: int
    case: int | None
    charge: int | None
    case_id: str = ""
    place: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Whether the record does not hold it yet."""
        return self.charge is None


def facts() -> list[Fact]:
    """The facts that the table has a column for."""
    words = law.vocabulary()
    return [words[f"charge.{column}"] for column in COLUMNS]


def rows_of(record: Mapping[str, Any], place: str, blank: int = BLANK_ROWS) -> list[TableRow]:
    """The rows of a record's charges, and some blank ones under them."""
    found = list(_filled(record))
    start = len(found)
    return found + [TableRow(start + n, None, None, place=place) for n in range(blank)]


def _filled(record: Mapping[str, Any]) -> Iterator[TableRow]:
    number = 0
    for at, case in enumerate(record.get("cases") or ()):
        for own, charge in enumerate(case.get("charges") or ()):
            shown = {fact.field: shown_value(fact, charge) for fact in facts()}
            yield TableRow(
                number, at, own, str(case.get("case_id") or ""),
                str(case.get("jurisdiction") or ""), shown,
            )  # fmt: skip
            number += 1


@dataclass
class Taken:
    """A table as it was sent: the record with what it says, and the rows with what is wrong."""

    record: dict[str, Any]
    rows: list[TableRow]

    @property
    def is_right(self) -> bool:
        """Whether nothing in it is wrong."""
        return not any(row.wrong for row in self.rows)


def taken(record: dict[str, Any], fields: Mapping[str, str], place: str) -> Taken:
    """A record with the rows of a table that was sent."""
    known = {row.number: row for row in _filled(record)}
    rows = [_sent(number, known, fields, place) for number in _numbers(fields)]
    gone = {(row.case, row.charge) for row in rows if fields.get(f"row.{row.number}.remove")}
    kept = [row for row in rows if (row.case, row.charge) not in gone or row.is_new]
    for row in kept:
        if not row.wrong and not (row.is_new and not any(row.fields.values())):
            _write(record, row, fields)
    _remove(record, gone)
    return Taken(record, kept)


def _numbers(fields: Mapping[str, str]) -> list[int]:
    found = {name.split(".")[1] for name in fields if name.startswith("row.")}
    few = (number for number in found if number.isdecimal() and len(number) <= _MOST_DIGITS)
    return sorted(map(int, few))[:_MOST_ROWS]


def _sent(
    number: int, known: Mapping[int, TableRow], fields: Mapping[str, str], place: str
) -> TableRow:
    """One row as it was sent."""
    before = known.get(number)
    row = TableRow(
        number,
        before.case if before else None,
        before.charge if before else None,
        fields.get(f"row.{number}.case_id", "").strip()[:60],
        fields.get(f"row.{number}.place", place),
    )
    for fact in facts():
        name = f"row.{number}.{fact.field}"
        told = typed_in(fact, name, fields)
        row.fields[fact.field] = _again(fact, name, fields, told)
        if told.wrong:
            row.wrong[fact.field] = told.wrong
    return row


def _again(fact: Fact, name: str, fields: Mapping[str, str], told: Typed) -> str:
    """What a field shows when its row is shown again."""
    return str(told.value or "") if fact.kind == "date" else fields.get(name, "").strip()


def _write(record: dict[str, Any], row: TableRow, fields: Mapping[str, str]) -> None:
    charge = _charge(record, row)
    for fact in facts():
        told = typed_in(fact, f"row.{row.number}.{fact.field}", fields)
        for spelling in (fact.field, *fact.aliases):
            drop(charge, spelling)
        if told.value is not None:
            put(charge, fact.field, told.value)


def _charge(record: dict[str, Any], row: TableRow) -> dict[str, Any]:
    """The charge of a row in the record; a new one goes into the case of its number."""
    cases: list[dict[str, Any]] = record.setdefault("cases", [])
    if row.case is not None and row.charge is not None:
        case = cases[row.case]
        if row.place:
            case["jurisdiction"] = row.place
        if row.case_id:
            case["case_id"] = row.case_id
        found: dict[str, Any] = case["charges"][row.charge]
        return found
    same = (c for c in cases if row.case_id and str(c.get("case_id", "")) == row.case_id)
    into = next(same, None)
    if into is None:
        into = {"case_id": row.case_id or _free(cases)}
        if row.place:
            into["jurisdiction"] = row.place
        cases.append(into)
    charge: dict[str, Any] = {}
    into["charges"] = [*(into.get("charges") or []), charge]
    return charge


def _free(cases: list[dict[str, Any]]) -> str:
    """A case number that is not taken."""
    taken_ids = {str(case.get("case_id", "")) for case in cases}
    return next(name for n in range(1, len(cases) + 2) if (name := f"c{n}") not in taken_ids)


def _remove(record: dict[str, Any], gone: set[tuple[int | None, int | None]]) -> None:
    """Take charges out, and cases that hold no charge any more."""
    if not gone:
        return
    for at, case in enumerate(record.get("cases") or ()):
        charges = case.get("charges") or []
        case["charges"] = [c for own, c in enumerate(charges) if (at, own) not in gone]
    record["cases"] = [case for case in record.get("cases") or () if case.get("charges")]
