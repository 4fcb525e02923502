"""Reasons: each requirement of a rule with its days, and the recorded facts it rests on.

Of the other rows that a requirement looks at, only those are named that decide it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from homeward.explain.deciding import Decider, Relation, decider
from homeward.explain.interpret import Interpreter
from homeward.explain.value import Span, WhenFunction
from homeward.facts import Row
from homeward.rules import dates
from homeward.rules.choice import Choose, FirstMatch, Reading
from homeward.rules.conditions import Condition, Discretion
from homeward.rules.fact import FactRef
from homeward.rules.node import Node, walk
from homeward.rules.rule import Rule

_MOST_ROWS = 5

ByTable = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of facts under the table that each belongs to."""


# --- which facts a tree reads -----------------------------------------------------


class Reads(NamedTuple):
    """The facts a tree reads: of the row itself, and of the rows that each relation looks at."""

    own: tuple[str, ...]
    related: tuple[tuple[Relation, tuple[str, ...]], ...]

    @property
    def names(self) -> frozenset[str]:
        """Every fact, whoever's it is."""
        return frozenset(self.own).union(*(names for _, names in self.related))


@lru_cache(maxsize=4096)
def reads(node: Node) -> Reads:
    """The facts that a tree reads, in the order it reads them."""
    own: dict[str, None] = {}
    related = tuple(_collect(node, own))
    return Reads(tuple(own), related)


def _collect(node: Node, own: dict[str, None]) -> Iterator[tuple[Relation, tuple[str, ...]]]:
    if isinstance(node, FactRef):
        own[node.name] = None
    elif isinstance(node, Relation):
        yield node, tuple({part.name: None for part in walk(node) if isinstance(part, FactRef)})
    else:
        for part in node.parts:
            yield from _collect(part, own)


# --- reasons ----------------------------------------------------------------------


class Requirement(NamedTuple):
    """A named part of a rule, made ready for any number of rows.

    ``own`` are the facts it reads, by table; ``related`` the same for the rows
    of each relation, with what finds the rows that decide. An ``alternative``
    is one of several ways, so that its failing alone decides nothing.
    """

    node: Condition | Discretion
    when: WhenFunction
    alternative: bool
    own: ByTable
    related: tuple[tuple[Decider, ByTable], ...]

    def own_facts(self, row: Row) -> Iterator[tuple[Row, tuple[str, ...]]]:
        """The rows that hold the facts of this row, and the facts."""
        for table, names in self.own:
            yield row.holder(table), names

    def facts_of_others(self, row: Row) -> Iterator[tuple[Row, tuple[str, ...], str]]:
        """The rows that hold the facts of other rows, the facts, and whose they are (``@c2/1``)."""
        for decide, read in self.related:
            for other in decide(row)[:_MOST_ROWS]:
                for table, names in read:
                    whose = "" if table == "person" else f"@{other.key}"
                    yield other.holder(table), names, whose


class Reason(NamedTuple):
    """One requirement of the rule and how it stands for a row.

    ``when`` is the span of days from which it holds; None for what a court or
    board weighs, which has no date.
    """

    requirement: Requirement
    row: Row
    when: Span | None

    @property
    def name(self) -> str:
        """The requirement's name in the rule."""
        return self.requirement.node.name

    @property
    def cite(self) -> str:
        """The subsection."""
        return self.requirement.node.cite

    @property
    def says(self) -> str:
        """What the law asks, in plain words."""
        return self.requirement.node.says

    @property
    def unmet(self) -> str:
        """What a person is told when it fails for good; empty where ``says`` is enough."""
        node = self.requirement.node
        return "" if isinstance(node, Discretion) else node.unmet

    @property
    def decided_by(self) -> str:
        """Who decides it: the record, a court, an agency."""
        return self.requirement.node.decided_by

    @property
    def certainty(self) -> str:
        """How sure we are of what the law says."""
        node = self.requirement.node
        return "high" if isinstance(node, Discretion) else node.certainty

    @property
    def facts(self) -> dict[str, object]:
        """The recorded facts that it rests on, as the record writes them."""
        own = {
            name: holder.written[name]
            for holder, names in self.requirement.own_facts(self.row)
            for name in names
            if name in holder.written
        }
        return own | {
            name + whose: holder.written[name]
            for holder, names, whose in self.requirement.facts_of_others(self.row)
            for name in names
            if name in holder.written
        }


class Ready(NamedTuple):
    """A rule's requirements that are law on a day, and the facts whose silence is an answer."""

    requirements: tuple[Requirement, ...]
    assumed: ByTable


_READY: WeakKeyDictionary[Interpreter, dict[str, Ready]] = WeakKeyDictionary()


def reasons_for(engine: Interpreter, rule: Rule, row: Row) -> list[Reason]:
    """Every requirement that is law on the engine's day, in the statute's order."""
    return [
        Reason(one, row, None if isinstance(one.node, Discretion) else one.when(row, row))
        for one in _ready(engine, rule).requirements
    ]


def assumed_facts(engine: Interpreter, rule: Rule, row: Row) -> list[str]:
    """The events a record would show, that it does not show, and that are taken as not happened."""
    return [
        name
        for table, names in _ready(engine, rule).assumed
        for name in names
        if name not in row.holder(table).facts
    ]


def _ready(engine: Interpreter, rule: Rule) -> Ready:
    known = _READY.setdefault(engine, {})
    if rule.name not in known:
        named = [node for node in rule.named if node.in_force(engine.law.day)]
        ways = set(alternatives(rule.tree))
        read = dict.fromkeys(name for tree in _trees(engine, rule) for name in reads(tree).own)
        silent = [name for name in read
                  if engine.vocabulary[name].when_absent == "none_recorded"]  # fmt: skip
        known[rule.name] = Ready(
            tuple(_requirement(engine, node, alternative=node in ways) for node in named),
            _by_table(silent),
        )
    return known[rule.name]


def _trees(engine: Interpreter, rule: Rule) -> Iterator[Node]:
    """The trees that a rule's answer rests on, those of the answers that it chains among them."""
    if rule.gate is not None:
        yield rule.gate
    yield rule.tree
    for node in walk(rule.tree):
        if isinstance(node, dates.AnswerOf):
            for other, chained in engine.answers(node.question):
                yield from _trees(other, chained)


def alternatives(node: Node, *, below: bool = False) -> Iterator[Node]:
    """The named conditions that stand under an *or* or a branch."""
    if below and isinstance(node, Condition):
        yield node
    branching = dates.AnyOf | Choose | FirstMatch | Reading
    for part in node.parts:
        yield from alternatives(part, below=below or isinstance(node, branching))


def _requirement(
    engine: Interpreter, node: Condition | Discretion, *, alternative: bool
) -> Requirement:
    read = reads(node)
    related = [(decider(engine, relation), _by_table(names)) for relation, names in read.related]
    return Requirement(node, engine.when(node), alternative, _by_table(read.own), tuple(related))


def _by_table(names: Iterable[str]) -> ByTable:
    tables: dict[str, list[str]] = {}
    for name in names:
        tables.setdefault(name.partition(".")[0], []).append(name)
    return tuple((table, tuple(own)) for table, own in tables.items())
