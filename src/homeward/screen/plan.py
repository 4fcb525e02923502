"""The plan of a screening: every rule's columns, and the SQL that works them out.

A plan is made once for a day and a choice of law, and run on any partition of
people: charges, cases and people with typed facts go in, one row a subject with
two dates a question comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from homeward.explain.interpret import Interpreter
from homeward.explain.session import Session
from homeward.rules.body import Body
from homeward.rules.rule import Rule
from homeward.screen import bits
from homeward.screen.compiler import Compiler
from homeward.screen.expressions import Sql, column
from homeward.screen.nodes import BUILDERS
from homeward.screen.offenses import Offenses
from homeward.screen.parts import Part, Way, earliest
from homeward.screen.program import leaves, trait_name
from homeward.screen.relations import Relations
from homeward.screen.scopes import CHARGE, TABLES, Scope
from homeward.screen.values import NO, when

KEYS = {table: TABLES[table].keys for table in ("charge", "case", "person")}
"""The columns that name a row of each table, and the groups that it belongs to."""

MARKS = {"beyond_record", "first_of_case"}
"""Columns that every table gets when it is loaded."""

RULES_TOGETHER = "*"
_FACT = re.compile(r'"([a-z]+\.[^"]+)"')
Outputs = dict[Scope, dict[str, Sql]]
"""Expressions of each table's rows, by the name of their column."""


@dataclass
class Column:
    """One answer: a question by one rule (or ``*``), for the rows of one table.

    ``low``, ``high`` and ``bits`` are columns of the table ``charge_answers`` (or
    ``case_answers`` …), or constants; see :mod:`homeward.screen.bits`. ``closes`` and
    ``closed`` are the soonest and the latest day from which a right that ends no
    longer holds; None where it never ends.
    ``dictionary`` names the numbers and bits: ``condition``, ``missing``, ``waits``.
    """

    question: str
    rule: str
    table: str
    low: Sql
    high: Sql
    source: Rule | None = None
    bits: dict[str, Sql] = field(default_factory=dict)
    dictionary: dict[str, list[str]] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    closes: Sql | None = None
    closed: Sql | None = None

    def alone(self, question: str) -> Column:
        """The same answer, for a question that only this rule answers."""
        own = {kind: self.bits[kind] for kind in ("missing", "waits")}
        return replace(self, question=question, rule=RULES_TOGETHER, source=None, bits=own)

    @property
    def is_open(self) -> str:
        """Whether something is not settled: from when it holds, or from when no longer; SQL."""
        ends = [(self.low, self.high), (self.closes, self.closed)]
        return " OR ".join(
            f"{low.text} < {high.text}" for low, high in ends if low and high and low is not high
        )


class Start(NamedTuple):
    """The columns of the start: of the rows of each table, and the traits of charges in SQL."""

    rows: dict[str, list[str]]
    traits: dict[str, str]


@dataclass
class Plan:
    """The columns of every answer, and what they are worked out from.

    ``outputs`` are worked out for everyone; what is in ``closer`` only matters to
    rows with something open, and is worked out for these. ``beside`` are answers under
    other laws, by the name of the law; what a law has in common with the others is worked
    out once.
    """

    as_of: date
    answers: list[Column] = field(default_factory=list)
    beside: dict[str, list[Column]] = field(default_factory=dict)
    offenses: Offenses = field(default_factory=Offenses)
    relations: Relations = field(default_factory=Relations)
    outputs: Outputs = field(default_factory=dict)
    closer: Outputs = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Every table's rows keep their keys."""
        self._compilers: dict[Interpreter, Compiler] = {}
        for table, keys in KEYS.items():
            self.outputs[TABLES[table]] = {key: column(key) for key in keys}
            self.closer[TABLES[table]] = {}

    def compiler(self, engine: Interpreter) -> Compiler:
        """The compiler of one law on one day."""
        if engine not in self._compilers:
            self._compilers[engine] = Compiler(engine, self.relations, self.offenses, BUILDERS)
        return self._compilers[engine]

    def output(self, scope: Scope, value: Sql) -> Sql:
        """A value of everyone's rows as a column of the answers, of a plan that has not run."""
        return _put(self.outputs[scope], value, "a")

    # --- what is read -----------------------------------------------------------------

    @property
    def start(self) -> Start:
        """The columns that each table must have from the start."""
        read = leaves(
            (scope, value)
            for outputs in (self.outputs, self.closer)
            for scope, named in outputs.items()
            for value in named.values()
        )
        rows: dict[str, set[str]] = {scope.name: {*scope.keys} for scope in self.outputs}
        traits: dict[str, str] = {}
        words = {word for listings in self.offenses.by_fact.values() for word in listings.words}
        for scope, value in read:
            name = trait_name(value).strip('"')
            if scope is not CHARGE or not value.is_of_kind:
                rows[scope.name].add(name)
            elif name not in words:
                traits[name] = value.text
        lists = {name: f'"{name}"' for name in self.offenses.reads()}
        told = dict(sorted((traits | lists).items()))  # a kind's number hangs on their order
        return Start({table: sorted(names) for table, names in rows.items()}, told)

    @property
    def facts(self) -> set[str]:
        """The names of the facts that are read."""
        start = self.start
        texts = [
            *start.traits.values(),
            *(f'"{name}"' for names in start.rows.values() for name in names),
        ]
        return {name for text in texts for name in _FACT.findall(text)}

    # --- adding answers -------------------------------------------------------------

    def add_rule(self, session: Session, body: Body, rule: Rule) -> Column:
        """Add the answer of one rule."""
        scope = TABLES[rule.subject]
        parts = self._parts(session, body, rule, scope)
        way = Way(rule, parts)
        span, named = earliest(parts), bits.conditions_of(rule, parts)
        found = self._column(rule.question, rule.name, scope, [way])
        found.source = rule
        found.dictionary["condition"] = [node.name for node in named]
        unmet = bits.unmet(named, span, parts, self.as_of)
        found.bits["binding"] = self.output(scope, bits.binding(named, span, parts))
        found.bits["unmet"] = self.output(scope, unmet)
        self.answers.append(found)
        return found

    def add_together(self, question: str, rules: Sequence[Column]) -> None:
        """Add the answer of all rules of a question together."""
        if len(rules) == 1:
            self.answers.append(rules[0].alone(question))
            return
        ways = [Way(rule.source, rule.parts) for rule in rules if rule.source]
        scope = TABLES[rules[0].table]
        self.answers.append(self._column(question, RULES_TOGETHER, scope, ways))

    def add_beside(
        self, name: str, session: Session, question: str, asked: Iterable[tuple[Body, Rule]]
    ) -> None:
        """Add the days and the missing facts of a question under another law.

        Its rules have their days too, and nothing more is said of them.
        """
        ways = [
            Way(rule, self._parts(session, body, rule, CHARGE))
            for body, rule in asked
            if TABLES[rule.subject] is CHARGE
        ]
        together = self._column(question, RULES_TOGETHER, CHARGE, ways, kinds=("missing",))
        rules = [self._days(way.rule.question, way.rule.name, CHARGE, [way]) for way in ways]
        self.beside[name] = [together, *rules]

    def _parts(self, session: Session, body: Body, rule: Rule, scope: Scope) -> tuple[Part, ...]:
        """The parts of a rule's answer: one a stretch of law."""
        return tuple(
            Part(rule, stretch, self.compiler(stretch.engine), scope)
            for stretch in session.stretches(body, rule)
        )

    def _days(self, question: str, rule: str, scope: Scope, ways: Sequence[Way]) -> Column:
        """A column with its days alone."""
        parts = tuple(part for way in ways for part in way.parts)
        span, ends = earliest(parts), bits.ending(ways)
        low, high = (self.output(scope, end) for end in span.ends)
        found = Column(question, rule, scope.name, low, high, parts=parts)
        if ends is not None:
            found.closes, found.closed = (self.output(scope, end) for end in ends.ends)
        return found

    def _column(
        self,
        question: str,
        rule: str,
        scope: Scope,
        ways: Sequence[Way],
        kinds: Sequence[str] = ("missing", "waits"),
    ) -> Column:
        found = self._days(question, rule, scope, ways)
        span, parts = earliest(found.parts), found.parts
        of_start = bits.needs(scope, span, parts)
        of_end = bits.needs_of_end(scope, ways, self.as_of)
        for kind in kinds:
            waits = kind == "waits"
            names = bits.names_of([*of_start, *of_end], waits=waits)
            start, end = (bits.moving(some, names, waits=waits) for some in (of_start, of_end))
            found.dictionary[kind] = names
            moved = bits.joined(when(span.is_open, start, NO), end)
            found.bits[kind] = _put(self.closer[scope], moved, "b")
        return found


def _put(named: dict[str, Sql], value: Sql, called: str) -> Sql:
    """A value as a column of the answers."""
    if value.is_constant:
        return value
    known = next((name for name, other in named.items() if other is value), None)
    name = known or f"{called}{len(named)}"
    named[name] = value
    return column(name)
