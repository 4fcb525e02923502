"""How a rule's tree is said in plain English: one printed form for each kind of node.

The words for facts come from the vocabulary, those for numbers and lists from the
body's tables, so a page of law says what the rule does and cannot drift from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from homeward.facts import Vocabulary, core_vocabulary
from homeward.rules import amounts, choice, conditions, dates, fact
from homeward.rules.body import Body
from homeward.rules.node import Node, Sort
from homeward.rules.printing import branches, days, facts, numbers, truths
from homeward.rules.printing.line import Line

SAY: Mapping[type[Node], Callable[[Voice, Any], Line]] = {
    **facts.SAY,
    **truths.SAY,
    **numbers.SAY,
    **days.SAY,
    **branches.SAY,
}
"""The printed form of each kind of node; a test sees that none is left out."""


@dataclass(frozen=True)
class Voice:
    """Says nodes as a body of law has them on a day.

    Attributes:
        other: "it" for the rows of a relation; empty for the row that the rule is about.
        unit: the unit that a number is read in, where one was named.
    """

    body: Body
    day: date
    vocabulary: Vocabulary
    other: bool = False
    unit: str = ""

    @classmethod
    def of(cls, body: Body, day: date, vocabulary: Vocabulary | None = None) -> Voice:
        """A voice for a body of law; by default with the general facts and the body's own."""
        words = vocabulary or core_vocabulary().with_facts(body.facts)
        return cls(body, day, words)

    def say(self, node: Node) -> Line:
        """The printed form of a node."""
        return SAY[type(node)](self, node)

    def about_others(self) -> Voice:
        """For claims about each row of a relation."""
        return replace(self, other=True, unit="")

    def about_this(self) -> Voice:
        """For the row that the rule is about, from inside a relation."""
        return replace(self, other=False, unit="")

    def counting(self, unit: str) -> Voice:
        """For numbers that are read in a unit."""
        return replace(self, unit=unit)

    def sort(self, node: Node) -> Sort:
        """Whether a node is a day, a truth, a number or a code."""
        if isinstance(node, fact.FactRef):
            return facts.SORTS.get(self.vocabulary[node.name].kind, "code")
        if isinstance(node, fact.Outer):
            return self.sort(node.fact)
        if isinstance(node, amounts.Parameter):
            value = self.body.parameters[node.name].history[-1].values[0]
            return "when" if isinstance(value, date) else "number"
        if isinstance(node, choice.Choose | choice.FirstMatch | choice.Recorded | choice.Reading):
            return self.sort(node.parts[-1])
        return node.sort

    def is_day(self, node: Node) -> bool:
        """Whether a node is a day."""
        return self.sort(node) == "when"


def is_named(node: Node) -> bool:
    """Whether a node has a heading of its own on a page."""
    return isinstance(node, conditions.Condition | conditions.Discretion)


def is_all_named(node: Node) -> bool:
    """Whether a tree is nothing but named conditions, all of which must hold."""
    if isinstance(node, dates.AllOf):
        return all(is_all_named(part) for part in node.items)
    return is_named(node)
