"""Compiling a rule's tree to columns: every node once, for the rows of a table.

The meaning of every node is that of :mod:`homeward.explain.interpret`; here a
date or a number is a pair of SQL expressions, a truth is 0, 1 or 2, and a code
is a text column in which NULL is unknown. How each sort of node is written is in
:mod:`homeward.screen.nodes`, which hands its table of builders in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from homeward.explain.interpret import Interpreter
from homeward.rules.node import Node
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.screen.columns import Layers, Sql, call
from homeward.screen.offenses import Offenses
from homeward.screen.relations import Relations
from homeward.screen.values import LAST_DAY, NEVER, NO, YES, Span, any_of

Value = Span | Sql
"""A :class:`Span` for dates and numbers, an :class:`Sql` for truths, codes and lists."""

Build = Callable[["Compiler", Any, str], Value]
"""Writes one kind of node for the rows of a table."""

Builders = Mapping[type[Node], Build]


class Compiler:
    """Compiles the rules of one body of law on one day into the layers of shared tables."""

    def __init__(
        self,
        engine: Interpreter,
        relations: Relations,
        offenses: Offenses,
        builders: Builders,
        facts: set[str],
    ) -> None:
        """Take the law through its interpreter, and where columns and the facts read go to."""
        self.engine = engine
        self.relations = relations
        self.layers: Mapping[str, Layers] = relations.layers
        self.offenses = offenses
        self.builders = builders
        self.facts = facts
        self._known: dict[tuple[int, str], tuple[Node, Value]] = {}

    def value(self, node: Node, scope: str) -> Value:
        """The value of a node for the rows of a table: ``charge``, ``case`` or ``person``."""
        key = (id(node), scope)
        if key not in self._known:
            build = self.builders.get(type(node))
            if build is None:
                msg = f"screening cannot compile {type(node).__name__} yet"
                raise LawError(msg)
            self._known[key] = (node, self.shared(build(self, node, scope), scope))
        return self._known[key][1]

    def span(self, node: Node, scope: str) -> Span:
        """The value of a date or a number."""
        value = self.value(node, scope)
        if isinstance(value, Span):
            return value
        msg = f"a date or a number is expected, not {type(node).__name__}"
        raise LawError(msg)

    def single(self, node: Node, scope: str) -> Sql:
        """The value of a truth, a code or a list."""
        value = self.value(node, scope)
        if isinstance(value, Sql):
            return value
        msg = f"a truth or a code is expected, not {type(node).__name__}"
        raise LawError(msg)

    def spans(self, nodes: Iterable[Node], scope: str) -> list[Span]:
        """The values of several dates or numbers."""
        return [self.span(node, scope) for node in nodes]

    def singles(self, nodes: Iterable[Node], scope: str) -> list[Sql]:
        """The values of several truths or codes."""
        return [self.single(node, scope) for node in nodes]

    def shared(self, value: Value, scope: str) -> Value:
        """A value whose pieces are columns, so that they may be read again."""
        layers = self.layers[scope]
        if isinstance(value, Span):
            return Span(layers.column(value.low), layers.column(value.high))
        return layers.column(value)

    def answer(self, rule: Rule, scope: str) -> Span:
        """A rule's answer; never where its question does not apply."""
        span = self.span(rule.tree, scope)
        if rule.gate is None:
            return span
        gate = self.single(rule.gate, scope)
        if gate.is_constant:
            return {YES: span, NO: NEVER}.get(gate, Span(span.low, LAST_DAY))
        low = call("CASE WHEN {} = 0 THEN {} ELSE {} END", gate, LAST_DAY, span.low)
        high = call("CASE WHEN {} = 2 THEN {} ELSE {} END", gate, span.high, LAST_DAY)
        return Span(*(self.layers[scope].column(end) for end in (low, high)))

    def answers(self, question: str, scope: str) -> Span:
        """The earliest of a question's rules on this day of the law."""
        routes = [rule for _, rule in self.engine.answers(question)]
        span = any_of([self.answer(rule, scope) for rule in routes])
        return Span(*(self.layers[scope].column(end) for end in span))
