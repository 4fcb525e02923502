"""Branches: while the deciding fact is missing, the span over those still possible."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from homeward.rules import choice
from homeward.screen.compiler import Builders, Compiler, Value
from homeward.screen.expressions import Sql, call
from homeward.screen.nodes.facts import settled
from homeward.screen.scopes import Scope
from homeward.screen.values import MAYBE, NO, YES, Span, as_when, greatest, least, text, when


def choose(compiler: Compiler, node: choice.Choose, scope: Scope) -> Value:
    """One branch a value of a code."""
    code = compiler.single(node.fact, scope)
    branches = [compiler.value(branch, scope) for _, branch in node.branches]
    rest = None if node.otherwise is None else compiler.value(node.otherwise, scope)
    open_ = hull([*branches, *([] if rest is None else [rest])])
    fallback = open_ if rest is None else rest
    place = _place_of(code, [value for value, _ in node.branches])
    whens = " ".join(f"WHEN {i} THEN {{{i}}}" for i in range(1, len(branches) + 2))
    template = f"CASE {{0}} {whens} ELSE {{{len(branches) + 2}}} END"
    return _each(lambda *ends: _picked(template, place, *ends), *branches, open_, fallback)


def _place_of(code: Sql, codes: Sequence[str]) -> Sql:
    """The place of a code among several, from 1; then those of no code, and of any other."""
    whens = " ".join(f"WHEN {{0}} = {text(one)} THEN {i}" for i, one in enumerate(codes, start=1))
    missing = len(codes) + 1
    return call(f"CASE WHEN {{0}} IS NULL THEN {missing} {whens} ELSE {missing + 1} END", code)


def _picked(template: str, code: Sql, *ends: Sql) -> Sql:
    return ends[0] if all(end is ends[0] for end in ends) else call(template, code, *ends)


def first_match(compiler: Compiler, node: choice.FirstMatch, scope: Scope) -> Value:
    """The branch of the first claim that is true."""
    found = compiler.value(node.otherwise, scope)
    for claim, branch in reversed(node.branches):
        found = one_of(compiler.single(claim, scope), compiler.value(branch, scope), found)
    return found


def one_of(claim: Sql, then: Value, otherwise: Value) -> Value:
    """One of two values by a truth; both while it is unknown."""
    if claim in (YES, NO):
        return then if claim is YES else otherwise
    either = hull([then, otherwise])
    if claim is MAYBE:
        return either
    template = "CASE {} WHEN 2 THEN {} WHEN 0 THEN {} ELSE {} END"
    return _each(lambda *ends: _picked(template, claim, *ends), then, otherwise, either)


def recorded(compiler: Compiler, node: choice.Recorded, scope: Scope) -> Value:
    """What the record says; where it is silent, what the law makes of the rest."""
    known, otherwise = compiler.value(node.fact, scope), compiler.value(node.otherwise, scope)
    test = settled(compiler, node.fact, scope)
    return _each(lambda *ends: when(test, *ends), known, otherwise)


def reading(compiler: Compiler, node: choice.Reading, scope: Scope) -> Value:
    """An open question of law: its readings that are still possible."""
    return hull([compiler.value(n, scope) for _, n in compiler.engine.readings(node)])


def hull(values: Sequence[Value]) -> Value:
    """The span over several values; a truth that varies is unknown."""
    first = values[0]
    if all(value == first for value in values):
        return first
    if isinstance(first, Span):
        return _hull_of_spans([value for value in values if isinstance(value, Span)])
    singles = _singles(values)
    return call("CASE WHEN {0} = {1} THEN {0} ELSE 1 END", least(*singles), greatest(*singles))


def _hull_of_spans(spans: list[Span]) -> Span:
    truths = [span.truth for span in spans if span.truth is not None]
    if len(truths) == len(spans):
        truth = hull(truths)
        return as_when(truth) if isinstance(truth, Sql) else truth
    return Span(least(*(span.low for span in spans)), greatest(*(span.high for span in spans)))


def _each(pick: Callable[..., Sql], *values: Value) -> Value:
    """A choice between several values: once for both ends of spans, or once for single values."""
    if isinstance(values[0], Span):
        spans = [value for value in values if isinstance(value, Span)]
        truths = [span.truth for span in spans if span.truth is not None]
        if len(truths) == len(spans):
            return as_when(pick(*truths))
        return Span(pick(*(v.low for v in spans)), pick(*(v.high for v in spans)))
    return pick(*_singles(values))


def _singles(values: Iterable[Value]) -> list[Sql]:
    return [value for value in values if isinstance(value, Sql)]


BUILDERS: Builders = {
    choice.Choose: choose,
    choice.FirstMatch: first_match,
    choice.Recorded: recorded,
    choice.Reading: reading,
}
