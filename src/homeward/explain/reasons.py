"""Reasons: each requirement of a rule with its days, and the recorded facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from homeward.explain.answer import Reason
from homeward.explain.interpret import Interpreter
from homeward.facts import Row
from homeward.rules.conditions import Condition
from homeward.rules.fact import FactRef
from homeward.rules.node import Node, walk
from homeward.rules.rows import Rows
from homeward.rules.rule import Rule

_MOST_ROWS = 20


class Reads(NamedTuple):
    """The facts a tree reads: of the row itself, and of the rows of each relation."""

    own: tuple[str, ...]
    related: tuple[tuple[Rows, tuple[str, ...]], ...]


@lru_cache(maxsize=4096)
def reads(node: Node) -> Reads:
    """The facts that a tree reads, in the order it reads them."""
    own: dict[str, None] = {}
    related: dict[Rows, dict[str, None]] = {}
    _collect(node, own, related)
    return Reads(tuple(own), tuple((rows, tuple(names)) for rows, names in related.items()))


def _collect(node: Node, own: dict[str, None], related: dict[Rows, dict[str, None]]) -> None:
    relation = next((part for part in node.parts if isinstance(part, Rows)), None)
    if isinstance(node, FactRef):
        own[node.name] = None
    elif relation is not None:
        names = related.setdefault(relation, {})
        names |= {part.name: None for part in walk(node) if isinstance(part, FactRef)}
    else:
        for part in node.parts:
            _collect(part, own, related)


def reasons_for(engine: Interpreter, rule: Rule, row: Row) -> list[Reason]:
    """Every requirement that is law on the engine's day, in the statute's order."""
    return [
        Reason(
            name=node.name,
            cite=node.cite,
            says=node.says,
            unmet=getattr(node, "unmet", ""),
            when=engine.when(node)(row, row) if isinstance(node, Condition) else None,
            facts=dict(_facts(engine, node, row)) if isinstance(node, Condition) else {},
            decided_by=node.decided_by,
            certainty=getattr(node, "certainty", "high"),
        )
        for node in rule.named
        if node.in_force(engine.law.day)
    ]


def _facts(engine: Interpreter, node: Condition, row: Row) -> Iterator[tuple[str, Any]]:
    read = reads(node)
    for name in read.own:
        yield from _written(name, row, "")
    for rows, names in read.related:
        members = engine.rows(rows)(row, row)[:_MOST_ROWS]
        for _, other in members:
            if other is not None:
                for name in names:
                    yield from _written(name, other, f"@{other.key}")


def _written(name: str, row: Row, whose: str) -> Iterator[tuple[str, Any]]:
    holder = row.holder(name.partition(".")[0])
    if name in holder.written:
        yield name + (whose if holder.table != "person" else ""), holder.written[name]


def assumed_facts(engine: Interpreter, rule: Rule, row: Row) -> list[str]:
    """The events a record would show, that it does not show, and that are taken as not happened."""
    return [
        name
        for name in reads(rule.tree).own
        if engine.vocabulary[name].when_absent == "none_recorded"
        and name not in row.holder(name.partition(".")[0]).facts
    ]
