"""Which way a change of law can move answers: only sooner, only later, both ways, or not at all.

It is read off the rule's tree. A shorter wait, a condition that falls, a citation that leaves
a list of bars can only bring a day forward, whatever the record says and whatever it lacks;
so a missing fact, which opens both answers, leaves the direction of their difference known.
What is not sure is both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from homeward.rules.amounts import Arithmetic, Count, Number, Parameter, Within
from homeward.rules.body import Body
from homeward.rules.choice import Choose, FirstMatch, Reading, Recorded
from homeward.rules.conditions import Condition, Discretion
from homeward.rules.dates import (
    AllOf,
    AnswerOf,
    AnyOf,
    Bounded,
    BusinessDays,
    DaysServed,
    Earliest,
    HoldsIf,
    Latest,
    On,
    Served,
    Since,
    WaitsWhile,
)
from homeward.rules.fact import Tagged
from homeward.rules.limit import Budget
from homeward.rules.logic import And, Not, Or
from homeward.rules.node import Node
from homeward.rules.outcome import Limb
from homeward.rules.patch.moves import (
    Moves,
    both_if_any,
    of_days,
    of_histories,
    rows_of,
    together,
    turned,
)
from homeward.rules.patch.scope import first_name
from homeward.rules.rows import Rows
from homeward.rules.rule import Rule
from homeward.rules.truth import Compare, Every, Exists, LawSays
from homeward.when import FIRST, LAST

_SAME_WAY = (
    AllOf, AnyOf, And, Or, HoldsIf, LawSays, Since, Served, DaysServed, BusinessDays, Bounded,
    Condition, Limb, Exists, Rows, Earliest, Within, Recorded, Reading, Choose,
)  # fmt: skip
"""They go the way that their parts go."""

_OTHER_WAY = (Not, WaitsWhile, Count)
"""They go against their one part: a claim denied, a wait that ends, rows that are counted."""


class Direction:
    """How the answers of each rule of a body of law can move when it becomes another body."""

    def __init__(self, before: Body, after: Body, day: date = FIRST) -> None:
        """Compare two bodies of one place: the law, and the law with changes laid over it.

        ``day`` is the day asked: the law of a day before it decides no answer, save where the
        record's own date says which law counts.
        """
        self.before, self.after, self.day = before, after, day
        self._since = day
        self._known: dict[tuple[int, int, date], Moves] = {}
        self._kept: list[tuple[Node, Node]] = []  # an id is only of use while its node lives
        self._rules: dict[str, Moves] = {}

    def of_rule(self, name: str) -> Moves:
        """How the answers of one rule can move; a rule that only one body has moves both ways."""
        if name not in self._rules:
            self._rules[name] = Moves.BOTH  # for a rule that leads back to itself
            old, new = self.before.rules.get(name), self.after.rules.get(name)
            self._rules[name] = self._between(old, new) if old and new else Moves.BOTH
        return self._rules[name]

    def of_question(self, question: str) -> Moves:
        """How the answers of all rules of a question, or of a family, can move."""
        return together(self.of_rule(rule) for rule in self._answering(question))

    def _answering(self, question: str) -> Iterator[str]:
        for name, rule in (self.before.rules | self.after.rules).items():
            if question in (rule.question, rule.family):
                yield name

    def _between(self, old: Rule, new: Rule) -> Moves:
        if (old.since, old.until) != (new.since, new.until):
            return Moves.BOTH
        outer, self._since = self._since, max(self.day, old.since)
        try:
            return self._of_trees(old, new)
        finally:
            self._since = outer

    def _of_trees(self, old: Rule, new: Rule) -> Moves:
        found = self._of(old.tree, new.tree)
        for gate in ((old.gate, new.gate), (old.end, new.end)):
            if gate[0] is None or gate[1] is None:
                found |= Moves.NOT if gate[0] is gate[1] else Moves.BOTH
            elif self._of(gate[0], gate[1]):
                found = Moves.BOTH
        return found

    # --- nodes ----------------------------------------------------------------------------

    def _of(self, old: Node, new: Node) -> Moves:
        key = (id(old), id(new), self._since)
        if key not in self._known:
            self._kept.append((old, new))
            self._known[key] = self._worked_out(old, new)
        return self._known[key]

    def _worked_out(self, old: Node, new: Node) -> Moves:
        """As the two nodes go, and as each branch goes where the new one asks for which rows."""
        found = self._alike(old, new)
        if found and isinstance(new, FirstMatch):
            branches = [*(branch for _, branch in new.branches), new.otherwise]
            found &= together(self._of(old, branch) for branch in branches)
        return found

    def _alike(self, old: Node, new: Node) -> Moves:
        if isinstance(new, On):
            return _of_on(old, new)
        if isinstance(new, AllOf | AnyOf) and (grown := self._of_grown(old, new)) is not None:
            return grown
        if type(old) is not type(new) or len(old.parts) != len(new.parts):
            return Moves.BOTH
        if isinstance(new, Parameter | Tagged | AnswerOf | Budget):
            return both_if_any(self._parts(old, new)) | self._of_law(old, new)
        return Moves.BOTH if _said(old) != _said(new) else self._of_kind(old, new)

    def _of_grown(self, old: Node, new: AllOf | AnyOf) -> Moves | None:
        """More is asked for at the end, or there are more ways beside the one there was."""
        if isinstance(new, AnyOf):
            more_ways = new.items and not isinstance(old, AnyOf)
            return self._of(old, new.items[0]) | Moves.DOWN if more_ways else None
        items = old.items if isinstance(old, AllOf) else (old,)
        if len(items) >= len(new.items):
            return None
        asked = zip(items, new.items[: len(items)], strict=True)
        return together(self._of(*pair) | self._asked(*pair) for pair in asked) | Moves.UP

    def _of_law(self, old: Node, new: Node) -> Moves:
        """By the numbers, the lists or the rules that a node goes by."""
        if isinstance(old, Parameter) and isinstance(new, Parameter):
            return self._of_parameter(old, new)
        if isinstance(old, Tagged) and isinstance(new, Tagged):
            return self._of_list(old, new)
        if isinstance(old, AnswerOf | Budget) and isinstance(new, AnswerOf | Budget):
            questions = {old.question, new.question}
            return both_if_any(map(self.of_question, questions))
        return Moves.BOTH

    def _of_kind(self, old: Node, new: Node) -> Moves:
        parts = list(self._parts(old, new))
        if not any(parts) and not isinstance(old, AllOf | AnyOf):
            return Moves.NOT
        if isinstance(old, AllOf | AnyOf):
            dropped = together(self._asked(*pair) for pair in _pairs(old, new))
            return together(parts) | (dropped if isinstance(old, AllOf) else turned(dropped))
        if isinstance(old, _SAME_WAY):
            return together(parts)
        if isinstance(old, _OTHER_WAY):
            return turned(together(parts))
        return _special(old, parts)

    def _parts(self, old: Node, new: Node) -> Iterator[Moves]:
        return (self._of(*pair) for pair in _pairs(old, new))

    def _asked(self, old: Node, new: Node) -> Moves:
        """A requirement that stands on fewer days brings the day forward; on more, puts it off."""
        if not isinstance(old, Condition | Discretion) or not isinstance(new, type(old)):
            return Moves.NOT
        before, after = ((one.since or FIRST, one.until or LAST) for one in (old, new))
        return turned(of_days([before], [after], self._since))

    # --- the law's data -------------------------------------------------------------------

    def _of_parameter(self, old: Parameter, new: Parameter) -> Moves:
        if old.name != first_name(new.name):
            return Moves.BOTH
        histories = (self.before.parameters[old.name], self.after.parameters[new.name])
        return of_histories(*histories, self._first_for(old))

    def _of_list(self, old: Tagged, new: Tagged) -> Moves:
        if old.tag != first_name(new.tag):
            return Moves.BOTH
        before = rows_of(self.before.offenses.listings, old.tag)
        after = rows_of(self.after.offenses.listings, new.tag)
        return together(
            both_if_any([moves]) if row.reading else moves
            for row in before.keys() | after.keys()
            if (moves := of_days(before.get(row, []), after.get(row, []), self._first_for(old)))
        )

    def _first_for(self, node: Parameter | Tagged) -> date:
        """The first day whose law may decide: any day, where the record's own date says which."""
        return self._since if node.at is None else FIRST


def _of_on(old: Node, new: On) -> Moves:
    """A fixed day in the place of a node; nothing lies beyond the first and the last."""
    if isinstance(old, On):
        return Moves.NOT if old == new or old.day == new.day else (
            Moves.DOWN if new.day < old.day else Moves.UP)  # fmt: skip
    return {FIRST: Moves.DOWN, LAST: Moves.UP}.get(new.day, Moves.BOTH)


_NAMED = (Condition, Discretion)
"""What is told of these moves nothing: their days are looked at by themselves."""


def _said(node: Node) -> list[object]:
    """All that a node holds beside its parts: the facts that it names, its codes, its order."""
    if isinstance(node, _NAMED):
        return []
    held = (getattr(node, field.name) for field in fields(node) if field.init)
    return [value for value in held if not isinstance(value, Node) and not _holds_nodes(value)]


def _holds_nodes(value: object) -> bool:
    return isinstance(value, tuple) and any(
        isinstance(one, Node) or _holds_nodes(one) for one in value
    )


def _pairs(old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    return zip(old.parts, new.parts, strict=True)


# --- nodes whose parts do not all go one way ---------------------------------------------------


def _special(node: Node, parts: list[Moves]) -> Moves:
    if isinstance(node, FirstMatch):  # test, branch, test, branch … and the rest
        tests, branches = parts[:-1:2], [*parts[1:-1:2], parts[-1]]
        return both_if_any(tests) | together(branches)
    if isinstance(node, Every | Latest):  # more rows: harder to say of all, and a later latest
        return turned(parts[0]) | parts[1]
    if isinstance(node, Compare) and node.order != "==":
        left, right = parts
        return left | turned(right) if node.order in ("<", "<=") else turned(left) | right
    if isinstance(node, Arithmetic):
        return _reckoned(node, *parts)
    return Moves.BOTH


def _reckoned(node: Arithmetic, left: Moves, right: Moves) -> Moves:
    if node.operator == "*":
        by_a_number = isinstance(node.right, Number) and node.right.value >= 0
        return left if by_a_number else Moves.BOTH
    return left | (right if node.operator == "+" else turned(right))
