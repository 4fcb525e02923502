"""The JSON Schema of a record file, made from the vocabulary.

An editor that is given the schema completes the names of the fields and marks
what is wrong while a record is written. Whether a day is on the calendar (30
February is not) is told by ``format``, which a validator has to be asked for.
What no schema can say, such as two cases with one number, is checked when the
record is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from homeward.facts.reading import AS_OF, RECORD_ID
from homeward.facts.vocabulary import TABLES, Fact, Vocabulary

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_DAY = r"^((1[89]|2[01])[0-9]{2}|2200)-[0-9]{2}-[0-9]{2}$"
_NO_DAYS = ["1800-01-01", "2200-12-31"]  # they stand for always and never
_SILENT = {
    "unknown": "Not known if it is left out.",
    "none_recorded": "Taken as not having happened if it is left out.",
    "true": "Taken as true if it is left out.",
}


def record_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """The schema of one record: a JSON file, or one line of a JSON lines file."""
    rows = {table: _row(vocabulary, table) for table in TABLES}
    rows["case"]["properties"]["charges"] = {
        "description": "The charges of the case, in their order.",
        "type": ["array", "null"],
        "items": {"$ref": "#/$defs/charge"},
    }
    return {
        "$schema": DRAFT,
        "title": "A record for homeward",
        "description": "One person, the cases of that person, and the charges of each case.",
        "type": "object",
        "properties": {
            "id": {"description": "Any code for the record.", **_text(RECORD_ID)},
            "as_of": {"description": "The day to answer for; today by default.", **_day(AS_OF)},
            "law": _words("The bodies of law to ask, such as us-mo."),
            "with": _changes(),
            "person": {"anyOf": [{"$ref": "#/$defs/person"}, {"type": "null"}]},
            "cases": {"type": "array", "items": {"$ref": "#/$defs/case"}},
            "tenancy": {"anyOf": [{"$ref": "#/$defs/tenancy"}, {"type": "null"}]},
        },
        "required": ["cases"],
        "$defs": rows,
    }


def _words(says: str) -> dict[str, Any]:
    return {
        "description": says,
        "type": ["string", "array", "null"],
        "items": {"type": "string"},
    }


def _changes() -> dict[str, Any]:
    one = {"type": ["string", "object", "null"]}
    return {
        "description": "Changes to the law to answer under: by name, or as docs/changes.md has it.",
        "anyOf": [one, {"type": "array", "items": one}],
    }


def _row(vocabulary: Vocabulary, table: str) -> dict[str, Any]:
    row: dict[str, Any] = {"type": "object", "properties": {}}
    for path, fact in _paths(vocabulary, table):
        *above, last = path.split(".")
        branch, inner = row, row["properties"]
        for name in above:
            branch = inner.setdefault(name, {"type": ["object", "null"], "properties": {}})
            inner = branch["properties"]
        inner[last] = _field(fact)
        if lists := vocabulary.lists_under(f"{table}.{path.rpartition('.')[0]}"):
            branch |= {"type": ["object", "array", "null"], "items": _entry(lists)}
        if fact.in_list_of:
            branch |= {"type": ["object", "array", "null"], "items": _KIND_OF_THING}
        if above:  # a dot may stand for the nesting, as in the columns of a table
            row["properties"][path] = inner[last]
    return row


_KIND_OF_THING: dict[str, Any] = {
    "type": "object",
    "properties": {"kind": {"type": ["string", "null"]}},
}


def _entry(lists: Mapping[str, Fact]) -> dict[str, Any]:
    """One entry of lists that are written as a list of objects."""
    return {
        "type": "object",
        "properties": {
            field: {"anyOf": [_DOMAINS[fact.kind](fact)["anyOf"][0], {"type": "null"}]}
            for field, fact in lists.items()
        },
    }


def _paths(vocabulary: Vocabulary, table: str) -> Iterator[tuple[str, Fact]]:
    """Every name under which a table's fact is read."""
    for fact in vocabulary.values():
        if fact.table == table:
            yield from ((name, fact) for name in (fact.field, *fact.aliases))


def _field(fact: Fact) -> dict[str, Any]:
    unit = f" ({fact.unit})" if fact.unit else ""
    says = f"{fact.says[0].upper()}{fact.says[1:]}{unit}. {_SILENT[fact.when_absent]}"
    example = list(fact.example) if isinstance(fact.example, tuple) else fact.example
    shown = [str(one) if fact.kind in ("date", "dates") else one
             for one in (example if isinstance(example, list) else [example])]  # fmt: skip
    return {
        "description": says,
        **_DOMAINS[fact.kind](fact),
        "examples": [shown] if isinstance(example, list) else shown,
    }


def _day(fact: Fact) -> dict[str, Any]:
    days = {"format": "date", "pattern": _DAY, "not": {"enum": _NO_DAYS}}
    one = {"type": ["string", "null"], **days}
    return {"anyOf": [one, {"enum": list(fact.never_values)}]} if fact.never_values else one


def _number(fact: Fact) -> dict[str, Any]:
    return {"type": ["number", "null"], "minimum": fact.least, "maximum": fact.most}


def _code(fact: Fact) -> dict[str, Any]:
    known = [*fact.values, *fact.unknown_values, "", None]
    free = {**_text(fact), "type": ["string", "integer", "boolean", "null"]}
    return {"enum": known} if fact.values else free if fact.yes_is else _text(fact)


def _text(_fact: Fact) -> dict[str, Any]:
    whole = {"minimum": 1 - 10**18, "maximum": 10**18 - 1}
    return {"type": ["string", "integer", "null"], **whole}


def _list(one: dict[str, Any]) -> dict[str, Any]:
    """A list, or one value in its place."""
    item = {**one, "type": one["type"][0]}
    return {"anyOf": [item, {"type": "array", "items": item}, {"type": "null"}]}


_DOMAINS: Mapping[str, Any] = {
    "date": _day,
    "truth": lambda _fact: {"type": ["boolean", "null"]},
    "number": _number,
    "code": _code,
    "text": _text,
    "citation": _text,
    "dates": lambda fact: _list(_day(fact)),
    "numbers": lambda fact: _list(_number(fact)),
}
