"""What several rows say of the person or the case above them, put together.

In a flat table every charge repeats the facts of its case and its person. Rows that say
nothing do not count. Where rows contradict one another nobody can say which is
right: the fact is then unknown, and the contradiction is reported.
"""

from __future__ import annotations

from collections.abc import Iterable

from homeward.facts import Fact
from homeward.screen.store import STORED
from homeward.sources.reading_sql import UNKNOWN, quoted, text


def together(facts: Iterable[Fact]) -> str:
    """The columns that hold what all rows of a group say, in SQL."""
    return "".join(f", {_one(fact)} AS {quoted(fact.name)}" for fact in facts)


def contradictions(facts: Iterable[Fact]) -> str:
    """The list of contradictions of a group, each with its fact and two of its values, in SQL."""
    kind = "STRUCT(field VARCHAR, value VARCHAR)[]"
    each = [
        f"CASE WHEN {_end('min', fact)} <> {_end('max', fact)} THEN struct_pack("
        f"field := {text(fact.name)}, value := {_end('min', fact)}::VARCHAR || ' and ' || "
        f"{_end('max', fact)}::VARCHAR) END"
        for fact in facts
    ]
    return (
        f"list_filter([{', '.join(each)}]::{kind}, lambda x: x IS NOT NULL)"
        if each
        else f"[]::{kind}"
    )


def marked(fact: Fact) -> str:
    """Whether a fact's column holds the mark of a value said not to be known, in SQL."""
    column = quoted(fact.name)
    if fact.kind == "number":
        return f"isnan({column})"
    return f"{column} = {UNKNOWN[fact.kind]}"


def _end(which: str, fact: Fact) -> str:
    return f"{which}({quoted(fact.name)}) FILTER (NOT {marked(fact)})"


def _one(fact: Fact) -> str:
    column, low, high = quoted(fact.name), _end("min", fact), _end("max", fact)
    return (
        f"CASE WHEN count({column}) = 0 THEN NULL WHEN {low} = {high} THEN {low} "
        f"ELSE {UNKNOWN[fact.kind]} END::{STORED[fact.kind]}"
    )
