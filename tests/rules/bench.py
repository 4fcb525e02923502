"""A bench for single nodes: a body of law with nothing in it, records, and what a node says."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from homeward import law
from homeward.explain.engines import Engines
from homeward.explain.interpret import Interpreter
from homeward.explain.matters import search_below
from homeward.explain.matters.search import Place
from homeward.facts import CitationForm, Record, read_record
from homeward.rules.body import Body
from homeward.rules.node import Node
from homeward.when import FIRST, LAST

DAY = date(2026, 11, 23)


def a_body(folder: Path = Path("/nowhere")) -> Body:
    """A place without parameters, lists or rules; 29 February rounds forward."""
    return Body(
        id="us-zz",
        title="State of Zz",
        folder=folder,
        citation=CitationForm(r"(?P<chapter>\d+)\.(?P<section>\d+)"),
        rounding="forward",
        rounding_cite="made up",
        checked_on=DAY,
    )


@cache
def engine() -> Interpreter:
    """The engine of a place without law."""
    return Engines().on(a_body(), DAY)


class Said(NamedTuple):
    """What a node says for a row: its value, what is missing, what it waits on."""

    value: object
    missing: list[str]
    waits_on: list[str]


def record(*cases, **person) -> Record:
    """A record: each case a list of charges, or one charge."""
    listed = [case if isinstance(case, list) else [case] for case in cases]
    data = {"person": person, "cases": [{"charges": charges} for charges in listed]}
    return read_record(data, law.vocabulary())


def say(node: Node, found: Record, at: int = 0, *, by: Interpreter | None = None) -> Said:
    """What a node says for one of a record's charges."""
    by, row = by or engine(), found.charges[at]
    search = search_below(by, row)
    search.any(node, Place(row, row))
    return Said(by.value(node, row), list(search.missing), list(search.waits_on))


WORDS = {"always": (FIRST, FIRST), "never": (LAST, LAST), "unknown": (FIRST, LAST)}


def span(text: str) -> tuple[date, date]:
    """Days in short: ``always``, ``never``, ``unknown``, a day, or two days with ``..`` between."""
    if text in WORDS:
        return WORDS[text]
    low, dots, high = text.partition("..")
    first = date.fromisoformat(low) if low else FIRST
    return first, (date.fromisoformat(high) if high else LAST if dots else first)
