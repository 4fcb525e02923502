"""Branches: while the deciding fact is missing, the span over those still possible."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from homeward.rules import choice
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Builders, Compiler, Value
from homeward.screen.values import NO, YES, Span, greatest, least, text


def choose(compiler: Compiler, node: choice.Choose, scope: str) -> Value:
    """One branch a value of a code."""
    code = compiler.single(node.fact, scope)
    branches = [compiler.value(branch, scope) for _, branch in node.branches]
    rest = None if node.otherwise is None else compiler.value(node.otherwise, scope)
    open_ = hull([*branches, *([] if rest is None else [rest])])
    fallback = open_ if rest is None else rest
    whens = " ".join(
        f"WHEN {{0}} = {text(value)} THEN {{{i}}}"
        for i, (value, _) in enumerate(node.branches, start=1)
    )
    n = len(branches) + 1
    case = f"CASE {whens} WHEN {{0}} IS NULL THEN {{{n}}} ELSE {{{n + 1}}} END"
    return each(lambda *ends: call(case, code, *ends), *branches, open_, fallback)


def first_match(compiler: Compiler, node: choice.FirstMatch, scope: str) -> Value:
    """The branch of the first claim that is true."""
    found = compiler.value(node.otherwise, scope)
    for claim_node, branch_node in reversed(node.branches):
        claim, branch = compiler.single(claim_node, scope), compiler.value(branch_node, scope)
        found = compiler.shared(one_of(claim, branch, found), scope)
    return found


def one_of(claim: Sql, then: Value, otherwise: Value) -> Value:
    """One of two values by a truth; both while it is unknown."""
    if claim in (YES, NO):
        return then if claim == YES else otherwise
    case = "CASE {} WHEN 2 THEN {} WHEN 0 THEN {} ELSE {} END"
    return each(lambda *ends: call(case, claim, *ends), then, otherwise, hull([then, otherwise]))


def recorded(compiler: Compiler, node: choice.Recorded, scope: str) -> Value:
    """What the record says; where it is silent, what the law makes of the rest."""
    known, otherwise = compiler.value(node.fact, scope), compiler.value(node.otherwise, scope)
    if isinstance(known, Span):
        settled = call("{} = {}", known.low, known.high)
    elif compiler.engine.vocabulary[node.fact.name].kind == "truth":
        settled = call("{} <> 1", known)
    else:
        settled = call("{} IS NOT NULL", known)
    return each(
        lambda *ends: call("CASE WHEN {} THEN {} ELSE {} END", settled, *ends), known, otherwise
    )


def reading(compiler: Compiler, node: choice.Reading, scope: str) -> Value:
    """An open question of law: its readings that are still possible."""
    return hull([compiler.value(n, scope) for _, n in compiler.engine.readings(node)])


def hull(values: Sequence[Value]) -> Value:
    """The span over several values; a truth that varies is unknown."""
    first = values[0]
    if isinstance(first, Span):
        spans = [value for value in values if isinstance(value, Span)]
        return Span(least(*(v.low for v in spans)), greatest(*(v.high for v in spans)))
    if all(value == first for value in values):
        return first
    singles = _singles(values)
    return call("CASE WHEN {0} = {1} THEN {0} ELSE 1 END", least(*singles), greatest(*singles))


def each(case: Callable[..., Sql], *values: Value) -> Value:
    """A CASE over several values: once for both ends of spans, or once for single values."""
    if isinstance(values[0], Span):
        spans = [value for value in values if isinstance(value, Span)]
        return Span(case(*(v.low for v in spans)), case(*(v.high for v in spans)))
    return case(*_singles(values))


def _singles(values: Iterable[Value]) -> list[Sql]:
    return [value for value in values if isinstance(value, Sql)]


BUILDERS: Builders = {
    choice.Choose: choose,
    choice.FirstMatch: first_match,
    choice.Recorded: recorded,
    choice.Reading: reading,
}
