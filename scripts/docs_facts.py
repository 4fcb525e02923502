#!/usr/bin/env python3
"""Write the page of facts and the JSON Schema of a record, both from the declared vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from homeward import law
from homeward.facts import Fact, core_vocabulary
from homeward.facts.schema import record_schema
from homeward.facts.vocabulary import TABLES
from homeward.law.pages import bodies
from homeward.rules.printing import as_markdown
from homeward.rules.printing.blocks import Block, Heading, Paragraph, Table

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE, SCHEMA = DOCS / "facts.md", DOCS / "record.schema.json"

INTRODUCTION = """\
Every fact that homeward reads is declared once, with its kind, its unit, its meaning and an
example. This page, the checking of a record, and the [JSON Schema of a record](record.schema.json)
are made from that. Give the schema to an editor, and it completes the names and marks what is
wrong.

A record is one person's facts as JSON. A file that ends in `.jsonl` holds one record a line.

```json
{
  "as_of": "2026-11-23",
  "person": {"birth_date": "1985-04-12"},
  "cases": [
    {
      "case_id": "19-CR-0001",
      "jurisdiction": "us-mo",
      "charges": [
        {"charge_id": "1", "statute": "570.030", "sentence": {"type": "prison", "years": 3}}
      ]
    }
  ]
}
```

A fact named `sentence.years` stands inside its object, as above, or with its dot:
`"sentence.years": 3`. The order of the cases, and of the charges in a case, is kept. `id` is any
code for the record, `as_of` the day to answer for (today, if it is left out), `law` the bodies of
law to ask (those of the cases, if it is left out). A name that is not on this page is named in a
warning and not used."""

SILENCE = """\
Leave out what you do not know. What that means is said for each fact:

- **not known**: the answer stays open where the fact matters, and asks for it. It is never read as
  "no", as zero, or as a date.
- **not happened**, **no**, **0**, **none**: for what a record would show, such as a pardon. The
  answer lists it under `assumed`, so that you can say that it is wrong.
- **true**: a record is taken as complete, unless it says that it is not.

`null` says that a fact is not known, also of an event that a record would show. For a few facts it
says that the event has not happened; the tables then add *null too*. Empty text says nothing."""

KINDS = """\
| kind | written as |
| --- | --- |
| date | `"YYYY-MM-DD"`, from 1800-01-02 to 2200-12-30 |
| yes or no | `true` or `false`, without quotes |
| number | digits, in the unit and between the limits that are named |
| one of | one of the words that are named |
| text | letters and digits in quotes; a whole number may stand without |
| citation | the section of law as its state writes it, in quotes |
| dates, numbers | a list, `["2020-03-03", "2021-01-15"]`, or one alone |

A value outside its kind is an error. It names the file, the row, the field, the value and the
fix."""

NAMES = """\
Where two names for one fact are in use, both are read, and the second is shown in brackets. The
same fact twice with two values is an error.

The National Open Court Data Standards name many of these facts too. Their list of names could not
be read when this page was made, so no name here is said to be theirs."""

_TITLES = {
    "person": "The person",
    "case": "A case",
    "charge": "A charge",
    "tenancy": "A tenancy",
}
_KINDS = {"truth": "yes or no", "code": "code"}
_NONE = {"date": "not happened", "truth": "no", "number": "0"}
_COUNTED = ("person.person_id", "case.case_id", "charge.charge_id", "charge.position")


def page() -> str:
    """The page of facts."""
    return as_markdown(_blocks())


def _blocks() -> Iterator[Block]:
    yield Heading("Facts", 1)
    yield Paragraph(INTRODUCTION)
    for title, text in (
        ("When a fact is left out", SILENCE),
        ("How values are written", KINDS),
        ("Names", NAMES),
    ):
        yield Heading(title, 2)
        yield Paragraph(text)
    for table in TABLES:
        yield from _table(table)


def _table(table: str) -> Iterator[Block]:
    places = [("", core_vocabulary().values())]
    places += [(body.title, body.facts.values()) for body in bodies()]
    held = [(title, [fact for fact in facts if fact.table == table]) for title, facts in places]
    if any(facts for _, facts in held):
        yield Heading(_TITLES[table], 2)
    for title, facts in held:
        if facts and title:
            yield Paragraph(f"Only the law of {title} asks for these:")
        if facts:
            columns = ("name", "kind", "what it says", "example", "if left out")
            yield Table(columns, tuple(map(_row, facts)))


def _row(fact: Fact) -> tuple[str, ...]:
    others = "".join(f" (`{alias}`)" for alias in fact.aliases)
    null = ", null too" if fact.null_is == "none_recorded" else ""
    name = f'<a id="{fact.name}"></a>`{fact.field}`{others}'
    return (
        name,
        _kind(fact),
        fact.says,
        f"`{json.dumps(_plain(fact.example))}`",
        _silent(fact) + null,
    )


def _silent(fact: Fact) -> str:
    if fact.name in _COUNTED:
        return "it is counted"
    if fact.when_absent == "none_recorded":
        return _NONE.get(fact.kind, "none")
    return "true" if fact.when_absent == "true" else "not known"


def _kind(fact: Fact) -> str:
    if fact.values:
        return "one of " + ", ".join(f"`{word}`" for word in (*fact.values, *fact.unknown_values))
    if fact.unit:
        return f"{fact.kind}: {fact.unit}, {fact.least} to {fact.most}"
    return _KINDS.get(fact.kind, fact.kind)


def _plain(example: object) -> object:
    if isinstance(example, tuple):
        return [_plain(one) for one in example]
    return example if isinstance(example, bool | int | float | str) else str(example)


def schema() -> str:
    """The schema of a record as JSON text."""
    return json.dumps(record_schema(law.vocabulary()), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    SCHEMA.write_text(schema(), encoding="utf-8")
