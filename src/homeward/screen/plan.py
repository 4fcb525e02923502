"""The plan of a screening: every rule's columns, and the SQL that works them out.

A plan is made once for a day and a choice of law, and run on any partition of
people: charges, cases and people with typed facts go in, one row a subject with
two dates a question comes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from homeward.explain.interpret import Interpreter
from homeward.explain.session import Session
from homeward.rules.body import Body
from homeward.rules.problem import LawError
from homeward.rules.rule import Rule
from homeward.screen import bits
from homeward.screen.compiler import Compiler
from homeward.screen.expressions import Sql, column
from homeward.screen.nodes import BUILDERS
from homeward.screen.offenses import Offenses
from homeward.screen.parts import Part, earliest
from homeward.screen.program import Program
from homeward.screen.relations import Relations
from homeward.screen.scopes import TABLES, Scope
from homeward.screen.values import day

KEYS = {table: TABLES[table].keys for table in ("charge", "case", "person")}
"""The columns that name a row of each table, and the groups that it belongs to."""

MARKS = {"beyond_record", "first_of_case"}
"""Columns that every table gets when it is loaded."""

RULES_TOGETHER = "*"
NEAR = "near_"
CLOSER = "b"
"""The names of what is worked out for some people only, and of its columns."""

Outputs = dict[Scope, dict[str, Sql]]
"""Expressions of each table's rows, by the name of their column."""


@dataclass
class Column:
    """One answer: a question by one rule (or ``*``), for the rows of one table.

    ``low``, ``high`` and ``bits`` are columns of the table ``charge_answers`` (or
    ``case_answers`` …), or constants; see :mod:`homeward.screen.bits`.
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


@dataclass
class Plan:
    """The columns of every answer, and what they are worked out from.

    ``outputs`` are worked out for everyone; what is in ``closer`` only matters to
    answers that are open, and is worked out for people who have one.
    """

    as_of: date
    answers: list[Column] = field(default_factory=list)
    offenses: Offenses = field(default_factory=Offenses)
    relations: Relations = field(default_factory=Relations)
    outputs: Outputs = field(default_factory=dict)
    closer: Outputs = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Every table's rows keep their keys."""
        self._compilers: dict[Interpreter, Compiler] = {}
        for table, keys in KEYS.items():
            self.outputs[TABLES[table]] = {key: column(key) for key in keys}
            self.closer[TABLES[table]] = {keys[0]: column(keys[0])}

    def compiler(self, engine: Interpreter) -> Compiler:
        """The compiler of one law on one day."""
        if engine not in self._compilers:
            self._compilers[engine] = Compiler(engine, self.relations, self.offenses, BUILDERS)
        return self._compilers[engine]

    @cached_property
    def program(self) -> Program:
        """The SQL that answers everyone."""
        return Program(self.outputs)

    @cached_property
    def closer_look(self) -> Program:
        """The SQL that looks closer at people who have an open answer."""
        return Program(self.closer, called=NEAR)

    @cached_property
    def facts(self) -> set[str]:
        """The names of the facts that are read."""
        programs = (self.program, self.closer_look)
        read = set().union(*(one.reads(scope) for one in programs for scope in self.outputs))
        facts = {name for name in read if "." in name}
        return facts | self.offenses.reads() if self.offenses.columns else facts

    def output(self, scope: Scope, value: Sql) -> Sql:
        """A value of everyone's rows as a column of the answers, of a plan that has not run."""
        return _put(self.outputs, scope, value, "a")

    # --- adding answers -------------------------------------------------------------

    def add_rule(self, session: Session, body: Body, rule: Rule) -> Column:
        """Add the answer of one rule.

        Raises:
            LawError: for a rule that says of itself when it ends, which is not screened yet.
        """
        if rule.end is not None:
            raise LawError(f"screening cannot tell yet from when {rule.name} no longer holds")
        scope = TABLES[rule.subject]
        parts = tuple(
            Part(rule, stretch, self.compiler(stretch.engine), scope)
            for stretch in session.stretches(body, rule)
        )
        span, named = earliest(parts), bits.conditions_of(rule, parts)
        found = self._column(rule.question, rule.name, scope, parts)
        found.source = rule
        found.closes = None if rule.until is None else day(rule.until)
        found.dictionary["condition"] = [node.name for node in named]
        unmet = bits.bitset(bits.unmet(named, span, parts, self.as_of))
        found.bits["binding"] = self.output(scope, bits.binding(named, span, parts))
        found.bits["unmet"] = self.output(scope, unmet)
        self.answers.append(found)
        return found

    def add_together(self, question: str, rules: Sequence[Column]) -> None:
        """Add the answer of all rules of a question together."""
        parts = tuple(part for rule in rules for part in rule.parts)
        scope = TABLES[rules[0].table]
        found = self._column(question, RULES_TOGETHER, scope, parts)
        ways = [(rule.parts, rule.source) for rule in rules if rule.source]
        closes = bits.closes_together(ways)
        found.closes = None if closes is None else self.output(scope, closes)
        self.answers.append(found)

    def _column(self, question: str, rule: str, scope: Scope, parts: tuple[Part, ...]) -> Column:
        span = earliest(parts)
        low, high = (self.output(scope, end) for end in span.ends)
        found = Column(question, rule, scope.name, low, high, parts=parts)
        needs = bits.needs(scope, span, parts)
        for kind, waits in (("missing", False), ("waits", True)):
            named = bits.named_needs(needs, waits=waits)
            found.dictionary[kind] = list(named)
            found.bits[kind] = _put(
                self.closer, scope, bits.bitset(named, only=span.is_open), CLOSER
            )
        return found


def _put(outputs: Outputs, scope: Scope, value: Sql, called: str) -> Sql:
    """A value as a column of the answers."""
    if value.is_constant:
        return value
    named = outputs[scope]
    known = next((name for name, other in named.items() if other is value), None)
    name = known or f"{called}{len(named)}"
    named[name] = value
    return column(name)


def make_plan(session: Session, bodies: Sequence[Body], questions: Sequence[str] = ()) -> Plan:
    """Compile every rule of the bodies of law that answers one of the questions, or all."""
    plan = Plan(session.as_of)
    together: dict[tuple[str, str], list[Column]] = {}
    for body in bodies:
        for rule in body.rules.values():
            if questions and not {rule.question, rule.family} & set(questions):
                continue
            found = plan.add_rule(session, body, rule)
            for question in {rule.question: None, rule.family: None}:
                if question and (not questions or question in {*questions, rule.question}):
                    together.setdefault((question, rule.subject), []).append(found)
    for (question, _), rules in together.items():
        plan.add_together(question, rules)
    return plan


def statements(plan: Plan) -> Iterator[str]:
    """The SQL of a plan over the tables ``charge_start``, ``case_start`` and so on.

    Everyone is answered first; then people with an open answer are looked at closer.
    The last statements make the views ``charge_answers``, ``case_answers`` and
    ``person_answers``.
    """
    yield from plan.program.statements()
    for scope in plan.outputs:
        told = plan.program.answers(scope)
        yield f"CREATE OR REPLACE TEMP TABLE {scope.name}_told AS {told}"
    yield f"CREATE OR REPLACE TEMP TABLE near AS {_people_with_open_answers(plan)}"
    for scope in plan.outputs:
        some = f"SELECT * FROM {scope.name}_start SEMI JOIN near USING (person_key)"
        yield f"CREATE OR REPLACE TEMP VIEW {NEAR}{scope.name}_start AS {some}"
    yield from plan.closer_look.statements()
    for scope in plan.outputs:
        yield f"CREATE OR REPLACE TEMP VIEW {scope.name}_answers AS {_answers(plan, scope)}"


def _people_with_open_answers(plan: Plan) -> str:
    queries = []
    for scope in plan.outputs:
        spans = [one for one in plan.answers if one.table == scope.name and one.low is not one.high]
        tests = " OR ".join(dict.fromkeys(f"{one.low.text} < {one.high.text}" for one in spans))
        if tests:
            queries.append(f"SELECT person_key FROM {scope.name}_told WHERE {tests}")
    if not queries:
        return "SELECT person_key FROM person_start WHERE FALSE"
    return f"SELECT DISTINCT person_key FROM ({' UNION ALL '.join(queries)})"


def _answers(plan: Plan, scope: Scope) -> str:
    """What everyone is told, with what a closer look found; nothing for those settled."""
    found = [name for name in plan.closer[scope] if name not in scope.keys]
    if not found:
        return f"SELECT * FROM {scope.name}_told"
    columns = ", ".join(f'coalesce(n."{name}", 0) AS "{name}"' for name in found)
    key = scope.keys[0]
    near = f"({plan.closer_look.answers(scope)}) AS n"
    return f"SELECT t.*, {columns} FROM {scope.name}_told AS t LEFT JOIN {near} USING ({key})"
