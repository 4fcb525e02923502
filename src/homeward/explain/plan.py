"""A plan under lifetime limits: which charges to ask for, and what that uses up.

The plan is the best set of charges that surely fits the places left. Best means,
each before the next:

1. the most charges that surely clear, now or on a day that is known;
2. then the most that may clear, where facts are missing;
3. then the fewest places used, those of the highest kind first;
4. then the soonest: the least sum of the days from which they clear;
5. then the first in the record.

Charges of one known group (one course of conduct) take one place together, the
highest among them. A charge whose group is not known takes a place of its own, and
the plan names that fact. A charge whose kind is not known keeps a place of each kind
that it may take. What was cleared before has used its places.

What the law clears by itself takes places of the same count. What it has cleared
already is in every plan; what it will clear later competes with the rest, and need not
be asked for. If the plan leaves such a charge out, its orders have to come before that
day, which the plan gives as ``order_before``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain, combinations
from typing import Any

from homeward.explain.answer import subject_id
from homeward.explain.as_json import day
from homeward.explain.choosing import Option, best
from homeward.explain.interpret import Interpreter
from homeward.explain.meaning.limits import Kind, Places, may_take, places_of
from homeward.explain.session import Session
from homeward.explain.value import ALWAYS, NEVER, Span
from homeward.facts import Record, Row, Truth
from homeward.rules.body import Body
from homeward.rules.choice import FirstMatch
from homeward.rules.fact import FactRef
from homeward.rules.limit import Budget
from homeward.rules.node import Node, walk
from homeward.rules.rule import Rule
from homeward.when import LAST


def plans(
    session: Session, record: Record, bodies: list[Body], questions: Sequence[str] = ()
) -> Iterator[dict[str, Any]]:
    """A plan for every limit asked about, or for all: which charges to ask for."""
    for body in bodies:
        for rule in body.rules.values():
            budgets = _budgets(rule.tree)
            stretches = session.stretches(body, rule) if budgets else []
            if not stretches:
                continue
            asked = {rule.question, *(budget.question for budget in budgets)}
            if not questions or asked & set(questions):
                plan = _plan(session, body, rule, stretches[0].engine, record)
                if plan["ask_for"] or plan["automatic"] or plan["leave"]:
                    yield plan


def _plan(
    session: Session, body: Body, rule: Rule, engine: Interpreter, record: Record
) -> dict[str, Any]:
    """The best plan over the ways of grouping that the law of the day allows."""
    found = []
    for budget in _reached(engine, rule.tree, record.person):
        draft = Draft(engine, budget, record, session.as_of)
        draft.automatic = {row: _by_itself(session, body, budget, row) for row in draft.rows}
        found.append(draft)
    chosen = max(found, key=lambda draft: draft.worth)
    return {"limit": rule.question, "rule": rule.name, "cite": rule.cite, **chosen.as_dict()}


def _reached(engine: Interpreter, node: Node, person: Row) -> Iterator[Budget]:
    """The limits that the law of the day turns to, branches that it does not take left out."""
    if isinstance(node, Budget):
        yield node
        return
    parts = node.parts
    if isinstance(node, FirstMatch):
        held = [engine.holds(claim, person) for claim, _ in node.branches]
        parts = tuple(
            branch for (_, branch), truth in zip(node.branches, held, strict=True) if truth
        )
        parts += () if Truth.YES in held else (node.otherwise,)
    for part in parts:
        yield from _reached(engine, part, person)


def _by_itself(session: Session, body: Body, budget: Budget, row: Row) -> Span:
    """From when the law clears a row with nothing to file, by rules that share these places.

    A rule shares them when it reads the same count of places used.
    """
    used = {kind.used.name for kind in budget.kinds if isinstance(kind.used, FactRef)}
    spans = [
        session.span(rule, row, session.stretches(body, rule))[0]
        for rule in body.rules.values()
        if rule.how == "automatic" and rule.subject == "charge" and used & _facts(rule.tree)
    ]
    return min(spans, default=NEVER)


@lru_cache(maxsize=1024)
def _facts(tree: Node) -> frozenset[str]:
    return frozenset(node.name for node in walk(tree) if isinstance(node, FactRef))


@lru_cache(maxsize=1024)
def _budgets(tree: Node) -> tuple[Budget, ...]:
    return tuple(node for node in walk(tree) if isinstance(node, Budget))


@dataclass
class Draft:
    """A plan in the making, for one limit and one way of grouping."""

    engine: Interpreter
    budget: Budget
    record: Record
    as_of: date
    automatic: dict[Row, Span] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Work out each row's answer, and the places that are surely left."""
        answer = self.engine.answer_to(self.budget.question)
        self.answer = {row: answer(row) for row in self.record.charges}
        self.rows = [row for row in self.record.charges if self.answer[row][0] < LAST]
        self.kinds: list[Kind] = [
            (self.engine.truth(k.where), self.engine.number(k.at_most), self.engine.number(k.used))
            for k in self.budget.kinds
        ]
        self.places = {
            kind.name: _surely_left(*(number(self.record.person, self.record.person)
                                      for number in functions[1:]))
            for kind, functions in zip(self.budget.kinds, self.kinds, strict=True)
        }  # fmt: skip

    # --- the choice -----------------------------------------------------------------

    @cached_property
    def chosen(self) -> list[Option]:
        """An option of each group: what is cleared already in all of them, where it fits."""
        left, groups = tuple(self.places.values()), self.groups()
        for held in (self.cleared, frozenset[Row]()):
            taken = best([self.options(rows, held) for rows in groups], left)
            if taken is not None:
                return taken
        return []

    @property
    def worth(self) -> tuple[int, ...]:
        """What the choice is worth, for comparing ways of grouping."""
        worths = [option.worth for option in self.chosen if option.worth]
        return tuple(map(sum, zip(*worths, strict=True)))

    @property
    def cleared(self) -> frozenset[Row]:
        """The rows that the law has cleared by itself by now."""
        return frozenset(row for row, when in self.automatic.items() if when[1] <= self.as_of)

    def groups(self) -> list[list[Row]]:
        """Rows that share a place, in the order of the record."""
        groups: dict[Any, list[Row]] = {}
        code = self.engine.code(self.budget.grouped_by)
        for row in self.rows:
            groups.setdefault(code(row, row) or row, []).append(row)
        return list(groups.values())

    def options(self, rows: list[Row], held: frozenset[Row]) -> list[Option]:
        """Every choice within a group worth thinking of; ``held`` rows are in all of them.

        Rows that may take the same places are taken together or not at all: one more
        of them costs nothing.
        """
        alike: dict[Places, list[Row]] = {}
        for row in rows:
            alike.setdefault(places_of(row, self.kinds, self.answer[row]), []).append(row)
        sets = chain.from_iterable(combinations(alike, n) for n in range(len(alike) + 1))
        found = [self.option([row for one in some for row in alike[one]]) for some in sets]
        needed = held & set(rows)
        return [option for option in found if needed <= set(option.rows)]

    def option(self, rows: list[Row]) -> Option:
        """Some rows of one group: their places, and their worth in the order of the plan."""
        group = [places_of(row, self.kinds, self.answer[row]) for row in rows]
        takes = tuple(int(may_take(group, index)) for index in range(len(self.kinds)))
        days = [self.answer[row][1] for row in rows if self.answer[row][1] < LAST]
        first = sum(1 << (len(self.record.charges) - row.position) for row in rows)
        worth = (
            len(days), len(rows), *(-count for count in takes),
            -sum(day.toordinal() for day in days), first,
        )  # fmt: skip
        return Option(tuple(rows), takes, worth)

    # --- what is told ---------------------------------------------------------------

    def as_dict(self) -> dict[str, Any]:
        """The plan as plain data."""
        chosen = self.chosen
        taken = [row for row in self.rows if any(row in option.rows for option in chosen)]
        leave = [row for row in self.rows if row not in taken]
        comes = {row for row, when in self.automatic.items() if when[1] < LAST}
        days = [self.automatic[row][1] for row in leave if row in comes]
        used = [sum(counts) for counts in zip(*(o.takes for o in chosen if o.takes), strict=True)]
        after = {name: count - gone for (name, count), gone in
                 zip(self.places.items(), used or [0] * len(self.kinds), strict=True)}  # fmt: skip
        return {
            "places_left_before": self.places,
            "places_left_after": after,
            "ask_for": [self.named(row) for row in taken if row not in comes],
            "automatic": [self.named(row, self.automatic[row]) for row in taken if row in comes],
            "leave": [self.named(row) for row in leave],
            "order_before": min(days).isoformat() if days and taken else None,
            "missing": list(self.missing()) if leave else [],
        }

    def missing(self) -> Iterator[str]:
        """The facts that might make room: how many places are used, and unknown groups."""
        for kind, (_, _, used) in zip(self.budget.kinds, self.kinds, strict=True):
            low, high = used(self.record.person, self.record.person)
            if low < high and isinstance(kind.used, FactRef):
                yield kind.used.name
        code = self.engine.code(self.budget.grouped_by)
        for row in self.rows:
            counted = places_of(row, self.kinds, ALWAYS) != {None}
            if counted and code(row, row) is None:
                yield f"{self.budget.grouped_by.name}@{row.key}"

    def named(self, row: Row, when: Span | None = None) -> dict[str, Any]:
        """A row with the day from which it clears."""
        span = when or self.answer[row]
        return subject_id(row) | {
            "description": row.written.get("charge.description"),
            "ready": span[1] <= self.as_of,
            "from": day(span[0]) if span[0] == span[1] else None,
        }


def _surely_left(at_most: tuple[float, float], used: tuple[float, float]) -> int:
    left = at_most[0] - used[1]
    return max(0, int(left)) if math.isfinite(left) else 0
