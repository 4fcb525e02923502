"""Days and answers: fixed ones, truths as answers, all-of and any-of, bounds, other answers."""

from __future__ import annotations

from homeward.rules import conditions, dates
from homeward.rules.outcome import Limb
from homeward.screen.compiler import Builders, Compiler, Value
from homeward.screen.expressions import Sql, call
from homeward.screen.scopes import Scope
from homeward.screen.values import (
    ALWAYS,
    FIRST_DAY,
    LAST_DAY,
    NO,
    Span,
    all_of,
    any_of,
    as_when,
    day,
    greatest,
    least,
)


def on(_compiler: Compiler, node: dates.On, _scope: Scope) -> Span:
    """A fixed day."""
    return Span(day(node.day), day(node.day))


def holds_if(compiler: Compiler, node: dates.HoldsIf, scope: Scope) -> Span:
    """Always where the claim is true, never where it is not."""
    return as_when(compiler.single(node.claim, scope))


def waits_while(compiler: Compiler, node: dates.WaitsWhile, scope: Scope) -> Span:
    """Held back without a known end while the claim is true."""
    claim = compiler.single(node.claim, scope)
    if claim is NO:
        return ALWAYS
    return Span(FIRST_DAY, call("CASE WHEN {} = 0 THEN {} ELSE {} END", claim, FIRST_DAY, LAST_DAY))


def latest_of(compiler: Compiler, node: dates.AllOf, scope: Scope) -> Span:
    """Every part that is law must hold."""
    return all_of(compiler.spans(compiler.engine.in_force(node.items), scope))


def earliest_of(compiler: Compiler, node: dates.AnyOf, scope: Scope) -> Span:
    """One part that is law is enough."""
    return any_of(compiler.spans(compiler.engine.in_force(node.items), scope))


def bounded(compiler: Compiler, node: dates.Bounded, scope: Scope) -> Span:
    """A day with what is known of it while it is missing."""
    event = compiler.span(node.event, scope)
    low, high = event.ends
    floor, roof = low, high
    if node.no_earlier is not None:
        floor = greatest(low, compiler.span(node.no_earlier, scope).low)
    if node.no_later is not None:
        roof = least(high, compiler.span(node.no_later, scope).high)
    return Span(
        call("CASE WHEN {0} = {1} THEN {0} ELSE {2} END", low, high, least(floor, roof)),
        call("CASE WHEN {0} = {1} THEN {1} ELSE {2} END", low, high, roof),
    )


def latest_listed(compiler: Compiler, node: dates.LatestListed, scope: Scope) -> Span:
    """The latest of a list of days; always when the list is empty."""
    listed: Sql = compiler.single(node.fact, scope)
    high = "CASE WHEN {0} IS NULL THEN {1} ELSE coalesce(list_max({0}), {2}) END"
    return Span(
        call("coalesce(list_max({}), {})", listed, FIRST_DAY),
        call(high, listed, LAST_DAY, FIRST_DAY),
    )


def answer_of(compiler: Compiler, node: dates.AnswerOf, scope: Scope) -> Span:
    """The answer to another question about the same row."""
    return compiler.answers(node.question, scope)


def named(compiler: Compiler, node: conditions.Condition | Limb, scope: Scope) -> Value:
    """A named requirement, or a limb, is what its tree is."""
    return compiler.value(node.tree, scope)


def discretion(_compiler: Compiler, _node: conditions.Discretion, _scope: Scope) -> Span:
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
    conditions.Condition: named,
    Limb: named,
    conditions.Discretion: discretion,
}
