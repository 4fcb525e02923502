"""A record with one thing changed: another place of the home, or a day on which relief came.

The record itself stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from homeward.facts import Record, Row


def copied(record: Record) -> tuple[Record, dict[Row, Row]]:
    """A copy of a record, and each row's copy; nothing that an engine worked out comes along."""
    rows = [record.person, *record.cases, *record.charges]
    rows += [record.tenancy] if record.tenancy else []
    twins = {row: _twin(row) for row in rows}
    for row, twin in twins.items():
        twin.person = twins[record.person]
        twin.case = twins.get(row.case, twin)
        twin.charges = [twins[charge] for charge in row.charges]
    person = twins[record.person]
    tenancy = None if record.tenancy is None else twins[record.tenancy]
    person.tenancy = person if tenancy is None else tenancy
    cases = [twins[case] for case in record.cases]
    copy = replace(
        record, person=person, cases=cases, charges=person.charges, tenancy=tenancy,
        notes=list(record.notes),
    )  # fmt: skip
    return copy, twins


def _twin(row: Row) -> Row:
    twin = Row(row.table, row.id, row.position)
    twin.facts = dict(row.facts)
    twin.written = dict(row.written)
    return twin


def moved_to(record: Record, place: str) -> Record:
    """The same person and the same home in another place.

    A city's name goes with the place that it lies in: elsewhere it is not known.
    """
    moved, _ = copied(record)
    if moved.tenancy is None:
        moved.tenancy = Row("tenancy", "")
        moved.tenancy.person = moved.person
        moved.person.tenancy = moved.tenancy
    home = moved.tenancy
    before = str(home.facts.get("tenancy.jurisdiction", ""))
    if not _lies_in(before, place):
        _forget(home, "tenancy.city")
    home.facts["tenancy.jurisdiction"] = home.written["tenancy.jurisdiction"] = place
    return moved


def with_day(record: Record, charge: Row, fact: str, day: date) -> tuple[Record, Row]:
    """The record as it would be once something came to a charge on a day, and that charge."""
    varied, twins = copied(record)
    row = twins[charge]
    row.facts[fact] = (day, day)
    row.written[fact] = day.isoformat()
    return varied, row


def _lies_in(place: str, other: str) -> bool:
    return place == other or place.startswith(f"{other}-") or other.startswith(f"{place}-")


def _forget(row: Row, fact: str) -> None:
    row.facts.pop(fact, None)
    row.written.pop(fact, None)
