"""The search itself: what it carries down the tree, what it gathers, and when it stops."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from homeward.explain.interpret import Interpreter
from homeward.explain.memory import looks_out
from homeward.explain.value import Numbers, Span, Value
from homeward.facts import Row, Truth
from homeward.rules.fact import FactRef
from homeward.rules.node import Node
from homeward.rules.rule import Rule
from homeward.when import WHOLE, Window, moves

Map = Callable[[Span], Span]
Missing = tuple[str, Row | None]
"""A fact with the row that lacks it; an open question of law has no row."""
_SETTLED = (Truth.NO, Truth.YES)


def same_days(span: Span) -> Span:
    """The map of a node with nothing above it that moves days."""
    return span


class Place(NamedTuple):
    """Where in a tree the search stands: for which rows, and what of it is seen from above."""

    row: Row
    outer: Row
    window: Window = WHOLE
    through: Map = same_days

    def seen(self, window: Window) -> Place:
        """The same place, seen through another window."""
        return Place(self.row, self.outer, window, self.through)

    def moved(self, move: Map) -> Place:
        """The same place below an operation that moves days."""
        through = self.through
        return Place(self.row, self.outer, self.window, lambda span: through(move(span)))


class Search:
    """One search for what could still move one row's answer.

    ``lacks`` gathers facts and open law, ``waits_on`` events that have not
    happened; both keep the order in which the rule reads them.
    """

    def __init__(self, engine: Interpreter, subject: Row, looks: Looks) -> None:
        """Search below a row with the functions of one law on one day."""
        self.engine = engine
        self.subject = subject
        self.looks = looks
        self.lacks: dict[Missing, None] = {}
        self.waits_on: dict[str, None] = {}
        self._values: dict[tuple[Node, Row, Row], Value] = {}
        self._met: set[tuple[Node, Row, Row]] = set()

    def with_engine(self, engine: Interpreter) -> Search:
        """The same search under another law's functions, gathering into the same lists."""
        other = Search(engine, self.subject, self.looks)
        other.lacks, other.waits_on = self.lacks, self.waits_on
        return other

    @property
    def missing(self) -> list[str]:
        """What is missing, in names."""
        return names_of(self.lacks, self.subject)

    # --- down the tree ------------------------------------------------------------

    def rule(self, rule: Rule, window: Window = WHOLE) -> None:
        """Search a whole rule about the subject, its gate first."""
        self.rule_at(rule, Place(self.subject, self.subject, window))

    def rule_at(self, rule: Rule, place: Place) -> None:
        """Search a whole rule at a place of another rule's tree."""
        if rule.gate is not None:
            self.claim(rule.gate, place.row, place.row)
        self.when(rule.tree, place)

    def when(self, node: Node, place: Place) -> None:
        """Search a date or an answer."""
        here = self.days(node, place)
        # a settled day may still be moved by an unsettled wait above it: then the wait matters
        if here[0] < here[1] and moves(place.through(here), place.window):
            self.looks[type(node)](self, node, place)

    def claim(self, node: Node, row: Row, outer: Row) -> None:
        """Search a truth: while it is unsettled, every unsettled part of it could flip it."""
        if not self._is_new(node, row, outer):
            return
        if row is not self.subject and not looks_out(node):
            missing, waits_on = self._of_another(node, row)
            self.lacks |= dict.fromkeys(missing)
            self.waits_on |= dict.fromkeys(waits_on)
        elif self.value(node, row, outer) not in _SETTLED:
            self.looks[type(node)](self, node, Place(row, outer))

    def _of_another(self, node: Node, row: Row) -> tuple[tuple[Missing, ...], tuple[str, ...]]:
        """What a claim about another row lacks: the same for everyone who asks about that row."""
        key = (node, self.engine)
        found: tuple[tuple[Missing, ...], tuple[str, ...]] | None = row.memo.get(key)
        if found is None:
            below = Search(self.engine, row, self.looks)
            below.claim(node, row, row)
            found = row.memo[key] = (tuple(below.lacks), tuple(below.waits_on))
        return found

    def number(self, node: Node, row: Row, outer: Row) -> None:
        """Search a number."""
        if self._is_new(node, row, outer):
            value = self.value(node, row, outer)
            if not (isinstance(value, tuple) and value and value[0] == value[1]):
                self.looks[type(node)](self, node, Place(row, outer))

    def _is_new(self, node: Node, row: Row, outer: Row) -> bool:
        """Whether a claim or number is met for the first time; later it tells nothing new."""
        here = (node, row, outer)
        if here in self._met:
            return False
        self._met.add(here)
        return True

    def any(self, node: Node, place: Place) -> None:
        """Search a node of whatever sort its value has."""
        value = self.value(node, place.row, place.outer)
        if is_days(value):
            self.when(node, place)
        elif isinstance(value, tuple):
            self.number(node, place.row, place.outer)
        else:
            self.claim(node, place.row, place.outer)

    # --- values -------------------------------------------------------------------

    def value(self, node: Node, row: Row, outer: Row) -> Value:
        """The value of a node, worked out once: the search meets a node many times."""
        here = (node, row, outer)
        if here not in self._values:
            self._values[here] = self.engine.function(node)(row, outer)
        return self._values[here]

    def holds(self, claim: Node, row: Row, outer: Row) -> int:
        """The truth of a claim."""
        return cast("int", self.value(claim, row, outer))

    def days(self, node: Node, place: Place) -> Span:
        """The value of a node that is a date or an answer."""
        return cast("Span", self.value(node, place.row, place.outer))

    def amount(self, node: Node, place: Place) -> Numbers:
        """The value of a node that is a number."""
        return cast("Numbers", self.value(node, place.row, place.outer))

    # --- what is found --------------------------------------------------------------

    def name(self, node: FactRef, row: Row) -> None:
        """Enter a fact as missing from a row."""
        self.enter(self.engine.vocabulary[node.name].name, row)

    def enter(self, name: str, row: Row) -> None:
        """Enter a fact by name; open law has no row."""
        open_law = name.startswith("law:")
        self.lacks[name, None if open_law else row.holder(name.partition(".")[0])] = None

    def enter_open_law(self, question: str) -> None:
        """Enter an open question of this law."""
        self.lacks[self.engine.law.open_question(question), None] = None


def names_of(missing: Iterable[Missing], subject: Row) -> list[str]:
    """What is missing, each with whose it is (``@c2/1``) when it is not the subject's."""
    mine = {subject.holder(table) for table in ("charge", "case", "person", "tenancy")}
    return [name if row is None or row in mine else f"{name}@{row.key}" for name, row in missing]


Looks = Mapping[type[Node], Callable[[Search, Any, Place], None]]
"""How to look below each kind of node; each function takes its own kind."""


def is_days(value: Value) -> bool:
    """Whether a value is a pair of days."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], date)


def every_part(search: Search, node: Node, place: Place) -> None:
    """Each part is seen as the node is."""
    for part in node.parts:
        search.any(part, place)


def every_claim(search: Search, node: Node, place: Place) -> None:
    """Each part is a claim."""
    for part in node.parts:
        search.claim(part, place.row, place.outer)


def every_number(search: Search, node: Node, place: Place) -> None:
    """Each part is a number."""
    for part in node.parts:
        search.number(part, place.row, place.outer)
