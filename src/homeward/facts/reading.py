"""Reading one person's record from plain data (parsed JSON), checking every value.

The form is a person with cases and their charges. Every problem is gathered
before anything is raised, so a user mends a file once and not value by value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from homeward.facts.checking import MISSING, BadValue, typed
from homeward.facts.problem import Problem, RecordError
from homeward.facts.record import Record, Row
from homeward.facts.truth import Truth
from homeward.facts.vocabulary import Fact, Vocabulary
from homeward.when import FIRST, LAST

NEVER_HAPPENED: Mapping[str, Any] = {
    "date": (LAST, LAST),
    "truth": Truth.NO,
    "number": (0, 0),
    "code": "",
    "text": "",
    "citation": "",
    "dates": (),
    "numbers": (),
}
"""The typed value of a fact that a record shows as not having happened, by kind."""

UNKNOWN_VALUE: Mapping[str, Any] = {
    "date": (FIRST, LAST),
    "truth": Truth.UNKNOWN,
    "number": (float("-inf"), float("inf")),
}
"""The typed value of a missing fact, by kind; strings and lists are None inside the engine."""

_ABOUT_THE_FILE = frozenset({
    "id", "as_of", "person", "cases", "tenancy", "screenings", "law", "with",
    "expected", "source", "derivation", "confidence", "note", "tags",
})  # fmt: skip
_DEEPEST = 6
_LONGEST = 60


def read_record(
    data: Any, vocabulary: Vocabulary, *, file: str = "", strict: bool = False
) -> Record:
    """One record from parsed JSON.

    Unknown keys and dates in a strange order are noted; under ``strict`` they
    are problems like any other.

    Raises:
        RecordError: with every problem of the record.
    """
    return _Reading(vocabulary, file, strict=strict).record(data)


class _Reading:
    """The state of one reading: where we are, and what was found wrong."""

    def __init__(self, vocabulary: Vocabulary, file: str, *, strict: bool) -> None:
        self.vocabulary = vocabulary
        self.file = file
        self.strict = strict
        self.problems: list[Problem] = []
        self.strange: dict[str, str | None] = {}
        self.doubts: list[str] = []

    def record(self, data: Any) -> Record:
        if not isinstance(data, dict):
            self.report("", "", data, "is not a record", 'A record is {"person": …, "cases": […]}')
            raise RecordError(self.problems)
        self.unknown_keys("", set(data) - _ABOUT_THE_FILE)
        record = self.people_and_cases(data)
        self.settings(record, data)
        record.notes += self.notes()
        if self.problems:
            raise RecordError(self.problems)
        return record

    def people_and_cases(self, data: Mapping[str, Any]) -> Record:
        person = self.row("person", data.get("person") or {}, "person", 0)
        person.id = str(person.facts.get("person.person_id", data.get("id") or "person"))
        record = Record(person=person, charges=person.charges)
        for index, case in enumerate(self.listed(data.get("cases"), "cases")):
            self.case(record, case, index)
        if not record.cases and data.get("cases") is None:
            self.report(
                "", "cases", None, "is missing", 'Give "cases": [], even when there are none'
            )
        if data.get("tenancy") is not None:
            record.tenancy = self.row("tenancy", data["tenancy"], "tenancy", 0)
            record.tenancy.person = person
        return record

    def case(self, record: Record, data: Any, index: int) -> None:
        where = f"case {index + 1}"
        row = self.row("case", data, where, index)
        row.id = self.unique_id(row, "case.case_id", f"c{index + 1}", record.cases, where)
        row.person = record.person
        record.cases.append(row)
        mine: list[Row] = []
        charges = data.get("charges") if isinstance(data, dict) else None
        for position, charge in enumerate(self.listed(charges, f"{where}: charges")):
            mine.append(self.charge(row, charge, position, mine, len(record.charges) + position))
        row.charges = mine
        record.charges += mine

    def charge(self, case: Row, data: Any, index: int, mine: list[Row], position: int) -> Row:
        where = f"case {case.id}, charge {index + 1}"
        row = self.row("charge", data, where, position)
        row.id = self.unique_id(row, "charge.charge_id", str(index + 1), mine, where)
        row.case, row.person = case, case.person
        self.order_of_dates(row)
        return row

    def unique_id(self, row: Row, name: str, fallback: str, others: list[Row], where: str) -> str:
        found = str(row.facts.get(name, fallback))
        if any(other.id == found for other in others):
            self.report(where, name, found, "stands twice", "Give each its own code")
        return found

    def listed(self, value: Any, where: str) -> list[Any]:
        if value is None or isinstance(value, list):
            return value or []
        self.report(where, "", value, "is not a list", "Put the entries between [ and ]")
        return []

    def row(self, table: str, data: Any, where: str, position: int) -> Row:
        row = Row(table, "", position)
        if not isinstance(data, dict):
            self.report(where, "", data, "is not an object", 'Write it as {"name": value, …}')
            return row
        for name, value in self.leaves(table, data):
            self.fact(row, name, value, where)
        return row

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
        if name not in self.vocabulary:
            if value is not None or not self.is_branch(name):
                self.unknown_keys(row.table, {name.partition(".")[2]})
            return
        fact = self.vocabulary[name]
        known, written = self.value(fact, value, where)
        if known is not MISSING:
            if row.facts.get(fact.name, known) != known:
                self.report(
                    where, name, value, f"says otherwise than {fact.name}", "Keep one of them"
                )
            row.facts[fact.name] = known
            row.written[fact.name] = written
        elif value is None and fact.null_is == "unknown" and fact.when_absent != "unknown":
            row.facts[fact.name] = UNKNOWN_VALUE.get(fact.kind)

    def value(self, fact: Fact, value: Any, where: str) -> tuple[Any, Any]:
        if value is None:
            told = fact.null_is == "none_recorded"
            return (NEVER_HAPPENED[fact.kind], None) if told else (MISSING, None)
        try:
            return typed(fact, value), value
        except BadValue as bad:
            self.report(where, fact.name, value, str(bad), bad.fix)
            return MISSING, None

    def is_branch(self, name: str) -> bool:
        """Whether a null stands where a nested object would (``"sentence": null``)."""
        return any(known.startswith(name + ".") for known in self.vocabulary)

    def settings(self, record: Record, data: Mapping[str, Any]) -> None:
        record.record_id = None if data.get("id") is None else str(data["id"])
        record.as_of = self.day(data.get("as_of"))
        record.laws = tuple(self.words(data.get("law"), "law"))
        record.overlays = tuple(self.words(data.get("with"), "with"))

    def words(self, value: Any, field: str) -> list[str]:
        values = value if isinstance(value, list) else [] if value is None else [value]
        if all(isinstance(word, str) for word in values):
            return values
        self.report("", field, value, "is not text", f'Write "{field}": ["us-mo"], or leave it out')
        return []

    def day(self, value: Any) -> date | None:
        if value is None:
            return None
        fact = Fact("record.as_of", "date", "the day to answer for", example="2026-11-23")
        try:
            day: date = typed(fact, value)[0]
        except BadValue as bad:
            self.report("", "as_of", value, str(bad), bad.fix)
            return None
        return day

    def order_of_dates(self, row: Row) -> None:
        """A charge's days come in the order of its life; anything else is worth a second look."""
        known = [(name, row.facts[name][0]) for name in _LIFE if name in row.facts]
        for (before, early), (after, late) in pairwise(known):
            if late < early:
                text = f"charge {row.key}: {after} ({late}) lies before {before} ({early})"
                self.doubts.append(text)
                if self.strict:
                    self.report(row.key, after, str(late), f"lies before {before} ({early})",
                                "Check both dates against the court's paper")  # fmt: skip

    def unknown_keys(self, table: str, keys: set[str]) -> None:
        for key in sorted(keys):
            name = f"{table}.{key}" if table else key
            near = self.vocabulary.nearest(name)
            self.strange[name] = near
            if self.strict:
                fix = f'Did you mean "{near}"?' if near else "Leave it out, or see docs/facts"
                self.report(table, name, "", "is not a field that homeward knows", fix)

    def notes(self) -> list[str]:
        notes = []
        if self.strange:
            named = [
                f"{key} (did you mean {near}?)" if near else key
                for key, near in self.strange.items()
            ]
            notes.append(f"These fields are not known here and were not used: {', '.join(named)}.")
        notes += [f"Dates in a strange order, please check: {doubt}." for doubt in self.doubts]
        return notes

    def report(self, row: str, field: str, value: Any, problem: str, fix: str) -> None:
        shown = "" if value is None or value == "" else repr(value)
        if len(shown) > _LONGEST:
            shown = shown[:_LONGEST] + "…"
        self.problems.append(Problem(self.file, row, field, shown, problem, fix))


_LIFE = ("charge.offense_date", "charge.arrest_date", "charge.disposition_date",
         "charge.disposition_completed_on")  # fmt: skip
