"""Interpreting a rule for one person: each node of the tree becomes a small function.

The functions are built once for a body of law on a day and reused for every
record. What each kind of node means stands in :mod:`homeward.explain.meaning`.
This is the reference meaning of the language: the bulk engines are tested
against it, row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from homeward.explain.memory import remembered
from homeward.explain.value import (
    NEVER,
    CodeFunction,
    Function,
    NumberFunction,
    RowsFunction,
    Span,
    TruthFunction,
    Value,
    WhenFunction,
)
from homeward.facts import Row, Truth, Vocabulary
from homeward.rules.choice import Reading
from homeward.rules.conditions import Condition, Discretion
from homeward.rules.law_day import LawDay
from homeward.rules.node import Node
from homeward.rules.rule import Rule
from homeward.when import LAST


class Interpreter:
    """The functions of one body of law on one day.

    Args of the constructor:
        law: the body of law on its day.
        vocabulary: the declarations of the facts.
        answers: finds the rules of another question, each with its interpreter.
        meanings: how the function of each kind of node is built.
    """

    def __init__(
        self,
        law: LawDay,
        vocabulary: Vocabulary,
        answers: Callable[[str], list[tuple[Interpreter, Rule]]],
        meanings: Meanings,
    ) -> None:
        """Start with no function built."""
        self.law = law
        self.vocabulary = vocabulary
        self.answers = answers
        self._meanings = meanings
        self._functions: dict[int, tuple[Node, Function]] = {}
        self._answers: dict[str, Callable[[Row], Span]] = {}

    # --- functions, by the sort of their value ------------------------------------

    def function(self, node: Node) -> Function:
        """The function of a node, built on first use."""
        known = self._functions.get(id(node))
        if known is None:
            known = (node, self._meanings[type(node)](self, node))
            self._functions[id(node)] = known
        return known[1]

    def when(self, node: Node) -> WhenFunction:
        """The function of a date or an answer."""
        return cast("WhenFunction", self.function(node))

    def truth(self, node: Node) -> TruthFunction:
        """The function of a claim."""
        return cast("TruthFunction", self.function(node))

    def number(self, node: Node) -> NumberFunction:
        """The function of a number."""
        return cast("NumberFunction", self.function(node))

    def code(self, node: Node) -> CodeFunction:
        """The function of a code, text or citation."""
        return cast("CodeFunction", self.function(node))

    def rows(self, node: Node) -> RowsFunction:
        """The function of a relation."""
        return cast("RowsFunction", self.function(node))

    # --- values and answers -------------------------------------------------------

    def value(self, node: Node, row: Row, outer: Row | None = None) -> Value:
        """The value of a node for a row."""
        return self.function(node)(row, outer or row)

    def holds(self, claim: Node, row: Row, outer: Row | None = None) -> int:
        """The truth of a claim for a row."""
        return self.truth(claim)(row, outer or row)

    def answer(self, rule: Rule, row: Row) -> Span:
        """A rule's answer for a row; never where its question does not apply."""
        known = self._answers.get(rule.name)
        if known is None:
            known = self._answers[rule.name] = remembered(self._answering(rule))
        return known(row)

    def _answering(self, rule: Rule) -> Callable[[Row], Span]:
        gate = None if rule.gate is None else self.truth(rule.gate)
        when = self.when(rule.tree)

        def answer(row: Row) -> Span:
            applies = 2 if gate is None else gate(row, row)
            if not applies:
                return NEVER
            span = when(row, row)
            return span if applies == Truth.YES else (span[0], LAST)

        return answer

    def answer_to(self, question: str) -> Callable[[Row], Span]:
        """The earliest of a question's rules for a row; never when no rule answers it."""

        def answer(row: Row) -> Span:
            routes = [engine.answer(rule, row) for engine, rule in self.answers(question)]
            return (
                min((low for low, _ in routes), default=LAST),
                min((high for _, high in routes), default=LAST),
            )

        return remembered(answer)

    # --- what is law on the day -----------------------------------------------------

    def in_force(self, items: tuple[Node, ...]) -> list[Node]:
        """The items that are law on this day."""
        return in_force(items, self.law.day)

    def readings(self, node: Reading) -> list[tuple[str, Node]]:
        """The readings of an open question that are still possible."""
        chosen = self.law.readings.get(node.question, node.default)
        return [pair for pair in node.readings if chosen in (None, pair[0])]


Meanings = Mapping[type[Node], Callable[[Interpreter, Any], Function]]
"""How the function of each kind of node is built; each builder takes its own kind."""


def in_force(items: tuple[Node, ...], day: date) -> list[Node]:
    """The items that are law on a day; only named conditions come and go."""
    named = Condition | Discretion
    return [item for item in items if not isinstance(item, named) or item.in_force(day)]
