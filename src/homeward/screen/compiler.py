"""Compiling a rule's tree to expressions: every node once, for the rows of a scope.

The meaning of every node is that of :mod:`homeward.explain.interpret`; here a
date or a number is a pair of SQL expressions, a truth is 0, 1 or 2, and a code
is a text in which NULL is unknown. How each sort of node is written is in
:mod:`homeward.screen.nodes`, which hands its table of builders in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from homeward.explain.interpret import Interpreter
from homeward.rules.fact import FactRef
from homeward.rules.node import Node
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.screen.expressions import Derived, Sql, call, column
from homeward.screen.offenses import Offenses
from homeward.screen.relations import Relations
from homeward.screen.scopes import CHARGE, Pair, Scope
from homeward.screen.sorts import looks_out
from homeward.screen.values import LAST_DAY, NEVER, NO, YES, Span, any_of

Value = Span | Sql
"""A :class:`Span` for dates and numbers, an :class:`Sql` for truths, codes and lists."""

Build = Callable[["Compiler", Any, Scope], Value]
"""Writes one kind of node for the rows of a scope."""

Builders = Mapping[type[Node], Build]


class Compiler:
    """Compiles the rules of one body of law on one day."""

    def __init__(
        self, engine: Interpreter, relations: Relations, offenses: Offenses, builders: Builders
    ) -> None:
        """Take the law through its interpreter, and where groups and offense lists are kept."""
        self.engine = engine
        self.relations = relations
        self.offenses = offenses
        self.builders = builders
        self._known: dict[tuple[Node, Scope], Value] = {}
        self._answers: dict[tuple[str, Scope], Span] = {}

    def value(self, node: Node, scope: Scope) -> Value:
        """The value of a node for the rows of a scope.

        Raises:
            LawError: when the node cannot be compiled, or not for such rows.
        """
        known = self._known.get((node, scope))
        if known is None:
            known = self._known[node, scope] = self._settled(self._build(node, scope), scope)
        return known

    def _settled(self, value: Value, scope: Scope) -> Value:
        """A value, or one of another law that means the same."""
        if isinstance(scope, Pair):
            return value  # of rows that this law asks about: what is counted over them is settled
        first = self.relations.alike.first
        return value.map(first) if isinstance(value, Span) else first(value)

    def _build(self, node: Node, scope: Scope) -> Value:
        if isinstance(scope, Pair) and not looks_out(node):
            # it says nothing of the row that asks: worked out once a charge, not once a pair
            return carried(self.value(node, CHARGE), scope.of_inner)
        build = self.builders.get(type(node))
        if build is None:
            msg = f"screening cannot compile {type(node).__name__}"
            raise LawError(msg)
        return build(self, node, scope)

    def span(self, node: Node, scope: Scope) -> Span:
        """The value of a date or a number."""
        value = self.value(node, scope)
        if isinstance(value, Span):
            return value
        msg = f"a date or a number is expected, not {type(node).__name__}"
        raise LawError(msg)

    def single(self, node: Node, scope: Scope) -> Sql:
        """The value of a truth, a code or a list."""
        value = self.value(node, scope)
        if isinstance(value, Sql):
            return value
        msg = f"a truth or a code is expected, not {type(node).__name__}"
        raise LawError(msg)

    def spans(self, nodes: Iterable[Node], scope: Scope) -> list[Span]:
        """The values of several dates or numbers."""
        return [self.span(node, scope) for node in nodes]

    def singles(self, nodes: Iterable[Node], scope: Scope) -> list[Sql]:
        """The values of several truths or codes."""
        return [self.single(node, scope) for node in nodes]

    def missing(self, node: FactRef, scope: Scope) -> Sql:
        """Whether a date or a number is missing from the record."""
        if isinstance(scope, Pair):
            return scope.of_inner(self.missing(node, CHARGE))
        held = column(self.engine.vocabulary[node.name].name)
        missing = call("{} IS NULL", held)
        is_date = self.engine.vocabulary[node.name].kind == "date"
        return missing if is_date else Derived.from_facts(missing)

    def answer(self, rule: Rule, scope: Scope) -> Span:
        """A rule's answer; never where its question does not apply."""
        if isinstance(scope, Pair):
            return self.answer(rule, CHARGE).map(scope.of_inner)
        span = self.span(rule.tree, scope)
        if rule.gate is None:
            return span
        gate = self.single(rule.gate, scope)
        if gate.is_constant:
            return {YES: span, NO: NEVER}.get(gate, Span(span.low, LAST_DAY))
        return Span(
            call("CASE WHEN {} = 0 THEN {} ELSE {} END", gate, LAST_DAY, span.low),
            call("CASE WHEN {} = 2 THEN {} ELSE {} END", gate, span.high, LAST_DAY),
        )

    def answers(self, question: str, scope: Scope) -> Span:
        """The earliest of a question's rules on this day of the law."""
        if isinstance(scope, Pair):
            return self.answers(question, CHARGE).map(scope.of_inner)
        key = (question, scope)
        if key not in self._answers:
            routes = [rule for _, rule in self.engine.answers(question)]
            self._answers[key] = any_of([self.answer(rule, scope) for rule in routes])
        return self._answers[key]


def carried(value: Value, into: Callable[[Sql], Sql]) -> Value:
    """A value as it is read from another scope."""
    return value.map(into) if isinstance(value, Span) else into(value)
