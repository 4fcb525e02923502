"""Reading one person's record from plain data (parsed JSON), checking every value.

The form is a person with cases and their charges. Every problem is gathered
before anything is raised, so a user mends a file once and not value by value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import count, pairwise
from typing import Any

from homeward.facts.absence import UNKNOWN_VALUE, meant
from homeward.facts.checking import MISSING, BadValue, typed
from homeward.facts.findings import Findings
from homeward.facts.problem import RecordError
from homeward.facts.record import Record, Row
from homeward.facts.sentence_parts import PARTS, UNTIL, end_of_parts
from homeward.facts.vocabulary import Fact, Vocabulary

ABOUT_THE_FILE = frozenset({
    "id", "as_of", "person", "cases", "tenancy", "law", "with",
    "rule", "parameter_set",
    "expected", "source", "derivation", "confidence", "note", "tags",
})  # fmt: skip
"""The keys of a record that are no facts; the last two lines are for files of test cases."""

_CHANGES = ("with", "rule", "parameter_set")
"""Where a record says which changes to the law it is asked under; the last two in test cases."""

AS_OF = Fact("record.as_of", "date", "the day to answer for", example="2026-11-23")
RECORD_ID = Fact("record.id", "text", "a code for the record", example="r1")

POSITION = "charge.position"
RECORDED_ON = "person.recorded_on"

_JUDGED, _DECIDED = "charge.sentence.sentenced_on", "charge.disposition_date"
_DEEPEST = 6
_TWO = "two_or_more"
"""The mark of a list that has two things or more."""
_LIFE = ("person.birth_date", "charge.offense_date", "charge.arrest_date",
         "charge.disposition_date", "charge.disposition_completed_on")  # fmt: skip


def read_record(
    data: Any, vocabulary: Vocabulary, *, file: str = "", strict: bool = False
) -> Record:
    """One record from parsed JSON.

    Unknown keys and dates in a strange order are noted; under ``strict`` they
    are problems like any other.

    Raises:
        RecordError: with every problem of the record.
    """
    return _Reading(vocabulary, Findings(vocabulary, file, strict=strict)).record(data)


def sort_record(
    data: Mapping[str, Any], vocabulary: Vocabulary, *, file: str = ""
) -> tuple[Record, Findings]:
    """One record and what was found in it, for who goes on with the rows that are good.

    The ``row`` of a problem says which row it is about: ``person``, ``case 2``, ``case c2,
    charge 1``; anything else is about the record as a whole.
    """
    reading = _Reading(vocabulary, Findings(vocabulary, file, strict=False))
    reading.strangers(data)
    return reading.people_and_cases(data), reading.found


class _Reading:
    """The reading of one record: its rows from the top down, and what was found wrong."""

    def __init__(self, vocabulary: Vocabulary, found: Findings) -> None:
        self.vocabulary = vocabulary
        self.found = found

    def record(self, data: Any) -> Record:
        if not isinstance(data, dict):
            fix = 'A record is {"person": …, "cases": […]}'
            self.found.problem("", "", data, "is not a record", fix)
            raise RecordError(self.found.problems)
        self.strangers(data)
        record = self.people_and_cases(data)
        self.settings(record, data)
        record.notes += self.found.notes()
        if self.found.problems:
            raise RecordError(self.found.problems)
        return record

    def strangers(self, data: Mapping[str, Any]) -> None:
        for key in sorted(map(str, set(data) - ABOUT_THE_FILE)):
            self.found.unknown_key("", key)

    def people_and_cases(self, data: Mapping[str, Any]) -> Record:
        about = data.get("person")
        person = self.row("person", {} if about is None else about, "person", 0)
        self.recorded_on(person, data)
        record_id = self.one(RECORD_ID, data.get("id"), "id")
        record_id = None if record_id is MISSING else record_id
        person.id = str(person.facts.get("person.person_id", record_id or "person"))
        record = Record(person=person, charges=person.charges, record_id=record_id)
        cases = data.get("cases")
        if cases is None:
            fix = 'Give "cases": [], even when there are none'
            self.found.problem("", "cases", None, "is missing", fix)
        listed = self.listed(cases, "cases")
        for case, own, number in zip(listed, self.ids("case", listed, "c"), count(1), strict=False):
            self.case(record, case, own, f"case {number}")
        if data.get("tenancy") is not None:
            record.tenancy = self.row("tenancy", data["tenancy"], "tenancy", 0)
            record.tenancy.person = person
            person.tenancy = record.tenancy
        return record

    def recorded_on(self, person: Row, data: Mapping[str, Any]) -> None:
        """A record that names the day it asks about, and no other, shows that day."""
        about, asked = data.get("person"), data.get("as_of")
        if asked is None or (isinstance(about, dict) and "recorded_on" in about):
            return
        with suppress(BadValue):  # a bad day is told of where the day asked about is read
            day = typed(AS_OF, asked)
            if day is not MISSING:
                person.facts[RECORDED_ON] = day

    def case(self, record: Record, data: Any, own: str, where: str) -> None:
        row = self.row("case", data, where, len(record.cases))
        row.id, row.person = own, record.person
        record.cases.append(row)
        charges = data.get("charges") if isinstance(data, dict) else None
        listed = self.listed(charges, f"{where}: charges")
        for charge, its_id in zip(listed, self.ids("charge", listed, "", row), strict=True):
            self.charge(record, row, charge, its_id)

    def charge(self, record: Record, case: Row, data: Any, own: str) -> None:
        where = f"case {case.id}, charge {len(case.charges) + 1}"
        row = self.row("charge", data, where, len(record.charges))
        row.id, row.case, row.person = own, case, case.person
        place = len(record.charges) + 1  # the order of a record is a fact
        row.facts.setdefault(POSITION, (place, place))
        self.until(row, data)
        case.charges.append(row)
        record.charges.append(row)
        self.order_of_dates(row)

    def until(self, row: Row, data: Any) -> None:
        """Where a record gives the parts of a sentence, and no last day, the day they reach."""
        sentence = data.get("sentence") if isinstance(data, dict) else None
        if UNTIL not in self.vocabulary or UNTIL in row.facts or not isinstance(sentence, dict):
            return
        held = row.facts.get(_JUDGED) or row.facts.get(_DECIDED)
        day = end_of_parts(held[0], sentence.get("parts")) if held and held[0] == held[1] else None
        if day is not None:
            row.facts[UNTIL] = (day, day)

    # --- which row is which -----------------------------------------------------------

    def ids(
        self, table: str, listed: Sequence[Any], letter: str, case: Row | None = None
    ) -> list[str]:
        """The id of each row; one without its own gets its number, or one that is free."""
        given = [self.own_id(table, data) for data in listed]
        taken: set[str] = set()
        for number, own in enumerate(given, 1):
            if own in taken:
                where = f"case {number}" if case is None else f"case {case.id}, charge {number}"
                fix = "Give each its own code"
                self.found.problem(where, f"{table}.{table}_id", own, "stands twice", fix)
            taken |= set() if own is None else {own}
        free = (name for n in count(len(given) + 1) if (name := f"{letter}{n}") not in taken)
        numbers = (f"{letter}{number}" for number in range(1, len(given) + 1))
        return [
            own or (number if number not in taken else next(free))
            for own, number in zip(given, numbers, strict=True)
        ]

    def own_id(self, table: str, data: Any) -> str | None:
        fact = self.vocabulary[f"{table}.{table}_id"]
        try:
            known = typed(fact, data.get(fact.field)) if isinstance(data, dict) else MISSING
        except BadValue:
            return None  # its row names the problem
        return None if known is MISSING else str(known)

    def listed(self, value: Any, where: str) -> list[Any]:
        if value is None or isinstance(value, list):
            return value or []
        self.found.problem(where, "", value, "is not a list", "Put the entries between [ and ]")
        return []

    # --- the facts of one row -----------------------------------------------------------

    def row(self, table: str, data: Any, where: str, position: int) -> Row:
        row = Row(table, "", position)
        if not isinstance(data, dict):
            fix = 'Write it as {"name": value, …}'
            self.found.problem(where, "", data, "is not an object", fix)
            return row
        for name, value in self.leaves(table, data):
            if name in self.vocabulary:
                self.fact(row, name, value, where)
            elif name != PARTS and not (self.list_of_objects(row, name, value, where)
                      or self.list_of_kinds(row, name, value, where)):  # fmt: skip
                self.stranger(name, value, where)
        return row

    def list_of_objects(self, row: Row, name: str, value: Any, where: str) -> bool:
        """Lists that are written as one list of objects: ``imprisonments: [{"to": …}]``.

        An entry that lacks a field, or holds null for it, leaves that whole list unknown.
        """
        lists = self.vocabulary.lists_under(name)
        entries = [] if value is None else value
        are_objects = isinstance(entries, list) and all(isinstance(one, dict) for one in entries)
        if not lists or not are_objects:
            return False
        for field, fact in lists.items():
            held = [entry.get(field) for entry in entries]
            self.fact(row, fact.name, [one for one in held if one is not None], where)
            if value is None or None in held:
                self.unknown(row, fact)
        for field in sorted({str(key) for entry in entries for key in entry} - set(lists)):
            self.found.unknown_key(where, f"{name}.{field}")
        return True

    def list_of_kinds(self, row: Row, name: str, value: Any, where: str) -> bool:
        """A list of things, each with its kind: ``evidence: [{"kind": "hospital_record"}]``.

        What is not listed may still be there, so it stays unknown.
        """
        marks = self.vocabulary.marks_under(name)
        entries = [] if value is None else value
        if not marks or not isinstance(entries, list):
            return False
        for entry in entries:
            kind = entry.get("kind") if isinstance(entry, dict) else entry
            if str(kind) in marks:
                self.fact(row, marks[str(kind)].name, value=True, where=where)
            elif kind is not None:
                self.found.unknown_key(where, f"{name}.{kind}")
        if len(entries) > 1 and _TWO in marks:
            self.fact(row, marks[_TWO].name, value=True, where=where)
        return True

    def leaves(
        self, prefix: str, data: Mapping[str, Any], depth: int = 0
    ) -> Iterator[tuple[str, Any]]:
        """Each fact of a nested object with its full name."""
        for key, value in data.items():
            name = f"{prefix}.{key}"
            if isinstance(value, dict) and name not in self.vocabulary and depth < _DEEPEST:
                yield from self.leaves(name, value, depth + 1)
            elif (prefix, key) != ("case", "charges"):
                yield name, value

    def fact(self, row: Row, name: str, value: Any, where: str) -> None:
        fact = self.vocabulary[name]
        if value is None or (isinstance(value, str) and not value.strip() and fact.is_text):
            self.null(row, fact)
            return
        known = self.one(fact, value, name, where)
        if known is MISSING:
            self.unknown(row, fact)
        elif known is not None:
            if row.written.get(fact.name) is not None and row.facts[fact.name] != known:
                problem = f"says otherwise than {fact.name}"
                self.found.problem(where, name, value, problem, "Keep one of them")
            row.facts[fact.name] = known
            row.written[fact.name] = value

    def null(self, row: Row, fact: Fact) -> None:
        """An explicit null; where the fact stands under another name too, that one counts."""
        if fact.null_is != "unknown":
            row.facts.setdefault(fact.name, meant(fact, fact.null_is))
            row.written.setdefault(fact.name, None)
        elif fact.name not in row.facts:
            self.unknown(row, fact)

    def unknown(self, row: Row, fact: Fact) -> None:
        """The record says that the fact is not known, which is not the same as silence."""
        row.facts.pop(fact.name, None)
        row.written.pop(fact.name, None)
        if fact.when_absent != "unknown":
            row.facts[fact.name] = UNKNOWN_VALUE.get(fact.kind)

    def stranger(self, name: str, value: Any, where: str) -> None:
        """A name that is no fact: a field nobody knows, or facts that are not in an object."""
        if not any(known.startswith(f"{name}.") for known in self.vocabulary):
            self.found.unknown_key(where, name)
        elif value is not None:
            fix = f'Write it as {{"{name.rpartition(".")[2]}": {{"name": value, …}}}}'
            self.found.problem(where, name, value, "is not an object", fix)

    def one(self, fact: Fact, value: Any, field: str, where: str = "") -> Any:
        """A value, MISSING where the record says that it is not known, None where it is wrong."""
        if value is None:
            return None
        try:
            return typed(fact, value)
        except BadValue as bad:
            self.found.problem(where, field, value, str(bad), bad.fix)
            return None

    # --- what the record asks for --------------------------------------------------------

    def settings(self, record: Record, data: Mapping[str, Any]) -> None:
        day = self.one(AS_OF, data.get("as_of"), "as_of")
        record.as_of = day[0] if day else None
        record.laws = tuple(self.words(data.get("law"), "law"))
        record.overlays = tuple(self.changes(data))

    def changes(self, data: Mapping[str, Any]) -> Iterator[str | Mapping[str, Any]]:
        """The changes to the law that a record asks for; ``default`` is the law as it stands."""
        for key in _CHANGES:
            value = data.get(key)
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str | dict):
                    if one != "default":
                        yield one
                elif one is not None:
                    fix = 'Write the name of changes to the law, or {"program": …, "options": {…}}'
                    self.found.problem("", key, one, "is no change to the law", fix)

    def words(self, value: Any, field: str) -> list[str]:
        values = value if isinstance(value, list) else [] if value is None else [value]
        if all(isinstance(word, str) for word in values):
            return values
        fix = f'Write "{field}": ["us-mo"], or leave it out'
        self.found.problem("", field, value, "is not text", fix)
        return []

    def order_of_dates(self, row: Row) -> None:
        """A charge's days come in the order of its life; anything else is worth a second look."""
        days: list[tuple[str, date]] = [
            (name, held[0])
            for name in _LIFE
            if (held := row.holder(name.partition(".")[0]).facts.get(name)) and held[0] == held[1]
        ]
        for (before, early), (after, late) in pairwise(days):
            if late < early:
                self.found.strange_order(
                    f"charge {row.key}", (before, str(early)), (after, str(late))
                )
