"""Truths as numbers: 0 is no, 1 unknown, 2 yes; and is the least, or the greatest."""

from __future__ import annotations

from homeward.rules import groups, logic, truth
from homeward.screen.compiler import Builders, Compiler, Value
from homeward.screen.expressions import Derived, Sql, call, size
from homeward.screen.scopes import Pair, Scope
from homeward.screen.values import MAYBE, NO, YES, all_true, any_true, not_true


def const(_compiler: Compiler, node: logic.Const, _scope: Scope) -> Sql:
    """What the law itself settles."""
    return YES if node.value else NO


def claim(compiler: Compiler, node: truth.Claim, scope: Scope) -> Value:
    """A yes-or-no fact."""
    return compiler.value(node.fact, scope)


def same(compiler: Compiler, node: truth.Same, scope: Scope) -> Sql:
    """Inside a filter, a code is the same on both rows, and known."""
    here = compiler.single(node.fact, scope)
    if not isinstance(scope, Pair):
        return call("CASE WHEN {0} IS NULL THEN 1 WHEN {0} = '' THEN 0 ELSE 2 END", here)
    there = scope.of_outer(compiler.single(node.fact, scope.outer))
    template = (
        "CASE WHEN {0} IS NULL OR {1} IS NULL THEN 1 WHEN {0} = {1} AND {0} <> '' THEN 2 ELSE 0 END"
    )
    return call(template, here, there)


def itself(_compiler: Compiler, _node: groups.Itself, scope: Scope) -> Sql:
    """The row is the very one that the filter starts from; outside of one it always is."""
    if not isinstance(scope, Pair):
        return YES
    if scope.outer.kind != "charge":
        return NO
    there = scope.of_outer(scope.outer.key("row_id"))
    return call("CASE WHEN {} = {} THEN 2 ELSE 0 END", there, scope.key("row_id"))


def both(compiler: Compiler, node: logic.And, scope: Scope) -> Sql:
    """Every claim holds."""
    return all_true(compiler.singles(node.claims, scope))


def either(compiler: Compiler, node: logic.Or, scope: Scope) -> Sql:
    """One claim at least holds."""
    return any_true(compiler.singles(node.claims, scope))


def opposite(compiler: Compiler, node: logic.Not, scope: Scope) -> Sql:
    """The claim does not hold."""
    return not_true(compiler.single(node.claim, scope))


_SMALL = 24
"""How many steps a comparison may take to be made for every row, be it asked for or not."""

_ORDERS = {
    "<": "CASE WHEN {1} < {2} THEN 2 WHEN {0} >= {3} THEN 0 ELSE 1 END",
    "<=": "CASE WHEN {1} <= {2} THEN 2 WHEN {0} > {3} THEN 0 ELSE 1 END",
    "==": "CASE WHEN {1} < {2} OR {3} < {0} THEN 0"
    " WHEN {0} = {1} AND {2} = {3} AND {0} = {2} THEN 2 ELSE 1 END",
}


def compare(compiler: Compiler, node: truth.Compare, scope: Scope) -> Sql:
    """Two days or two numbers stand in an order."""
    left, right = compiler.spans((node.left, node.right), scope)
    if node.order in (">", ">="):
        left, right = right, left
    test = call(_ORDERS[node.order.replace(">", "<")], *left.ends, *right.ends)
    return Derived.from_facts(test) if size(test) <= _SMALL else test


def includes(compiler: Compiler, node: truth.Includes, scope: Scope) -> Sql:
    """A list of numbers holds this one."""
    listed, item = compiler.single(node.fact, scope), compiler.span(node.item, scope)
    possible = "len(list_filter({0}, lambda x: x BETWEEN {1} AND {2}))"
    return call(
        f"CASE WHEN {{0}} IS NULL THEN 1 WHEN {possible} = 0 THEN 0 WHEN {{1}} = {{2}} THEN 2"
        " ELSE 1 END",
        listed,
        *item.ends,
    )


def law_says(compiler: Compiler, node: truth.LawSays, scope: Scope) -> Sql:
    """A yes-or-no parameter of the law."""
    low, high = compiler.span(node.parameter, scope).ends
    if low.is_constant and high.is_constant:
        return MAYBE if low is not high else YES if low.template == "1" else NO
    return call("CASE WHEN {0} <> {1} THEN 1 WHEN {0} = 1 THEN 2 ELSE 0 END", low, high)


def open_law(compiler: Compiler, node: truth.OpenLaw, _scope: Scope) -> Sql:
    """An open question of law, settled only by a chosen reading."""
    chosen = compiler.engine.law.readings.get(node.question)
    return {"yes": YES, "no": NO}.get(chosen or "", MAYBE)


BUILDERS: Builders = {
    logic.Const: const,
    truth.Claim: claim,
    truth.Same: same,
    groups.Itself: itself,
    logic.And: both,
    logic.Or: either,
    logic.Not: opposite,
    truth.Compare: compare,
    truth.Includes: includes,
    truth.LawSays: law_says,
    truth.OpenLaw: open_law,
}
