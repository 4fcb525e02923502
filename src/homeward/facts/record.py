"""One person's record: rows of facts, with unknown as a value of its own.

A row holds only what is known or said to have not happened; what it lacks is
read from the fact's declaration. Values are typed at the border, so the rules
never meet a null:

- a date is an interval of days (a known day twice);
- a truth is a :class:`~homeward.facts.truth.Truth`;
- a number is an interval of numbers;
- a code, text or citation is a string;
- a list of dates or numbers is a tuple of such intervals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


class Row:
    """One thing that the record tells of: the person, a case, a charge, a tenancy.

    ``facts`` maps a fact's full name to its typed value; ``written`` to what the
    record itself says. ``case`` and ``person`` are the rows above this one,
    ``charges`` the charges below it; ``tenancy`` is the person's, where there is one.
    ``memo`` keeps what an engine has worked out for the row; it lives and dies with the
    record.
    """

    __slots__ = (
        "case", "charges", "facts", "id", "memo", "person", "position", "table", "tenancy",
        "written",
    )  # fmt: skip

    def __init__(self, table: str, row_id: str, position: int = 0) -> None:
        """Start an empty row; ``position`` is its place in the record, from 0."""
        self.table = table
        self.id = row_id
        self.position = position
        self.facts: dict[str, Any] = {}
        self.written: dict[str, Any] = {}
        self.memo: dict[Any, Any] = {}
        self.charges: list[Row] = []
        self.case: Row = self
        self.person: Row = self
        self.tenancy: Row = self  # a person without one holds no facts of a tenancy

    @property
    def key(self) -> str:
        """The row's place in words: ``case/charge`` for a charge, else its id."""
        return f"{self.case.id}/{self.id}" if self.table == "charge" else self.id

    def holder(self, table: str) -> Row:
        """The row of this or a higher table that holds a fact of that table."""
        if table == self.table:
            return self
        if table == "tenancy":
            return self.person.tenancy
        return self.case if table == "case" else self.person


@dataclass(slots=True)
class Record:
    """One person's rows, and what the record asks of the answer.

    ``notes`` are sentences about the reading that the person should see;
    ``laws`` and ``overlays`` are the record's own choice of law, if it makes one: the ids of bodies
    of law, and changes to them (by name, or as given).
    """

    person: Row
    cases: list[Row] = field(default_factory=list)
    charges: list[Row] = field(default_factory=list)
    tenancy: Row | None = None
    record_id: str | None = None
    as_of: date | None = None
    laws: tuple[str, ...] = ()
    overlays: tuple[str | Mapping[str, Any], ...] = ()
    notes: list[str] = field(default_factory=list)

    @property
    def person_id(self) -> str:
        """The person's id; the record's id where the person has none."""
        return self.person.id
