"""Days and answers: fixed ones, truths as answers, all-of and any-of, bounds, other answers."""

from __future__ import annotations

from homeward.explain.interpret import in_force
from homeward.rules import conditions, dates
from homeward.screen.columns import call
from homeward.screen.compiler import Builders, Compiler, Value
from homeward.screen.values import (
    ALWAYS,
    FIRST_DAY,
    LAST_DAY,
    Span,
    all_of,
    any_of,
    as_when,
    day,
    greatest,
    least,
)


def on(_compiler: Compiler, node: dates.On, _scope: str) -> Span:
    """A fixed day."""
    return Span(day(node.day), day(node.day))


def holds_if(compiler: Compiler, node: dates.HoldsIf, scope: str) -> Span:
    """Always where the claim is true, never where it is not."""
    return as_when(compiler.single(node.claim, scope))


def waits_while(compiler: Compiler, node: dates.WaitsWhile, scope: str) -> Span:
    """Held back without a known end while the claim is true."""
    claim = compiler.single(node.claim, scope)
    high = call("CASE WHEN {} = 0 THEN {} ELSE {} END", claim, FIRST_DAY, LAST_DAY)
    return Span(FIRST_DAY, high)


def latest_of(compiler: Compiler, node: dates.AllOf, scope: str) -> Span:
    """Every part that is law must hold."""
    return all_of(compiler.spans(in_force(node.items, compiler.engine.law.day), scope))


def earliest_of(compiler: Compiler, node: dates.AnyOf, scope: str) -> Span:
    """One part that is law is enough."""
    return any_of(compiler.spans(in_force(node.items, compiler.engine.law.day), scope))


def bounded(compiler: Compiler, node: dates.Bounded, scope: str) -> Span:
    """A day with what is known of it while it is missing."""
    low, high = compiler.span(node.event, scope)
    floor, roof = low, high
    if node.no_earlier is not None:
        floor = greatest(low, compiler.span(node.no_earlier, scope).low)
    if node.no_later is not None:
        roof = least(high, compiler.span(node.no_later, scope).high)
    return Span(
        call("CASE WHEN {0} = {1} THEN {0} ELSE least({2}, {3}) END", low, high, floor, roof),
        call("CASE WHEN {0} = {1} THEN {1} ELSE {2} END", low, high, roof),
    )


def latest_listed(compiler: Compiler, node: dates.LatestListed, scope: str) -> Span:
    """The latest of a list of days; always when the list is empty."""
    column = compiler.single(node.fact, scope)
    high = "CASE WHEN {0} IS NULL THEN {1} ELSE coalesce(list_max({0}), {2}) END"
    return Span(
        call("coalesce(list_max({}), {})", column, FIRST_DAY),
        call(high, column, LAST_DAY, FIRST_DAY),
    )


def answer_of(compiler: Compiler, node: dates.AnswerOf, scope: str) -> Span:
    """The answer to another question about the same row."""
    return compiler.answers(node.question, scope)


def condition(compiler: Compiler, node: conditions.Condition, scope: str) -> Value:
    """A named requirement is what its tree is."""
    return compiler.value(node.tree, scope)


def discretion(_compiler: Compiler, _node: conditions.Discretion, _scope: str) -> Span:
    """What a court weighs moves no date."""
    return ALWAYS


BUILDERS: Builders = {
    dates.On: on,
    dates.HoldsIf: holds_if,
    dates.WaitsWhile: waits_while,
    dates.AllOf: latest_of,
    dates.AnyOf: earliest_of,
    dates.Bounded: bounded,
    dates.LatestListed: latest_listed,
    dates.AnswerOf: answer_of,
    conditions.Condition: condition,
    conditions.Discretion: discretion,
}
