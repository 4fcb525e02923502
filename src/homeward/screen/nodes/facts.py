"""Facts as columns, and what is claimed of one fact."""

from __future__ import annotations

from datetime import date

from homeward.rules import fact
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Builders, Compiler, Value
from homeward.screen.values import (
    ENDLESS,
    FIRST_DAY,
    LAST_DAY,
    Span,
    day,
    greatest,
    least,
    texts,
)


def fact_column(compiler: Compiler, node: fact.FactRef, _scope: str) -> Value:
    """A fact's own column; a date or a number that is missing may be anything."""
    declared = compiler.engine.vocabulary[node.name]
    compiler.facts.add(declared.name)
    column = Sql(f'"{declared.name}"')
    if declared.kind == "date":
        return Span(
            call("coalesce({}, {})", column, FIRST_DAY), call("coalesce({}, {})", column, LAST_DAY)
        )
    if declared.kind == "number":
        return Span(
            call("coalesce({}, {})", column, Sql(str(-ENDLESS))),
            call("coalesce({}, {})", column, Sql(str(ENDLESS))),
        )
    return column


def code_in(compiler: Compiler, node: fact.CodeIn, scope: str) -> Sql:
    """A code is one of a few."""
    codes = texts(sorted(node.codes))
    column = compiler.single(node.fact, scope)
    return call(f"CASE WHEN {{0}} IS NULL THEN 1 WHEN {{0}} IN ({codes}) THEN 2 ELSE 0 END", column)


def stated(compiler: Compiler, node: fact.Stated, scope: str) -> Sql:
    """The record states one of these codes; silence is no."""
    codes = texts(sorted(node.codes))
    return call(f"CASE WHEN {{}} IN ({codes}) THEN 2 ELSE 0 END", compiler.single(node.fact, scope))


def happened(compiler: Compiler, node: fact.Happened, scope: str) -> Sql:
    """A dated event has happened."""
    low, high = compiler.span(node.fact, scope)
    return call("CASE WHEN {0} < {2} THEN 2 WHEN {1} = {2} THEN 0 ELSE 1 END", high, low, LAST_DAY)


def tagged(compiler: Compiler, node: fact.Tagged, scope: str) -> Sql:
    """A citation stands on a list, on the law's day or on the days of a span."""
    law, offenses = compiler.engine.law, compiler.offenses
    name = compiler.engine.vocabulary[node.fact.name].name
    compiler.facts |= {name, "charge.severity", "charge.class", "case.jurisdiction"}
    if node.at is None:
        return offenses.tag(law, name, node.tag)
    span = compiler.span(node.at, scope)
    stretches = [
        (first, last, offenses.tag(law, name, node.tag, on=first))
        for first, last in offenses.stretches(law, node.tag)
    ]
    return _over_days(compiler, span, stretches)


def _over_days(compiler: Compiler, span: Span, stretches: list[tuple[date, date, Sql]]) -> Sql:
    """A truth that depends on a day: settled only where every possible day agrees."""
    held = [
        (call("{} < {} AND {} <= {}", span.low, day(last), day(first), span.high), truth)
        for first, last, truth in stretches
    ]
    most = greatest(*(call("CASE WHEN {} THEN {} ELSE 0 END", *pair) for pair in held))
    fewest = least(*(call("CASE WHEN {} THEN {} ELSE 2 END", *pair) for pair in held))
    ends = (compiler.layers["charge"].column(end) for end in (most, fewest))
    return call("CASE WHEN {0} = {1} THEN {0} ELSE 1 END", *ends)


BUILDERS: Builders = {
    fact.FactRef: fact_column,
    fact.CodeIn: code_in,
    fact.Stated: stated,
    fact.Happened: happened,
    fact.Tagged: tagged,
}
