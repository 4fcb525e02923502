"""Bitsets beside an answer: what binds it, what is unmet, what is missing, what it waits on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from homeward.rules.conditions import Condition
from homeward.screen.columns import Sql, call
from homeward.screen.needs import SEARCHES, Need, Needs
from homeward.screen.values import Span, day

if TYPE_CHECKING:
    from homeward.screen.compiler import Compiler
    from homeward.screen.plan import Column, Plan

MOST_BITS = 62


def add_bits(plan: Plan, column: Column, compiler: Compiler) -> None:
    """Add a rule's bitsets to its column, with the names of their bits."""
    rule = column.source
    if rule is None:
        return
    law_day = compiler.engine.law.day
    named = [node for node in rule.named if isinstance(node, Condition) and node.in_force(law_day)]
    spans = compiler.spans(named, column.table)
    column.dictionary["condition"] = [node.name for node in named]
    column.bits["binding"] = binding(column, spans)
    column.bits["unmet"] = unmet(spans, plan.as_of)
    needs = list(Needs(compiler, SEARCHES).rule(rule, column.table))
    for name, waits in (("missing", False), ("waits", True)):
        found = [need for need in needs if need.waits is waits]
        column.dictionary[name] = list(dict.fromkeys(need.name for need in found))
        column.bits[name] = bitset(column, found, column.dictionary[name])


def binding(column: Column, spans: list[Span]) -> Sql:
    """The number, from 0, of the first condition that holds the answer back longest, or NULL."""
    whens = " ".join(f"WHEN {{{i + 1}}} = {{0}} THEN {i}" for i in range(len(spans)))
    if not whens:
        return Sql("NULL")
    return call(f"(CASE {whens} END)::SMALLINT", column.low, *(span.low for span in spans))


def unmet(spans: list[Span], as_of: date) -> Sql:
    """The conditions that do not surely hold on the day asked."""
    tests = [call("{} > {}", span.high, day(as_of)) for span in spans]
    return _sum(tests)


def bitset(column: Column, needs: Iterable[Need], names: list[str]) -> Sql:
    """One bit a name, set where the name matters; nothing matters to a settled answer."""
    tests: dict[str, list[Sql]] = {name: [] for name in names}
    for need in needs:
        tests[need.name].append(need.when)
    ors = [call(" OR ".join(["coalesce({}, FALSE)"] * len(t)), *t) for t in tests.values()]
    return call("CASE WHEN {} = {} THEN 0 ELSE {} END", column.low, column.high, _sum(ors))


def _sum(tests: list[Sql]) -> Sql:
    if not tests:
        return Sql("0::BIGINT")
    terms = [
        f"CASE WHEN {{}} THEN {1 << i}::{_type(len(tests))} ELSE 0 END" for i in range(len(tests))
    ]
    return call("(" + " + ".join(terms) + ")", *tests)


def _type(count: int) -> str:
    return "BIGINT" if count <= MOST_BITS else "HUGEINT"
