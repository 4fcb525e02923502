"""Facts as columns, and what is claimed of one fact."""

from __future__ import annotations

from datetime import date

from homeward.facts import Fact
from homeward.rules import fact
from homeward.rules.problem import LawError
from homeward.rules.wording import pattern
from homeward.screen.compiler import Builders, Compiler, Value
from homeward.screen.expressions import Derived, Sql, call, column, trait
from homeward.screen.scopes import Pair, Scope
from homeward.screen.values import (
    ENDLESS,
    FIRST_DAY,
    LAST_DAY,
    LEAST,
    NO,
    YES,
    Span,
    both,
    day,
    greatest,
    least,
    less,
    text,
    texts,
    when,
)

_TRAITS = ("truth", "code", "citation")
"""The kinds of facts that have few values."""

_ABOVE = {
    "charge": ("charge", "case", "person", "tenancy"),
    "case": ("case", "person", "tenancy"),
    "person": ("person", "tenancy"),
    "tenancy": ("person", "tenancy"),
}
"""Whose facts the rows of a table carry: their own, and those of the rows above them."""


def fact_column(compiler: Compiler, node: fact.FactRef, scope: Scope) -> Value:
    """A fact's own column; a date or a number that is missing may be anything."""
    declared = compiler.engine.vocabulary[node.name]
    if declared.table not in _ABOVE[scope.kind]:
        msg = f"a rule about a {scope.kind} cannot read {declared.name} outside of a relation"
        raise LawError(msg)
    return recorded_value(declared)


def recorded_value(declared: Fact) -> Value:
    """What a fact's column says."""
    held = (trait if declared.kind in _TRAITS else column)(declared.name)
    if declared.kind == "date":
        return Span(
            call("coalesce({}, {})", held, FIRST_DAY), call("coalesce({}, {})", held, LAST_DAY)
        )
    if declared.kind == "number":
        return Span(call("coalesce({}, {})", held, LEAST), call("coalesce({}, {})", held, ENDLESS))
    return held


def settled(compiler: Compiler, node: fact.FactRef, scope: Scope) -> Sql:
    """Whether a fact is known, as a condition."""
    known = compiler.value(node, scope)
    if isinstance(known, Span):
        return call("{} = {}", *known.ends)
    is_truth = compiler.engine.vocabulary[node.name].kind == "truth"
    return call("{} <> 1" if is_truth else "{} IS NOT NULL", known)


def outer(compiler: Compiler, node: fact.Outer, scope: Scope) -> Value:
    """Inside a filter, a fact of the row that the filter starts from."""
    if not isinstance(scope, Pair):
        return compiler.value(node.fact, scope)
    value = compiler.value(node.fact, scope.outer)
    return value.map(scope.of_outer) if isinstance(value, Span) else scope.of_outer(value)


def code_in(compiler: Compiler, node: fact.CodeIn, scope: Scope) -> Sql:
    """A code is one of a few."""
    template = f"CASE WHEN {{0}} IS NULL THEN 1 WHEN {{0}} IN ({texts(sorted(node.codes))})"
    return call(template + " THEN 2 ELSE 0 END", compiler.single(node.fact, scope))


def mentions(compiler: Compiler, node: fact.Mentions, scope: Scope) -> Sql:
    """A text mentions one of a few words."""
    looked_for = text(pattern(node.words))
    template = f"CASE WHEN {{0}} IS NULL THEN 1 WHEN regexp_matches({{0}}, {looked_for})"
    found = call(template + " THEN 2 ELSE 0 END", compiler.single(node.fact, scope))
    return Derived.from_facts(found)


def stated(compiler: Compiler, node: fact.Stated, scope: Scope) -> Sql:
    """The record states one of these codes, or anything; silence is no."""
    if not node.codes:
        return call("CASE WHEN {} THEN 2 ELSE 0 END", settled(compiler, node.fact, scope))
    template = f"CASE WHEN {{}} IN ({texts(sorted(node.codes))}) THEN 2 ELSE 0 END"
    return call(template, compiler.single(node.fact, scope))


def happened(compiler: Compiler, node: fact.Happened, scope: Scope) -> Sql:
    """A dated event has happened."""
    low, high = compiler.span(node.fact, scope).ends
    template = "CASE WHEN {0} < {2} THEN 2 WHEN {1} = {2} THEN 0 ELSE 1 END"
    return Derived.from_facts(call(template, high, low, LAST_DAY))


def tagged(compiler: Compiler, node: fact.Tagged, scope: Scope) -> Sql:
    """A citation stands on a list, on the law's day or on the days of a span."""
    law, offenses = compiler.engine.law, compiler.offenses
    name = compiler.engine.vocabulary[node.fact.name].name
    if node.at is None:
        return offenses.tag(law, name, node.tag)
    span = compiler.span(node.at, scope)
    here = scope.of_inner if isinstance(scope, Pair) else _same
    held = [
        (stands_in(span, first, last), here(offenses.tag(law, name, node.tag, on=first)))
        for first, last in offenses.stretches(law, node.tag)
    ]
    most = greatest(*(when(test, truth, NO) for test, truth in held))
    fewest = least(*(when(test, truth, YES) for test, truth in held))
    return call("CASE WHEN {0} = {1} THEN {0} ELSE 1 END", most, fewest)


def stands_in(span: Span, first: date, last: date) -> Sql:
    """Whether some day of a span lies in a stretch ``[first, last)``; the last one has no end."""
    begun = call("{} <= {}", day(first), span.high)
    within = begun if day(last) is LAST_DAY else both(less(span.low, day(last)), begun)
    return Derived.from_facts(within)


def _same(value: Sql) -> Sql:
    return value


BUILDERS: Builders = {
    fact.FactRef: fact_column,
    fact.Outer: outer,
    fact.CodeIn: code_in,
    fact.Mentions: mentions,
    fact.Stated: stated,
    fact.Happened: happened,
    fact.Tagged: tagged,
}
