"""Which way a change of law can move answers: only sooner, only later, both ways, or not at all.

It is read off the rule's tree. A shorter wait, a condition that falls, a citation that leaves
a list of bars can only bring a day forward, whatever the record says and whatever it lacks;
so a missing fact, which opens both answers, leaves the direction of their difference known.
What is not sure is both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Flag
from functools import reduce
from operator import or_
from typing import NamedTuple

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
    Served,
    Since,
    WaitsWhile,
)
from homeward.rules.fact import Tagged
from homeward.rules.limit import Budget
from homeward.rules.logic import And, Not, Or
from homeward.rules.node import Node
from homeward.rules.offense_table import Listing
from homeward.rules.outcome import Limb
from homeward.rules.parameter_table import Entry
from homeward.rules.parameter_table import Parameter as History
from homeward.rules.rows import Rows
from homeward.rules.rule import Rule
from homeward.rules.truth import Compare, Every, Exists, LawSays
from homeward.when import FIRST, LAST


class Moves(Flag):
    """Where a value can go: a day earlier or later, a number down or up, a claim to yes or no.

    A claim that comes true counts as down, since what waits on it then comes sooner; so does a
    relation that takes in more rows.
    """

    NOT = 0
    DOWN = 1
    UP = 2
    BOTH = 3


_SAME_WAY = (
    AllOf, AnyOf, And, Or, HoldsIf, LawSays, Since, Served, DaysServed, BusinessDays, Bounded,
    Condition, Limb, Exists, Rows, Earliest, Within, Recorded, Reading, Choose,
)  # fmt: skip
"""They go the way that their parts go."""

_OTHER_WAY = (Not, WaitsWhile, Count)
"""They go against their one part: a claim denied, a wait that ends, rows that are counted."""


def _turned(moves: Moves) -> Moves:
    turned = Moves.NOT
    if Moves.DOWN in moves:
        turned |= Moves.UP
    if Moves.UP in moves:
        turned |= Moves.DOWN
    return turned


def _all(moves: Iterable[Moves]) -> Moves:
    return reduce(or_, moves, Moves.NOT)


def _if_any(moves: Iterable[Moves]) -> Moves:
    return Moves.BOTH if any(moves) else Moves.NOT


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
        return _all(self.of_rule(rule) for rule in self._answering(question))

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
        if isinstance(old, AllOf) and isinstance(new, AllOf) and len(old.items) < len(new.items):
            return self._of(old, AllOf(new.items[: len(old.items)])) | Moves.UP  # more is asked
        if type(old) is not type(new) or len(old.parts) != len(new.parts):
            return Moves.BOTH
        if isinstance(old, Parameter) and isinstance(new, Parameter):
            return self._of_parameter(old, new)
        if isinstance(old, Tagged) and isinstance(new, Tagged):
            moved = _if_any(self._parts(old, new))
            return moved | self._of_list(old.tag, self._first_for(old))
        if isinstance(old, AnswerOf | Budget):
            return _if_any([*self._parts(old, new), self.of_question(old.question)])
        return self._of_kind(old, new)

    def _of_kind(self, old: Node, new: Node) -> Moves:
        parts = list(self._parts(old, new))
        if not any(parts) and not isinstance(old, AllOf | AnyOf):
            return Moves.NOT
        if isinstance(old, AllOf | AnyOf):
            dropped = _all(self._asked(*pair) for pair in _pairs(old, new))
            return _all(parts) | (dropped if isinstance(old, AllOf) else _turned(dropped))
        if isinstance(old, _SAME_WAY):
            return _all(parts)
        if isinstance(old, _OTHER_WAY):
            return _turned(_all(parts))
        return _special(old, parts)

    def _parts(self, old: Node, new: Node) -> Iterator[Moves]:
        return (self._of(*pair) for pair in _pairs(old, new))

    def _asked(self, old: Node, new: Node) -> Moves:
        """A requirement that stands on fewer days brings the day forward; on more, puts it off."""
        if not isinstance(old, Condition | Discretion) or not isinstance(new, type(old)):
            return Moves.NOT
        before, after = ((one.since or FIRST, one.until or LAST) for one in (old, new))
        return _turned(_of_days([before], [after], self._since))

    # --- the law's data -------------------------------------------------------------------

    def _of_parameter(self, old: Parameter, new: Parameter) -> Moves:
        if old.name != new.name:
            return Moves.BOTH
        moved = _if_any(self._parts(old, new))
        histories = (self.before.parameters[old.name], self.after.parameters[old.name])
        return moved | _of_histories(*histories, self._first_for(old))

    def _of_list(self, tag: str, first: date) -> Moves:
        old, new = (_rows_of(body.offenses.listings, tag) for body in (self.before, self.after))
        return _all(
            _if_any([moves]) if row.reading else moves
            for row in old.keys() | new.keys()
            if (moves := _of_days(old.get(row, []), new.get(row, []), first))
        )

    def _first_for(self, node: Parameter | Tagged) -> date:
        """The first day whose law may decide: any day, where the record's own date says which."""
        return self._since if node.at is None else FIRST


def _pairs(old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    return zip(old.parts, new.parts, strict=True)


Days = tuple[date, date]
"""Days from one until another, which is not among them."""


class _Row(NamedTuple):
    """A row of a list, whenever it stands."""

    citation: str
    severity: str
    classes: frozenset[str]
    reading: str


def _rows_of(listings: Iterable[Listing], tag: str) -> dict[_Row, list[Days]]:
    """The days on which each row of a list stands."""
    found: dict[_Row, list[Days]] = {}
    for one in listings:
        if one.tag == tag:
            row = _Row(one.citation, one.severity, one.classes, one.reading)
            found.setdefault(row, []).append((one.since, one.until))
    return found


def _of_days(old: Sequence[Days], new: Sequence[Days], first: date) -> Moves:
    """A row that stands on more days makes a claim true on more; no day before ``first`` counts."""
    found = Moves.NOT
    for day in {first, *(day for days in (*old, *new) for day in days)}:
        if first <= day < LAST:
            before, after = (any(a <= day < b for a, b in days) for days in (old, new))
            found |= Moves.NOT if before == after else Moves.DOWN if after else Moves.UP
    return found


def _of_histories(old: History, new: History, first: date) -> Moves:
    entries = (*old.history, *new.history)
    days = {first, *(entry.since for entry in entries), *(entry.until for entry in entries)}
    return _all(_of_entries(old.on(day), new.on(day)) for day in days if first <= day < LAST)


def _of_entries(old: Entry | None, new: Entry | None) -> Moves:
    if old is None or new is None:
        return Moves.NOT if old is new else Moves.BOTH
    if old.values == new.values and old.readings == new.readings:
        return Moves.NOT
    if old.readings or new.readings or isinstance(old.value, str | list):
        return Moves.BOTH
    if isinstance(old.value, bool) and isinstance(new.value, bool):
        return Moves.DOWN if new.value else Moves.UP
    return Moves.DOWN if new.value < old.value else Moves.UP


# --- nodes whose parts do not all go one way ---------------------------------------------------


def _special(node: Node, parts: list[Moves]) -> Moves:
    if isinstance(node, FirstMatch):  # test, branch, test, branch … and the rest
        tests, branches = parts[:-1:2], [*parts[1:-1:2], parts[-1]]
        return _if_any(tests) | _all(branches)
    if isinstance(node, Every | Latest):  # more rows: harder to say of all, and a later latest
        return _turned(parts[0]) | parts[1]
    if isinstance(node, Compare) and node.order != "==":
        left, right = parts
        return left | _turned(right) if node.order in ("<", "<=") else _turned(left) | right
    if isinstance(node, Arithmetic):
        return _reckoned(node, *parts)
    return Moves.BOTH


def _reckoned(node: Arithmetic, left: Moves, right: Moves) -> Moves:
    if node.operator == "*":
        by_a_number = isinstance(node.right, Number) and node.right.value >= 0
        return left if by_a_number else Moves.BOTH
    return left | (right if node.operator == "+" else _turned(right))
