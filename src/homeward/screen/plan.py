"""The plan of a screening: every rule's columns, worked out generation by generation.

A plan is made once for a day and a choice of law, and run on any partition of
people: charges, cases and people with typed facts go in, one row a subject with
two dates a question comes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from homeward.explain.interpret import Interpreter
from homeward.explain.session import Session, Stretch
from homeward.rules.body import Body
from homeward.rules.rule import Rule
from homeward.screen.bits import add_bits
from homeward.screen.columns import Layers, Sql, call, names_in
from homeward.screen.compiler import Compiler
from homeward.screen.nodes import BUILDERS
from homeward.screen.offenses import Offenses
from homeward.screen.relations import Group, Relations
from homeward.screen.values import FIRST_DAY, LAST_DAY, NEVER, Span, any_of, day
from homeward.when import FIRST, LAST

KEYS = {
    "charge": ("row_id", "person_key", "case_key"),
    "case": ("person_key", "case_key"),
    "person": ("person_key",),
}
"""The columns that name a row of each table, and the groups that it belongs to."""

MARKS = {"beyond_record", "first_of_case"}
"""Columns that every table gets when it is loaded."""


@dataclass(frozen=True)
class Column:
    """One answer: a question by one rule (or ``*``), for the rows of one table."""

    question: str
    rule: str
    table: str
    low: Sql
    high: Sql
    source: Rule | None = None
    bits: dict[str, Sql] = field(default_factory=dict)
    dictionary: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Plan:
    """The columns of every answer, and what they read."""

    as_of: date
    answers: list[Column] = field(default_factory=list)
    layers: dict[str, Layers] = field(
        default_factory=lambda: {table: Layers(table) for table in KEYS}
    )
    offenses: Offenses = field(default_factory=Offenses)
    facts: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Join the tables through their groups."""
        self.relations = Relations(self.layers)
        self._compilers: dict[Interpreter, Compiler] = {}

    def compiler(self, engine: Interpreter) -> Compiler:
        """The compiler of one law on one day."""
        if engine not in self._compilers:
            self._compilers[engine] = Compiler(
                engine, self.relations, self.offenses, BUILDERS, self.facts
            )
        return self._compilers[engine]

    # --- what the groups and the last columns read --------------------------------

    def generations(self) -> int:
        """How many generations of columns there are."""
        groups = [generation + 2 for group in self.groups() for generation in group.at]
        return max([layers.generations() for layers in self.layers.values()] + groups)

    def groups(self) -> list[Group]:
        """The groups that something is counted in."""
        return [group for group in self.relations.groups.values() if group.at]

    def wanted(self, table: str, generation: int) -> set[str]:
        """The columns that a table must keep after a generation."""
        later = [text for g in range(generation + 1, self.generations())
                 for text in self.layers[table].texts(g)]  # fmt: skip
        counted = []
        if table == "charge":
            counted = [text for group in self.groups() for g, columns in group.at.items()
                       if g >= generation for text in columns.values()]  # fmt: skip
            later += [f'"{key}"' for group in self.groups() for key in group.keys]
        last = [end.text for column in self.answers if column.table == table
                for end in (column.low, column.high, *column.bits.values())]  # fmt: skip
        wanted = names_in(*later, *counted, *last) | set(KEYS[table])
        return wanted - self._not_yet(table, generation)

    def _not_yet(self, table: str, generation: int) -> set[str]:
        """The columns that only a later generation, or a count of this one, brings."""
        later = range(generation + 1, self.generations())
        names = {name for g in later for name in self.layers[table].names(g)}
        counted = (g for group in self.groups() for g in group.at.items())
        return names | {name for g, columns in counted if g >= generation for name in columns}


def make_plan(session: Session, bodies: Sequence[Body], questions: Sequence[str] = ()) -> Plan:
    """Compile every rule of the bodies of law that answers one of the questions, or all."""
    plan = Plan(session.as_of)
    together: dict[tuple[str, str], list[Column]] = {}
    for body in bodies:
        for rule in body.rules.values():
            if questions and not {rule.question, rule.family} & set(questions):
                continue
            column = _rule_column(plan, session, body, rule)
            plan.answers.append(column)
            for question in filter(None, (rule.question, rule.family)):
                together.setdefault((question, rule.subject), []).append(column)
    plan.answers += [_together(plan, question, table, columns)
                     for (question, table), columns in together.items()]  # fmt: skip
    return plan


def _rule_column(plan: Plan, session: Session, body: Body, rule: Rule) -> Column:
    stretches = session.stretches(body, rule)
    spans = [_within(stretch, plan.compiler(stretch.engine).answer(rule, rule.subject))
             for stretch in stretches]  # fmt: skip
    span = any_of(spans) if spans else NEVER
    column = _column(plan, rule.question, rule.name, rule.subject, span, rule)
    if stretches:
        add_bits(plan, column, plan.compiler(stretches[0].engine))
    return column


def _together(plan: Plan, question: str, table: str, columns: list[Column]) -> Column:
    span = any_of([Span(column.low, column.high) for column in columns])
    return _column(plan, question, "*", table, span)


def _column(
    plan: Plan, question: str, rule: str, table: str, span: Span, source: Rule | None = None
) -> Column:
    column = plan.layers[table].column
    return Column(question, rule, table, column(span.low), column(span.high), source)


def _within(stretch: Stretch, span: Span) -> Span:
    """What a span gives while its law is in force: never, where it would come after."""
    if (stretch.starts, stretch.ends) == (FIRST, LAST):
        return span
    text = "CASE WHEN greatest({0}, {1}) < {2} THEN greatest({0}, {1}) ELSE {3} END"
    starts, ends = day(stretch.starts), day(stretch.ends)
    return Span(*(call(text, end, starts, ends, LAST_DAY) for end in span))


def statements(plan: Plan) -> Iterator[str]:
    """The SQL of a plan over the loaded tables ``charge_0``, ``case_0`` and ``person_0``.

    Each generation adds its layers, counts its groups, and joins them to the
    next; the last tables are called ``charge``, ``case`` and ``person``.
    """
    last = plan.generations() - 1
    for generation in range(last + 1):
        for table, layers in plan.layers.items():
            wanted = plan.wanted(table, generation)
            source = layers.select(f"{table}_{generation}", generation, wanted)
            yield f"CREATE OR REPLACE TEMP TABLE {table}_{generation}_done AS {source}"
        for group in plan.groups():
            if generation in group.at:
                yield _counted(group, generation)
        for table in plan.layers:
            yield from _joined(plan, table, generation, last)


def _counted(group: Group, generation: int) -> str:
    keys = ", ".join(f'"{key}"' for key in group.keys)
    sums = ", ".join(f'{text} AS "{name}"' for name, text in group.at[generation].items())
    return (f"CREATE OR REPLACE TEMP TABLE {group.home}_of_{generation} AS "
            f"SELECT {keys}, {sums} FROM charge_{generation}_done GROUP BY {keys}")  # fmt: skip


def _joined(plan: Plan, table: str, generation: int, last: int) -> Iterator[str]:
    if generation == last:
        source = f"SELECT * FROM {table}_{generation}_done"
        yield f"CREATE OR REPLACE TEMP VIEW {table}_answers AS {source}"
        return
    joins = " ".join(
        f"LEFT JOIN {group.home}_of_{generation} USING ({', '.join(_quoted(group.keys))})"
        for group in plan.groups()
        if generation in group.at and _reaches(table, group)
    )
    yield (f"CREATE OR REPLACE TEMP VIEW {table}_{generation + 1} AS "
           f"SELECT * FROM {table}_{generation}_done {joins}")  # fmt: skip


def _reaches(table: str, group: Group) -> bool:
    """Whether the rows of a table carry the keys of a group."""
    return table == "charge" or set(group.keys) <= set(KEYS[table])


def _quoted(names: Sequence[str]) -> list[str]:
    return [f'"{name}"' for name in names]


__all__ = ["FIRST_DAY", "KEYS", "MARKS", "Column", "Plan", "make_plan", "statements"]
