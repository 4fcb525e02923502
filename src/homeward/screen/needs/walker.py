"""Which missing facts matter, in SQL: one truth a named fact, for every row at once.

The window that the rest of a tree leaves open to a part is the part of the line
inside every node above it: seen from a part of an *all of*, days before the
whole's own soonest do not count; seen from a part of an *any of*, days after the
whole's own latest do not. So a leaf matters exactly where its interval crosses
the inside of all the intervals above it (see :mod:`homeward.when.window`).
Facts of other rows are named without saying which row: ``charge.class@other``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from homeward.rules.fact import FactRef
from homeward.rules.node import Node
from homeward.rules.rule import Rule
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Compiler
from homeward.screen.needs.window import TRUE, WHOLE, Need, Seen, Window, same
from homeward.screen.sorts import is_number
from homeward.screen.values import Span

Search = Callable[["Needs", Any, Seen], Iterator[Need]]
"""Searches one kind of node; for a truth or a number only ``scope`` and ``here`` count."""


@dataclass(frozen=True)
class Searches:
    """How to search below each kind of node, by the sort that it is read as."""

    days: Mapping[type[Node], Search]
    truths: Mapping[type[Node], Search]
    numbers: Mapping[type[Node], Search]


class Needs:
    """Walks rules' trees, naming what could still move their answers."""

    def __init__(self, compiler: Compiler, searches: Searches) -> None:
        """Take the compiled columns of one law on one day, and how each node is searched."""
        self.compiler = compiler
        self.searches = searches

    def rule(self, rule: Rule, scope: str, window: Window = WHOLE) -> Iterator[Need]:
        """Every need of a rule, its gate's first."""
        seen = Seen(scope, window, same, TRUE)
        if rule.gate is not None:
            yield from self.claim(rule.gate, seen)
        yield from self.when(rule.tree, seen)

    def when(self, node: Node, seen: Seen) -> Iterator[Need]:
        """The needs of a date or an answer, where it is open and crosses its window."""
        span = self.compiler.span(node, seen.scope)
        if span.low == span.high:
            return
        moved = seen.image(span)
        below = seen.where(call("{} < {}", span.low, span.high), seen.window.crossed(moved))
        below = below._replace(window=seen.window.inside(moved))
        search = self.searches.days.get(type(node))
        if search is not None:
            yield from search(self, node, below)
        else:
            for part in node.parts:
                yield from self.any(part, below)

    def any(self, node: Node, seen: Seen) -> Iterator[Need]:
        """The needs of a node of whatever sort its value has."""
        if not isinstance(self.compiler.value(node, seen.scope), Span):
            yield from self.claim(node, seen)
        elif is_number(self.compiler.engine, node):
            yield from self.number(node, seen)
        else:
            yield from self.when(node, seen)

    def claim(self, node: Node, seen: Seen) -> Iterator[Need]:
        """The needs of an unsettled truth."""
        if isinstance(node, FactRef):
            yield self.fact(node, seen.where(self.unsettled(node, seen.scope)))
            return
        value = self.compiler.single(node, seen.scope)
        if value.is_constant and value.text != "1":
            return
        below = seen.where(call("{} = 1", value)).anew()
        search = self.searches.truths.get(type(node))
        if search is not None:
            yield from search(self, node, below)
        else:
            for part in node.parts:
                yield from self.claim(part, below)

    def number(self, node: Node, seen: Seen) -> Iterator[Need]:
        """The needs of an unsettled number."""
        if isinstance(node, FactRef):
            yield self.fact(node, seen.where(self.unsettled(node, seen.scope)))
            return
        span = self.compiler.span(node, seen.scope)
        if span.low == span.high:
            return
        below = seen.where(call("{} < {}", span.low, span.high)).anew()
        search = self.searches.numbers.get(type(node))
        if search is not None:
            yield from search(self, node, below)
        else:
            for part in node.parts:
                yield from self.number(part, below)

    # --- leaves ---------------------------------------------------------------------

    def fact(self, node: FactRef, seen: Seen) -> Need:
        """The need of a fact of these rows."""
        return Need(self.compiler.engine.vocabulary[node.name].name, seen.here)

    def law(self, question: str, seen: Seen) -> Need:
        """The need of an answer to an open question of law."""
        return Need(self.compiler.engine.law.open_question(question), seen.here)

    def unsettled(self, node: FactRef, scope: str) -> Sql:
        """Whether a fact is not known."""
        value = self.compiler.value(node, scope)
        if isinstance(value, Span):
            return call("{} < {}", value.low, value.high)
        kind = self.compiler.engine.vocabulary[node.name].kind
        return call("{} = 1" if kind == "truth" else "{} IS NULL", value)
