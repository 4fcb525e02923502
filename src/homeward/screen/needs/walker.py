"""Which missing facts matter, in SQL: one test a named fact, for every row at once.

The window that the rest of a tree leaves open to a part is the part of the line
inside every node above it: seen from a part of an *all of*, days before the
whole's own soonest do not count; seen from a part of an *any of*, days after the
whole's own latest do not. So a leaf matters exactly where its interval crosses
the inside of all the intervals above it (see :mod:`homeward.when.window`).
Facts of other rows are named without saying which row: ``charge.class@other``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from homeward.rules.fact import FactRef, Outer
from homeward.rules.node import Node
from homeward.rules.rule import Rule
from homeward.screen.compiler import Compiler
from homeward.screen.expressions import Sql, call
from homeward.screen.needs.names import named
from homeward.screen.needs.window import Need, Seen, unchanged
from homeward.screen.scopes import Pair
from homeward.screen.sorts import is_number
from homeward.screen.values import FALSE, MAYBE, TRUE, UNKNOWN, Span

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
        """Take the compiled values of one law on one day, and how each node is searched."""
        self.compiler = compiler
        self.searches = searches

    def under(self, compiler: Compiler) -> Needs:
        """The same search under another law."""
        return self if compiler is self.compiler else Needs(compiler, self.searches)

    def rule(self, rule: Rule, seen: Seen) -> Iterator[Need]:
        """Every need of a rule, its gate's first."""
        if rule.gate is not None:
            yield from self.claim(rule.gate, seen)
        yield from self.when(rule.tree, seen)

    def when(self, node: Node, seen: Seen) -> Iterator[Need]:
        """The needs of a date or an answer, where it is open and crosses its window."""
        span = self.compiler.span(node, seen.scope)
        if isinstance(node, FactRef):
            # a date that is missing may be any day
            span, is_open = UNKNOWN, self.unsettled(node, seen)
        else:
            is_open = span.is_open
        if is_open is FALSE:
            return
        if span.truth is not None and seen.is_plain:
            # always or never: open wherever its window is, and it is, or we would not be here
            window, here = seen.window.plain, seen.where(is_open)
        else:
            window = seen.window.with_span(seen.image(span, unchanged))
            here = seen.where(is_open, window.is_open)
        if here.here is FALSE:
            return
        below = replace(here, window=window, around=seen.window)
        search = self.searches.days.get(type(node))
        if search is not None:
            yield from search(self, node, below)
        else:
            for part in node.parts:
                yield from self.any(part, replace(below, around=window))

    def any(self, node: Node, seen: Seen) -> Iterator[Need]:
        """The needs of a node of whatever sort its value has."""
        if not isinstance(self.compiler.value(node, seen.scope), Span):
            yield from self.claim(node, seen)
        elif is_number(self.compiler.engine, node):
            yield from self.number(node, seen)
        else:
            yield from self.when(node, seen)

    def claim(self, node: Node, seen: Seen) -> Iterator[Need]:
        """The needs of an unsettled truth, code or list."""
        unsettled = self.unsettled(node, seen)
        if unsettled is not FALSE:
            yield from self._below(node, self.searches.truths, self.claim, seen.where(unsettled))

    def number(self, node: Node, seen: Seen) -> Iterator[Need]:
        """The needs of an unsettled number."""
        unsettled = self.unsettled(node, seen)
        if unsettled is not FALSE:
            yield from self._below(node, self.searches.numbers, self.number, seen.where(unsettled))

    def _below(
        self,
        node: Node,
        searches: Mapping[type[Node], Search],
        search_part: Callable[[Node, Seen], Iterator[Need]],
        seen: Seen,
    ) -> Iterator[Need]:
        search = searches.get(type(node))
        if search is not None:
            yield from search(self, node, seen.anew())
        else:
            for part in node.parts:
                yield from search_part(part, seen.anew())

    # --- leaves ---------------------------------------------------------------------

    def unsettled(self, node: Node, seen: Seen) -> Sql:
        """Whether a node's value is not known."""
        value = self.compiler.value(node, seen.scope)
        if isinstance(value, Span):
            if isinstance(node, FactRef):
                return self.compiler.missing(node, seen.scope)
            return value.is_open
        if value.is_constant:
            return TRUE if value is MAYBE else FALSE
        if isinstance(node, FactRef | Outer):
            declared = node.fact if isinstance(node, Outer) else node
            kind = self.compiler.engine.vocabulary[declared.name].kind
            return call("{} = 1" if kind == "truth" else "{} IS NULL", value)
        return call("{} = 1", value)

    def fact(self, node: FactRef, seen: Seen) -> Iterator[Need]:
        """A fact of these rows, under the names that it has from where the answer is given."""
        yield from self.name(self.compiler.engine.vocabulary[node.name].name, seen)

    def name(self, name: str, seen: Seen) -> Iterator[Need]:
        """A fact or an open question by its name, as the answer's row would say it."""
        for called, where in named(name, seen.scope):
            yield Need(called, seen.where(where).here)

    def outer(self, node: Outer, seen: Seen) -> Iterator[Need]:
        """A fact of the row that a filter starts from."""
        scope, name = seen.scope, self.compiler.engine.vocabulary[node.fact.name].name
        if not isinstance(scope, Pair):
            yield from self.name(name, seen)
            return
        for called, where in named(name, scope.outer):
            yield Need(called, seen.where(scope.of_outer(where)).here)

    def law(self, question: str, seen: Seen) -> Iterator[Need]:
        """An open question of law."""
        yield Need(self.compiler.engine.law.open_question(question), seen.here)
